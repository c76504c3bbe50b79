"""How two people are connected, on both databases."""

from pathlib import Path

import communique


def test_a_chain_of_meetings_goes_round_a_group(where: str, tmp_path: Path) -> None:
    """Meeting the same unnamed people connects nobody; the longer way by names is found."""
    (tmp_path / "talks.txt").write_text(
        "Talks\n\nThe Mayor of Oslo, Mr Ben Cole, met with representatives of young sailors "
        "today (March 4). The Minister for Trade, Ms Ada Oduya, met with representatives of young "
        "sailors today. Mr Cole met with the Mayor of Lisbon, Ms Rita Lemos, today. Ms Lemos met "
        "with the Mayor of Tallinn, Mr Jaan Tamm, today. Mr Tamm met with Ms Oduya today.\n"
    )
    with communique.open(where) as graph:
        graph.load(tmp_path / "talks.txt")
        shared = (
            "MATCH (a:Person)-[:MET_WITH]->({kind: 'group'})<-[:MET_WITH]-(b) RETURN a.name AS a"
        )
        assert {row["a"] for row in graph.cypher(shared)} == {"Ben Cole", "Ada Oduya"}
        (row,) = graph.connection("Cole", "Oduya")
        assert row.chain == ["Ben Cole", "Rita Lemos", "Jaan Tamm", "Ada Oduya"]
        assert row.meetings == 3
        assert len(graph.connection("Cole", "Cole")) == 0
