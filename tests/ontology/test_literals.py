"""Values as N-Quads write them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Literal, URIRef

from communique.ontology.literals import XSD, date_literal, lexical_and_datatype, number, string


@pytest.mark.parametrize(
    ("value", "datatype"),
    [
        ("2031-03-04", "date"),
        ("2031-03", "gYearMonth"),
        ("2031", "gYear"),
        ("--03-04", "gMonthDay"),
        ("--02-29", "gMonthDay"),
        ("--03", "gMonth"),
        ("2031-03-04T05:06:07", "dateTime"),
        ("2031-03-04T05:06:07Z", "dateTime"),
    ],
)
def test_a_date_is_typed_by_its_precision(value: str, datatype: str) -> None:
    """So that a month is not taken for its first day."""
    assert date_literal(value) == f'"{value}"^^<{XSD}{datatype}>'


@pytest.mark.parametrize(
    "value", ["", "soon", "2031-02-29", "2031-13", "--13", "--02-30", "0000", "２０３１", "-03-04"]
)
def test_what_is_no_date_stays_a_string(value: str) -> None:
    """A literal never breaks the rules of its datatype."""
    assert date_literal(value) == f'"{value}"'


@pytest.mark.parametrize(
    ("value", "lexical", "datatype"),
    [
        (True, "true", "boolean"),
        (False, "false", "boolean"),
        (7, "7", "integer"),
        (-7, "-7", "integer"),
        (0.95, "0.95", "decimal"),
        (1.0, "1.0", "decimal"),
        (-0.0, "0.0", "decimal"),
        (1e-7, "0.0000001", "decimal"),
        (1e22, "10000000000000000000000.0", "decimal"),
        (math.inf, "INF", "double"),
        (-math.inf, "-INF", "double"),
        (math.nan, "NaN", "double"),
    ],
)
def test_a_number_has_one_form(value: float, lexical: str, datatype: str) -> None:
    """Equal numbers give equal bytes."""
    assert number(value) == f'"{lexical}"^^<{XSD}{datatype}>'


@given(st.floats(allow_nan=False))
def test_a_decimal_number_comes_back_exactly(value: float) -> None:
    """No digit is lost and none is made up."""
    lexical, _ = lexical_and_datatype(number(value))
    assert float(lexical) == value


@given(st.text())
def test_a_string_comes_back_exactly(value: str) -> None:
    """Quotes, controls, backslashes and line ends of all kinds."""
    written = string(value)
    assert "\n" not in written
    assert "\r" not in written
    assert lexical_and_datatype(written) == (value, None)


def test_a_lone_surrogate_is_replaced_one_for_one() -> None:
    """RDF can't hold it, and offsets into the text stay true."""
    assert string("a\ud800\udc00b") == '"a\ufffd\ufffdb"'


def test_a_string_is_escaped_in_the_canonical_way() -> None:
    """Short escapes where there are, uppercase hexadecimal for other controls, the rest as it is."""
    assert string('\x00\b\t\n\x0b\f\r\x1b"\\\x7f\x85毛\ufffe') == (
        r'"\u0000\b\t\n\u000B\f\r\u001B\"\\\u007F' + "\x85毛" + r'\uFFFE"'
    )


@given(st.text() | st.dates().map(str))
def test_rdflib_reads_the_same_literal(value: str) -> None:
    """What we take apart is what others read."""
    lexical, datatype = lexical_and_datatype(date_literal(value))
    ours = Literal(lexical, datatype=datatype and URIRef(datatype), normalize=False)
    assert not ours.ill_typed
    assert str(ours) == value
