"""The command line: click functions and nothing else."""

from communique.cli.app import main

__all__ = ["main"]
