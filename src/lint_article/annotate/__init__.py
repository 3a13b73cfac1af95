"""Findings written back into the manuscript: comments in Word, highlights in a PDF, remarks in markup."""
