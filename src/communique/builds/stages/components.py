"""Connected components by queries: what any chain of edges connects gets one name.

Edges are turned, round by round, until each points at the least of its component: large-star and
small-star in turn, which end after about as many rounds as the logarithm of the longest chain.

Source: Kiveris, Lattanzi, Mirrokni, Rastogi, Vassilvitskii: Connected Components in MapReduce and
Beyond, SoCC 2014.
"""

from communique.builds.stages.stage import Stage


def turn(name: str, number: int) -> tuple[Stage, Stage]:
    """Give the stages of one round.

    Args:
        name: With what the names of the tables begin.
        number: Which round, from 0.

    Returns:
        Those that make ``NAME_edges_{number}`` the edges of the next round.
    """
    before, half, after = (
        f"{name}_edges_{number}", f"{name}_half_{number}", f"{name}_edges_{number + 1}"
    )  # fmt: skip
    large = Stage(half, ("a", "b"), _LARGE.format(edges=before))
    small = Stage(after, ("a", "b"), _SMALL.format(edges=half))
    return large, small


def open_ends(name: str, number: int) -> str:
    """Give the query for how many edges don't point at the least of their component yet."""
    return _OPEN.format(edges=f"{name}_edges_{number}")


_LARGE = """
WITH e AS (SELECT a, b FROM {edges} UNION SELECT b AS a, a AS b FROM {edges}),
     m AS (SELECT a, least(a, min(b)) AS least FROM e GROUP BY a)
SELECT DISTINCT e.b AS a, m.least AS b FROM e JOIN m ON e.a = m.a
WHERE e.b > e.a AND e.b <> m.least
"""
_SMALL = """
WITH m AS (SELECT a, min(b) AS least FROM {edges} GROUP BY a)
SELECT e.b AS a, m.least AS b FROM {edges} e JOIN m ON e.a = m.a WHERE e.b <> m.least
UNION SELECT a, least AS b FROM m
"""
_OPEN = """
SELECT count(*) AS number FROM {edges} e
WHERE e.b IN (SELECT a FROM {edges}) OR e.a IN (
    SELECT a FROM {edges} GROUP BY a HAVING count(*) > 1
)
"""
