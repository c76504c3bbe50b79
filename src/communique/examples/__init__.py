"""Releases about invented engagements between invented people."""
