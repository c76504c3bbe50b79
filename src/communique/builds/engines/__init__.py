"""Engines: what carries out the stages of a build, on one machine or on many."""
