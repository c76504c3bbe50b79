"""Mentions: people with their offices, bodies, events, agreements and places in a text."""
