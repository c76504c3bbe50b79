"""The order of the stages: from releases, mentions and facts to the graph and its registry."""

from communique.builds.engines.engine import Engine
from communique.builds.stages.attachment import ATTACHED, ENTRIES, FOLDED
from communique.builds.stages.components import open_ends, turn
from communique.builds.stages.drafting import DRAFTS, LATEST, PROFILES
from communique.builds.stages.identity import (
    EVENT,
    OFFICE,
    WHO,
    Wave,
    after_components,
    before_components,
)
from communique.builds.stages.inference import INFERRED, MEANT, NODES
from communique.builds.stages.stage import Stage


def resolve(engine: Engine) -> None:
    """Carry out all stages; `ROWS` are the graph then, and ``entries`` its registry.

    Args:
        engine: What carries them out; what it has made before is kept.

    Raises:
        OSError: If a table can't be written.
    """
    _run(engine, LATEST, DRAFTS, PROFILES)
    _identify(engine, WHO, None)
    _identify(engine, OFFICE, "who_nodes")
    _run(engine, INFERRED, MEANT)
    _identify(engine, EVENT, MEANT.name)
    _run(engine, NODES, ATTACHED, FOLDED, ENTRIES)


def _identify(engine: Engine, wave: Wave, nodes: str | None) -> None:
    _run(engine, *before_components(wave, nodes))
    number = 0
    while engine.count(open_ends(wave.name, number)):
        _run(engine, *turn(wave.name, number))
        number += 1
    found = f"SELECT a, b FROM {wave.name}_edges_{number}"
    components = Stage(f"{wave.name}_components", ("a", "b"), found, index="a")
    _run(engine, components, *after_components(wave))


def _run(engine: Engine, *stages: Stage) -> None:
    for stage in stages:
        engine.run(stage)
