"""The vocabulary and the RDF mapping."""
