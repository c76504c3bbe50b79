"""Every error a user can meet, and the exit code each one ends with.

    CommuniqueError
    ├── DataError (1)            what was given is not good
    │   ├── ReleaseError           this is not a release, or not one that can be read
    │   │   └── FetchError             a page can't be had from its address
    │   │       └── TryLater               not just now; later it may be
    │   ├── UnknownName            the graph knows nothing by that name
    │   ├── AmbiguousName          several things fit that name
    │   ├── UnknownId              no release or fact has that id
    │   └── Contradiction          decisions can't all hold
    ├── UsageError (2)           what was asked for can't be done that way
    │   ├── UnknownQuery           no question has that name
    │   ├── ParameterError         a question's parameter is missing or of the wrong type
    │   ├── MissingFile            no file or folder at that path
    │   ├── MissingExtra           an optional part of communique is not installed
    │   ├── NoGraph                no graph at that path
    │   ├── WriteRefused           a write was asked of a graph opened for reading
    │   └── CypherError            the database does not understand the Cypher
    └── StoreError (3)           the database can't be had just now
        ├── Unreachable            nobody answers at that address
        ├── WrongPassword          the server refuses the name or the password
        ├── Locked                 another process owns the folder
        ├── NoRoom                 there is no room left where it is to be written
        ├── Unfinished             the graph is being filled: not all of it is there yet
        ├── EngineError            the cluster of a build can't be had, or failed
        ├── TimedOut               it took longer than was allowed
        └── OutOfMemory            it needs more memory than the database gives it

A message says what happened and where; a hint says what to do about it.
"""

from collections.abc import Sequence
from typing import ClassVar


class CommuniqueError(Exception):
    """The root: catch this to catch all that communique raises on purpose.

    Args:
        message: What happened, and where.
        hint: What the user can do about it.
    """

    exit_code: ClassVar[int] = 3

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}" if self.hint else self.message


class DataError(CommuniqueError):
    """What was given is not good: a release, a name, an id."""

    exit_code = 1


class ReleaseError(DataError):
    """This is not a release, or not one that can be read."""


class FetchError(ReleaseError):
    """A page can't be had from its address.

    Args:
        message: What happened, and where.
        hint: What the user can do about it.
        status: The HTTP status that the server gave, if it gave one.
    """

    def __init__(self, message: str, hint: str | None = None, status: int | None = None) -> None:
        super().__init__(message, hint)
        self.status = status


class TryLater(FetchError):
    """A page can't be had just now, but may be later: the server is busy, slow or broke off.

    Args:
        message: What happened, and where.
        hint: What the user can do about it.
        status: The HTTP status that the server gave, if it gave one.
        after: Seconds that the server asks to wait, if it does.
    """

    def __init__(
        self,
        message: str,
        hint: str | None = None,
        status: int | None = None,
        after: float | None = None,
    ) -> None:
        super().__init__(message, hint, status)
        self.after = after


class UnknownName(DataError):
    """The graph knows nothing by that name; `candidates` are the nearest it does know."""

    def __init__(
        self, message: str, hint: str | None = None, candidates: Sequence[str] = ()
    ) -> None:
        super().__init__(message, hint)
        self.candidates = tuple(candidates)


class AmbiguousName(UnknownName):
    """Several things fit that name; `candidates` lists them."""


class UnknownId(DataError):
    """No release or fact in the graph has that id."""


class Contradiction(DataError):
    """Decisions can't all hold: two mentions are told apart that others make one."""


class UsageError(CommuniqueError):
    """What was asked for can't be done that way."""

    exit_code = 2


class UnknownQuery(UsageError):
    """No question in the library has that name."""


class ParameterError(UsageError):
    """A parameter or option is unknown, missing or of the wrong type."""


class MissingFile(UsageError):
    """There is no file or folder at that path."""


class MissingExtra(UsageError):
    """An optional part of communique is not installed; the hint is the pip command."""


class NoGraph(UsageError):
    """There is no graph at that path, and a read never makes one."""


class WriteRefused(UsageError):
    """A write was asked of a graph opened for reading."""


class CypherError(UsageError):
    """The database does not understand the Cypher it was given."""


class StoreError(CommuniqueError):
    """The database can't be had just now, or failed in a way we did not foresee."""

    exit_code = 3


class Unreachable(StoreError):
    """Nobody answers at that address."""


class WrongPassword(StoreError):
    """The server refuses the user name or the password."""


class Locked(StoreError):
    """Another process owns the folder of a database or a build."""


class NoRoom(StoreError):
    """There is no room left where something is to be written."""


class Unfinished(StoreError):
    """The graph is being filled: not all of it is there yet."""


class EngineError(StoreError):
    """The cluster that carries out a build can't be had, or failed."""


class TimedOut(StoreError):
    """It took longer than was allowed."""


class OutOfMemory(StoreError):
    """It needs more memory than the database gives a transaction."""
