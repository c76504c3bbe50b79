"""The description of the interface."""

from collections.abc import Iterator
from typing import Any

import httpx
import jsonschema_rs
import pytest

from communique.explorer.endpoints import all_endpoints
from communique.explorer.openapi import describe_api
from communique.explorer.problem import TITLES
from communique.queries.library import names


@pytest.fixture(scope="module")
def described() -> dict[str, Any]:
    """The description of all there is."""
    return describe_api(all_endpoints(review=True))


def operations(described: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Walk what can be asked, each with its address."""
    for path, methods in described["paths"].items():
        for operation in methods.values():
            yield path, operation


def schemas(told: Any) -> Iterator[Any]:
    """Walk all schemas, however deep the description has them."""
    if isinstance(told, dict):
        for key, value in told.items():
            if key == "schema":
                yield value
            yield from schemas(value)
    elif isinstance(told, list):
        for value in told:
            yield from schemas(value)


def test_it_is_the_one_that_is_served(client: httpx.Client) -> None:
    """Without what decides, since the page only reads."""
    served = client.get("/api/openapi.json").json()
    assert served == describe_api(all_endpoints(review=False))
    assert served["openapi"] == "3.1.0"


def test_every_schema_is_one(described: dict[str, Any]) -> None:
    """Of JSON Schema 2020-12, as OpenAPI 3.1 has it; a default is a value that is taken."""
    found = [each for each in schemas(described) if "$ref" not in each]
    found += described["components"]["schemas"].values()
    assert len(found) > 200
    for schema in found:
        jsonschema_rs.meta.validate(
            {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
        )
        if "default" in schema:
            jsonschema_rs.validate(schema, schema["default"])


def test_everything_leads_somewhere(described: dict[str, Any]) -> None:
    """References, names in addresses and names of operations."""
    ids = [operation["operationId"] for _, operation in operations(described)]
    assert len(ids) == len(set(ids))
    for path, operation in operations(described):
        told = {one["name"] for one in operation["parameters"] if one["in"] == "path"}
        assert told == {part[1:-1] for part in path.split("/") if part.startswith("{")}
        assert operation["summary"].endswith((".", "?"))
        for parameter in operation["parameters"]:
            assert parameter["in"] == "path" or parameter["description"]
    references = {each["$ref"] for each in schemas(described) if "$ref" in each}
    assert references == {"#/components/schemas/Problem"}


def test_every_question_has_an_address(described: dict[str, Any]) -> None:
    """With all that it takes."""
    asked = {
        path.rpartition("/")[2] for path in described["paths"] if path.startswith("/questions/")
    }
    assert asked == set(names())


def test_every_status_is_told(described: dict[str, Any]) -> None:
    """What decides needs the token, and says so; each status has a title."""
    for _, operation in operations(described):
        statuses = {int(status) for status in operation["responses"]}
        assert {200, 400, 421, 500, 503, 504} <= statuses
        assert statuses - {200, 304} <= set(TITLES)
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            assert ("security" in operation) is (method != "get"), path
            assert ({401, 403} <= {int(s) for s in operation["responses"]}) is (method != "get")
