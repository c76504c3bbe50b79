"""Stages that tell whom titles without a name mean, and the nodes of all but events."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from communique.builds.stages.stage import Row, Stage, by_key
from communique.graph.registry.entry import read_profile
from communique.graph.registry.holders import find_holder
from communique.graph.registry.profile import Profile
from communique.graph.tenure import Attestations


def infer(rows: Iterable[Row]) -> Iterator[Row]:
    """Tell whom titles without a name mean.

    Args:
        rows: ``tenure`` rows with person and day, ``title`` rows with profiles, by office.

    Yields:
        For each title that means somebody the id of the person and on what that rests.
    """
    for _, some in by_key(rows, "office"):
        days: defaultdict[str, set[str]] = defaultdict(set)
        titles: list[Profile] = []
        for row in some:
            if row["kind"] == "title":
                titles.append(read_profile(row["told"]))
            else:
                days[row["other"]].add(row["told"])
        attested = Attestations(days)
        for title in titles:
            if found := find_holder(title, lambda _, known=attested: known):  # type: ignore[misc]
                yield {"id": title.id, "node": found[0], "basis": found[1]}


INFERRED = Stage(
    "inferred",
    ("id", "node", "basis"),
    "SELECT DISTINCT o.node AS office, 'tenure' AS kind, p.node AS other, d.told FROM drafts d "
    "JOIN office_nodes o ON d.id = o.id JOIN who_nodes p ON d.other = p.id "
    "WHERE d.kind = 'tenure' "
    "UNION ALL SELECT o.node AS office, 'title' AS kind, t.id AS other, p.told FROM profiles t "
    "JOIN profiles s ON s.id = t.other AND s.kind = 'seat' "
    "JOIN office_nodes o ON o.id = t.other "
    "JOIN profiles p ON p.id = t.id AND p.kind = 'profile' WHERE t.kind = 'title'",
    infer,
    "office",
    "id",
)
MEANT = Stage(
    "meant_nodes",
    ("id", "node"),
    "SELECT w.id, coalesce(i.node, w.node) AS node FROM who_nodes w "
    "LEFT JOIN inferred i ON i.id = w.id UNION ALL SELECT id, node FROM office_nodes",
    index="id",
)
NODES = Stage(
    "nodes",
    ("id", "node", "reason", "basis"),
    "SELECT m.id, m.node, n.reason, coalesce(i.basis, '') AS basis FROM meant_nodes m "
    "JOIN (SELECT id, reason FROM who_nodes UNION ALL SELECT id, reason FROM office_nodes) n "
    "ON n.id = m.id LEFT JOIN inferred i ON i.id = m.id "
    "UNION ALL SELECT id, node, reason, '' AS basis FROM event_nodes",
    index="id",
)
