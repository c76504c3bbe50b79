"""The questions in SPARQL, held against the Cypher they are twins of, on both databases."""

import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice, product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Store

import communique
from communique import examples
from communique.errors import (
    AmbiguousName,
    DataError,
    MissingFile,
    ParameterError,
    UnknownId,
    UnknownName,
    UnknownQuery,
)
from communique.graph import ledger
from communique.graph.inference import TRUST
from communique.graph.model import Label
from communique.graph.rows import Batch
from communique.loaders import Release
from communique.pipeline import Graph, LoadReport, releases
from communique.queries import library, twins
from communique.queries.exported import ENGINES, Exported, open_dataset
from communique.queries.question import Parameter, ParameterType

DAYS = ("2030", "2031-03-04", "2031-03-10", "2031-11", "2032-02-29", "2035-01-01")
LABELS = {
    ParameterType.PERSON: (Label.PERSON,),
    ParameterType.PARTY: (Label.PERSON, Label.ORGANIZATION, Label.PLACE),
    ParameterType.OFFICE: (Label.OFFICE,),
    ParameterType.PLACE: (Label.PLACE,),
    ParameterType.EVENT: (Label.EVENT,),
}
Rows = list[dict[str, Any]]
Asked = tuple[str, dict[str, Any]]


def every(graph: Graph, most: int | None = None) -> Iterator[Asked]:
    """Ask every question with what the graph has: each required parameter, each other on its own."""
    ids: dict[object, list[str]] = {}
    for node in graph.nodes():
        ids.setdefault(node.ref.label, []).append(node.ref.id)
    facts = sorted({str(e.properties["fact"]) for e in graph.edges() if "fact" in e.properties})

    def values(parameter: Parameter) -> list[Any]:
        found: dict[ParameterType, Iterable[Any]] = {
            ParameterType.FACT: facts,
            ParameterType.STATUS: ("occurred", "planned", "cancelled"),
            ParameterType.DATE: DAYS,
            ParameterType.INTEGER: (1, 2),
        }
        labels = LABELS.get(parameter.type, ())
        found[parameter.type] = found.get(parameter.type) or [
            i for x in labels for i in ids.get(x, ())
        ]
        step = -(-len(list(found[parameter.type])) // most) if most else 1
        return list(found[parameter.type])[:: step or 1]

    for name in twins.names():
        parameters = library.get(name).parameters
        required = [p for p in parameters if p.required]
        for chosen in product(*map(values, required)):
            least = {p.name: value for p, value in zip(required, chosen, strict=True)}
            yield name, least
            for p in parameters:
                if not p.required and (not required or p.type not in LABELS):
                    yield from ((name, {**least, p.name: value}) for value in values(p))
        if {"since", "until"} <= {p.name for p in parameters} and not required:
            yield name, {"since": "2031-03-04", "until": "2031-11"}


def ordered(name: str, rows: Rows) -> Rows:
    """Settle what no order of the question tells: counterparts of one name at one meeting."""
    if name != "meetings-of":
        return rows
    keys = [(row["date"], row["counterpart"], row["event"]) for row in rows]
    return sorted(
        rows,
        key=lambda row: (keys.index((row["date"], row["counterpart"], row["event"])), row["fact"]),
    )


def compare(graph: Graph, exports: Iterable[Exported], asked: Iterable[Asked]) -> int:
    """See that all give the same rows in the same order; tell how many there were."""
    count = 0
    for name, parameters in asked:
        rows = ordered(name, graph.query(name, **parameters).dicts())
        count += len(rows)
        for exported in exports:
            found = ordered(name, twins.ask(exported, name, **parameters))
            assert found == rows, (name, parameters, exported)
    return count


def exports(graph: Graph, folder: Path, *forms: str) -> list[Exported]:
    """Export a graph, and open it with each engine."""
    endings = {"nquads": "nq", "turtle": "ttl"}
    for form in forms:
        graph.export(folder / f"g.{endings[form]}", form)
    return [open_dataset(folder / f"g.{endings[f]}", engine) for f in forms for engine in ENGINES]


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    """The graph of the examples."""
    with communique.open(tmp_path_factory.mktemp("graphs") / "examples.db") as graph:
        graph.load(examples.paths())
        yield graph


@pytest.fixture(scope="module")
def datasets(example: Graph, tmp_path_factory: pytest.TempPathFactory) -> list[Exported]:
    """The export of the examples, with graphs and without, in each engine."""
    return exports(example, tmp_path_factory.mktemp("exports"), "nquads", "turtle")


@pytest.fixture(params=twins.names())
def name(request: pytest.FixtureRequest) -> str:
    """Each question with a twin in turn."""
    return str(request.param)


def test_a_twin_is_of_a_question() -> None:
    """And what can have no twin is one, too."""
    assert set(twins.names()) | set(twins.WITHOUT) <= set(library.names())
    assert not set(twins.names()) & set(twins.WITHOUT)


def test_a_twin_has_the_question_the_parameters_and_the_columns_of_the_cypher(name: str) -> None:
    """Its first line asks; it gives the columns, then hands back what it was given."""
    question, sparql = library.get(name), twins.read_twin(name)
    assert sparql.splitlines()[0] == f"# {question.text}"
    given = [f"given_{p.name}" for p in question.parameters if p.name != "limit"]
    assert set(re.findall(r"[$?](given_\w+)", sparql)) == set(given)
    selected: Any = Store().query(sparql)
    assert [v.value for v in selected.variables] == [*(c.name for c in question.columns), *given]


def test_a_twin_reaches_nothing_but_the_graph(name: str) -> None:
    """No other service, no other data, and it only reads."""
    words = re.sub(r"#.*", "", twins.read_twin(name)).upper()
    assert not re.search(r"\b(SERVICE|FROM|GRAPH|LOAD|INSERT|DELETE|CLEAR|DROP|CREATE)\b", words)
    assert "PREFIX CQ:" in words


def test_the_examples_give_the_same_rows_in_cypher_and_in_sparql(
    where: str, datasets: list[Exported]
) -> None:
    """Every question, every parameter with all that the graph has, on both databases and engines."""
    with communique.open(where) as graph:
        graph.load(examples.paths())
        assert compare(graph, datasets, every(graph, 12)) > 1000


def test_an_inference_is_told_by_how_sure_it_is() -> None:
    """The bounds of evidence.rq lie between what one and two inferred ends make of a confidence."""
    low, high = (
        float(b) for b in re.findall(r"\?trust > ([0-9.]+)", twins.read_twin("evidence"))[::-1]
    )
    for one, other in product(TRUST, [*TRUST, None]):
        trust = TRUST[one] * (TRUST[other] if other else 1)
        told = "attested" if trust > high else "between" if trust > low else "nearest"
        assert told == max(one, other or "")
        assert min(abs(trust - high), abs(trust - low)) > 0.001


TALKS = {
    "a": "The Mayor of Oslo, Mr Ben Cole, met with the Minister of Trade of Norway, Ms Ada Oduya, in "
    "Oslo today (March 4). Ms Oduya thanked Mr Cole for his visit.",
    "b": "The Minister of Trade of Norway, Ms Ada Oduya, met with the Mayor of Oslo in Bergen today "
    "(March 9). She thanked the Mayor of Oslo for his visit. The Mayor of Oslo attended the Harbour "
    "Forum in Bergen.",
    "c": "The Mayor of Oslo met with the Minister of Trade of Norway in Oslo today (March 4).",
    "d": "The Mayor of Oslo, Ms Rita Lemos, met with the Minister of Trade of Norway, Mr Jaan Tamm, "
    "in Oslo today (March 30). They signed the Declaration on Safe Crews.",
    "e": "The Mayor of Oslo met with Mr Jaan Tamm today (March 17). Mr Tamm will meet with the Mayor "
    "of Oslo tomorrow.",
}  # fmt: skip
ISSUED = {
    "a": "2031-03-04",
    "b": "2031-03-09",
    "c": "2031-03-04",
    "d": "2031-03-30",
    "e": "2031-03-17",
}


@pytest.fixture
def talks(where: str, tmp_path: Path) -> Iterator[Graph]:
    """Titles that mean their holders, releases with an address and without, in each database."""
    for key, text in TALKS.items():
        source = f"source: https://www.news.example/{key}\n" if key in "abd" else ""
        told = f"title: Talks {key}\ndate: {ISSUED[key]}\n{source}\n{text}\n"
        (tmp_path / f"{key}.txt").write_text(told, "utf-8")
    with communique.open(where) as graph:
        graph.load([tmp_path / f"{key}.txt" for key in TALKS])
        yield graph


def test_holders_that_titles_mean_are_the_same_in_cypher_and_in_sparql(
    talks: Graph, tmp_path: Path
) -> None:
    """On what each inference rests among them."""
    assert compare(talks, exports(talks, tmp_path, "nquads"), every(talks)) > 100
    bases = {
        row.inferred
        for name, p in every(talks)
        if name == "evidence"
        for row in talks.query(name, **p)
    }
    assert bases >= {None, "attested"}


@pytest.fixture
def drafted(where: str, draft: Any) -> Iterator[Graph]:
    """What releases seldom say, in each database."""
    with communique.open(where) as graph:
        for batch in _drafts(draft):
            ledger.load(graph.writer(create=True), batch)
        yield graph


def _drafts(draft: Callable[..., Any]) -> Iterator[Batch]:
    """Tell of one meeting twice, of days without a year, of months, of offices that change hands."""
    days = (
        "2031-03-04",
        "2031-03-04",
        "--03-04",
        None,
        "2031-03",
        "2031-03-08",
        "2031-03-12",
        "2031-03-20",
    )
    holders = (
        "Ada Oduya",
        "Ada Oduya",
        "Ben Cole",
        "Ada Oduya",
        "Ben Cole",
        "Ada Oduya",
        "Ben Cole",
        "Ada Oduya",
    )
    for number, (day, holder) in enumerate(zip(days, holders, strict=True), 1):
        made = draft(number, day, "Harbour Office" if number % 2 else "Fjord Ministry")
        norway, oslo = made.place("Norway", "country"), made.place("Oslo")
        harbour = made.body("Harbour Board")
        chair = made.office("Chairman of the Harbour Board", "Chairman", harbour)
        mayor = made.office("Mayor of Oslo", "Mayor", oslo)
        ada = made.person(holder, chair, *((mayor,) if number % 3 else ()))
        rita = made.person("Rita Lemos", *(() if number % 3 else (mayor,)))
        met = made.meeting(place=oslo if number != 2 else None)
        made.meet(ada, rita, met, place=oslo if number % 2 else None)
        if number > 3:
            made.meet(ada, norway, made.event("call", sort="call", named=False), date=None)
        made.attend(rita, made.event("Harbour Forum 2031", place=oslo))
        yield made.batch()


def test_what_releases_seldom_say_is_the_same_in_cypher_and_in_sparql(
    drafted: Graph, tmp_path: Path
) -> None:
    """Days without a year or none, one meeting in two releases, an office that goes to and fro."""
    assert compare(drafted, exports(drafted, tmp_path, "nquads", "turtle"), every(drafted)) > 300


@pytest.mark.long
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(batches=st.lists(st.from_type(Batch), min_size=3, max_size=12))
def test_invented_graphs_give_the_same_rows_in_cypher_and_in_sparql(batches: list[Batch]) -> None:
    """Whatever releases say."""
    with tempfile.TemporaryDirectory() as folder, communique.open(Path(folder, "g.db")) as graph:
        for batch in batches:
            ledger.load(graph.writer(create=True), batch)
        compare(graph, exports(graph, Path(folder), "nquads"), every(graph, 8))


@pytest.mark.shared
@pytest.mark.long
def test_real_releases_give_the_same_rows_in_cypher_and_in_sparql(
    where: str, shared: Path, tmp_path: Path
) -> None:
    """Two hundred of them, twenty values for each parameter; of rdflib, which is slow, two."""
    archive = releases([shared / "corpus" / "us-state-2021-2022.jsonl.gz"])
    found = [item for item in islice(archive, 200) if isinstance(item, Release)]
    with communique.open(where) as graph:
        for _ in graph.load_releases(found, LoadReport()):
            pass
        fast, slow = exports(graph, tmp_path, "nquads")
        assert compare(graph, [fast], list(every(graph, 20))) > 500
        assert compare(graph, [slow], list(every(graph, 2))) > 50


@pytest.mark.parametrize("engine", ENGINES)
def test_where_nobody_met_there_are_no_rows(where: str, tmp_path: Path, engine: str) -> None:
    """No row of nothing, either."""
    (tmp_path / "a.txt").write_text("date: 2031-03-04\n\nFair\n\nMs Ada Oduya attended the fair.\n")
    with communique.open(where) as graph:
        graph.load(tmp_path / "a.txt")
        graph.export(tmp_path / "g.nq")
        exported = open_dataset(tmp_path / "g.nq", engine)
        assert compare(graph, [exported], every(graph)) < 10
        assert twins.ask(exported, "who-met-whom") == []
        assert twins.ask(exported, "meetings-of", person="Ada Oduya") == []


@pytest.mark.parametrize("packed", [False, True])
def test_a_file_is_opened_by_its_ending(
    datasets: list[Exported], tmp_path: Path, packed: bool
) -> None:
    """Compressed or not; by the fastest engine there is."""
    import gzip

    told = Path(datasets[0].where).read_bytes()
    path = tmp_path / ("g.nquads.gz" if packed else "g.nq")
    path.write_bytes(gzip.compress(told) if packed else told)
    assert twins.ask(open_dataset(path), "thanks") == twins.ask(datasets[-1], "thanks")


def test_names_are_taken_as_for_a_graph(example: Graph, datasets: list[Exported]) -> None:
    """Part of a name, another case, without accents, another script; an id is one, too."""
    for exported in datasets:
        for person in ("solheim", "INGRID SOLHEIM", "Tomas Avelar", "person:ingrid-solheim"):
            found = twins.ask(exported, "who-met-whom", person=person)
            assert found == example.who_met(person).dicts()
        with pytest.raises(UnknownName, match="Did you mean Ingrid Solheim"):
            twins.ask(exported, "timeline", person="Ingrid Solheym")
        with pytest.raises(AmbiguousName, match=re.escape("event:ocean-economy-forum-2031")):
            twins.ask(exported, "attendees", event="ocean economy forum")
        with pytest.raises(UnknownId, match="No fact 'x'"):
            twins.ask(exported, "evidence", fact="x")
        with pytest.raises(UnknownName):
            twins.ask(exported, "timeline", person='x" } DELETE WHERE { ?s ?p ?o } #')


NAMESAKES = {
    "2031-03-04": "The Chairman of the Harbour Board, Mr Li Qiang, met with Ms Ada Oduya.",
    "2033-05-04": "Mr Li Qiang met with Mr Ben Cole today (May 4).",
}


def test_namesakes_are_told_apart_by_their_latest_office(where: str, tmp_path: Path) -> None:
    """As for a graph, word for word."""
    for day, text in NAMESAKES.items():
        told = f"date: {day}\nissuer: Office {day}\n\nTalks\n\n{text}\n"
        (tmp_path / f"{day}.txt").write_text(told)
    with communique.open(where) as graph:
        graph.load([tmp_path / f"{day}.txt" for day in NAMESAKES])
        with pytest.raises(AmbiguousName) as known:
            graph.timeline("Li Qiang")
        for exported in exports(graph, tmp_path, "nquads"):
            with pytest.raises(AmbiguousName) as caught:
                twins.ask(exported, "timeline", person="Li Qiang")
            assert caught.value.candidates == known.value.candidates


@pytest.mark.parametrize(
    ("name", "parameters", "error", "told"),
    [
        ("connection", {"person": "Noor Haddad", "to": "Solheim"}, UnknownQuery, "shortest"),
        ("who-met-whm", {}, UnknownQuery, "Did you mean who-met-whom"),
        ("who-met-whom", {"persn": "x"}, ParameterError, "Did you mean person"),
        ("meetings-of", {}, ParameterError, "needs 'person'"),
        ("thanks", {"since": "2031-02-30"}, ParameterError, "a day that exists"),
    ],
)
def test_what_can_not_be_asked_is_told(
    datasets: list[Exported],
    name: str,
    parameters: Mapping[str, Any],
    error: type[Exception],
    told: str,
) -> None:
    """As for a graph."""
    with pytest.raises(error, match=told):
        twins.ask(datasets[0], name, **parameters)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_file_that_is_no_export_is_told(tmp_path: Path, engine: str) -> None:
    """Missing, of no known ending, broken, not what its ending says, or of others' things."""
    with pytest.raises(MissingFile, match="There is no file"):
        open_dataset(tmp_path / "g.nq", engine)
    with pytest.raises(ParameterError, match=r"\.trig"):
        open_dataset(tmp_path / "g.csv", engine)
    (tmp_path / "g.nq.gz").write_bytes(b"plain")
    with pytest.raises(MissingFile, match="can't be read"):
        open_dataset(tmp_path / "g.nq.gz", engine)
    (tmp_path / "g.ttl").write_text("<a> is no turtle")
    with pytest.raises(DataError, match="is no turtle"):
        open_dataset(tmp_path / "g.ttl", engine)
    cq = "https://w3id.org/communique/ontology#"
    (tmp_path / "g.nt").write_text(
        f'<urn:x> a <{cq}Person> .\n<urn:x> <{cq}name> "Ada" .\n'.replace(
            " a ", " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
        )
    )
    with pytest.raises(DataError, match="no export"):
        twins.ask(open_dataset(tmp_path / "g.nt", engine), "timeline", person="Ada")
    with pytest.raises(ParameterError, match="pyoxigraph, rdflib"):
        open_dataset(tmp_path / "g.nt", "jena")
