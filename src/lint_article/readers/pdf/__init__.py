"""PDF files with text."""

from lint_article.readers.format import Format

FORMATS = {"pdf": Format((".pdf",), "pdf.reader:read_pdf", signs=(b"%pdf-",), contained=True)}
