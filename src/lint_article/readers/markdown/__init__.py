"""Markdown of Pandoc, Quarto, R Markdown and manubot."""
