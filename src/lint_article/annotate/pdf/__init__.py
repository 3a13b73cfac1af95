"""Findings as highlights of a PDF, each with its note."""
