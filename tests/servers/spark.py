"""A Spark cluster of this machine: a master and workers, each a process, on loopback alone."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from pyspark.find_spark_home import _find_spark_home

_PACKAGE = "org.apache.spark.deploy"
_PATIENCE = 60.0


@contextmanager
def running_cluster(folder: Path, workers: int = 2) -> Iterator[str]:
    """Start a cluster, and stop it in the end.

    Args:
        folder: Where its logs and work go.
        workers: How many workers, with one core each.

    Yields:
        The address of its master.
    """
    port, address = _free_port(), "127.0.0.1"
    master = f"spark://{address}:{port}"
    with ExitStack() as stack:
        where = ("--host", address, "--port", str(port), "--webui-port", str(_free_port()))
        stack.enter_context(_running(folder / "master", f"{_PACKAGE}.master.Master", *where))
        _await_port(port)
        for number in range(workers):
            own = ("--host", address, "--cores", "1", "--memory", "2g")
            pages = ("--webui-port", str(_free_port()), "--work-dir", str(folder / f"w{number}"))
            main = f"{_PACKAGE}.worker.Worker"
            stack.enter_context(_running(folder / f"worker{number}", main, *own, *pages, master))
        yield master


@contextmanager
def _running(log: Path, main: str, *arguments: str) -> Iterator[None]:
    command = [str(Path(_find_spark_home()) / "bin" / "spark-class"), main, *arguments]
    settings = {**os.environ, "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable}
    with (
        log.open("w") as file,
        subprocess.Popen(command, stdout=file, stderr=file, env=settings) as going,  # noqa: S603
    ):
        try:
            yield
        finally:
            going.terminate()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _await_port(port: int) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    message = f"no Spark master answers at port {port}"
    raise TimeoutError(message)
