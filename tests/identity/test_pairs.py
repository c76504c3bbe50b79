"""Pairs of names in a file."""

from pathlib import Path

import pytest

from communique.errors import DataError, MissingFile
from communique.identity.pairs import Pair, read_pairs


def write(folder: Path, data: bytes) -> str:
    """A file of these bytes."""
    path = folder / "pairs.csv"
    path.write_bytes(data)
    return str(path)


def test_pairs_are_read_with_what_else_stands_beside_them(tmp_path: Path) -> None:
    """A mark of byte order, quotes, other columns, empty lines, line ends of Windows."""
    data = '\ufeffid,name2,name1\r\n1,"Leung, Peter",梁永輝\r\n\r\n2,b,a\r\n'.encode()
    assert list(read_pairs(write(tmp_path, data))) == [
        Pair("梁永輝", "Leung, Peter"),
        Pair("a", "b"),
    ]


def test_a_line_without_a_name_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    """One bad line does not cost the file."""
    bad, good = read_pairs(write(tmp_path, b"name1,name2\nA, \nB,C\n"))
    assert isinstance(bad, DataError)
    assert "name2 is empty in line 2" in str(bad)
    assert good == Pair("B", "C")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "has no column name1 and no column name2"),
        (b"name1,name\nA,B\n", "has no column name2"),
        (b"name1,name2\nA,B\n\xff,C\n", "Line 3 of"),
        (b'name1,name2\n"A,B\n', "is no CSV"),
        (b'name1,name2\n"' + b"x" * 200_000 + b'",b\n', "is no CSV"),
    ],
)
def test_what_is_no_file_of_pairs_is_refused(tmp_path: Path, data: bytes, told: str) -> None:
    """In a sentence with the line."""
    with pytest.raises(DataError, match=told):
        list(read_pairs(write(tmp_path, data)))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """A folder is none either."""
    with pytest.raises(MissingFile):
        list(read_pairs(str(tmp_path / "none.csv")))
    with pytest.raises(MissingFile):
        list(read_pairs(str(tmp_path)))
