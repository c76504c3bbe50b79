"""Whether what one release asserts is whole and true to its text, before it is written anywhere.

Nothing here knows RDF or a database: whoever makes a batch, from a file of any format or from a
reader of their own, can ask.
"""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import cast

from communique.graph.assertion import PREDICATES
from communique.graph.decisions.references import parse_fact
from communique.graph.model import EDGES, EdgeType, Label, Layer, Role, allows
from communique.graph.properties import Violation, check_properties, shown
from communique.graph.rows import Assertion, Batch, Mention, Node
from communique.loaders.address import normalise_url
from communique.loaders.release import unaddressed_id
from communique.reading.model import Predicate

__all__ = ["Violation", "check_batch"]

REPLACED = "\ufffd"
"""What stands in RDF for a lone surrogate: a text that has it need not have its own hash."""

FACTS = tuple(
    edge for edge, spec in EDGES.items()
    if spec.layer is Layer.ASSERTED and edge not in (EdgeType.MENTIONS, EdgeType.REPORTS)
)  # fmt: skip
"""The types of edges that facts are."""

_HELD = frozenset({Label.PERSON, Label.ORGANIZATION})
_REFERS: Mapping[str, tuple[frozenset[Label], frozenset[Label]]] = {
    "offices": (_HELD, frozenset({Label.OFFICE})),
    "of": (frozenset({Label.OFFICE}), frozenset({Label.ORGANIZATION, Label.PLACE})),
    "within": (
        frozenset({Label.ORGANIZATION, Label.PLACE, Label.EVENT}), frozenset({Label.PLACE}),
    ),
    "part_of": (frozenset({Label.EVENT}), frozenset({Label.EVENT})),
}  # fmt: skip
"""What may point at another mention, and at what, by the word that says how."""

_SETTLED = ("profile", "inferred", "refers", "offices", "of", "within", "part_of")
_ENDS = ("source_mention", "target_mention", "read_confidence", "offices")
_NEEDED = ("release", "fact", "status", "quote", "start", "end", "rule", "confidence")
_SIDES = {Role.PRINCIPAL.value, Role.COUNTERPART.value}
_SHARED = ("status", "date", "place", "quote", "start", "end", "rule", "confidence")
_NUMBER = re.compile(r"(?:\.(?:[2-9]|[1-9][0-9]+))?")


def check_batch(batch: Batch) -> Iterator[Violation]:
    """Check what one release asserts.

    Args:
        batch: The rows; any values, of whatever sort.

    Yields:
        Each thing that is not as the model wants it: the release's first, then mention by mention
        and assertion by assertion.
    """
    checking = _Checking(batch)
    yield from checking.release()
    yield from checking.ids()
    for mention in batch.mentions:
        yield from checking.mention(mention)
    for assertion in batch.assertions:
        yield from checking.assertion(assertion)
    yield from checking.facts()


class _Checking:
    def __init__(self, batch: Batch) -> None:
        self.batch = batch
        self.id = batch.release.ref.id
        text = batch.release.properties.get("text")
        self.text = text if isinstance(text, str) else None
        self.labels = {mention.id: mention.label for mention in batch.mentions}

    def release(self) -> Iterator[Violation]:
        node = self.batch.release
        told = node.properties
        if node.ref.label is not Label.RELEASE:
            yield Violation(self.id, "label", f"It is a {node.ref.label}, not a Release.")
        yield from check_properties(self.id, Label.RELEASE, told, ("sha256",), ("withheld",))
        start, end = told.get("body"), told.get("body_end")
        inner = [each for each in (start, end) if type(each) is int]
        length = len(self.text) if self.text is not None else None
        if inner != sorted(inner) or not all(_is_within(each, length) for each in inner):
            yield Violation(self.id, "body", f"Its body, {start} to {end}, is outside its text.")
        if self.text is not None and not is_hashed(self.text, told.get("sha256")):
            yield Violation(self.id, "sha256", "The hash is another text's than this one's.")
        if not _is_id_of(node):
            yield Violation(
                self.id, "release-id", "The release's address and text give another id."
            )

    def ids(self) -> Iterator[Violation]:
        ids = [mention.id for mention in self.batch.mentions]
        ids += [told.id for told in self.batch.assertions]
        for some_id, count in Counter(ids).items():
            if count > 1:
                yield Violation(some_id, "twice", f"The release has this id {count} times.")

    def mention(self, mention: Mention) -> Iterator[Violation]:
        told, where = mention.properties, mention.id
        needed = ("release", "form", "forms", "spans")
        yield from check_properties(where, EdgeType.MENTIONS, told, needed, _SETTLED)
        yield from self._own(where, told.get("release"))
        if mention.label is Label.RELEASE:
            yield Violation(where, "label", "No release mentions a release.")
        yield from self._names(mention)
        yield from self._spans(mention)
        yield from self._refers(mention)

    def assertion(self, told: Assertion) -> Iterator[Violation]:
        if told.type not in FACTS:
            yield Violation(told.id, "label", f"{told.type} is no fact.")
            return
        needed = (*_NEEDED, "role") if told.type is EdgeType.ATTENDED else _NEEDED
        yield from check_properties(told.id, told.type, told.properties, needed, _ENDS)
        yield from self._own(told.id, told.properties.get("release"))
        yield from self._quote(told)
        yield from self._between(told)

    def facts(self) -> Iterator[Violation]:
        """Check each fact as a whole: its id, and the two sides of a meeting."""
        facts: dict[str, list[Assertion]] = defaultdict(list)
        for told in self.batch.assertions:
            if isinstance(fact := told.properties.get("fact"), str):
                facts[fact].append(told)
        for fact, rows in facts.items():
            parsed = parse_fact(fact)
            if parsed is None or parsed.release != self.id:
                yield Violation(fact, "fact-id", "It is no id of a fact of this release.")
            elif parsed.predicate is Predicate.MET_WITH:
                yield from _check_meeting(fact, rows)
            else:
                yield from _check_fact(fact, PREDICATES[parsed.predicate], rows)

    def _own(self, where: str, release: object) -> Iterator[Violation]:
        if release != self.id:
            yield Violation(where, "release", f"It names another release: {shown(release)}.")

    def _names(self, mention: Mention) -> Iterator[Violation]:
        form, forms = mention.properties.get("form"), mention.properties.get("forms")
        if form == "":
            yield Violation(mention.id, "form", "The name is empty.")
        if isinstance(forms, list) and form not in forms:
            yield Violation(mention.id, "form", f"{shown(form)} is none of the forms of the name.")

    def _spans(self, mention: Mention) -> Iterator[Violation]:
        spans = mention.properties.get("spans")
        if not isinstance(spans, list) or not all(type(each) is int for each in spans):
            return
        if not spans or len(spans) % 2:
            yield Violation(mention.id, "span", "The spans should be pairs of start and end.")
            return
        offsets = cast("list[int]", spans)
        pairs = list(zip(offsets[::2], offsets[1::2], strict=True))
        for start, end in pairs:
            if not self._holds(start, end):
                yield Violation(mention.id, "span", f"The text has no span {start}-{end}.")
        if any(one > other for one, other in pairwise(pairs)):
            yield Violation(mention.id, "span-order", "The spans are not in the order of the text.")
        tail = ".implied" if mention.properties.get("implied") else ""
        first = f"{pairs[0][0]}-{pairs[0][1]}{tail}"
        wanted = f"{self.id}#mentions.{mention.label.lower()}.{first}"
        rest = mention.id.removeprefix(wanted)
        if not mention.id.startswith(wanted) or not _NUMBER.fullmatch(rest):
            yield Violation(mention.id, "mention-id", f"Its label and first span give {wanted}.")

    def _refers(self, mention: Mention) -> Iterator[Violation]:
        for key, targets in mention.refers.items():
            if key not in _REFERS:
                yield Violation(mention.id, "refers", f"No mention points by {shown(key)}.")
                continue
            sources, wanted = _REFERS[key]
            if key != "offices" and len(targets) > 1:
                yield Violation(mention.id, "refers", f"It has more than one `{key}`.")
            for target in targets:
                label = self.labels.get(target)
                if label is None:
                    yield Violation(mention.id, "refers", f"No mention {shown(target)} is here.")
                elif mention.label not in sources or label not in wanted:
                    message = f"No {mention.label} points at a {label} by `{key}`."
                    yield Violation(mention.id, "refers", message)

    def _quote(self, told: Assertion) -> Iterator[Violation]:
        start, end, quote = (told.properties.get(key) for key in ("start", "end", "quote"))
        if type(start) is not int or type(end) is not int:
            return
        if not self._holds(start, end):
            yield Violation(told.id, "quote", f"The text has no span {start}-{end}.")
        elif self.text is not None and quote != self.text[start:end]:
            yield Violation(told.id, "quote", "The quote is not what stands there in the text.")
        elif isinstance(quote, str) and len(quote) != end - start:
            yield Violation(told.id, "quote", "The quote is not as long as its span.")

    def _between(self, told: Assertion) -> Iterator[Violation]:
        labels = [self.labels.get(end) for end in (told.source, told.target)]
        for end, label in zip((told.source, told.target), labels, strict=True):
            if label is None:
                yield Violation(told.id, "end", f"It ends at {shown(end)}, no mention of here.")
        if None in labels:
            return
        source, target = cast("list[Label]", labels)
        if not allows(told.type, source, target):
            message = f"The model has no {told.type} from {source} to {target}."
            yield Violation(told.id, "end-label", message)
        if told.source == told.target:
            yield Violation(told.id, "end", "It ends where it starts.")

    def _holds(self, start: int, end: int) -> bool:
        return 0 <= start < end and (self.text is None or end <= len(self.text))


def _check_meeting(fact: str, rows: list[Assertion]) -> Iterator[Violation]:
    roles = Counter(str(row.properties.get("role")) for row in rows)
    whole = roles == Counter(_SIDES) and all(row.type is EdgeType.ATTENDED for row in rows)
    if not whole:
        message = "A meeting is two attendances, of a principal and a counterpart."
        yield Violation(fact, "meeting", message)
        return
    one, other = rows
    for row in rows:
        if row.id != f"{fact}/{row.properties['role']}":
            yield Violation(row.id, "fact-id", "Its id is not that of its fact and its role.")
    if one.target != other.target:
        yield Violation(fact, "meeting", "The two sides attended two events.")
    differ = [k for k in _SHARED if one.properties.get(k) != other.properties.get(k)]
    if differ:
        yield Violation(fact, "meeting", f"The two sides differ in {', '.join(differ)}.")


def _check_fact(fact: str, edge_type: EdgeType, rows: list[Assertion]) -> Iterator[Violation]:
    for row in rows:
        if row.id != fact:
            yield Violation(row.id, "fact-id", "Its id is not that of its fact.")
        if row.type is not edge_type:
            yield Violation(row.id, "fact-id", f"Its fact is {edge_type}, but it is {row.type}.")
        if row.properties.get("role") in _SIDES:
            message = "It has the role of one side of a meeting, but is none."
            yield Violation(row.id, "meeting", message)


def _is_within(offset: int, length: int | None) -> bool:
    return offset >= 0 and (length is None or offset <= length)


def is_hashed(text: str, sha256: object) -> bool:
    """Tell whether a hash is that of a text, or the text is no longer the one that was hashed."""
    own = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return sha256 == own or REPLACED in text


def _is_id_of(node: Node) -> bool:
    """Tell whether the id is that of such a release; where that can't be told, it may be."""
    keys = ("url", "issuer", "title", "date", "sha256")
    url, issuer, title, date, sha256 = told = [node.properties.get(key) for key in keys]
    if any(value is not None and not isinstance(value, str) for value in told):
        return True
    if any(REPLACED in str(value) for value in told):
        return True
    if url and (address := normalise_url(str(url))):
        return node.ref.id == address
    parts = cast("str | None", issuer), str(title or "")
    # The date may have come from the reading, which the id knows nothing of.
    days = {cast("str | None", date), None}
    return node.ref.id in {unaddressed_id(*parts, day, str(sha256)) for day in days}
