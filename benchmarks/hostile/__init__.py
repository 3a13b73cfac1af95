"""Inputs that attack: files without bounds, texts that take long, names that steer a terminal."""
