"""HTML pages of articles."""
