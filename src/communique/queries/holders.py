"""A title in the place of a name, or before it: who held the office in the period asked."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from communique.errors import AmbiguousName, ParameterError, UnknownName
from communique.graph.identity import name_key
from communique.graph.store import Store
from communique.queries.addressing import bare_name, names_title, without_article
from communique.queries.period import Period
from communique.queries.question import ParameterType
from communique.queries.resolution import listed, resolve

_TITLED = (ParameterType.PERSON, ParameterType.PARTY)


@dataclass(frozen=True)
class Holder:
    """Who is attested in an office, and on which whole days, sorted."""

    id: str
    name: str
    days: tuple[str, ...]

    @property
    def told(self) -> str:
        """Tell who, and when attested."""
        first, last = self.days[0], self.days[-1]
        return f"{self.name}, attested " + (first if first == last else f"{first} to {last}")


class Names:
    """Finds what names mean in a graph.

    Args:
        store: The graph.

    Attributes:
        notes: A sentence for each title that was taken for its holder.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self.notes: list[str] = []

    def find(self, kind: ParameterType, text: str, period: Period) -> str:
        """Find the one node that a name means, or who held the office that a title names.

        A name of several is never taken for a title. "The" before a name is no part of it, and
        neither is an honorific or a title before the name of a person, if nothing fits with it.

        Args:
            kind: What is looked for.
            text: An id, a name or a title.
            period: When the title was held.

        Returns:
            The node's id.

        Raises:
            AmbiguousName: If several fit, or several held the office in the period.
            ParameterError: If there is no text.
            UnknownName: If nothing fits.
        """
        if not isinstance(text, str) or not text.strip():
            message = f"The {kind} must be some text, not {text!r}."
            raise ParameterError(message)
        try:
            return resolve(self._store, kind, text)
        except AmbiguousName:
            raise
        except UnknownName as error:
            found = self._find_addressed(kind, text, period)
            if found is None:
                raise error from None
            return found

    def _find_addressed(self, kind: ParameterType, text: str, period: Period) -> str | None:
        """Find by what is left without an article, by a title, or by the name after one."""
        plain = without_article(text)
        if plain != text:
            return _or_none(lambda: self.find(kind, plain, period))
        if kind not in _TITLED:
            return None
        return self._find_holder(text, period) or self._find_titled(text)

    def _find_titled(self, text: str) -> str | None:
        name = bare_name(text)
        if name is None:
            return None
        person = _or_none(lambda: resolve(self._store, ParameterType.PERSON, name))
        if person is not None:
            (row,) = self._store.run(_PERSON, {"person": person}).rows
            self.notes.append(f"{text!r} is taken for {row['name']}, by the name alone.")
        return person

    def _find_holder(self, text: str, period: Period) -> str | None:
        titled = names_title(text)
        try:
            office = resolve(self._store, ParameterType.OFFICE, text)
        except AmbiguousName:
            if titled:
                raise
            return None
        except UnknownName:
            return None
        if not titled and not self._is_whole(office, text):
            return None
        found = choose_holders(_fetch(self._store, office), period)
        if len(found) > 1:
            shown = [f"{holder.told} ({holder.id})" for holder in found]
            message = f"Several held the office {text!r}: {listed(shown)}."
            raise AmbiguousName(message, "Give a name, an id or a narrower period.", shown)
        if not found:
            return None
        self.notes.append(f"{text!r} is taken for {found[0].told}.")
        return found[0].id

    def _is_whole(self, office: str, text: str) -> bool:
        """Whether a text is all of an office's name: a place in it is nobody's title."""
        (row,) = self._store.run(_OFFICE, {"office": office}).rows
        return text == office or name_key(text) in {name_key(name) for name in row["names"]}


def _or_none(find: Callable[[], str]) -> str | None:
    try:
        return find()
    except AmbiguousName:
        raise
    except UnknownName:
        return None


def choose_holders(holders: Sequence[Holder], period: Period) -> list[Holder]:
    """Choose who held an office in a period.

    Args:
        holders: All that are attested in it.
        period: The period; without bounds all fit.

    Returns:
        Those attested in the period; else who is attested nearest to it, before or after, several
        where they are equally near or one stands on either side.
    """
    inside = [h for h in holders if any(_within(day, period) for day in h.days)]
    if inside:
        return inside
    since, until = period.since or "", period.until or "9999"
    before = _last((day, h) for h in holders for day in h.days if day < since)
    after = _last((_turned(day), h) for h in holders for day in h.days if day > until)
    return list({h.id: h for h in (*before, *after)}.values())


def _within(day: str, period: Period) -> bool:
    return (period.since or "") <= day <= (period.until or "9999")


def _last(dated: Iterable[tuple[str, Holder]]) -> list[Holder]:
    found = list(dated)
    greatest = max((key for key, _ in found), default="")
    return [holder for key, holder in found if key == greatest]


def _turned(day: str) -> str:
    """Turn the order of days: the earliest comes last."""
    return day.translate(str.maketrans("0123456789", "9876543210"))


def _fetch(store: Store, office: str) -> list[Holder]:
    rows = store.run(_HOLDERS, {"office": office}).rows
    found = [Holder(r["id"], r["name"], tuple(sorted(_whole(r["days"])))) for r in rows]
    return [holder for holder in found if holder.days]


def _whole(days: Iterable[str]) -> list[str]:
    return [day for day in days if len(day) == 10 and not day.startswith("-")]


_HOLDERS = (
    "MATCH (p:Person)-[h:HOLDS]->(:Office {id: $office}) "
    "RETURN p.id AS id, p.name AS name, h.attested AS days ORDER BY name, id"
)
_PERSON = "MATCH (p:Person {id: $person}) RETURN p.name AS name"
_OFFICE = "MATCH (o:Office {id: $office}) RETURN coalesce(o.names, [o.name]) AS names"
