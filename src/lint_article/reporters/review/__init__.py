"""The review page: the manuscript as a readable page, with findings and citations in place."""
