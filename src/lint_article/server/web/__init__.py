"""The page to drop a file on: manuscripts come in, reviews and annotated copies go out, nothing is kept on disk."""
