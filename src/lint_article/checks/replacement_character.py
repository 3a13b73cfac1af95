"""Report U+FFFD where it stands for no ligature, with the sign that it probably stands for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from lint_article.dataclass import dataclass
from lint_article.document import Document, Edit, Finding, Fix, Repair
from lint_article.text import Span

_SIGN = re.compile("\ufffd+")
_NEAR = 3  # code points to each side that a guess looks at


@dataclass(frozen=True, slots=True)
class _Guess:
    """What stands before and after the sign where it means `meant`; `sign` is what to write, "" if that is open."""

    before: str
    after: str
    meant: str
    sign: str = ""


# The first that fits counts; patterns match the end of what is before and the start of what is after.
_GUESSES = (
    _Guess(r"\w", r"(?:s|t|re|ve|ll|d|m)\b", "an apostrophe", "’"),
    _Guess(r"\d ?", r"[CF]\b", "a degree sign", "°"),
    _Guess(r"\d", r"\d+ ?%", "a decimal point", "·"),
    _Guess(r"\b0", r"\d", "a decimal point", "·"),
    _Guess(r"\d", r"\d", "a decimal point or a dash"),
    _Guess(r"\d ?", r" ?\d", "a sign such as ±, × or –"),
    _Guess(r"(?:^|[\s(])", r" ?\d", "a sign such as ≥, ≤, ± or ~"),
    _Guess(r"\w", r"\w", "a dash, a space or a letter"),
    _Guess(r"\w ", r" \w", "a dash"),
    _Guess(r"(?:^|[\s(])", r"\w", "an opening quotation mark, a bullet or a letter"),
    _Guess(r"[\w.,;!?]", r"(?:$|[\s.,;:!?)])", "a closing quotation mark or a letter"),
)


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per sign or run of signs; bytes that the reader could not decode are SRC002's."""
    bytes_left, ligatures = document.map.undecoded_offsets(), frozenset(document.damage.ligatures)
    for match in _SIGN.finditer(document.prose):
        span = Span(*match.span())
        repair = _repair(document.damage.repairs, span)
        if (repair and (repair in ligatures or repair.kind == "encoding")) or span.start in bytes_left:
            continue
        yield _report_restored(document, repair) if repair and repair.word else _report_guess(document, span)


def _repair(repairs: Sequence[Repair], span: Span) -> Repair | None:
    index = bisect_left(repairs, span.end, key=lambda repair: repair.span.start) - 1
    return repairs[index] if index >= 0 and repairs[index].span.contains(span) else None


def _report_restored(document: Document, repair: Repair) -> Finding:
    word = "".join(repair.word.split())
    values = {"text": repair.span.of(document.text), "guess": f"; the word was probably `{word}`"}
    return Finding(repair.span, values, Fix(f"Replace with `{word}`", (Edit(repair.span, repair.word),), "unsafe"))


def _report_guess(document: Document, span: Span) -> Finding:
    before = document.text[max(span.start - _NEAR, 0) : span.start]
    after = document.text[span.end : span.end + _NEAR + 3]
    for guess in _GUESSES:
        if re.search(f"{guess.before}\\Z", before) and re.match(guess.after, after):
            fix = Fix(f"Replace with `{guess.sign}`", (Edit(span, guess.sign),), "unsafe") if guess.sign else None
            return Finding(span, {"text": span.of(document.text), "guess": f"; it was probably {guess.meant}"}, fix)
    return Finding(span, {"text": span.of(document.text), "guess": ""})
