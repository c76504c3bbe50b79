"""How politely pages are asked for."""

from dataclasses import dataclass
from math import isfinite

from communique import __version__
from communique.errors import ParameterError


@dataclass(frozen=True)
class Politeness:
    """How often, how long and under which name pages are asked for.

    Attributes:
        agent: What the requests say who is asking; up to the first ``/`` it is the name that
            robots.txt is read for.
        rate: Requests a second to one host, robots.txt and repeated ones included.
        timeout: Seconds to wait for a connection, and for each next part of an answer; an answer
            as a whole may take ten times as long.
        retries: How many times a page is asked for again after 408, 429, 5xx, a time-out, a
            connection that was reset or a body that broke off.
        longest: The most seconds to wait before asking again, or between two requests where
            robots.txt wants a delay; what a host that wants more has is given up.
        private: Whether loopback, private, link-local and reserved addresses may be asked.
        robots: Whether robots.txt is obeyed.
    """

    agent: str = f"communique/{__version__} (reads official press releases)"
    rate: float = 1.0
    timeout: float = 30.0
    retries: int = 4
    longest: float = 120.0
    private: bool = False
    robots: bool = True

    @property
    def pause(self) -> float:
        """Seconds between two requests to one host."""
        return 1 / self.rate

    @property
    def name(self) -> str:
        """The name that robots.txt is read for."""
        return self.agent.partition("/")[0].strip()

    def check(self) -> None:
        """Make sure that the values are what they should be.

        Raises:
            ParameterError: If a number is out of its range, or the agent can't stand in a header.
        """
        for name in ("rate", "timeout"):
            _demand(_is_number(getattr(self, name)) and getattr(self, name) > 0, name, "above 0")
        for name in ("retries", "longest"):
            _demand(_is_number(getattr(self, name)) and getattr(self, name) >= 0, name, "0 or more")
        legal = self.agent.isascii() and self.agent.isprintable() and bool(self.name)
        _demand(legal, "agent", "a name and a version of plain letters: mine/1.0")


def _is_number(value: float) -> bool:
    return isinstance(value, int | float) and isfinite(value)


def _demand(good: bool, name: str, wanted: str) -> None:
    if not good:
        message = f"The {name} of a polite reader must be {wanted}."
        raise ParameterError(message)
