"""Asking again for what may come later."""

from collections.abc import Callable
from typing import TypeVar

from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt
from tenacity.stop import stop_base
from tenacity.wait import wait_base, wait_exponential_jitter

from communique.errors import TryLater
from communique.loaders.fetching.politeness import Politeness

Got = TypeVar("Got")


def ask_again(
    ask: Callable[[], Got], politeness: Politeness, sleep: Callable[[float], None]
) -> Got:
    """Ask until an answer comes, with longer and longer pauses, or as long as the host wishes.

    Args:
        ask: What asks.
        politeness: How often to ask again, and the longest pause.
        sleep: Waits so many seconds.

    Returns:
        What it gives.

    Raises:
        TryLater: If there is no answer after all retries, or the host asks for a longer pause.
        FetchError: If it can't be had; that is not asked again.
    """
    longest = politeness.longest
    retrying = Retrying(
        retry=retry_if_exception_type(TryLater),
        stop=stop_after_attempt(politeness.retries + 1) | _TooLong(longest),
        wait=_Pauses(longest),
        sleep=sleep,
        reraise=True,
    )
    try:
        return retrying(ask)
    except TryLater as error:
        raise _tell(error, retrying.statistics["attempt_number"], longest) from error


class _TooLong(stop_base):
    """Whether the host wishes a longer pause than is allowed."""

    def __init__(self, longest: float) -> None:
        self._longest = longest

    def __call__(self, retry_state: RetryCallState) -> bool:
        return _wish(retry_state) > self._longest


class _Pauses(wait_base):
    """Twice as long each time, and never shorter than the host wishes."""

    def __init__(self, longest: float) -> None:
        self._longest = longest
        self._usual = wait_exponential_jitter(initial=1, max=longest)

    def __call__(self, retry_state: RetryCallState) -> float:
        return max(_wish(retry_state), min(self._usual(retry_state), self._longest))


def _wish(state: RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome else None
    return error.after or 0.0 if isinstance(error, TryLater) else 0.0


def _tell(error: TryLater, times: int, longest: float) -> TryLater:
    """Say how often it was asked, or that the pause is too long."""
    said = error.message.removesuffix(".")
    if error.after is not None and error.after > longest:
        said += f" and asks to wait {error.after:.0f} s, longer than the {longest:.0f} s allowed"
    elif times > 1:
        said += f", asked {times} times"
    return TryLater(f"{said}.", error.hint, error.status, error.after)
