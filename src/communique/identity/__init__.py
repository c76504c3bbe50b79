"""Who is who: names that can be compared.

The package knows nothing of the graph nor of the reading, and asks nothing of a network.
"""

from communique.identity.comparison import compare
from communique.identity.keys import key
from communique.identity.verdict import Comparison, Verdict

__all__ = ["Comparison", "Verdict", "compare", "key"]
