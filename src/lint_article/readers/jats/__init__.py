"""JATS and NLM XML."""

from lint_article.readers.format import Format

FORMATS = {
    "jats": Format(
        (".xml", ".jats", ".nxml"),
        "jats.reader:read_jats",
        signs=(b"<article", b"<!doctype article"),
        markup="<>&",
        joins=r"<[A-Za-z/!?]|&#?\w+;?",
    )
}
