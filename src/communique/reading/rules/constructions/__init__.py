"""Facts told otherwise than by a verb and its arguments: one construction a module."""
