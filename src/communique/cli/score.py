"""`communique score`: predictions held against gold annotations."""

import click

from communique.cli.options import form_options
from communique.cli.output import emit


@click.command("score")
@click.argument("gold")
@click.argument("predictions")
@click.option("--errors", is_flag=True, help="List each difference with its sentence instead.")
@form_options
def command(gold: str, predictions: str, *, errors: bool, form: str | None) -> None:
    """Score predictions against gold annotations.

    GOLD is a folder of NAME.json files, PREDICTIONS a file as `communique read` writes it. The
    errors of a folder called check or sealed are not shown: what is held out stays unread.
    """
    from communique.evaluation.gold import load_gold, load_predictions, refuse_to_show
    from communique.evaluation.scoring import score
    from communique.evaluation.tables import figures, misses

    if errors:
        refuse_to_show(gold)
    report = score(load_gold(gold), load_predictions(predictions))
    emit(misses(report) if errors else figures(report), form)
