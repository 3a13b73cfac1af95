"""What a translation of the article cites: a fault of the article is said once, and its editions are in no list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from lint_article.document import Document, Evidence, MarkKind, Outcome, Resolution
from lint_article.text import Span

_NO_FAULT = frozenset({"matched", "not-a-citation", "exempt"})
_OF_EDITIONS = frozenset({"year-differs", "suffix-differs", "name-differs", "coauthor-differs", "target-differs"})


def exempt_translations(document: Document) -> tuple[Resolution, ...]:
    """Return the judgements, without those in a translation on faults that the article has too.

    Nor is a work missing that the translation alone cites: it quotes editions in its own language, which no list has.
    Without a list of its own it gives their years, too, and spells names as that language does.
    """
    spans = _spans(document, "translation", "translation-without-list")
    if not spans:
        return document.resolutions
    inside = _are_inside(document, spans)
    unlisted = _are_inside(document, _spans(document, "translation-without-list"))
    original = {
        (one.outcome, one.nearest, one.item.key)
        for one, is_inside in zip(document.resolutions, inside, strict=True)
        if not is_inside
    }
    return tuple(_exempt(document.resolutions, inside, unlisted, original))


def _exempt(
    resolutions: tuple[Resolution, ...],
    inside: list[bool],
    unlisted: list[bool],
    original: Set[tuple[Outcome, int | None, str]],
) -> Iterator[Resolution]:
    for one, is_inside, is_unlisted in zip(resolutions, inside, unlisted, strict=True):
        repeats = one.outcome == "absent" or (one.outcome, one.nearest, one.item.key) in original
        is_other_edition = is_unlisted and one.outcome in _OF_EDITIONS
        if is_inside and one.outcome not in _NO_FAULT and (repeats or is_other_edition):
            yield Resolution(one.item, "exempt", evidence=(Evidence("in a translation of the article", 0.0),))
        else:
            yield one


def _spans(document: Document, *kinds: MarkKind) -> list[Span]:
    return [mark.span for mark in document.marks if mark.kind in kinds]


def _are_inside(document: Document, spans: Sequence[Span]) -> list[bool]:
    return [any(span.contains(one.item.span) for span in spans) for one in document.resolutions]
