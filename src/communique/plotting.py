"""Pictures of a graph, for Python and for the command line."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from communique.errors import ParameterError
from communique.graph.identity import ref_of
from communique.graph.model import Label
from communique.network.fetching import find_places
from communique.network.kinds import Kind, KindName, Weight, WeightName
from communique.networking import Networking
from communique.plots import COLUMNS, ROWS, SHOWN, check_installed
from communique.queries.holders import Names
from communique.queries.period import Day, Period
from communique.queries.question import ParameterType

if TYPE_CHECKING:
    from matplotlib.figure import Figure


class Plotting(Networking):
    """Networks, timelines, heatmaps and maps; `communique.plots.saving.save` writes them."""

    def plot_network(
        self,
        kind: Kind | KindName = "met-with",
        *,
        since: Day | None = None,
        until: Day | None = None,
        places: str | Iterable[str] = (),
        weight: Weight | WeightName = "events",
        top: int | None = SHOWN["network"],
    ) -> "Figure":
        """Draw who is tied to whom.

        Args:
            kind: ``met-with``, ``co-attendance`` or ``thanks``, as for `network`.
            since: From this day on.
            until: Up to this day.
            places: What happened in one of them.
            weight: Whether a tie counts ``events`` or ``days``.
            top: At most so many people and bodies, those with most; None for all.

        Returns:
            The picture.

        Raises:
            DataError: If there is nobody to draw.
            MissingExtra: If matplotlib is not installed.
            ParameterError: If a choice is unknown, or a date is none.
            UnknownName: If the graph knows no such place.
        """
        check_installed()
        from communique.plots.network import draw_network

        network = self.network(kind, since=since, until=until, places=places, weight=weight)
        for label in Label:
            ids = [node for node in network if ref_of(node).label is label]
            for row in self.reader.stream(_NAMED[label], {"ids": ids}) if ids else ():
                network.nodes[row["id"]]["names"] = row["names"]
        return draw_network(network, top=top, source=self._source())

    def plot_timeline(
        self,
        *,
        person: str | None = None,
        organization: str | None = None,
        place: str | None = None,
        office: str | None = None,
        since: Day | None = None,
        until: Day | None = None,
        rows: str = "counterpart",
        top: int | None = SHOWN["timeline"],
    ) -> "Figure":
        """Draw what one did, day by day; of an office, who held it.

        Args:
            person: A person, or the title of an office, which means its holder; or
            organization: an organization or a country that acts, or
            place: a place, or
            office: an office: just one of the four.
            since: From this day on.
            until: Up to this day.
            rows: ``counterpart``, ``kind`` or ``place``: what each row is of.
            top: At most so many rows; the others are one row more. None for all.

        Returns:
            The picture.

        Raises:
            AmbiguousName: If several fit a name.
            DataError: If there is nothing to draw.
            MissingExtra: If matplotlib is not installed.
            ParameterError: If not just one is given, or a choice or date is none.
            UnknownName: If the graph knows nothing by a name.
        """
        check_installed()
        from communique.plots.engagements import engagements_of, tenures_of
        from communique.plots.timeline import draw_timeline

        period = Period.of(since, until)
        _check("rows", rows, ROWS)
        kind, name = _only(person=person, organization=organization, place=place, office=office)
        node = Names(self.reader).find(_TYPES[kind], name, period)
        title, source = self._title(node), self._source()
        if kind != "office":
            found = engagements_of(self.reader, node, period)
            return draw_timeline(found, title=title, rows=rows, top=top, source=source)
        return draw_timeline(
            tenures_of(self.reader, node, period), title=f"Who held the office {title}", top=top,
            counted="attested day", joined=True, source=source,
        )  # fmt: skip

    def plot_heatmap(
        self,
        *,
        columns: str = "people",
        since: Day | None = None,
        until: Day | None = None,
        places: str | Iterable[str] = (),
        top: int | None = SHOWN["heatmap"],
    ) -> "Figure":
        """Draw how often each met each, or how often each met somebody in each month or year.

        Args:
            columns: ``people`` or ``time``.
            since: From this day on.
            until: Up to this day.
            places: What happened in one of them.
            top: At most so many people and bodies, those who met most often; None for all.

        Returns:
            The picture.

        Raises:
            DataError: If there is nobody to draw.
            MissingExtra: If matplotlib is not installed.
            ParameterError: If a choice is unknown, or a date is none.
            UnknownName: If the graph knows no such place.
        """
        check_installed()
        from communique.plots.engagements import meetings_of
        from communique.plots.heatmap import draw_calendar, draw_matrix

        period = Period.of(since, until)
        _check("columns", columns, COLUMNS)
        found = meetings_of(self.reader, period, find_places(self.reader, places))
        draw = draw_matrix if columns == "people" else draw_calendar
        return draw(found, top=top, source=self._source())

    def plot_map(
        self, *, person: str | None = None, since: Day | None = None, until: Day | None = None
    ) -> "Figure":
        """Draw in which cities events were held and visits made.

        Args:
            person: Those at which this person was, or the holder of this office; None for all.
            since: From this day on.
            until: Up to this day.

        Returns:
            The picture: the world, or the part of it where they all were.

        Raises:
            AmbiguousName: If several fit a name.
            DataError: If no city is known.
            MissingExtra: If matplotlib is not installed.
            ParameterError: If a date is none.
            UnknownName: If the graph knows nobody by a name.
        """
        check_installed()
        from communique.plots.dates import span_of
        from communique.plots.map import draw_map
        from communique.plots.whereabouts import whereabouts_of

        period = Period.of(since, until)
        node = Names(self.reader).find(_TYPES["person"], person, period) if person else None
        found = whereabouts_of(self.reader, period, node)
        when = span_of(period.since, period.until, found.dates)
        title = f"Events and visits{f' of {self._title(node)}' if node else ''}"
        notes = []
        if found.nowhere:
            notes.append(f"{found.nowhere:,} more are not drawn: their city is not told.")
        return draw_map(
            found.spots, title=f"{title}{when and ', ' + when}", notes=notes, source=self._source()
        )

    def _title(self, node: str) -> str:
        from communique.plots.fonts import drawable

        label = ref_of(node).label
        (row,) = self.reader.run(_NAMED[label], {"ids": [node]}).rows
        return drawable(row["name"], row["names"] or ())

    def _source(self) -> str:
        (row,) = self.reader.run(_RELEASES, {}).rows
        issuers = sorted(set(filter(None, row["issuers"])))
        by = f" of {' and '.join(issuers)}" if 0 < len(issuers) < 3 else ""
        by = f" of {len(issuers)} issuers" if len(issuers) > 2 else by
        when = f", {row['first']} to {row['last']}" if row["first"] else ""
        count = row["count"]
        return f"From {count:,} release{'' if count == 1 else 's'}{by}{when}."


def _only(**given: str | None) -> tuple[str, str]:
    """Take the one that is given."""
    found = [(kind, name) for kind, name in given.items() if name and name.strip()]
    if len(found) != 1:
        message = f"A timeline is of one of these: {', '.join(given)}; {len(found)} are given."
        raise ParameterError(message)
    return found[0]


def _check(what: str, chosen: str, choices: Sequence[str]) -> None:
    if chosen not in choices:
        message = f"{what!r} must be one of {', '.join(choices)}, not {chosen!r}."
        raise ParameterError(message)


_TYPES = {
    "person": ParameterType.PERSON,
    "organization": ParameterType.PARTY,
    "place": ParameterType.PLACE,
    "office": ParameterType.OFFICE,
}
_NAMED = {
    label: f"MATCH (n:{label}) WHERE n.id IN $ids "
    "RETURN n.id AS id, n.name AS name, n.names AS names"
    for label in Label
}
_RELEASES = (
    "MATCH (r:Release) RETURN count(r) AS count, min(r.date) AS first, max(r.date) AS last, "
    "collect(DISTINCT r.issuer) AS issuers"
)
