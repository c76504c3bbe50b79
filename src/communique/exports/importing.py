"""What turns a folder of CSV into a Neo4j database: a script, and constraints for afterwards."""

from collections.abc import Sequence
from pathlib import Path

from communique.graph.store.schema import AWAIT, constraints, indexes

_LEAST = 4 * 1024 * 1024
_WIDEST = 4  # bytes of one character
_WHOLE = """\
# Profiles, blocks and decisions came with it: `communique load` and people's decisions go on
# with the imported database as with the one exported.
"""
_ASKING = """\
# It is for asking only: the profiles and decisions on which it rests who is who did not come with
# it. Do not load releases into the imported database, take them back or decide in it.
"""
_SCRIPT = """\
#!/bin/sh
# Makes a Neo4j database of the CSV files beside this script, with the server stopped:
#   ./import.sh                            into the database neo4j
#   ./import.sh --overwrite-destination    over what is in it
# Then start the server and run `cypher-shell --file constraints.cypher`.
# NEO4J_ADMIN names another neo4j-admin, NEO4J_DATABASE another database.
#
{kept}set -eu
cd -- "$(dirname -- "$0")"
exec "${{NEO4J_ADMIN:-neo4j-admin}}" database import full "${{NEO4J_DATABASE:-neo4j}}" \\
{options}  "$@"
"""
_OPTIONS = (
    "--id-type=string",
    "--array-delimiter=U+001F",
    "--multiline-fields=true",
    "--strict=true",
)


def write_script(folder: Path, names: Sequence[str], *, longest: int, kept: bool) -> None:
    """Write ``import.sh``.

    Args:
        folder: Where to.
        names: The CSV files, below that folder.
        longest: How many characters the longest row has: the importer's buffer must hold it.
        kept: Whether what a database keeps besides the graph is among them.
    """
    buffer = max(_LEAST, _WIDEST * longest)
    options = [*_OPTIONS, f"--read-buffer-size={buffer}"]
    for name in names:
        option = "nodes" if name.startswith("nodes/") else "relationships"
        options.append(f"--{option}={name}")
    lines = "".join(f"  {option} \\\n" for option in options)
    script = folder / "import.sh"
    told = _SCRIPT.format(kept=_WHOLE if kept else _ASKING, options=lines)
    script.write_text(told, "utf-8", newline="\n")
    script.chmod(0o755)


def write_constraints(folder: Path) -> None:
    """Write ``constraints.cypher``: what `communique load` would make in an empty Neo4j."""
    made = (*constraints("neo4j"), *indexes("neo4j"), AWAIT)
    lines = (f"{statement};\n" for statement in (*made, _EMPTY))
    (folder / "constraints.cypher").write_text("".join(lines), "utf-8", newline="\n")


_EMPTY = "MATCH ()-[r:HOLDS]->() WHERE r.attested IS NULL SET r.attested = []"
"""The importer makes nothing of an empty list, which this one alone can be."""
