"""What a dataset is, in words that README and metadata share."""

from dataclasses import dataclass

import communique
from communique.ontology.dataset.census import Census
from communique.ontology.dataset.imprint import Imprint

DATA = "data.nq.gz"
"""The file of the graph."""

KEYWORDS = ("diplomacy", "international relations", "press releases", "knowledge graph", "RDF")

COUNTED = (
    ("Release", "releases"), ("Person", "people"), ("Office", "offices"),
    ("Organization", "organizations and groups"), ("Place", "places"), ("Event", "events"),
    ("Tenure", "tenures"), ("Mention", "mentions"), ("Attendance", "attendances"),
    ("Speech", "speeches"), ("Hosting", "hostings"), ("Signature", "signatures"),
    ("Visit", "visits"), ("Thanks", "thanks"), ("Congratulation", "congratulations"),
    ("Accompaniment", "accompaniments"), ("Withheld", "withheld, among the above"),
    ("Decision", "decisions"),
)  # fmt: skip
"""Classes that readers are told the size of, and what they are called."""


@dataclass(frozen=True)
class Summary:
    """All that is told of a dataset.

    Attributes:
        imprint: What its publishers tell.
        census: What there is in it.
        size: How many bytes the file of the graph has.
        sha256: Its SHA-256.
        conforms: The IRI of the ontology in its version.
    """

    imprint: Imprint
    census: Census
    size: int
    sha256: str
    conforms: str

    @property
    def version(self) -> str:
        """Which version it is."""
        return self.imprint.version or self.census.mark

    @property
    def software(self) -> str:
        """What made it."""
        return f"communique {communique.__version__}"

    @property
    def description(self) -> str:
        """What it is, in one sentence."""
        census = self.census
        period = f" from {census.first} to {census.last}" if census.first else ""
        issuers = f" of {_number(len(census.issuers), 'publisher')}" if census.issuers else ""
        releases = _number(census.classes["Release"], "official press release")
        return (
            f"Who met whom, in which office, where and at what event, as {releases}{issuers}"
            f"{period} say; each fact with the words that say it."
        )

    @property
    def rights(self) -> str:
        """Whose the words are."""
        what = "Texts, headlines and quotes" if self.census.texts else "Headlines and quotes"
        return f"{what} are from the releases, which have the copyright of who published them."

    @property
    def counts(self) -> list[tuple[str, str, int]]:
        """How many there are, class by class: the class, what they are called, the number."""
        known = self.census.classes
        return [(name, called, known[name]) for name, called in COUNTED if known[name]]


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}" + ("s" if count != 1 else "")
