"""The files of a build, wherever they are."""

import shutil
from pathlib import Path
from typing import Protocol


class Files(Protocol):
    """A file system; places are paths or addresses that it understands."""

    def children(self, place: str) -> list[str]:
        """List the names in a folder, sorted; none where there is no such folder."""
        ...

    def sizes(self, place: str) -> dict[str, int]:
        """List the Parquet files anywhere below a folder, with their sizes in bytes."""
        ...

    def read(self, place: str) -> str | None:
        """Read a small file; None where there is none."""
        ...

    def write(self, place: str, text: str) -> None:
        """Write a small file, whole or not at all; folders are made."""
        ...

    def remove(self, place: str) -> None:
        """Take away a file or a folder with all in it, if it is there."""
        ...

    def move(self, place: str, to: str) -> None:
        """Give a folder its place; nothing is there yet."""
        ...


class LocalFiles:
    """The file system of this machine."""

    def children(self, place: str) -> list[str]:
        """List the names in a folder; see `Files`."""
        folder = Path(place)
        return sorted(each.name for each in folder.iterdir()) if folder.is_dir() else []

    def sizes(self, place: str) -> dict[str, int]:
        """List the Parquet files below a folder; see `Files`."""
        found = (path for path in Path(place).rglob("*.parquet") if path.is_file())
        return {str(path.relative_to(place)): path.stat().st_size for path in found}

    def read(self, place: str) -> str | None:
        """Read a small file; see `Files`."""
        path = Path(place)
        return path.read_text("utf-8") if path.is_file() else None

    def write(self, place: str, text: str) -> None:
        """Write a small file; see `Files`."""
        path = Path(place)
        path.parent.mkdir(parents=True, exist_ok=True)
        begun = path.with_name(f".{path.name}.part")
        begun.write_text(text, "utf-8")
        begun.replace(path)

    def remove(self, place: str) -> None:
        """Take away a file or a folder; see `Files`."""
        path = Path(place)
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)

    def move(self, place: str, to: str) -> None:
        """Give a folder its place; see `Files`."""
        Path(place).rename(to)
