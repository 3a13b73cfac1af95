"""Findings as comments of a Word document, fixes as its tracked changes; nothing else in the package is touched."""
