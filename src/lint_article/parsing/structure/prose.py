"""The view that patterns for prose run on: as long as the text, with what is no prose blanked."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lint_article.document import Block, Damage, Mark
from lint_article.parsing.damage.find import mask_damage
from lint_article.text import Span

_LONE_FEED = re.compile(r"(?<!\n)\f(?!\n)")
_NO_PROSE = frozenset({"code", "math", "furniture", "metadata"})
_STAND_INS = frozenset({"placeholder", "note"})
_HIDDEN = frozenset({"code", "math", "hidden"}) | _STAND_INS


def mask_non_prose(
    text: str, damage: Damage, furniture: Iterable[Span], blocks: Iterable[Block], marks: Iterable[Mark]
) -> str:
    """Return the text with spaces for all that is no prose, placeholders included; line ends are kept.

    A form feed that alone parts two lines becomes their line end.
    """
    holes = [b.span for b in blocks if b.kind in _NO_PROSE] + [m.span for m in marks if m.kind in _HIDDEN]
    shown = mask_damage(text, damage) if damage.repairs else text
    feeds = {found.start() for found in _LONE_FEED.finditer(shown)}
    spans = [span for span in furniture if not (len(span) == 1 and span.start in feeds)]
    blanked = _LONE_FEED.sub("\n", _blank(shown, spans, keep=""))
    return _blank(blanked, holes, keep="\n")


def without_placeholders(text: str, marks: Iterable[Mark]) -> str:
    """Return the text with a space for each placeholder, none of which is a damaged letter."""
    return _blank(text, [mark.span for mark in marks if mark.kind in _STAND_INS], keep="")


def _blank(text: str, spans: list[Span], keep: str) -> str:
    if not spans:
        return text
    pieces, at = [], 0
    for span in sorted(spans):
        if span.end > at:
            start = max(at, span.start)
            pieces.append(text[at:start])
            pieces.append("".join(char if char in keep else " " for char in text[start : span.end]))
            at = span.end
    return "".join((*pieces, text[at:]))
