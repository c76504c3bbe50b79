"""What those who publish a dataset tell of it, which no graph knows."""

import re
from dataclasses import dataclass, fields

from communique.errors import ParameterError
from communique.ontology.iris import iri_of
from communique.ontology.literals import date_literal

_UNSEEN = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True)
class Imprint:
    """What is told of a dataset, each a line of text or None.

    Attributes:
        title: What it is called.
        creator: The body, or the person, that made it.
        license: The address of the licence of the data. None claims nothing: whoever would use the
            data has to ask.
        issued: The day on which it is published, as ``2024-11-06``.
        url: The address at which it is told of, such as its DOI.
        version: Which version it is; None means the first digits of the hash of what it says.

    Raises:
        ParameterError: If licence or address is no address, or the day no date.
    """

    title: str = "Official press releases as a knowledge graph"
    creator: str | None = None
    license: str | None = None
    issued: str | None = None
    url: str | None = None
    version: str | None = None

    def __post_init__(self) -> None:
        for field in fields(self):
            if told := getattr(self, field.name):
                object.__setattr__(self, field.name, _line(told))
        for name, address in (("licence", self.license), ("address", self.url)):
            if address and iri_of(address) != address:
                message = f"{address!r} is no address that a {name} can have."
                raise ParameterError(message, "Give an http(s) address without spaces.")
        if self.issued and not date_literal(self.issued).endswith("#date>"):
            message = f"{self.issued!r} is no day."
            raise ParameterError(message, "Write it as 2024-11-06.")


def _line(text: str) -> str:
    return _UNSEEN.sub(" ", _SURROGATE.sub("\ufffd", text)).strip()
