"""A Spark cluster of several processes, over the releases of a real archive."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from communique.builds.build import Build, BuildReport
from communique.builds.cluster import ClusterBuild
from communique.builds.engines.local import LocalEngine
from communique.builds.engines.session import spark_session
from communique.builds.work import Work
from communique.pipeline import releases

pytestmark = [pytest.mark.long, pytest.mark.shared]
CORPUS = "corpus/us-state-2021-2022.jsonl.gz"
SETTINGS = {
    "spark.sql.shuffle.partitions": "4",
    "spark.executor.memory": "1g",
    "spark.executor.pyspark.memory": "1g",
}


def servers() -> ModuleType:
    """What starts a cluster; imported when it is needed, since it needs Spark."""
    path = Path(__file__).parents[2] / "servers" / "spark.py"
    spec = importlib.util.spec_from_file_location("communique_test_spark", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_two_workers_give_the_rows_of_one_machine(shared: Path, tmp_path: Path) -> None:
    """All 1,912 releases, read and resolved; one digest over all rows."""
    local, clustered = BuildReport(), BuildReport()
    build = Build(tmp_path / "local", Work())
    assert not list(build.read(releases([shared / CORPUS]), local))
    build.resolve(local, LocalEngine)
    (tmp_path / "cluster").mkdir()
    with (
        servers().running_cluster(tmp_path / "cluster") as master,
        spark_session(master, SETTINGS) as session,
    ):
        there = ClusterBuild(session, str(tmp_path / "spark"), Work())
        assert not list(there.read(releases([shared / CORPUS]), clustered))
        there.resolve(clustered)
    assert local.graph is not None
    assert clustered.graph is not None
    assert clustered.graph.digest == local.graph.digest
    assert (clustered.read, clustered.engaged) == (local.read, local.engaged) != (0, 0)
