"""Mutated manuscripts, to find what crashes."""
