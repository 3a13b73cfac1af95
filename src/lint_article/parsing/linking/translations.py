"""What a translation of the article repeats: a fault of the article is said once, and its editions are in no list."""

from __future__ import annotations

from collections.abc import Iterator, Set

from lint_article.document import Document, Evidence, Outcome, Resolution

_NO_FAULT = frozenset({"matched", "not-a-citation", "exempt"})


def exempt_translations(document: Document) -> tuple[Resolution, ...]:
    """Return the judgements, without those in a translation on faults that the article has too.

    Nor is a work missing that the translation alone cites: it quotes editions in its own language, which no list has.
    """
    spans = [mark.span for mark in document.marks if mark.kind == "translation"]
    if not spans:
        return document.resolutions
    inside = [any(span.contains(one.item.span) for span in spans) for one in document.resolutions]
    original = {
        (one.outcome, one.nearest, one.item.key)
        for one, is_inside in zip(document.resolutions, inside, strict=True)
        if not is_inside
    }
    return tuple(_exempt(document.resolutions, inside, original))


def _exempt(
    resolutions: tuple[Resolution, ...], inside: list[bool], original: Set[tuple[Outcome, int | None, str]]
) -> Iterator[Resolution]:
    for one, is_inside in zip(resolutions, inside, strict=True):
        repeats = one.outcome == "absent" or (one.outcome, one.nearest, one.item.key) in original
        if is_inside and one.outcome not in _NO_FAULT and repeats:
            yield Resolution(one.item, "exempt", evidence=(Evidence("in a translation of the article", 0.0),))
        else:
            yield one
