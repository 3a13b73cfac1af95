"""Where the entries of a list begin: one sum of named signs over its lines."""
