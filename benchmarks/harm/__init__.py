"""What `--fix` does to manuscripts: whether it changes more than the words of its findings, and what still parses."""
