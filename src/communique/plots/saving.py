"""Pictures in files: SVG or PNG, whole or not at all, the same bytes for the same picture."""

import io
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from communique.errors import MissingFile, ParameterError
from communique.ontology.files import whole_bytes
from communique.plots.drawing import style
from communique.writing import unwritten

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_DPI = 150
_METADATA: Mapping[str, Mapping[str, str | None]] = MappingProxyType(
    {"svg": {"Date": None, "Creator": "communique"}, "png": {"Software": "communique"}}
)


def format_of(path: str | Path) -> str:
    """Tell a picture's format by the ending of its file.

    Args:
        path: The file.

    Returns:
        ``svg`` or ``png``.

    Raises:
        ParameterError: If it is neither.
    """
    ending = Path(path).suffix.lower().removeprefix(".")
    if ending not in _METADATA:
        told = f"not {ending}" if ending else "and this name has no ending"
        message = f"A picture is .svg or .png, {told}: {path}."
        raise ParameterError(message, "Name the file so: picture.svg.")
    return ending


def check_place(path: str | Path) -> None:
    """Refuse a file that can't be written, before anything is drawn for nothing.

    Args:
        path: The file.

    Raises:
        MissingFile: If its folder is not there, or the path is a folder.
        ParameterError: If it ends in neither .svg nor .png.
    """
    format_of(path)
    if Path(path).is_dir():
        message = f"{path} is a folder."
        raise MissingFile(message, "Name a file in it.")
    if not Path(path).parent.is_dir():
        message = f"{path} can't be written: there is no folder {Path(path).parent}."
        raise MissingFile(message)


def save(figure: "Figure", path: str | Path) -> None:
    """Write a picture, whole or not at all.

    Args:
        figure: The picture.
        path: The file, which ends in .svg or .png; one that is there is replaced.

    Raises:
        MissingFile: If it can't be written.
        NoRoom: If there is no room for it.
        ParameterError: If it ends in neither.
    """
    form = format_of(path)
    drawn = io.BytesIO()
    with style():
        told = {**_METADATA[form], "Title": figure.get_label()}
        figure.savefig(drawn, format=form, dpi=_DPI, metadata=told)
    try:
        with whole_bytes(Path(path)) as stream:
            stream.write(drawn.getvalue())
    except OSError as error:
        raise unwritten(path, error) from error
