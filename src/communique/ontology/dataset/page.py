"""The dataset for people: its README."""

import html
import re
from collections.abc import Iterator
from importlib.resources import files

from communique.ontology.dataset.summary import DATA, Summary

_MARK = re.compile("@([a-z]+)@")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_MARKDOWN = re.compile(r"([\\`*_\[\]|~#$])")
_MOST = 50
"""Publishers that are listed; the metadata lists all."""


def readme(summary: Summary) -> str:
    """Write README.md.

    Args:
        summary: What is told of the dataset.

    Returns:
        Markdown, in which what others wrote is text and nothing else.
    """
    imprint, census = summary.imprint, summary.census
    told = {
        "title": plain(imprint.title),
        "description": summary.description,
        "data": DATA,
        "counts": "\n".join(_counts(summary)),
        "period": f"{census.first} to {census.last}" if census.first else "not known",
        "languages": ", ".join(plain(each) for each in sorted(census.languages)) or "not known",
        "version": plain(summary.version),
        "software": summary.software,
        "conforms": summary.conforms,
        "issuers": "\n".join(_issuers(summary)) or "The releases do not tell.",
        "rights": summary.rights,
        "license": f"<{imprint.license}>" if imprint.license else _UNLICENSED,
        "citation": _citation(summary),
        "texts": _TEXTS if census.texts else _NO_TEXTS,
    }
    template = (files("communique.ontology.dataset") / "readme.md").read_text("utf-8")
    # In one pass, so that a title which reads like a mark stays a title.
    return _MARK.sub(lambda found: told[found[1]], template)


_UNLICENSED = "none is stated; ask whoever gave it to you"
_TEXTS = "The releases come with their whole texts (`cq:text`)."
_NO_TEXTS = "The releases' whole texts are left out; quotes tell where they stand in them."


def plain(text: str) -> str:
    """Write text so that Markdown shows it as it is, in one line, turned by nothing unseen.

    Args:
        text: What others wrote.

    Returns:
        Markdown.
    """
    seen = " ".join(_UNSEEN.sub(" ", text).split())
    return _MARKDOWN.sub(r"\\\1", html.escape(seen, quote=False))


def _counts(summary: Summary) -> Iterator[str]:
    for name, called, count in summary.counts:
        yield f"| {called} | `cq:{name}` | {count:,} |"
        if name == "Attendance":
            met = "facts that two met, each two attendances"
            yield f"| {met} | `cq:role` | {summary.census.meetings:,} |"
    yield f"| statements | | {summary.census.statements:,} |"


def _issuers(summary: Summary) -> Iterator[str]:
    ranked = sorted(summary.census.issuers.items(), key=lambda each: (-each[1], each[0]))
    for issuer, count in ranked[:_MOST]:
        yield f"- {plain(issuer)}: {count:,}"
    if len(ranked) > _MOST:
        yield f"- and {len(ranked) - _MOST:,} more, in `dataset.ttl`"


def _citation(summary: Summary) -> str:
    imprint = summary.imprint
    year = f" ({imprint.issued[:4]})" if imprint.issued else ""
    by = f"{plain(imprint.creator)}{year}. " if imprint.creator else ""
    at = f" <{imprint.url}>." if imprint.url else ""
    made = f"made with {summary.software}"
    return f"{by}*{plain(imprint.title)}*. Version {plain(summary.version)}, {made}.{at}"
