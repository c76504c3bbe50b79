"""What writes each format of RDF: lines in order in, text out, in bounded memory.

A writer says how a quad is put as a line, so that sorted lines come in the order in which it wants
to write them, and writes a stream of such lines.
"""
