"""The examples, as releases."""

from communique import examples
from communique.loaders import Options, Release, load_releases


def test_every_example_is_a_whole_release() -> None:
    """Of a body that nobody else is, told in full."""
    items = list(load_releases(map(str, examples.paths()), Options()))
    assert len(items) >= 10
    for item in items:
        assert isinstance(item, Release), str(item)
        assert item.title
        assert item.date
        assert item.issuer
        assert item.language == "en"
        assert item.url is not None
        assert ".example/" in item.url
        assert item.text[item.body : item.end].strip()


def test_the_folder_of_the_examples_holds_nothing_else() -> None:
    """So it can be loaded as a folder."""
    folder = [str(examples.folder())]
    listed = load_releases(map(str, examples.paths()), Options())
    assert list(load_releases(folder, Options())) == list(listed)
