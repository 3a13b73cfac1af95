"""Report compounds with a space behind their hyphen."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from lint_article.document import Document, Edit, Finding, Fix
from lint_article.parsing.structure.hyphenation import Hyphenated, divided_words, find_hyphenated
from lint_article.text import Span
from lint_article.text.whole_words import has_whole

# First parts that never stand alone.
_COMBINING = frozenset(
    """anti bi bio co counter cross de eco ex extra geo hetero homo hyper inter intra macro mega meta micro mid mini
    mono multi neo neuro non over para photo poly post pre pro proto pseudo psycho quasi re self semi socio sub super
    supra tele trans tri ultra un uni""".split()
)


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per compound that is written closed elsewhere, or whose first part never stands alone."""
    # Where the gap is no white space in the text, code or a formula stands there.
    found = [one for one in find_hyphenated(document) if one.gap.of(document.text).isspace()]
    if not found:
        return
    divided = {one.span for one, _ in divided_words(document)}
    closed = _find_closed(document.prose.lower(), found)
    for one in found:
        evidence = _evidence(one, closed) if one.span not in divided else ""
        if evidence:
            text = f"{one.first}{one.hyphen} {one.second}"
            fix = Fix("Delete the space", (Edit(Span(one.gap.start, one.gap.end), ""),), "unsafe")
            yield Finding(one.span, {"text": text, "evidence": evidence}, fix)


def _find_closed(lowered: str, found: Sequence[Hyphenated]) -> set[str]:
    """Return the compounds that the text also has without the space, in small letters."""
    wanted = {f"{one.first}-{one.second}".lower() for one in found}
    return {word for word in wanted if has_whole(lowered, word)}


def _evidence(one: Hyphenated, closed: Collection[str]) -> str:
    compound = f"{one.first}-{one.second}"
    if compound.lower() in closed:
        return f"elsewhere it is written `{compound}`"
    return f"`{one.first}-` is not a word by itself" if one.first.lower() in _COMBINING else ""
