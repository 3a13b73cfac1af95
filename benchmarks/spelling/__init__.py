"""Word lists for the rules on spelling, and how good they are."""
