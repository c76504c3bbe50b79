"""The border where errors of httpcore become ours."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager

import httpcore

from communique.errors import FetchError, TryLater
from communique.loaders.fetching.deadline import Overdue

_LATER = "Try again later."
_MEANINGS: tuple[tuple[type[Exception], type[FetchError], str, str], ...] = (
    (Overdue, FetchError, "{} takes too long to send all of it.", "Allow a longer time-out."),
    (httpcore.TimeoutException, TryLater, "{} does not answer in time.", _LATER),
    (httpcore.ConnectError, FetchError, "{} can't be reached: nobody answers.", _LATER),
    (httpcore.NetworkError, TryLater, "The connection to {} broke off.", _LATER),
    (httpcore.RemoteProtocolError, TryLater, "What {} sends breaks off or is no HTTP.", _LATER),
    (httpcore.ProtocolError, FetchError, "{} can't be asked by HTTP.", "Check the address."),
    (httpcore.UnsupportedProtocol, FetchError, "{} can't be asked by HTTP.", "Check the address."),
    (httpcore.ProxyError, FetchError, "{} can't be reached by a proxy.", _LATER),
    (httpcore.ConnectionNotAvailable, TryLater, "The connection to {} broke off.", _LATER),
)


@contextmanager
def translating(place: str) -> Iterator[None]:
    """Turn errors of httpcore into ours.

    Args:
        place: What was asked, as a message names it.

    Raises:
        TryLater: For what may be better later: a time-out, a connection that breaks off.
        FetchError: For what won't.
    """
    try:
        yield
    except Exception as error:
        if (meant := translate(error, place)) is None:
            raise
        raise meant from error


def translate(error: Exception, place: str) -> FetchError | None:
    """Say an error of httpcore in our words.

    Args:
        error: Any error.
        place: What was asked.

    Returns:
        Our error, or None when it is none of httpcore's.
    """
    cause = error.__cause__ or error.__context__
    if isinstance(error, httpcore.ConnectError) and isinstance(cause, ssl.SSLError):
        return _distrust(cause, place)
    for theirs, ours, message, hint in _MEANINGS:
        if isinstance(error, theirs):
            return ours(message.format(place), hint)
    return None


def _distrust(error: ssl.SSLError, place: str) -> FetchError:
    if not isinstance(error, ssl.SSLCertVerificationError):
        return FetchError(f"{place} can't be reached by https.", "Check the address.")
    why = getattr(error, "verify_message", "") or "no reason given"
    message = f"The certificate of {place} can't be trusted: {why.rstrip('.')}."
    return FetchError(message, "Check the address, or give its authority by SSL_CERT_FILE.")
