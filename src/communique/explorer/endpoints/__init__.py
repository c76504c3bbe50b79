"""What can be asked: a module a matter, each with its `ENDPOINTS`."""

from communique.explorer.endpoint import Endpoint
from communique.explorer.endpoints import (
    names,
    networks,
    questions,
    releases,
    reviews,
    things,
    whereabouts,
)

_MATTERS = (names, things, questions, networks, whereabouts, releases, reviews)


def all_endpoints(*, review: bool) -> tuple[Endpoint, ...]:
    """List the endpoints.

    Args:
        review: Whether those that change the graph are among them.
    """
    found = (endpoint for matter in _MATTERS for endpoint in matter.ENDPOINTS)
    return tuple(endpoint for endpoint in found if review or not endpoint.changes)
