"""A stretch of days, open at either end."""

import datetime
from dataclasses import dataclass

from communique.errors import ParameterError
from communique.queries.days import whole_day

Day = str | datetime.date
"""A day as a person gives it: ``2024-11-06``, ``2024-11``, ``2024`` or a date of Python's."""

_BETWEEN = ".."


@dataclass(frozen=True)
class Period:
    """From one day to another, both included.

    Attributes:
        since: The first day; None for no bound.
        until: The last day; None for no bound.
    """

    since: str | None = None
    until: str | None = None

    @classmethod
    def of(cls, since: Day | None = None, until: Day | None = None) -> "Period":
        """Make a period of two dates; a month or year means all its days.

        Args:
            since: The first day.
            until: The last day.

        Returns:
            The period.

        Raises:
            ParameterError: If one is no date, or the first comes after the last.
        """
        first = None if since is None else whole_day("since", since)
        last = None if until is None else whole_day("until", until)
        if first and last and first > last:
            message = f"'since' ({first}) comes after 'until' ({last})."
            raise ParameterError(message, "Exchange them.")
        return cls(first, last)

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read a period: ``2031``, ``2031-03``, ``2031-01..2031-06``, ``..2031``, ``2031..``.

        Args:
            text: A date, or two with dots between, of which one may be missing.

        Returns:
            The period.

        Raises:
            ParameterError: If it is none.
        """
        since, dots, until = (part.strip() for part in text.partition(_BETWEEN))
        hint = "Write it as 2031, 2031-03 or 2031-01..2031-06."
        if not (since or until):
            message = f"{text!r} is no period."
            raise ParameterError(message, hint)
        try:
            return cls.of(since or None, (until or None) if dots else since)
        except ParameterError as error:
            message = f"{text!r} is no period: {error.message}"
            raise ParameterError(message, hint) from None

    @property
    def bounded(self) -> bool:
        """Whether it has a bound at all."""
        return bool(self.since or self.until)

    def __str__(self) -> str:
        if not self.bounded:
            return "all days"
        return f"{self.since or ''}{_BETWEEN}{self.until or ''}"

    def holds(self, day: str | None) -> bool:
        """Tell whether a day lies in it, as exactly as it is known; one without a year never does.

        Args:
            day: A date with its precision: ``2031-03-04``, ``2031-03``, ``2031``, ``--03-04``.
        """
        if not self.bounded:
            return True
        if not day or day.startswith("-"):
            return False
        late = self.since is None or day >= self.since[: len(day)]
        return late and (self.until is None or day <= self.until[: len(day)])
