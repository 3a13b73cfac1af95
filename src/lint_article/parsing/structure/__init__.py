"""Sections, prose, page furniture, links and hyphenation."""
