"""The command line: click functions and nothing else."""
