"""What an endpoint takes, read with care."""

import httpx
import pytest

from communique.errors import ParameterError
from communique.explorer.parameter import Parameter, Type, read_all

COUNT = Parameter("count", "how many", Type.INTEGER, default=10, least=1, most=100)
ANY = Parameter("any", "any number", Type.INTEGER)
PART = Parameter("part", "a part", Type.NUMBER, least=0, most=1)
YES = Parameter("yes", "whether", Type.BOOLEAN, default=False)
TEXT = Parameter("text", "a text", required=True)
SOME = Parameter("some", "several", many=True)
DAY = Parameter("day", "when", Type.DATE)
KIND = Parameter("kind", "which", default="a", choices=("a", "b"))


def test_what_is_given_is_read() -> None:
    """And what is not given has its default."""
    given = [
        ("text", "x"),
        ("some", "1"),
        ("some", "2"),
        ("count", "007"),
        ("part", "0.5"),
        ("yes", "true"),
    ]
    assert read_all((COUNT, PART, YES, TEXT, SOME, KIND, ANY), given) == {
        "count": 7, "part": 0.5, "yes": True, "text": "x", "some": ["1", "2"], "kind": "a", "any": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("parameter", "values", "told"),
    [
        (TEXT, [], "must be given"),
        (TEXT, [""], "is empty"),
        (COUNT, [""], "is empty"),
        (SOME, ["a", " \t"], "is empty"),
        (SOME, ["x" * 501], "has 501 characters"),
        (DAY, ["soon"], "must be a date"),
        (DAY, ["2031-13"], "must be a date"),
        (DAY, ["2031-1-1"], "must be a date"),
        (DAY, [" 2031"], "must be a date"),
        (DAY, ["2031\n"], "must be a date"),
        (DAY, ["٢٠٣١"], "must be a date"),
        (TEXT, ["a", "b"], "is given 2 times"),
        (TEXT, ["x" * 5000], "has 5,000 characters"),
        (TEXT, ["\ud800"], "half a character"),
        (SOME, ["x"] * 101, "is given 101 times"),
        (COUNT, ["0"], "must be 1 or more"),
        (COUNT, ["101"], "must be 100 or less"),
        (COUNT, ["9" * 4000], "must be 100 or less"),
        (COUNT, ["-"], "whole number"),
        (COUNT, ["1.0"], "whole number"),
        (COUNT, ["1e2"], "whole number"),
        (COUNT, ["--1"], "whole number"),
        (COUNT, [" 1"], "whole number"),
        (COUNT, ["٣"], "whole number"),
        (COUNT, ["1_0"], "whole number"),
        (PART, ["nan"], "must be a number"),
        (PART, ["inf"], "must be a number"),
        (PART, ["x"], "must be a number"),
        (PART, ["-0.1"], "must be 0 or more"),
        (YES, ["True"], "true or false"),
        (YES, ["1"], "true or false"),
        (KIND, ["c"], "must be one of a, b"),
        (KIND, ["x" * 4000], "must be one of a, b"),
    ],
)
def test_what_it_does_not_take_is_told(parameter: Parameter, values: list[str], told: str) -> None:
    """In a short sentence with its name."""
    with pytest.raises(ParameterError, match=told) as caught:
        parameter.read(values)
    assert repr(parameter.name) in str(caught.value)
    assert len(str(caught.value)) < 250


def test_what_is_unknown_is_told() -> None:
    """With what there is."""
    with pytest.raises(ParameterError, match=r"no parameter 'x+' here. Known: text, count"):
        read_all((TEXT, COUNT), [("x" * 500, "1")])


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/api/names?text=a&count=1e9", "whole number"),
        ("/api/names?text=a&label=Release", "must be one of"),
        ("/api/names?text=a&text=b", "2 times"),
        ("/api/names?text=a&page=2", "no parameter 'page'"),
        ("/api/network?kind=friends", "must be one of"),
        ("/api/network?top=100000", "2000 or less"),
        ("/api/network?since=soon", "must be a date"),
        ("/api/network?since=2031-02-30", "day that exists"),
        ("/api/network?since=2032&until=2031", "comes after"),
        ("/api/map?until=2031-13", "must be"),
        ("/api/questions/who-met-whom?limit=0", "1 or more"),
        ("/api/questions/who-met-whom?offset=-1", "0 or more"),
        ("/api/questions/who-met-whom?count=1001", "1000 or less"),
        ("/api/questions/who-met-whom?form=xml", "must be one of json, csv"),
        ("/api/questions/meetings-of", "must be given"),
        ("/api/doubts?count=0", "1 or more"),
    ],
)
def test_a_bad_parameter_is_told(client: httpx.Client, path: str, told: str) -> None:
    """With status 400, before anything is asked."""
    answer = client.get(path)
    assert answer.status_code == 400, answer.text
    assert told in answer.json()["detail"]


@pytest.mark.parametrize(
    "path",
    [
        "/api/thing?id=person:nobody",
        "/api/thing?id=nonsense",
        "/api/thing?id=%00",
        "/api/thing?id=" + "x" * 4000,
        "/api/thing?id=release:x",
        "/api/release?id=https://nowhere.example/",
        "/api/release?id=%F0%9F%98%80%00",
        "/api/network?around=person:nobody",
        "/api/network?around=office:mayor-of-lisbon",
        "/api/network?around=event:nothing",
        "/api/network?place=Nowhereville",
        "/api/map?person=person:nobody",
        "/api/map?person=place:lisbon",
        "/api/calendar?place=place:nowhere",
        "/api/calendar?place=person:tomas-avelar",
        "/api/questions/meetings-of?person=Nobody+Atall",
        "/api/questions/nothing",
    ],
)
def test_what_is_not_there_is_told(client: httpx.Client, path: str) -> None:
    """With status 404, whatever the id is made of."""
    answer = client.get(path)
    assert answer.status_code == 404, answer.text
    assert len(answer.json()["detail"]) < 5000


def test_an_ambiguous_name_offers_whom_it_may_mean(client: httpx.Client) -> None:
    """With status 409, so that one can be chosen."""
    answer = client.get("/api/questions/attendees", params={"event": "Forum"})
    assert answer.status_code in (200, 404, 409)
    if answer.status_code == 409:
        assert answer.json()["candidates"]
