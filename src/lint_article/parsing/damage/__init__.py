"""Words that extraction broke, and what each of them was."""
