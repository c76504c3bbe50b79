"""`communique read`: what releases say, as JSON Lines."""

import sys

import click

from communique.cli.options import reader_option, release_options, strict_option
from communique.cli.output import emit_json, progress, say


@click.command("read")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--text", is_flag=True, help="Add the text that the offsets count in.")
@click.option(
    "--min-confidence", type=click.FloatRange(0, 1), default=0.0, help="Surer facts only."
)
@release_options
@strict_option
@reader_option
def command(
    paths: tuple[str, ...],
    *,
    text: bool,
    min_confidence: float,
    strict: bool,
    reader: str,
    date: str | None,
    issuer: str | None,
    url: str | None,
) -> None:
    """Read releases and print what they say, one JSON object a release.

    PATH is a file or a folder; - is standard input.
    """
    from communique import pipeline
    from communique.loaders import Failure
    from communique.reading.readers import find_reader
    from communique.reading.record import record

    failed = 0
    chosen = find_reader(reader)
    releases = pipeline.releases(paths, date=date, issuer=issuer, url=url)
    with progress(releases, "reading") as items:
        for item in items:
            if isinstance(item, Failure):
                failed += 1
                say(f"Error: {item}")
                if strict:
                    break
                continue
            reading = chosen.read(item).above(min_confidence)
            emit_json(record(item, reading, text=text))
    sys.exit(1 if failed else 0)
