"""How long the questions of the library take on a made graph, in both databases."""
