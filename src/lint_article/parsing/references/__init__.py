"""Reference lists, their entries, and the parts of each entry."""
