"""The border: errors of the driver and of the embedded engine become ours, all of them."""

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j import exceptions as theirs

from communique.errors import (
    CommuniqueError,
    CypherError,
    OutOfMemory,
    StoreError,
    TimedOut,
    Unreachable,
    WriteRefused,
    WrongPassword,
)

_REFUSED = (
    "Neo.ClientError.Statement.AccessMode",
    "Neo.ClientError.Security.Forbidden",
    "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase",
    "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase",
)
_MEMORY = (
    "Neo.TransientError.General.MemoryPoolOutOfMemoryError",
    "Neo.TransientError.General.OutOfMemoryError",
    "Neo.TransientError.General.StackOverFlowError",
    "Neo.TransientError.General.TransactionOutOfMemoryError",
    "Neo.DatabaseError.General.OutOfMemoryError",
)
# The embedded engine has no code of its own for it.
_IN_HEAP = "in-heap"
_CONNECTED = "DeleteConnectedNode"
_INSTEAD = "Use `communique load`, `retract`, `reread`, a decision, or `query --write`."
_LESS = "Ask for less at once: a tighter match, a LIMIT."
_KINDS: tuple[tuple[tuple[str, ...], type[CommuniqueError], str], ...] = (
    (
        (
            "Neo.ClientError.Transaction.TransactionTimedOut",
            "Neo.TransientError.Transaction.LockAcquisitionTimeout",
        ),
        TimedOut,
        "took longer than was allowed",
    ),
    (_MEMORY, OutOfMemory, "needs more memory for this than it may take"),
    (("Neo.ClientError.Database.DatabaseNotFound",), CypherError, "has no such database"),
    (
        (
            "Neo.ClientError.Statement.",
            "Neo.ClientError.Schema.",
            "Neo.ClientError.Procedure.",
            "Neo.DatabaseError.Statement.",
        ),
        CypherError,
        "does not understand this",
    ),
    (("Neo.TransientError.",), Unreachable, "can't do that just now"),
)


@contextmanager
def border(where: str) -> Iterator[None]:
    """Let no error of the driver through untranslated.

    Args:
        where: The graph that is spoken to, for the message.

    Raises:
        CommuniqueError: In place of any driver error.
    """
    try:
        yield
    except (theirs.Neo4jError, theirs.DriverError, OSError) as error:
        raise translate(error, where) from error


def translate(error: Exception, where: str) -> CommuniqueError:
    """Give an error of the driver our name for it.

    Args:
        error: Any exception of the driver, or of the socket below it.
        where: The graph that was spoken to.

    Returns:
        The error to raise in its place.
    """
    if isinstance(error, theirs.Neo4jError):
        return _server_said(error, where)
    if isinstance(error, theirs.ConfigurationError):
        return Unreachable(f"{where} is no address of a database: {_text(error)}.")
    if isinstance(error, theirs.ServiceUnavailable | theirs.SessionExpired | OSError):
        message = f"Nobody answers at {where}."
        return Unreachable(message, "Is the server running, and is the address right?")
    return StoreError(f"The driver of {where} failed: {_text(error)}.")


def _server_said(error: theirs.Neo4jError, where: str) -> CommuniqueError:
    code = getattr(error, "code", None) or ""
    if code in _REFUSED:
        message = f"{where} is opened for reading: the write was refused."
        return WriteRefused(message, _INSTEAD)
    if isinstance(error, theirs.AuthError):
        message = f"{where} refuses the user name or the password."
        return WrongPassword(message, "Set NEO4J_USERNAME and NEO4J_PASSWORD.")
    if _IN_HEAP in _text(error):
        code = _MEMORY[0]
    if _text(error).startswith(_CONNECTED):
        code = "Neo.ClientError.Schema.ConstraintValidationFailed"  # as Neo4j has it
    for codes, make, told in _KINDS:
        if code.startswith(codes):
            hint = _LESS if make is OutOfMemory else None
            return make(f"{where} {told}: {_text(error)}", hint)
    return StoreError(f"{where} failed: {_text(error)}")


def _text(error: Exception) -> str:
    told = getattr(error, "message", None) or str(error)
    return " ".join(str(told).split())
