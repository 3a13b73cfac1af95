"""Harper, the embedded engine, in a process of its own; with our own pack of rules for it."""
