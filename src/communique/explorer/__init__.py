"""The explorer: a page on a graph, and the interface in JSON that the page is made of.

`endpoints` has what can be asked, a module a matter; `app` puts them together; `static` is the
page itself. Everything is answered by the questions and methods of a graph: no query is here.
"""

from communique.errors import MissingExtra


def check_installed() -> None:
    """Tell of what is needed to serve a page.

    Raises:
        MissingExtra: If the extra ``web`` is not installed.
    """
    try:
        import starlette  # noqa: F401
        import uvicorn  # noqa: F401
    except ImportError as error:
        message = "The explorer needs a web server."
        raise MissingExtra(message, "Run: pip install 'communique[web]'") from error
