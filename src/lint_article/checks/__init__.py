"""Rules written in Python: one check per file, named after its rule."""
