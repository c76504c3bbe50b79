"""First stages: of each address the latest text, the profiles of what it mentions, those joined."""

import json
from collections.abc import Iterable, Iterator
from functools import reduce

from communique.builds.stages.stage import Row, Stage, by_key
from communique.builds.stages.telling import FACT, MENTION, RELEASE, read_batch
from communique.graph.assertion import precedence
from communique.graph.model import Label
from communique.graph.registry.entry import read_profile, write_profile
from communique.graph.registry.holders import is_seat
from communique.graph.registry.profile import Profile
from communique.graph.registry.profiles import join_profiles, profile_release
from communique.graph.registry.resolution import links_of
from communique.graph.rows import Node, NodeRef

TOLD = " UNION ALL ".join(
    f"SELECT t.release, '{kind}' AS kind, t.told, '' AS id, '' AS other, '' AS more FROM {table} t "
    "JOIN latest l ON t.release = l.id AND t.part = l.part"
    for kind, table in ((RELEASE, "releases"), (MENTION, "mentions"), (FACT, "facts"))
)
"""What the latest text of each release asserts."""

_SOME = 200
"""So many releases have their profiles joined before these are handed on."""


def choose_latest(rows: Iterable[Row]) -> Iterator[Row]:
    """Choose of each release the latest text, as it was read last."""
    for release, some in by_key(rows, "id"):
        ranked = ((_rank(row["head"]), row["part"]) for row in some)
        yield {"id": release, "part": max(ranked)[1]}


def _rank(text: str) -> tuple[str, str, str]:
    told = {key: value for key, value in json.loads(text).items() if value is not None}
    return precedence(Node(NodeRef(Label.RELEASE, str(told["id"])), told))


def draft(rows: Iterable[Row]) -> Iterator[Row]:
    """Make the profiles of what each release mentions; tell who is attested in which office when.

    Args:
        rows: What releases assert, by release.

    Yields:
        ``profile`` rows, joined for some releases; for each mention a ``mention`` row with its
        profile and release; ``tenure`` rows with office, person and day.
    """
    joined: dict[str, Profile] = {}
    for number, (release, some) in enumerate(by_key(rows, "release")):
        made = profile_release(read_batch(some))
        for mention, profile in made.items():
            known = joined.get(profile.id)
            joined[profile.id] = join_profiles(known, profile) if known else profile
            yield _row("mention", mention, profile.id, release)
        yield from _tenures(made.values())
        if number % _SOME == _SOME - 1:
            yield from _written(joined)
            joined.clear()
    yield from _written(joined)


def _tenures(made: Iterable[Profile]) -> Iterator[Row]:
    for profile in set(made):
        if profile.label is Label.PERSON and profile.first:
            for office in profile.offices:
                yield _row("tenure", office, profile.id, profile.first)


def _written(joined: dict[str, Profile]) -> Iterator[Row]:
    for profile in joined.values():
        yield _row("profile", profile.id, "", write_profile(profile))


def join(rows: Iterable[Row]) -> Iterator[Row]:
    """Join the profiles of one id.

    Args:
        rows: ``profile`` rows, by id.

    Yields:
        One ``profile`` row for each; a ``link`` for each profile it rests on; ``seat`` for an
        office of a known body; ``title`` with office and day for a title without a name.
    """
    for _, some in by_key(rows, "id"):
        profile = reduce(join_profiles, (read_profile(row["told"]) for row in some))
        yield _row("profile", profile.id, "", write_profile(profile))
        if profile.label is Label.ORGANIZATION:
            if not profile.named and profile.first and len(profile.offices) == 1:
                yield _row("title", profile.id, profile.offices[0], profile.first)
            continue
        yield from (_row("link", profile.id, link) for link in sorted(links_of(profile)))
        if profile.label is Label.OFFICE and is_seat(profile):
            yield _row("seat", profile.id)


def _row(kind: str, key: str, other: str = "", told: str = "") -> Row:
    return {"kind": kind, "id": key, "other": other, "told": told}


_COLUMNS = ("kind", "id", "other", "told")

LATEST = Stage(
    "latest",
    ("id", "part"),
    "SELECT release AS id, part, head FROM releases",
    choose_latest,
    "id",
    "id",
)
DRAFTS = Stage("drafts", _COLUMNS, TOLD, draft, "release")
PROFILES = Stage(
    "profiles",
    _COLUMNS,
    "SELECT id, told FROM drafts WHERE kind = 'profile'",
    join,
    "id",
    "id",
)
