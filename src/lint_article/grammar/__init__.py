"""Grammar engines, and what they are shown of a manuscript; `session` is the way in."""
