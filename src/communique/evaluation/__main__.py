"""Run as ``python -m communique.evaluation GOLD [--reader NAME] [--out FILE] [--errors]``."""

import sys
from pathlib import Path

import click

from communique.errors import CommuniqueError
from communique.evaluation.gold import refuse_to_show
from communique.evaluation.page import page
from communique.evaluation.run import Evaluation, evaluate
from communique.evaluation.tables import figures, issuers, listing
from communique.reading.readers import BUILT_IN

PARTS = ("dev", "check")


@click.command()
@click.argument("gold", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--reader", default=BUILT_IN, show_default=True, help="Which reader.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write the page.")
@click.option("--errors", is_flag=True, help="List each difference with its sentence.")
def main(gold: Path, reader: str, out: Path | None, *, errors: bool) -> None:
    """Score a reader on annotated releases.

    GOLD is a folder of NAME.txt and NAME.json, or holds such folders called dev and check: then
    errors are listed on dev alone.
    """
    try:
        if errors:
            _list(gold, reader)
        else:
            _score(gold, reader, out)
    except CommuniqueError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(error.exit_code)


def _list(gold: Path, reader: str) -> None:
    folder = gold / "dev" if (gold / "dev").is_dir() else gold
    refuse_to_show(folder)
    click.echo(listing(evaluate(folder, reader).whole))


def _score(gold: Path, reader: str, out: Path | None) -> None:
    found = [part for part in PARTS if (gold / part).is_dir()]
    folders = {part: gold / part for part in found} or {gold.name: gold}
    evaluations = {name: evaluate(folder, reader) for name, folder in folders.items()}
    for name, evaluation in evaluations.items():
        _print(name, evaluation)
    if out is None:
        return
    if set(found) == set(PARTS):
        out.write_text(page(evaluations["dev"], evaluations["check"]), "utf-8")
    else:
        click.echo(f"{out} is not written: {gold} holds no dev and check.", err=True)


def _print(name: str, evaluation: Evaluation) -> None:
    for table in (figures(evaluation.whole), issuers(evaluation.by_issuer)):
        click.echo(f"{name}\n{table}\n" + "".join(f"{note}\n" for note in table.notes))


if __name__ == "__main__":
    main()
