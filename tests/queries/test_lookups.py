"""What questions look up besides the graph."""

from typing import Any

from communique.queries.library import all_questions
from communique.queries.lookups import LOOKUPS, look_up


def test_what_is_looked_up_is_there() -> None:
    """Every question names only what there is, and all there is is looked up by one."""
    assert {name for question in all_questions() for name in question.lookups} == set(LOOKUPS)


def test_phrases_are_written_as_statements_write_titles() -> None:
    """Between spaces, in lower case, without full stops, hyphens and genitives."""
    ranks: Any = look_up("ranks")
    phrases = [phrase for rule in ranks["rules"] for phrase in (*rule["title"], *rule["name"])]
    assert all(phrase == f" {' '.join(phrase.split())} ".lower() for phrase in phrases)
    assert not [phrase for phrase in phrases if set(phrase) & set(".,-")]
    assert {rule["rank"] for rule in ranks["rules"]} == set(range(len(ranks["names"])))


def test_a_country_is_found_by_name_and_adjective() -> None:
    """However dotted; the code tells its name."""
    countries: Any = look_up("countries")
    forms = {
        " french": "FR",
        " us": "US",
        " republic of korea": "KR",
        " people republic of china": "CN",
    }
    assert {form: countries["codes"][form] for form in forms} == forms
    assert countries["names"]["FR"] == "France"
