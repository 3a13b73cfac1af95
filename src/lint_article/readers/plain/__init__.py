"""Plain text."""

from lint_article.readers.format import Format

FORMATS = {"plain": Format((".txt", ".text"), "plain.reader:read_plain")}
