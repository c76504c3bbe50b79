"""Plain text: what is nothing else."""

from collections.abc import Iterator

from communique.loaders.decoding import decode
from communique.loaders.options import Options
from communique.loaders.piece import Found, Piece
from communique.loaders.streams import read_whole
from communique.loaders.text import release_from_text


class Text:
    """One release as plain text."""

    name = "text"
    rank = 90
    endings = (".txt", ".md")

    def takes(self, piece: Piece) -> bool:
        """Take anything."""
        return True

    def open(self, piece: Piece, options: Options) -> Iterator[Found]:
        """Make the release."""
        text = decode(read_whole(piece.stream), piece.charset)
        yield release_from_text(
            text, name=piece.stem, defaults=options.defaults, details=piece.details
        )
