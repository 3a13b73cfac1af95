"""Report words whose ligature was broken: by a foreign sign, or lost, or there twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.checks._gather import gather
from lint_article.checks._options import number_of
from lint_article.document import Certainty, Document, Edit, Finding, Fix, Repair, Safety
from lint_article.text.phrases import character_name, series

_FROM_DOCUMENT: frozenset[Certainty] = frozenset({"learned", "guessed"})
_SAFE: frozenset[Certainty] = frozenset({"sure", "learned"})
_NAMES = {" ": "a space", "\xa0": "a space", "\n": "a line break"}


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per word; its fix is safe if only one reading is a word, or is by what the document shows."""
    return gather(document, _find(document), lambda one: one.values["cause"], number_of(options, "most"))


def _find(document: Document) -> Iterator[Finding]:
    bytes_left = document.map.undecoded_offsets()
    for repair in document.damage.ligatures:
        if not bytes_left.isdisjoint(range(repair.span.start, repair.span.end)):
            continue  # the file has the letter, in another encoding
        if repair.span.of(document.prose).strip():
            values = _values(document, repair)
            safety: Safety = "safe" if repair.certainty in _SAFE else "unsafe"
            yield Finding(
                repair.span, values, Fix(f"Replace with `{values['word']}`", (Edit(repair.span, repair.word),), safety)
            )


def _values(document: Document, repair: Repair) -> dict[str, str]:
    letters = f"`{repair.stands_for}`"
    others = series([f"`{word}`" for word in repair.others], "or") if repair.others else ""
    return {
        "text": repair.span.of(document.text),
        "should": "should probably" if repair.certainty == "open" else "should",
        "word": "".join(repair.word.split()),
        "others": f" (or {others})" if others else "",
        "cause": f"it has {_describe_sign(repair.sign)} in place of {letters}"
        if repair.sign
        else f"{letters} is missing",
        "evidence": ", as elsewhere in this text" if repair.certainty in _FROM_DOCUMENT else "",
    }


def _describe_sign(sign: str) -> str:
    """Return how to print a sign that may have no glyph."""
    if sign in _NAMES:
        return _NAMES[sign]
    if sign.isascii() and sign.isprintable():
        return f"`{sign}`"
    return f"U+{ord(sign[0]):04X} ({character_name(sign[0])})"
