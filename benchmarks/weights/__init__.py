"""Fit the weights of the signs that names before a year are a citation, and measure what each sign is worth."""
