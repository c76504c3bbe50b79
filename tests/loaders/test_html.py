"""Pages of info.gov.hk and fragments of HTML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import ReleaseError
from communique.loaders import Defaults
from communique.loaders.html import declared_charset, release_from_page, text_of_fragment

TRAILER = """<div class="mB15 f15">Ends/Tuesday, March 4, 2031
<br/> Issued at HKT 18:42
</div><div>NNNN</div>"""
PAGE = """<!DOCTYPE html><html><head><title>x</title>{head}</head><body>
<div class="fontSize1" style="Display: none">Fair opens</div>
<a href="/gia/general/203103/04/P2031030400124.htm"><img id="hdrTCLnk"></a>
<a href="http://sc.news.example/P2031030400124.htm"><img id="hdrSCLnk"></a>
<span id="PRHeadlineSpan">Fair opens\n(with photo)</span>
<span id="pressrelease">&nbsp;&nbsp; The Mayor, Ms Ada Oduya, opened the <b>Harbour</b> Fair.<br />
<br />&nbsp;&nbsp; She thanked\r\n the guests.<script>alert(1)</script><!-- unseen -->
<a class="fancybox" title="A caption"><img alt="A picture"></a>
<table><tr><td>Stands</td><td>12</td></tr><tr><td>Guests</td><td>90</td></tr></table>
<div class="controlDisplay2 right">doubled</div>{inside}</span>
{outside}</body></html>"""
BODY = """The Mayor, Ms Ada Oduya, opened the Harbour Fair.

She thanked the guests.

Stands 12
Guests 90"""


def page(head: str = "", inside: str = TRAILER, outside: str = "") -> str:
    """Write a page."""
    return PAGE.format(head=head, inside=inside, outside=outside)


@pytest.mark.parametrize(("inside", "outside"), [(TRAILER, ""), ("", TRAILER)])
def test_a_page_gives_headline_body_and_trailer(inside: str, outside: str) -> None:
    """Nothing twice, no script, a blank line between paragraphs, table rows as lines."""
    release = release_from_page(page(inside=inside, outside=outside), name="P2031030400123")
    assert release.title == "Fair opens"
    assert (release.date, release.issued) == ("2031-03-04", "2031-03-04T10:42:00Z")
    assert release.text[release.body : release.end].strip() == BODY
    assert (release.name, release.issuer) == ("P2031030400123", "HKSAR Government")


def test_a_page_tells_its_language_and_its_other_languages() -> None:
    """One that links to both Chinese versions is English."""
    release = release_from_page(page())
    assert release.language == "en"
    assert release.extra == {
        "other-zh-Hant": "https://www.info.gov.hk/gia/general/203103/04/P2031030400124.htm",
        "other-zh-Hans": "http://sc.news.example/P2031030400124.htm",
    }


def test_a_page_at_another_address_is_anothers() -> None:
    """The layout alone does not make it Hong Kong's."""
    link = '<link rel="canonical" href="https://news.example/1">'
    assert release_from_page(page(link)).issuer is None
    author = f'{link}<meta name="author" content="City">'
    release = release_from_page(page(author), defaults=Defaults(issuer="Elsewhere"))
    assert (release.issuer, release.url) == ("City", "https://news.example/1")


def test_the_older_layout_is_read() -> None:
    """Paragraphs as elements, the trailer among them."""
    old = """<html><head><title>Fair opens</title></head><body><div id="pressrelease">
    <p>The Mayor opened the fair.</p><p>She thanked the guests.</p><p>Ends/Tuesday, March 4, 2031</p>
    </div></body></html>"""
    release = release_from_page(old)
    assert (release.title, release.date) == ("Fair opens", "2031-03-04")
    assert release.text[: release.end].strip() == (
        "The Mayor opened the fair.\n\nShe thanked the guests."
    )


def test_without_a_trailer_the_file_name_tells_the_day() -> None:
    """A number that holds no day tells none."""
    bare = page(inside="")
    assert release_from_page(bare, name="P2031030400123").date == "2031-03-04"
    assert release_from_page(bare, name="P2031990400123").date is None
    folder = Defaults(url="https://www.info.gov.hk/gia/general/203103/05/P2031030400123.htm")
    assert release_from_page(bare, defaults=folder).date == "2031-03-05"


def test_a_page_of_something_else_is_no_release() -> None:
    """It says what was missed."""
    with pytest.raises(ReleaseError, match="no release"):
        release_from_page("<html><body><p>Welcome</p></body></html>")


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("<p>One\ntwo.</p>\n<p>Three.</p>", "One two.\n\nThree."),
        ("One<br>two", "One\ntwo"),
        (
            "<p>Met:</p><ul><li>A</li><li><p>B</p></li><li></li></ul><p>C</p>",
            "Met:\n\n• A\n• B\n\nC",
        ),
        ('<p>See <a href="https://x.example">here</a>.</p>', "See here."),
        ("<p>A&nbsp;B&#8203;C&#x3000;D &amp; E</p>", "A BC D & E"),
        ('<p style="display:none">x</p>', ""),
        ('<p>A</p><div style="display: none">x</div><p>B', "A\n\nB"),
        ("plain", "plain"),
    ],
)
def test_a_fragment_becomes_paragraphs(fragment: str, text: str) -> None:
    """Items on their own lines, of links the text alone."""
    assert text_of_fragment(f"<div>{fragment}</div>") == text


def test_an_external_entity_is_never_read() -> None:
    """Data is hostile."""
    page = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><p>A &x; B</p>'
    assert "A &x; B" in text_of_fragment(page)


def test_deep_nesting_is_read() -> None:
    """However deep, without a crash."""
    assert text_of_fragment("<div>" * 5000 + "x") in ("x", "")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_whatever_a_fragment_is_it_is_text_or_an_error(fragment: str) -> None:
    """Never another exception, and no white space around it."""
    try:
        text = text_of_fragment(fragment)
    except ReleaseError:
        return
    assert text == text.strip()


def test_a_page_declares_its_charset() -> None:
    """In either form of the element."""
    assert declared_charset(b'<meta charset="Big5">') == "big5"
    assert declared_charset(b'<meta content="text/html; charset=gb2312" />') == "gb2312"
    assert declared_charset(b"<p>charset") is None
