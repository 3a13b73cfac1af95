"""Report words whose ligature was broken: by a foreign sign, or lost, or there twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from unicodedata import name

from lint_article.document import Certainty, Document, Edit, Finding, Fix, Repair, Safety
from lint_article.parsing.damage import is_ligature, undecodable

_EVIDENCE: Mapping[Certainty, str] = {
    "sure": "",
    "learned": ", as elsewhere in this text",
    "guessed": ", as elsewhere in this text",
    "open": ", most likely",
}
_SAFE: frozenset[Certainty] = frozenset({"sure", "learned"})
_NAMES = {" ": "a space", "\xa0": "a space", "\n": "a line break", "": "nothing"}


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per word; its fix is safe if only one reading is a word, or is by what the document shows."""
    bytes_left = undecodable(document)
    for repair in document.damage.repairs:
        if not bytes_left.isdisjoint(range(repair.span.start, repair.span.end)):
            continue  # the file has the letter, in another encoding
        if is_ligature(repair) and repair.span.of(document.prose).strip():
            values = _values(document, repair)
            safety: Safety = "safe" if repair.certainty in _SAFE else "unsafe"
            yield Finding(
                repair.span, values, Fix(f"Write `{values['word']}`", (Edit(repair.span, repair.word),), safety)
            )


def _values(document: Document, repair: Repair) -> dict[str, str]:
    others = f" (or `{'`, `'.join(repair.others)}`)" if repair.others else ""
    return {
        "text": repair.span.of(document.text),
        "word": "".join(repair.word.split()),
        "sign": _shown(repair.sign),
        "letters": repair.stands_for,
        "evidence": _EVIDENCE[repair.certainty] + others,
    }


def _shown(sign: str) -> str:
    """Return how to print a sign that may have no glyph."""
    if sign in _NAMES:
        return _NAMES[sign]
    if sign.isascii() and sign.isprintable():
        return f"`{sign}`"
    return f"U+{ord(sign[0]):04X} ({name(sign[0], 'control character').lower()})"
