"""HTML pages of articles."""

from lint_article.readers.format import Format

FORMATS = {
    "html": Format(
        (".html", ".htm", ".xhtml"),
        "html.reader:read_html",
        signs=(b"<!doctype html", b"<html"),
        markup="<>&",
        joins=r"<[A-Za-z/!?]|&#?\w+;?",
    )
}
