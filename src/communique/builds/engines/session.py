"""Spark sessions: how one is had, and its errors in our words."""

import os
import sys
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from communique.errors import EngineError, MissingExtra, ParameterError

LOCAL = "local[*]"
_LOOPBACK = ("local", "spark://127.", "spark://localhost")
_QUIET = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.parquet.compression.codec": "zstd",
}


@contextmanager
def spark_session(master: str = LOCAL, settings: Mapping[str, str] | None = None) -> Iterator[Any]:
    """Start a Spark session, and stop it in the end.

    Args:
        master: The address of the cluster; ``local[2]`` is two threads of this machine.
        settings: Spark's own settings by name; they go before ours.

    Yields:
        The session.

    Raises:
        MissingExtra: If PySpark is not installed.
        EngineError: If the cluster can't be had, or fails.
    """
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        message = "Spark is not installed."
        raise MissingExtra(message, "Run: pip install 'communique[spark]'") from error
    warnings.filterwarnings("ignore", "PySpark does not yet fully support", FutureWarning)
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.master(master).appName("communique")
    for name, value in {**_QUIET, **_bound(master), **(settings or {})}.items():
        builder = builder.config(name, value)
    with spark_border(master):
        session = builder.getOrCreate()
        try:
            yield session
        finally:
            session.stop()


@contextmanager
def spark_border(master: str) -> Iterator[None]:
    """Say in a sentence what Spark says.

    Args:
        master: The address of the cluster, for the message.

    Raises:
        EngineError: If Spark fails.
    """
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except (PySparkException, Py4JError, ConnectionError) as error:
        lines = [line for line in str(error).splitlines() if line.strip()]
        why = lines[0].strip() if lines else type(error).__name__
        hint = "What is made stays: the same command goes on. Spark's own log tells more."
        raise EngineError(f"Spark at {master} failed: {why[:300]}.", hint) from error


def read_settings(told: tuple[str, ...]) -> dict[str, str]:
    """Read settings as a command line has them, ``spark.executor.memory=2g``.

    Raises:
        ParameterError: If one is none.
    """
    found: dict[str, str] = {}
    for each in told:
        name, mark, value = each.partition("=")
        if not mark or not name.startswith("spark."):
            message = f"{each!r} is no setting of Spark."
            raise ParameterError(message, "Write it as --spark spark.executor.memory=2g.")
        found[name] = value
    return found


def _bound(master: str) -> dict[str, str]:
    """Bind the driver to this machine alone, where the cluster is on it."""
    if not master.startswith(_LOOPBACK):
        return {}
    return {"spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1"}
