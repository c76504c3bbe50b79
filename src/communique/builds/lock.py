"""Who works on a build: one process at a time.

DIR/.lock               locked by whoever works; the system unlocks it when that process ends
DIR/.holder             which process that is, for the message to the next
"""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from communique.errors import Locked, MissingExtra

LOCK, HOLDER = ".lock", ".holder"


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold a folder, so that no other process works on it.

    Args:
        folder: The folder; made where there is none.

    Yields:
        Nothing; it is held until the end, or until the process ends in whatever way.

    Raises:
        Locked: If another process holds it, or this one does already.
        MissingExtra: If filelock is not installed.
        OSError: If it can't be written.
    """
    try:
        from filelock import FileLock, Timeout
    except ImportError as error:
        message = "What keeps two builds apart is not installed."
        raise MissingExtra(message, "Run: pip install 'communique[parquet]'") from error
    folder.mkdir(parents=True, exist_ok=True)
    lock, holder = FileLock(folder / LOCK, thread_local=False), folder / HOLDER
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise _busy(folder, holder) from None
    try:
        # Beside the lock and not in it: whoever only tries a lock may empty its file.
        holder.write_text(f"{os.getpid()} on {socket.gethostname()}", "utf-8")
        yield
    finally:
        holder.unlink(missing_ok=True)
        lock.release()


def _busy(folder: Path, holder: Path) -> Locked:
    try:
        who = f"process {holder.read_text('utf-8')}"
    except OSError:
        who = "a process that has just begun or is about to end"
    message = f"{folder} is being built by {who}."
    hint = "Wait until that ends, or stop it and run this again; or choose another folder: --out."
    return Locked(message, hint)
