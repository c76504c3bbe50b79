"""What identity leaves open, what people decided, and why the mentions of a node are one."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from communique.graph.decisions import Decision, Verb, find_fact
from communique.graph.decisions.bearing import releases_of
from communique.graph.identity import ref_of
from communique.graph.model import Label
from communique.graph.registry.clustering import Doubt as Open
from communique.graph.registry.entry import read_entry
from communique.graph.registry.resolution import decided_blocks
from communique.graph.store import Store
from communique.graph.store.decisions import all_decisions
from communique.queries.doubts import Decided, Doubt, Reason
from communique.queries.table import Table

_SHOWN = 3
"""How many mentions are shown for each side of a doubt."""

Pair = tuple[str, str]


def review(store: Store, limit: int | None = None) -> Table[Doubt]:
    """List doubts, most consequential first: by how many mentions hang on the answer.

    Args:
        store: The graph.
        limit: At most so many.

    Returns:
        A row a doubt, with what releases tell of either side.
    """
    doubts = _open(store)
    counts = _count(store, {node for pair in doubts for node in pair})
    weights = {pair: min(counts[node] for node in pair) for pair in doubts}
    ranked = sorted(doubts, key=lambda pair: (-weights[pair], -doubts[pair].score, pair))[:limit]
    told = _tell(store, {node for pair in ranked for node in pair})
    rows = [
        {
            **_side("a", pair[0], told),
            **_side("b", pair[1], told),
            "kind": ref_of(pair[0]).label.value,
            "weight": weights[pair],
            "score": doubts[pair].score,
            "reason": doubts[pair].reason,
        }
        for pair in ranked
    ]
    return Table(tuple(Doubt.__dataclass_fields__), rows, Doubt)


def decided(store: Store) -> Table[Decided]:
    """List decisions, sorted by id, each with whether it is in force."""
    decisions = all_decisions(store)
    blocks = {b: d.id for d in decisions for s in d.sides for b in decided_blocks(s.label, [d.id])}
    bearing: dict[str, list[str]] = defaultdict(list)
    for row in store.run(_IN_BLOCKS, {"ids": sorted(blocks)}).rows:
        bearing[blocks[row["id"]]].append(str(read_entry(row["told"]).profile.mention))
    wrong = _wrong(store, decisions)
    rows = [
        _fallen(d, wrong) if d.verb is Verb.WRONG else _decided(d, sorted(bearing[d.id]))
        for d in decisions
    ]
    return Table(tuple(Decided.__dataclass_fields__), rows, Decided)


def reasons(store: Store, node: str) -> Table[Reason]:
    """List the mentions of a node, each with why it stands with the others.

    Args:
        store: The graph.
        node: The id of a node.

    Returns:
        A row a mention, sorted by release and place.
    """
    found = store.run(_MENTIONS[ref_of(node).label], {"node": node}).rows
    profiles = sorted({row["profile"] for row in found})
    entries = [read_entry(row["told"]) for row in store.run(_PROFILES, {"ids": profiles}).rows]
    why = {entry.id: _because(entry.reason, entry.basis) for entry in entries}
    names = {entry.id: entry.profile.name for entry in entries}
    titles = _titles(store, (office for row in found for office in row["offices"]))
    rows = [
        {
            **row,
            "offices": [titles[office] for office in row["offices"]],
            "reason": _named(why.get(row.pop("profile"), ""), names),
        }
        for row in found
    ]
    return Table(tuple(Reason.__dataclass_fields__), rows, Reason)


def _open(store: Store) -> dict[Pair, Open]:
    """Find the doubts between nodes, the strongest of each pair."""
    entries = [read_entry(row["told"]) for row in store.run(_DOUBTFUL, {}).rows]
    doubts = [doubt for entry in entries for doubt in entry.doubts]
    ends = sorted({doubt.other for doubt in doubts})
    nodes = {row["id"]: row["node"] for row in store.run(_NODES, {"ids": ends}).rows}
    nodes |= {entry.id: entry.node for entry in entries}
    found: dict[Pair, Open] = {}
    for doubt in sorted(doubts, key=lambda doubt: doubt.score):
        one, other = sorted((nodes[doubt.one], nodes[doubt.other]))
        found[one, other] = doubt
    return found


def _count(store: Store, nodes: Collection[str]) -> dict[str, int]:
    return {
        row["id"]: row["n"]
        for label, ids in _by_label(nodes)
        for row in store.run(_COUNT[label], {"ids": ids}).rows
    }


def _tell(store: Store, nodes: Collection[str]) -> dict[str, dict[str, Any]]:
    """Fetch the name of each node, and what a few releases tell of it, a line each."""
    rows = [
        row
        for label, ids in _by_label(nodes)
        for row in store.run(_TELL[label], {"ids": ids, "shown": _SHOWN}).rows
    ]
    titles = _titles(store, (o for row in rows for line in row["lines"] for o in line["offices"]))
    for row in rows:
        row["lines"] = [_line(line, titles) for line in row["lines"]]
    return {row["id"]: row for row in rows}


def _line(told: Mapping[str, Any], titles: Mapping[str, str]) -> str:
    offices = [titles[office] for office in told["offices"]]
    return ", ".join(filter(None, (told["form"], *offices, told["date"], told["release"])))


def _titles(store: Store, offices: Iterable[str]) -> dict[str, str]:
    """Fetch the names of offices."""
    rows = store.run(_OFFICES, {"ids": sorted(set(offices))}).rows
    return {row["id"]: row["name"] for row in rows}


def _side(side: str, node: str, told: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    name, evidence = told[node]["name"], told[node]["lines"]
    return {side: node, f"{side}_name": name, f"{side}_evidence": evidence}


def _decided(decision: Decision, mentions: list[str]) -> dict[str, Any]:
    """Tell of a decision about two mentions; where one is not there, as it was decided."""
    force = len(mentions) == len(decision.sides)
    sides = [f"{s.release}#mentions.{s.label.lower()}.{s.start}-{s.end}" for s in decision.sides]
    names = [side.name for side in decision.sides]
    a, b = mentions if force else sides
    return {
        "id": decision.id,
        "verb": decision.verb.value,
        "a": a,
        "a_name": names[0],
        "b": b,
        "b_name": names[1],
        "state": "in force" if force else "dormant",
        "note": decision.note,
    }


def _fallen(decision: Decision, wrong: Collection[str]) -> dict[str, Any]:
    fact = find_fact(decision, wrong)
    return {
        "id": decision.id,
        "verb": decision.verb.value,
        "a": fact or decision.fact,
        "a_name": None,
        "b": None,
        "b_name": None,
        "state": "in force" if fact else "dormant",
        "note": decision.note,
    }


def _wrong(store: Store, decisions: Iterable[Decision]) -> set[str]:
    """Find the facts that are withheld in the releases that decisions call wrong in."""
    releases = {r for d in decisions if d.verb is Verb.WRONG for r in releases_of(d)}
    rows = store.run(_WITHHELD, {"ids": sorted(releases)}).rows
    told = [json.loads(text) for row in rows for text in row["withheld"]]
    return {str(row["properties"]["fact"]) for row in told if "fact" in row["properties"]}


def _because(reason: str | None, basis: str | None) -> str:
    if basis:
        return f"who held the office that day: {basis}"
    return reason or "the first of its kind"


def _named(reason: str, names: Mapping[str, str]) -> str:
    """Name the profile that a reason is about by what it is called."""
    words, dash, partner = reason.rpartition(" - ")
    return f"{words}: as {names[partner]}" if dash and partner in names else reason


def _by_label(nodes: Iterable[str]) -> list[tuple[Label, list[str]]]:
    groups: dict[Label, list[str]] = defaultdict(list)
    for node in sorted(nodes):
        groups[ref_of(node).label].append(node)
    return sorted(groups.items())


_DOUBTFUL = "MATCH (p:Profile) WHERE p.doubts IS NOT NULL RETURN p AS told"
_NODES = "UNWIND $ids AS id MATCH (p:Profile {id: id}) RETURN p.id AS id, p.node AS node"
_PROFILES = "UNWIND $ids AS id MATCH (p:Profile {id: id}) RETURN p AS told"
_IN_BLOCKS = "UNWIND $ids AS id MATCH (b:Block {id: id})<-[:KEYED]-(p:Profile) RETURN id, p AS told"
_OFFICES = "UNWIND $ids AS id MATCH (o:Office {id: id}) RETURN o.id AS id, o.name AS name"
_WITHHELD = (
    "UNWIND $ids AS id MATCH (r:Release {id: id}) WHERE r.withheld IS NOT NULL "
    "RETURN r.withheld AS withheld"
)
_COUNT = {
    label: f"UNWIND $ids AS id MATCH (n:{label} {{id: id}})<-[m:MENTIONS]-() "
    "RETURN id, count(m) AS n"
    for label in Label
}
_TELL = {
    label: f"UNWIND $ids AS id MATCH (n:{label} {{id: id}})<-[m:MENTIONS]-(r:Release) "
    "WITH n, m, r, coalesce(m.offices, []) AS offices "
    "ORDER BY m.attested, m.id "
    "WITH n, collect({form: m.form, offices: offices, date: m.attested, release: r.id}) AS lines "
    "RETURN n.id AS id, n.name AS name, lines[..$shown] AS lines"
    for label in Label
}
_MENTIONS = {
    label: f"MATCH (:{label} {{id: $node}})<-[m:MENTIONS]-(r:Release) "
    "RETURN m.id AS mention, m.form AS form, m.profile AS profile, "
    "coalesce(m.offices, []) AS offices, r.id AS release "
    "ORDER BY release, mention"
    for label in Label
}
