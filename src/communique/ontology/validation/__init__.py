"""RDF held against SHACL shapes, and its quotes against its texts."""
