"""The question library and what runs it."""
