"""What a release says: people, offices, places, events and facts, each with its span."""
