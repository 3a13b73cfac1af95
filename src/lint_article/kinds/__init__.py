"""The kinds of rule that a sheet can declare."""
