"""The dataset for search engines: schema.org in JSON-LD, which pages can carry as it stands."""

import json
from typing import Any

from communique.ontology.dataset.summary import DATA, KEYWORDS, Summary

_IN_SCRIPTS = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}
"""What could end a script, or a line, in a page that carries the text."""


def jsonld(summary: Summary) -> str:
    """Write dataset.jsonld.

    Args:
        summary: What is told of the dataset.

    Returns:
        JSON-LD that can stand in a ``script`` element.
    """
    told = {key: value for key, value in _told(summary).items() if value}
    return json.dumps(told, ensure_ascii=False, indent=2).translate(_IN_SCRIPTS) + "\n"


def _told(summary: Summary) -> dict[str, Any]:
    imprint, census = summary.imprint, summary.census
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": imprint.title,
        "description": summary.description,
        "url": imprint.url,
        "identifier": imprint.url,
        "version": summary.version,
        "datePublished": imprint.issued,
        "license": imprint.license,
        "copyrightNotice": summary.rights,
        "creator": _body(imprint.creator) if imprint.creator else None,
        "keywords": list(KEYWORDS),
        "inLanguage": sorted(census.languages),
        "temporalCoverage": f"{census.first}/{census.last}" if census.first else None,
        "measurementTechnique": f"read from the texts by {summary.software}",
        "variableMeasured": [
            {"@type": "PropertyValue", "name": called, "value": count}
            for _, called, count in summary.counts
        ],
        "size": f"{census.statements} statements",
        "isBasedOn": [_releases(*each) for each in sorted(census.issuers.items())],
        "distribution": {
            "@type": "DataDownload",
            "name": DATA,
            "contentUrl": DATA,
            "encodingFormat": ["application/n-quads", "application/gzip"],
            "contentSize": f"{summary.size} B",
            "sha256": summary.sha256,
        },
    }


def _releases(issuer: str, count: int) -> dict[str, Any]:
    return {
        "@type": "Collection",
        "name": f"Releases of {issuer}",
        "publisher": _body(issuer),
        "collectionSize": count,
    }


def _body(name: str) -> dict[str, str]:
    return {"@type": "Organization", "name": name}
