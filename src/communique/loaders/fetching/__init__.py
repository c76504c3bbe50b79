"""Pages from the web, asked for politely: the one place that speaks HTTP.

A `Fetcher` asks for one page after the other. It asks robots.txt first, keeps pages in a cache,
waits between requests to one host, tries again what may come later, and asks no address of a
private network. Nothing heavy is imported before a `Fetcher` is made, which needs the extra
``fetch``.

No proxy of the environment is used: it would look names up itself, and nobody could check where a
request goes. No password file is read and no cookie kept. Certificates are those of certifi, or of
``SSL_CERT_FILE`` and ``SSL_CERT_DIR``.
"""

from communique.loaders.fetching.fetcher import Fetcher, check_installed
from communique.loaders.fetching.page import Fetched
from communique.loaders.fetching.politeness import Politeness

__all__ = ["Fetched", "Fetcher", "Politeness", "check_installed"]
