"""Pages that were fetched before, in a folder."""

import hashlib
import logging
import sqlite3
from contextlib import closing
from pathlib import Path

import httpx
from hishel import CacheOptions, Entry, SqliteStorage
from hishel.httpx import CacheTransport

from communique.errors import ParameterError

_FILE = "pages.db"
_LARGEST = 8 * 1024**3
"""Bytes: what was used least makes room beyond."""

_WAIT = 5.0


class Cache:
    """Keeps pages as HTTP allows it, and asks whether they are still the newest.

    Args:
        folder: The folder; made if it isn't there. Several processes may share it.
        network: What asks hosts.

    Raises:
        ParameterError: If the folder can't be used.
    """

    def __init__(self, folder: Path, network: httpx.BaseTransport) -> None:
        self._storage = open_storage(folder)
        options = CacheOptions(shared=False)
        self._transport = CacheTransport(network, self._storage, rfc=options)

    def ask(self, request: httpx.Request) -> httpx.Response:
        """Ask whether what is kept is still the newest, and keep what is newer.

        Args:
            request: The request.

        Returns:
            The answer; its extension ``caching`` tells whether it was kept.
        """
        request.headers["Cache-Control"] = "no-cache"
        request.extensions["caching"] = {"key": _make_key(request.url)}
        return self._transport.handle_request(request)

    def find(self, url: httpx.URL) -> httpx.Response | None:
        """Find a page, however old, without asking anyone.

        Args:
            url: Its address.

        Returns:
            The newest answer that is kept, or None.
        """
        entries = self._storage.get_entries(_make_key(url))
        if not entries:
            return None
        found = entries[0].response
        stream = httpx.ByteStream(b"".join(found.stream))  # type: ignore[arg-type]
        headers = [(key.encode(), value.encode()) for key, value in found.headers.items()]
        told = {"caching": {"from_cache": True}}
        return httpx.Response(found.status_code, headers=headers, stream=stream, extensions=told)

    def close(self) -> None:
        """Close the cache, and the network with it."""
        self._transport.close()


class NewestPages(SqliteStorage):
    """Keeps of each page only what came last: we always ask alike, so no other answer is of use."""

    def get_entries(self, key: str) -> list[Entry]:
        """Find what came last under a key, and drop what came before.

        Entries come in the order they were made; the clocks of servers tell nothing.

        Args:
            key: The key.

        Returns:
            One entry or none.
        """
        entries = super().get_entries(key)
        for older in entries[:-1]:
            self.remove_entry(older.id)
        return entries[-1:]


def open_storage(folder: Path) -> NewestPages:
    """Open the file of a cache; a damaged one is begun anew.

    Args:
        folder: Its folder.

    Returns:
        The open file.

    Raises:
        ParameterError: If the folder can't be used.
    """
    path = folder / _FILE
    logging.getLogger(SqliteStorage.__module__).addFilter(_drop_traceback)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if path.exists() and _is_damaged(path):
            _remove(path)
        return _begin(path)
    except (OSError, sqlite3.Error) as error:
        message = f"The folder {str(folder)!r} can't keep pages: {error}."
        raise ParameterError(message, "Give another folder, or none.") from error


def _begin(path: Path) -> NewestPages:
    """Open the file at once, so that what is wrong with it is told now."""
    with closing(sqlite3.connect(path, timeout=_WAIT)) as file:
        file.execute("PRAGMA user_version")
    try:
        return _open(path)
    except RuntimeError:  # hishel: a file of another version
        _remove(path)
        return _open(path)


def _open(path: Path) -> NewestPages:
    storage = NewestPages(database_path=path, max_size=_LARGEST)
    try:
        storage.get_entries("")
    except RuntimeError:
        storage.close()
        raise
    return storage


def _is_damaged(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(path, timeout=_WAIT)) as file:
            return bool(file.execute("PRAGMA quick_check(1)").fetchone() != ("ok",))
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        return True


def _drop_traceback(record: logging.LogRecord) -> bool:
    """A full disk or a damaged file costs the cache, which one line is enough to tell."""
    record.exc_info = None
    return True


def _remove(path: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _make_key(url: httpx.URL) -> str:
    return hashlib.sha256(str(url).encode()).hexdigest()
