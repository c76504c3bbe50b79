"""The tables that the first stages query: what the parts of a build tell, a row a JSON text."""

from collections.abc import Iterator, Mapping
from typing import Any

from communique.builds.stages.stage import Row
from communique.builds.stages.telling import write_json

COLUMNS = ("release", "part", "head", "told")
_HEAD = ("id", "sha256", "issued", "date", "title", "issuer", "language")


def give_rows(told: Iterator[Mapping[str, Any]], name: str) -> Iterator[Row]:
    """Make the rows of a given table of those of parts.

    Args:
        told: Rows of one table of a part, what is empty left out, with the `part` they are in.
        name: ``releases``, ``mentions`` or ``facts``.

    Yields:
        Rows of release, part, `told`, and of a release `head`, which is what ranks its texts.
    """
    for row in told:
        part = str(row["part"])
        release = str(row["id"] if name == "releases" else row["release"])
        head = write_json({key: row[key] for key in _HEAD if key in row}) if "sha256" in row else ""
        own = {key: value for key, value in row.items() if key != "part"}
        yield {"release": release, "part": part, "head": head, "told": write_json(own)}
