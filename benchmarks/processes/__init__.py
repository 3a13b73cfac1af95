"""How runs end when a signal asks for it, and whether many side by side say the same."""
