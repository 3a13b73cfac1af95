"""HTML pages of articles, in files of their own and in EPUBs."""

from lint_article.readers.format import Format

FORMATS = {
    "html": Format(
        (".html", ".htm", ".xhtml"),
        "html.reader:read_html",
        signs=(b"<!doctype html", b"<html"),
        markup="<>&",
        joins=r"<[A-Za-z/!?]|&#?\w+;?",
    ),
    "epub": Format((".epub",), "html.epub:read_epub", signs=(b"mimetypeapplication/epub",), contained=True),
}
