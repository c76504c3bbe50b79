"""One way to read the words of a name."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Layout:
    """One way to read the words of a name.

    Attributes:
        surname: Its words; two for ``Cheung Ho Mei-fong`` and for ``Smith-Jones``.
        given: Given names that stand as words, in order.
        syllables: An East Asian given name, divided as it is written.
        initials: Letters that stand for given names.
        sure: Whether the order of the words is known.
    """

    surname: tuple[str, ...]
    given: tuple[str, ...] = ()
    syllables: tuple[str, ...] = ()
    initials: str = ""
    sure: bool = True

    @property
    def run_together(self) -> str:
        """The East Asian given name without hyphens and spaces."""
        return "".join(self.syllables)

    @property
    def bare(self) -> bool:
        """Whether there is a surname alone."""
        return not (self.given or self.syllables or self.initials)
