"""What stands at an address: a page, a feed, a sitemap, an archive."""

from collections.abc import Iterator

from communique.errors import ParameterError
from communique.loaders.address import normalise_url
from communique.loaders.options import Options
from communique.loaders.piece import Found, Link


class Web:
    """An http(s) address."""

    name = "web"
    rank = 20
    fetches = True

    def takes(self, place: str) -> bool:
        """Take what starts as one does."""
        return place.lower().startswith(("http://", "https://"))

    def find(self, place: str, options: Options) -> Iterator[Found]:
        """Give the address: what stands there may change, so it is asked for each time.

        Raises:
            ParameterError: If it is no address.
        """
        url = normalise_url(place)
        if url is None:
            message = f"{place!r} is no address."
            raise ParameterError(message)
        return iter([Link(url, place, lasting=False)])
