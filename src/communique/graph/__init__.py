"""The graph: its model, its rows, its identities, and the databases that keep it."""
