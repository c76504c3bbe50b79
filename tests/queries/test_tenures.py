"""In which offices a person is shown, and where the evidence of a row leads."""

from communique.pipeline import Graph


def test_each_office_is_told_from_the_first_day_to_the_last(graph: Graph) -> None:
    """In order, with the body it is of and the sentences of both days."""
    first, second = graph.tenures_of("Anders Hauge")
    assert (first.office, first.first_seen, first.last_seen, first.attestations) == (
        "Permanent Secretary for Trade",
        "2031-09-10",
        "2032-05-20",
        2,
    )
    assert (second.office, second.body) == ("Minister for Trade of Solvik", "Trade of Solvik")
    cited = graph.tenures_of("Anders Hauge").evidence()
    assert [[c.issued for c in citations] for _, citations in cited] == [
        ["2031-09-10", "2032-05-20"],
        ["2033-01-15"],
    ]


def test_a_mention_leads_to_the_offices_that_it_gives(graph: Graph) -> None:
    """So that the office of a row is a link, too."""
    cited = graph.tenures_of("Anders Hauge").evidence()
    ends = graph.ends(cited.ids[0])
    names = {end.name for some in ends.values() for end in some}
    assert names == {"Anders Hauge", "Permanent Secretary for Trade"}


def test_a_sentence_that_tells_several_facts_is_one_citation_of_all(graph: Graph) -> None:
    """The ids of a row are those of all its facts."""
    cited = graph.query("place-timeline", place="Lisbon", since="2031-03-05").evidence()
    row = next(at for at, (row, _) in enumerate(cited) if row.what == "Ocean Economy Forum")
    assert len(cited.ids[row]) > len(cited[row][1])
    ends = graph.ends(cited.ids[row])
    names = {end.name for some in ends.values() for end in some}
    assert {"Tomás Avelar", "Rita Queirós"} <= names
