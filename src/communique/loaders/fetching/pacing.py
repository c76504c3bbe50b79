"""Time between requests to one host."""

from collections.abc import Callable


class Pacing:
    """Keeps requests to one host apart; a request to another host need not wait for them.

    Args:
        pause: Seconds between two requests to one host.
        clock: Tells the time in seconds.
        sleep: Waits so many seconds.
    """

    def __init__(
        self, pause: float, clock: Callable[[], float], sleep: Callable[[float], None]
    ) -> None:
        self._pause = pause
        self._clock = clock
        self._sleep = sleep
        self._pauses: dict[str, float] = {}
        self._next: dict[str, float] = {}

    def slow_down(self, host: str, pause: float) -> None:
        """Wait longer between requests to a host; never shorter than to all.

        Args:
            host: The host.
            pause: Seconds.
        """
        self._pauses[host] = max(self._pause, pause)

    def wait(self, host: str) -> None:
        """Wait until the host may be asked, and count that as a request to it.

        Args:
            host: The host.
        """
        now = self._clock()
        if (early := self._next.get(host, now) - now) > 0:
            self._sleep(early)
        self._next[host] = self._clock() + self._pauses.get(host, self._pause)
