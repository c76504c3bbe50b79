"""Ids into IRIs and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.loaders.address import normalise_url
from communique.ontology.iris import BASE, id_of, iri_of
from communique.ontology.terms import DERIVED

NASTY = st.text(st.sampled_from('ab:/#%?@[]. <>"\\\ud800\udc00\u00a0\u202e\ufffe毛é\x00\n'))
ADDRESSES = st.builds("http{}://{}{}".format, st.sampled_from(["", "s"]), NASTY, NASTY)


@pytest.mark.parametrize(
    ("known", "iri"),
    [
        ("person:ada-oduya", f"{BASE}person/ada-oduya"),
        ("person:毛-ada", f"{BASE}person/毛-ada"),
        ("event:talks-44@8f3a2b1c9d", f"{BASE}event/talks-44@8f3a2b1c9d"),
        ("release:0f1e", f"{BASE}release/0f1e"),
        ("release:0f1e#visited.1-2.3-4/x", f"{BASE}release/0f1e#visited.1-2.3-4/x"),
        ("place:a b%20<c>", f"{BASE}place/a%20b%2520%3Cc%3E"),
        ("place:\ud800", f"{BASE}place/%ED%A0%80"),
        ("http://a.example:8080/a?b=/é#c", "http://a.example:8080/a?b=/é#c"),
        ("http://[2001:db8::1]/a", f"{BASE}http///%5B2001:db8::1%5D/a"),
        ("http://a.example/50%25", "http://a.example/50%25"),
        ("http://a.example/50%", f"{BASE}http///a.example/50%25"),
        (DERIVED, f"{BASE}https///w3id.org/communique/graph/derived"),
        (f"{BASE}person/ada", f"{BASE}https///w3id.org/communique/id/person/ada"),
        ("", BASE),
    ],
)
def test_an_id_has_a_readable_iri_that_gives_it_back(known: str, iri: str) -> None:
    """An address is its own IRI, unless it is no IRI or one of the project's."""
    assert iri_of(known) == iri
    assert id_of(iri) == known


@given(st.text() | NASTY | ADDRESSES)
def test_any_id_comes_back_from_its_iri(known: str) -> None:
    """Nothing is lost, whatever an id is made of: so no two ids share an IRI."""
    assert id_of(iri_of(known)) == known


@given(st.text() | NASTY | ADDRESSES)
def test_an_iri_has_no_character_that_an_iri_may_not_have(known: str) -> None:
    """No spaces, brackets, quotes, controls, surrogates; one fragment; no stray percent sign."""
    iri = iri_of(known)
    assert not set(iri) & {*' <>"{}|\\^`', *map(chr, range(0x20)), "\x7f", "\u00a0", "\u202e"}
    assert iri.count("#") <= 1
    assert not any(map(str.isspace, iri))
    assert iri.encode("utf-8")
    assert all(len(rest) >= 2 and rest[:2].isalnum() for rest in iri.split("%")[1:])


@pytest.mark.parametrize("path", ["a b", '"<x>"', "é|{}", "毛?q=a/b", "x%20y"])
def test_a_release_with_an_address_is_that_address(path: str) -> None:
    """What may not stand in an IRI was encoded when the release was made."""
    address = normalise_url(f"https://press.solvik.example/{path}")
    assert address is not None
    assert iri_of(address) == address


@given(ADDRESSES)
def test_an_edge_is_a_fragment_of_its_release(address: str) -> None:
    """So that an edge is found in the document of its release."""
    release = normalise_url(address)
    if release is not None:
        assert iri_of(f"{release}#attended.1-2.3-4") == f"{iri_of(release)}#attended.1-2.3-4"


@pytest.mark.parametrize("iri", [f"{BASE}person/%61da", f"{BASE}person/%FF", "urn:x:y", "mailto:a"])
def test_an_iri_that_no_id_has_is_refused(iri: str) -> None:
    """Two IRIs never stand for one id."""
    with pytest.raises(ValueError, match=r"node|decode"):
        id_of(iri)
