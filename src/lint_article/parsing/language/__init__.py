"""What language a text is written in, and what is a word of it."""
