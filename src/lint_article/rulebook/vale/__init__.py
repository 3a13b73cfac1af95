"""Styles of Vale, read as rules of a user's own: each file of a style becomes the rule that a sheet would state."""
