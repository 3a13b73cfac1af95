"""Numbered figures, tables, boxes and equations: where the text mentions them, and what their captions are."""
