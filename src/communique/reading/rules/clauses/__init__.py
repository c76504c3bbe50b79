"""Facts that verbs tell: frames against the subjects and arguments of a clause."""
