"""Word documents."""

from lint_article.readers.format import Format

FORMATS = {"docx": Format((".docx",), "docx.reader:read_docx", signs=(b"[content_types].xml",), names=("word",))}
