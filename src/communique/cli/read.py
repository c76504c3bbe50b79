"""`communique read`: what releases say, as JSON Lines."""

import sys
from contextlib import nullcontext
from typing import Unpack

import click

from communique.cli.options import (
    confidence_option,
    reader_option,
    release_options,
    strict_option,
)
from communique.cli.output import emit_json, progress, say
from communique.loaders.options import Finding
from communique.loaders.release import Release
from communique.reading.model import Reader
from communique.reading.selection import keep_sure


@click.command("read")
@click.argument("places", nargs=-1, required=True, metavar="PLACE...")
@click.option("--text", is_flag=True, help="Add the text that the offsets count in.")
@click.option("--explain", is_flag=True, help="Show people sentence by sentence why, not JSON.")
@confidence_option
@release_options
@strict_option
@reader_option
def command(
    places: tuple[str, ...],
    *,
    text: bool,
    explain: bool,
    min_confidence: float,
    strict: bool,
    reader: str,
    **finding: Unpack[Finding],
) -> None:
    """Read releases and print what they say, one JSON object a release.

    PLACE is a file, a folder, an archive, the address of a page, feed or sitemap, or
    hkgov:2024-11-01..2024-11-30 for the days of info.gov.hk; - is standard input.
    """
    from communique import pipeline
    from communique.loaders import Failure
    from communique.reading.readers import find_reader

    failed = 0
    chosen = find_reader(reader)
    releases = pipeline.releases(places, **finding)
    with nullcontext(releases) if explain else progress(releases, "reading") as items:
        for item in items:
            if isinstance(item, Failure):
                failed += 1
                say(f"Error: {item}")
                if strict:
                    break
            elif explain:
                _explain(chosen, item, min_confidence)
            else:
                _print(chosen, item, min_confidence, text=text)
    sys.exit(1 if failed else 0)


def _print(reader: Reader, release: Release, least: float, *, text: bool) -> None:
    from communique.reading.record import record

    emit_json(record(release, keep_sure(reader.read(release), least), text=text))


def _explain(reader: Reader, release: Release, least: float) -> None:
    from communique.cli.explain import draw
    from communique.reading.explanation import explain

    draw(release, explain(reader, release), least)
