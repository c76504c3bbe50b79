"""Gold annotations and predictions in files."""

import json
from pathlib import Path
from typing import Any

from communique.errors import DataError, MissingFile, ParameterError

HELD_OUT = frozenset(("check", "sealed"))


def load_gold(folder: str | Path) -> dict[str, dict[str, Any]]:
    """Read the annotations of a folder.

    Args:
        folder: Holds ``NAME.json`` files in the form of the guideline.

    Returns:
        The annotations by name, sorted.

    Raises:
        MissingFile: If there is no such folder, or no annotation in it.
        DataError: If a file is no annotation.
    """
    found = sorted(Path(folder).glob("*.json"))
    if not found:
        message = f"There are no gold annotations in {folder}."
        raise MissingFile(message, "Give a folder with NAME.json files.")
    return {path.stem: _parse(path.read_text("utf-8"), str(path)) for path in found}


def refuse_to_show(folder: str | Path) -> None:
    """Refuse to list errors on releases that are held out: once read they measure nothing.

    Raises:
        ParameterError: If the folder is called ``check`` or ``sealed``.
    """
    if Path(folder).resolve().name in HELD_OUT:
        message = f"The releases in {folder} are held out: they are scored, their errors not shown."
        raise ParameterError(message, "List the errors on dev.")


def load_predictions(path: str | Path) -> dict[str, dict[str, Any]]:
    """Read predictions.

    Args:
        path: JSON Lines, an object a release, with its ``name``.

    Returns:
        The predictions by name.

    Raises:
        MissingFile: If there is no such file.
        DataError: If a line is no prediction.
    """
    if not Path(path).is_file():
        message = f"There is no file {path}."
        raise MissingFile(message)
    predictions = {}
    for number, line in enumerate(Path(path).read_text("utf-8").splitlines(), start=1):
        if line.strip():
            record = _parse(line, f"{path}:{number}")
            if "name" not in record:
                message = f"{path}:{number}: The prediction has no 'name'."
                raise DataError(message)
            predictions[str(record["name"])] = record
    return predictions


def _parse(text: str, where: str) -> dict[str, Any]:
    try:
        record = json.loads(text)
    except ValueError as error:
        message = f"{where}: It is no JSON: {error}."
        raise DataError(message) from None
    if not isinstance(record, dict):
        message = f"{where}: It is JSON, but no object."
        raise DataError(message)
    return record
