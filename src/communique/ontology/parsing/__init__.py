"""Files of RDF into quads, by whichever library is installed; nothing is fetched or expanded."""
