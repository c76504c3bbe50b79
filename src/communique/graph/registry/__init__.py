"""The registry of identities: which mentions of all releases are one person, body, seat, event."""
