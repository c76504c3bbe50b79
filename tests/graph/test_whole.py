"""The whole graph of some releases and decisions, from their rows alone."""
