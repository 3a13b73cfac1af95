"""What each element of JATS and NLM XML is for a reader of the article."""

from __future__ import annotations

from collections.abc import Mapping

from lint_article.document import BlockKind, MarkKind

BLOCKS: Mapping[str, BlockKind] = {
    "aff": "metadata",
    "caption": "caption",
    "code": "code",
    "contrib-group": "metadata",
    "def-item": "item",
    "disp-formula": "math",
    "disp-quote": "quote",
    "fn": "footnote",
    "kwd-group": "metadata",
    "list-item": "item",
    "p": "paragraph",
    "preformat": "code",
    "ref": "reference",
    "table": "table",
    "table-wrap-foot": "footnote",
    "verse-group": "quote",
}
"""Elements that are blocks of their own."""

HOLDS_PARAGRAPHS = frozenset(
    {"caption", "fn", "list-item", "def-item", "ref", "table", "table-wrap-foot", "disp-quote"}
)
"""Blocks in which a paragraph is no further block, but only set apart."""

MARKS: Mapping[str, MarkKind] = {
    "bold": "emphasis",
    "italic": "emphasis",
    "inline-formula": "math",
    "math": "math",
    "monospace": "code",
    "sup": "superscript",
}

SETS_APART = frozenset(
    "abstract ack app app-group boxed-text def-list disp-formula-group fig fig-group fn-group glossary list notes"
    " ref-list sec statement table-wrap table-wrap-group trans-abstract attrib author-notes title-group subtitle"
    " trans-title-group chem-struct-wrap supplementary-material speech corresp verse-line bio".split()
)

SECTIONS = frozenset("sec app ack abstract trans-abstract ref-list glossary notes boxed-text fn-group bio".split())
"""Elements whose title is a heading one level down."""

SKIPPED = frozenset(
    "journal-meta alt-text long-desc graphic inline-graphic media object-id contrib-id address institution-id"
    " annotation permissions history related-article related-object counts processing-meta".split()
)
"""Elements that hold nothing that is read as the article's text."""

PRINTED = frozenset(
    "address alternatives chem-struct disp-formula email ext-link glyph-ref graphic inline-formula inline-graphic"
    " inline-media inline-supplementary-material math media private-char related-article related-object tex-math uri"
    " xref".split()
)
"""Elements that print something, even where nothing is written for them."""

ONE_OF = frozenset({"alternatives", "citation-alternatives", "name-alternatives", "aff-alternatives"})
"""Elements of which one child stands for all."""

TITLED = frozenset({"title", "caption"})
"""What a label before it shares a line with."""

RUNS_ON = frozenset({"list-item", "fn", "disp-formula", "def-item", "aff", "p", "corresp", "table-wrap-foot"})
"""Elements whose label is followed by their text on the same line."""

SPACED = frozenset(
    "surname given-names prefix suffix contrib collab degrees role kwd institution country term def".split()
)
"""Elements that stand apart from what comes before by a space, printed or not."""

META_KEPT = frozenset("title-group contrib-group aff abstract trans-abstract kwd-group author-notes".split())
"""Children of `article-meta` and `front-stub` that a reader of the article sees; the others are for machines."""

PREFORMATTED = frozenset({"code", "preformat"})
ROWS: Mapping[str, str] = {"tr": "\n", "td": "\t", "th": "\t"}
ARTICLES = frozenset({"article", "sub-article", "response", "book-part", "body", "ref-list"})
CELLS = frozenset({"td", "th"})
CITATIONS = frozenset({"mixed-citation", "element-citation", "nlm-citation", "citation", "product"})
ELEMENTS_ONLY = frozenset(
    {"element-citation", "nlm-citation", "person-group", "name", "date", "contrib", "contrib-group"}
)
"""Elements whose own text is layout only: what sets their children apart is written by the reader."""

BEFORE: Mapping[str, str] = {
    "year": " (",
    "month": " ",
    "day": " ",
    "volume": ", ",
    "issue": "(",
    "fpage": ": ",
    "lpage": "–",
    "page-range": ": ",
    "elocation-id": ": ",
    "publisher-loc": ". ",
    "publisher-name": ": ",
    "surname": "",
    "given-names": " ",
    "prefix": " ",
    "suffix": " ",
    "etal": ", ",
    "name": ", ",
    "string-name": ", ",
    "collab": ", ",
}
"""What is written before a child of an element-only citation that does not come first; ". " before all others."""

AFTER: Mapping[str, str] = {"year": ")", "issue": ")"}

FIELDS: Mapping[str, str] = {
    "article-title": "title",
    "chapter-title": "title",
    "part-title": "title",
    "data-title": "title",
    "source": "container",
    "year": "year",
    "date-in-citation": "accessed",
    "access-date": "accessed",
    "label": "label",
}
