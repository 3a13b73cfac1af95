"""Abbreviations: where the text defines them, what they mean, and where it uses them."""
