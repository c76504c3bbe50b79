"""Stages of identity: blocks, pairs, verdicts, components, clusters, names of nodes.

Three waves, since an office rests on whose it is, and an event on who met whom. A pair is weighed
where it shares a block; what verdicts connect is a component and falls into clusters by itself.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communique.builds.stages.stage import Row, Stage, by_key
from communique.builds.stages.telling import write_json
from communique.graph.model import Label
from communique.graph.registry.candidates import pair_block
from communique.graph.registry.clustering import Clustering, cluster_weighed
from communique.graph.registry.entry import read_profile
from communique.graph.registry.naming import mark, wish_of
from communique.graph.registry.people import is_lone
from communique.graph.registry.profile import Profile
from communique.graph.registry.resolution import blocks_of, label_of, weigh_of
from communique.graph.registry.sole import Pair, Sole
from communique.identity import Comparison, Verdict


@dataclass(frozen=True)
class Wave:
    """Labels that are resolved together.

    Attributes:
        name: With what the names of its tables begin.
        labels: The labels.
    """

    name: str
    labels: tuple[Label, ...]

    def where(self, column: str) -> str:
        """Make the condition that a column has the id of a profile of these labels."""
        return " OR ".join(f"{column} LIKE '{label.lower()}:%'" for label in self.labels)


WHO = Wave("who", (Label.PLACE, Label.ORGANIZATION, Label.PERSON))
OFFICE = Wave("office", (Label.OFFICE,))
EVENT = Wave("event", (Label.EVENT,))


def before_components(wave: Wave, nodes: str | None) -> Iterator[Stage]:
    """List the stages up to the edges of which components are made.

    Args:
        wave: Which labels.
        nodes: The table of the nodes that their profiles rest on; None where they rest on none.
    """
    name = wave.name
    mine = f"kind = 'profile' AND ({wave.where('id')})"
    query = f"SELECT id, kind, other, told FROM profiles WHERE {mine}"
    if nodes:
        query += (
            f" UNION ALL SELECT p.id, p.kind, p.other, n.node AS told FROM profiles p "
            f"JOIN {nodes} n ON p.other = n.id WHERE p.kind = 'link' AND ({wave.where('p.id')})"
        )
    yield Stage(f"{name}_ready", ("kind", "id", "other", "told"), query, make_ready, "id", "id")
    yield Stage(
        f"{name}_pairs",
        ("one", "other"),
        f"SELECT k.other AS block, k.told AS last, r.id, r.told FROM {name}_ready k "
        f"JOIN (SELECT other FROM {name}_ready WHERE kind = 'keyed' GROUP BY other "
        f"HAVING count(*) > 1) b ON k.other = b.other "
        f"JOIN {name}_ready r ON r.id = k.id AND r.kind = 'ready' WHERE k.kind = 'keyed'",
        pair,
        "block",
    )
    yield Stage(
        f"{name}_found",
        ("one", "other", "told"),
        f"SELECT p.one, p.other, a.told AS mine, b.told AS theirs "
        f"FROM (SELECT DISTINCT one, other FROM {name}_pairs) p "
        f"JOIN {name}_ready a ON a.id = p.one AND a.kind = 'ready' "
        f"JOIN {name}_ready b ON b.id = p.other AND b.kind = 'ready'",
        weigh,
    )
    yield Stage(
        f"{name}_edges_0",
        ("a", "b"),
        f"SELECT DISTINCT other AS a, one AS b FROM {name}_found UNION "
        f"SELECT id AS a, other AS b FROM {name}_ready WHERE kind = 'beside'",
    )


def after_components(wave: Wave) -> Iterator[Stage]:
    """List the stages from components, ``WAVE_components``, to nodes."""
    name = wave.name
    part = f"coalesce(c.b, r.id) AS part FROM {name}_ready r"
    found = f"coalesce(c.b, f.one) AS part FROM {name}_found f"
    yield Stage(
        f"{name}_clusters",
        ("kind", "id", "other", "mark", "told"),
        f"SELECT r.kind, r.id, '' AS other, r.told, {part} "
        f"LEFT JOIN {name}_components c ON c.a = r.id WHERE r.kind = 'ready' "
        f"UNION ALL SELECT 'found' AS kind, f.one AS id, f.other, f.told, {found} "
        f"LEFT JOIN {name}_components c ON c.a = f.one",
        cluster,
        "part",
    )
    yield Stage(
        f"{name}_nodes",
        ("id", "node", "reason"),
        f"SELECT c.id, CASE WHEN w.sharing > 1 THEN c.mark ELSE c.other END AS node, "
        f"c.told AS reason FROM {name}_clusters c JOIN (SELECT other, count(DISTINCT mark) "
        f"AS sharing FROM {name}_clusters WHERE kind = 'cluster' GROUP BY other) w "
        f"ON c.other = w.other WHERE c.kind = 'cluster'",
        index="id",
    )


def make_ready(rows: Iterable[Row]) -> Iterator[Row]:
    """Make of each profile what its identity is told by.

    Args:
        rows: ``profile`` rows, and ``link`` rows with the nodes they rest on, by id.

    Yields:
        A ``ready`` row with profile, blocks and nodes; a ``keyed`` row for each block, with the
        last of its blocks; ``beside`` what all have in common who are called by one surname alone.
    """
    for profile_id, some in by_key(rows, "id"):
        told, nodes = "", {}
        for row in some:
            if row["kind"] == "profile":
                told = row["told"]
            else:
                nodes[row["other"]] = row["told"]
        profile = read_profile(told)
        blocks = sorted(blocks_of(profile, nodes))
        ready = write_json({"profile": told, "nodes": nodes, "blocks": blocks})
        yield {"kind": "ready", "id": profile_id, "other": "", "told": ready}
        for block in blocks:
            yield {"kind": "keyed", "id": profile_id, "other": block, "told": blocks[-1]}
        if profile.label is Label.PERSON and is_lone(profile):
            names = f"!{write_json(profile.names)}"
            yield {"kind": "beside", "id": profile_id, "other": names, "told": ""}


def read_ready(text: str) -> tuple[Profile, dict[str, str]]:
    """Read the profile of a ``ready`` row, and the nodes it rests on."""
    told = json.loads(text)
    return read_profile(told["profile"]), told["nodes"]


def pair(rows: Iterable[Row]) -> Iterator[Row]:
    """Pair the profiles of each block that are worth weighing.

    Args:
        rows: The profiles of blocks, by block.

    Yields:
        Pairs of ids, some of them more than once.
    """
    for block, some in by_key(rows, "block"):
        members = sorted((row["last"], row["id"], row["told"]) for row in some)
        profiles = [read_ready(told)[0] for _, _, told in members]
        for one, other in set(pair_block(block, profiles)):
            yield {"one": one, "other": other}


def weigh(rows: Iterable[Row]) -> Iterator[Row]:
    """Weigh pairs.

    Args:
        rows: Pairs, each with both profiles.

    Yields:
        Those that are the same or in doubt, with why.
    """
    for row in rows:
        (one, mine), (other, theirs) = read_ready(row["mine"]), read_ready(row["theirs"])
        found = weigh_of(one.label, {**mine, **theirs})(one, other)
        if found is not None and found.verdict is not Verdict.DIFFERENT:
            yield {"one": one.id, "other": other.id, "told": _write_comparison(found)}


def _write_comparison(found: Comparison) -> str:
    lone = found.lone if isinstance(found, Sole) else None
    return json.dumps([found.verdict, found.score, found.reason, lone])


def _read_comparison(text: str) -> Comparison:
    verdict, score, reason, lone = json.loads(text)
    if lone is None:
        return Comparison(Verdict(verdict), score, reason)
    return Sole(Verdict(verdict), score, reason, lone)


def cluster(rows: Iterable[Row]) -> Iterator[Row]:
    """Divide components into clusters.

    Args:
        rows: ``ready`` rows, and ``found`` rows with verdicts, by component.

    Yields:
        A ``cluster`` row for each profile: the id its node would have, the one it has where others
        would have the same, and why it is of that node; a ``doubt`` row for each doubt.
    """
    for _, some in by_key(rows, "part"):
        profiles: dict[str, Profile] = {}
        nodes: dict[str, str] = {}
        found: dict[Pair, Comparison] = {}
        for row in some:
            if row["kind"] == "ready":
                profiles[row["id"]], mine = read_ready(row["told"])
                nodes |= mine
            else:
                found[row["id"], row["other"]] = _read_comparison(row["told"])
        label = label_of(next(iter(profiles)))
        made = cluster_weighed(
            profiles.values(), weigh_of(label, nodes), dict(sorted(found.items()))
        )
        yield from _told(made, profiles)


def _told(made: Clustering, profiles: dict[str, Profile]) -> Iterator[Row]:
    for members in made.clusters:
        some = [profiles[each] for each in members]
        wish = wish_of(some)
        row = {"kind": "cluster", "other": wish, "mark": mark(wish, some)}
        for each in members:
            yield {**row, "id": each, "told": made.reasons.get(each, "")}
    for doubt in made.doubts:
        told = json.dumps([doubt.score, doubt.reason])
        yield {"kind": "doubt", "id": doubt.one, "other": doubt.other, "mark": "", "told": told}
