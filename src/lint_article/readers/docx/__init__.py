"""Word documents."""

from lint_article.readers.format import Format

_SIGNS = (b"[content_types].xml",)
FORMATS = {"docx": Format((".docx",), "docx.reader:read_docx", _SIGNS, names=("word",), contained=True)}
