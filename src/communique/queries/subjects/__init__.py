"""Nodes as objects: a person, an office, a body, a place, an event, each with its questions."""
