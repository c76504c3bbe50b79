"""What to paste into a Neo4j and its Browser. Nothing here asks a database or changes one."""
