"""Who and what is meant, from sentence to sentence: persons, pronouns, topic, speaker."""
