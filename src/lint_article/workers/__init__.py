"""Processes of ours that answer messages: the same on every system, and none outlives the process that started it."""
