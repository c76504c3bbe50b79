"""`communique score`: predictions held against gold annotations."""

import click

from communique.cli.options import form_options
from communique.cli.output import emit


@click.command("score")
@click.argument("gold")
@click.argument("predictions")
@click.option("--errors", is_flag=True, help="List every miss and every spurious item instead.")
@form_options
def command(gold: str, predictions: str, *, errors: bool, form: str | None) -> None:
    """Score predictions against gold annotations.

    GOLD is a folder of NAME.json files, PREDICTIONS a file as `communique read` writes it.
    """
    from communique.evaluation.gold import load_gold, load_predictions
    from communique.evaluation.scoring import score
    from communique.evaluation.tables import figures, misses

    report = score(load_gold(gold), load_predictions(predictions))
    emit(misses(report) if errors else figures(report), form)
