"""Numbered figures, tables and boxes: where the text mentions them, and what their captions are."""
