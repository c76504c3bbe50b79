"""Questions on sources: made from the library by `make docs`; change the Cypher, not this."""

from dataclasses import dataclass

from communique.queries.asked.base import Asking
from communique.queries.table import Table


@dataclass(frozen=True)
class Evidence:
    """A row of the answer to: Which release says so, in which sentence?

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


class SourcesQuestions(Asking):
    """Questions on sources."""

    def evidence(
        self,
        fact: str,
    ) -> Table[Evidence]:
        """Which release says so, in which sentence?

        Args:
            fact: The id of a fact.

        Returns:
            A row each; see the row's type.
        """
        return self.query(
            "evidence",
            fact=fact,
        )
