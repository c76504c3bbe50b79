"""The files of a build on any file system that Spark knows."""

from typing import Any


class HadoopFiles:
    """File systems by address, as Hadoop has them: HDFS, S3, a local one.

    Args:
        session: A Spark session.
    """

    def __init__(self, session: Any) -> None:  # noqa: ANN401 - only its extra has its types
        self._java = session.sparkContext._jvm
        self._settings = session.sparkContext._jsc.hadoopConfiguration()

    def children(self, place: str) -> list[str]:
        """List the names in a folder; see `Files`."""
        path, system = self._at(place)
        if not system.exists(path):
            return []
        return sorted(each.getPath().getName() for each in system.listStatus(path))

    def sizes(self, place: str) -> dict[str, int]:
        """List the Parquet files below a folder; see `Files`."""
        path, system = self._at(place)
        found, sizes = system.listFiles(path, True), {}
        root = system.getFileStatus(path).getPath().toString()
        while found.hasNext():
            each = found.next()
            name = each.getPath().toString().removeprefix(f"{root}/")
            if name.endswith(".parquet"):
                sizes[name] = int(each.getLen())
        return sizes

    def read(self, place: str) -> str | None:
        """Read a small file; see `Files`."""
        path, system = self._at(place)
        if not system.exists(path):
            return None
        stream = system.open(path)
        try:
            return bytes(stream.readAllBytes()).decode()
        finally:
            stream.close()

    def write(self, place: str, text: str) -> None:
        """Write a small file; see `Files`."""
        folder, _, name = place.rpartition("/")
        begun, system = self._at(f"{folder}/.{name}.part")
        stream = system.create(begun, True)
        stream.write(bytearray(text.encode()))
        stream.close()
        path, _ = self._at(place)
        system.delete(path, False)
        system.rename(begun, path)

    def remove(self, place: str) -> None:
        """Take away a file or a folder; see `Files`."""
        path, system = self._at(place)
        system.delete(path, True)

    def move(self, place: str, to: str) -> None:
        """Give a folder its place; see `Files`."""
        path, system = self._at(place)
        if not system.rename(path, self._at(to)[0]):
            message = f"{place} can't be moved to {to}"
            raise OSError(message)

    def _at(self, place: str) -> tuple[Any, Any]:
        path = self._java.org.apache.hadoop.fs.Path(place)
        return path, path.getFileSystem(self._settings)
