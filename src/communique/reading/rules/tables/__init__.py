"""The tables of the reader, read once from its data files: words, frames, places, word classes."""
