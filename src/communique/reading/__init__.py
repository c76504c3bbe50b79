"""What a release says: people, offices, organizations, places, events and facts, each with its span."""
