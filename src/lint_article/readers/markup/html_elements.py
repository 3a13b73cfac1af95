"""What each element of HTML is for a reader of an article page."""

from __future__ import annotations

from collections.abc import Mapping

from lint_article.document import BlockKind, MarkKind

BLOCKS: Mapping[str, BlockKind] = {
    "blockquote": "quote",
    "caption": "caption",
    "dd": "item",
    "dt": "item",
    "figcaption": "caption",
    "li": "item",
    "p": "paragraph",
    "pre": "code",
    "table": "table",
    **{f"h{level}": "heading" for level in range(1, 7)},
}
ROLES: Mapping[str, BlockKind] = {
    "doc-abstract": "abstract",
    "doc-biblioentry": "reference",
    "doc-endnote": "footnote",
    "doc-footnote": "footnote",
    "doc-subtitle": "title",
}
MARKS: Mapping[str, MarkKind] = {
    **dict.fromkeys(("b", "cite", "dfn", "em", "i", "strong", "u", "var"), "emphasis"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "code"),
    "math": "math",
    "sup": "superscript",
}
ROWS: Mapping[str, str] = {"tr": "\n", "td": "\t", "th": "\t"}
_IN_LINE = frozenset(
    "a abbr b bdi bdo big br cite code data del dfn em font i img ins kbd mark math q s samp small span strike"
    " strong sub sup time tt u var wbr".split()
)

EMPTY = frozenset("area base br col embed hr img input link meta param source track wbr".split())
RAW_TEXT = frozenset({"script", "style", "textarea", "title", "noscript", "xmp", "iframe"})
SKIPPED = RAW_TEXT | frozenset(
    "annotation annotation-xml aside audio button canvas datalist dialog footer form head map menu nav object"
    " select svg template video".split()
)
BACK = "back"
"""The class of a footer that holds the back of an article, as JATS calls it: the reference list among other things."""

INVISIBLE = frozenset("annotation annotation-xml datalist head style template title".split())
"""Of what is skipped, elements that print nothing."""

IMAGES = frozenset("embed img input".split())
"""Empty elements that print something."""

UNSEEN_WORDS = frozenset({"skip", "sr-only", "visually-hidden"})
"""Words of a class that hide an element from who looks at the page."""

NAMES = frozenset({"id", "name"})
"""Attributes of an empty element that only give its place a name; one with others is filled by a script or a style."""

SKIPPED_ROLES = frozenset(
    "alert banner complementary contentinfo dialog doc-pagelist doc-toc form menu menubar navigation search"
    " toolbar".split()
)
SKIPPED_WORDS = UNSEEN_WORDS | frozenset(
    "ad ads advert advertisement breadcrumb breadcrumbs cookie cookies crumbs login menu modal nav navbar"
    " navigation newsletter pagination popup share sharing sidebar signup social toc toolbar"
    " tooltip".split()
)
"""Words of a class that name what stands around an article (an id may be made of a heading's words)."""

REFERENCE_WORDS = frozenset("bibliography biblist citations reference references reflist refs".split())
"""Words of a class, an id or a role that name a reference list."""

_PARAGRAPH_ENDS = (
    "address article aside blockquote div dl fieldset figure footer h1 h2 h3 h4 h5 h6 header hr main nav ol"
)
CLOSES: Mapping[str, frozenset[str]] = {
    **dict.fromkeys((*_PARAGRAPH_ENDS.split(), "p", "pre", "section", "table", "ul"), frozenset({"p"})),
    **dict.fromkeys(("dd", "dt"), frozenset({"p", "dd", "dt"})),
    "li": frozenset({"p", "li"}),
    **dict.fromkeys(("td", "th"), frozenset({"p", "td", "th"})),
    **dict.fromkeys(("tr", "tbody", "thead", "tfoot"), frozenset({"p", "td", "th", "tr"})),
}
"""Elements that a start tag of this name ends, where their end tag is left out."""


def is_in_line(name: str) -> bool:
    """Tell whether an element stands in a line, as the elements of a page's own do; all others set their text apart."""
    return name in _IN_LINE or "-" in name
