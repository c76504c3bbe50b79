"""Questions on sources: made from the library by `make docs`; change the Cypher."""

from dataclasses import dataclass

from communique.queries.asked.base import Asking
from communique.queries.table import Table


@dataclass(frozen=True)
class DoubtfulFacts:
    """A row of the answer to `doubtful-facts`.

    Attributes:
        confidence: Between 0 and 1.
        predicate: Met-with, attended, thanked and the like.
        subject: Who.
        object: Whom or what.
        status: Occurred, planned or cancelled.
        date: The day.
        quote: The words that say so.
        inferred: On what it rests that a title there means its holder, as office-holder tells.
        fact: The id of the fact.
    """

    confidence: float
    predicate: str
    subject: str
    object: str
    status: str
    date: str | None
    quote: str
    inferred: str | None
    fact: str


@dataclass(frozen=True)
class Evidence:
    """A row of the answer to `evidence`.

    Attributes:
        release: The id of the release.
        title: Its headline.
        date: Its day of issue.
        issuer: Who published it.
        url: Its address.
        quote: The words that say so.
        start: Where they start in the release's text, in code points.
        end: Where they end.
        rule: The rule that read them.
        confidence: Between 0 and 1.
        inferred: On what it rests that a title there means its holder, as office-holder tells.
    """

    release: str
    title: str | None
    date: str | None
    issuer: str | None
    url: str | None
    quote: str
    start: int
    end: int
    rule: str
    confidence: float
    inferred: str | None


@dataclass(frozen=True)
class ReleasesAbout:
    """A row of the answer to `releases-about`.

    Attributes:
        release: The id of the release.
        title: Its headline.
        date: Its day of issue.
        issuer: Who published it.
        form: The fullest name there; for a title without a name, the title.
        times: At how many places of the text it is named or pointed at.
        start: Where the first starts in the release's text, in code points.
        end: Where it ends.
    """

    release: str
    title: str | None
    date: str | None
    issuer: str | None
    form: str
    times: int
    start: int
    end: int


@dataclass(frozen=True)
class ReportedByOneSide:
    """A row of the answer to `reported-by-one-side`.

    Attributes:
        date: The day of the meeting.
        person: One of the two.
        counterpart: The other.
        reported_by: The issuers that say the two met that day: that of one side, perhaps third
            parties.
        silent: The issuer of the other side; the side of a person is the issuer that most often
            shows them as the one who met somebody.
        event: The id of the meeting.
        fact: The id of the fact that tells it.
    """

    date: str | None
    person: str
    counterpart: str
    reported_by: list[str]
    silent: str
    event: str
    fact: str


class SourcesQuestions(Asking):
    """Questions on sources."""

    def doubtful_facts(
        self, *, below: float = 0.8, person: str | None = None, limit: int | None = None
    ) -> Table[DoubtfulFacts]:
        """Which facts are least sure?

        Args:
            below: Less sure than this.
            person: Whose facts; without, everybody's.
            limit: At most so many rows.
        """
        return self.query("doubtful-facts", below=below, person=person, limit=limit)

    def evidence(self, fact: str) -> Table[Evidence]:
        """Which release says so, in which sentence?

        Args:
            fact: The id of a fact.
        """
        return self.query("evidence", fact=fact)

    def releases_about(
        self,
        party: str,
        *,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
    ) -> Table[ReleasesAbout]:
        """Which releases name somebody?

        Args:
            party: A person, an organization or a place.
            since: Issued on this day or later.
            until: Issued on this day or earlier.
            limit: At most so many rows.
        """
        return self.query("releases-about", party=party, since=since, until=until, limit=limit)

    def reported_by_one_side(
        self,
        person: str | None = None,
        *,
        issuer: str | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
    ) -> Table[ReportedByOneSide]:
        """Which meetings does one side alone report?

        Args:
            person: One of the two who met.
            issuer: The issuer that reports it, or part of its name.
            since: Met on this day or later.
            until: Met on this day or earlier.
            limit: At most so many rows.
        """
        return self.query(
            "reported-by-one-side",
            person=person,
            issuer=issuer,
            since=since,
            until=until,
            limit=limit,
        )
