"""The registry of identities: which mentions, of all releases, are of one thing."""
