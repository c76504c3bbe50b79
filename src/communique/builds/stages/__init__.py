"""From what releases assert to nodes and edges, table by table: a build's own way to the graph.

It comes to what `communique.graph.whole` makes of the same releases, without holding them all: each
stage is a query over tables and, where a query can't do it, a pure function over its rows.
"""
