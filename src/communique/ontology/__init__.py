"""The ontology, and the graph as RDF."""
