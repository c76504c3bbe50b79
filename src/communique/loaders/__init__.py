"""Where releases come from: files of every kind, all giving one Release."""
