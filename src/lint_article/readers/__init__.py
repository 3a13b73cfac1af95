"""Readers: one per format; each is literal and returns a Reading."""
