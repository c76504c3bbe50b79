"""The graph for other tools: GraphML, GEXF, node-link JSON, CSV for Neo4j, Parquet.

Each format has a module with one function that takes the rows of a graph and writes them as they
come. Rows in the same order give equal bytes; a graph gives its rows sorted.
"""
