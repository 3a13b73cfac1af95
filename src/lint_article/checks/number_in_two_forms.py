"""Report a number that a text spells out and writes in numerals before the same noun: `3 groups`, `three groups`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import cast

from lint_article.checks._options import words_of
from lint_article.document import Document, Finding, Related
from lint_article.parsing.language.own_words import own_uses, own_words_of
from lint_article.text import Span

_NUMERAL = re.compile(r"([2-9])(?<=[a-z,(] .) ([a-z]{3,}s)(?![\w-])")
_BEFORE = re.compile(r"\b(\w+) $")
_OTHER = re.compile(r"\d%? [a-z]{3,}|\d[–-]\d")
_MOST = 300  # numbers with nouns that are compared
_NEAR = 40  # code points in which another numeral makes this one consistent with it


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per number and noun, at the first use of the rarer form."""
    numerals = _find_numerals(document, words_of(options, "numbered"))
    for (value, noun), spans in islice(numerals.items(), _MOST):
        word = cast("list[str]", options["words"])[int(value) - 2]
        spelt = [span for _, span in own_uses(document, (f"{word} {noun}",))]
        if spelt:
            forms = ((f"{value} {noun}", spans), (f"{word} {noun}", spelt))
            (text, rare), (other, common) = sorted(forms, key=lambda form: (len(form[1]), -form[1][0].start))
            values = {"text": text, "count": str(len(rare)), "other": other, "others": str(len(common))}
            yield Finding(rare[0], values, related=(Related(common[0], f"`{other}` here"),))


def _find_numerals(document: Document, numbered: frozenset[str]) -> Mapping[tuple[str, str], list[Span]]:
    found: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for match in _NUMERAL.finditer(document.prose):
        before = _BEFORE.search(document.prose, max(match.start() - 16, 0), match.start())
        is_label = before is not None and (before[1][0].isupper() or before[1].lower() in numbered)
        if not (is_label or _is_among(document, match)) and own_words_of(document).is_own(match.start()):
            found[match[1], match[2]].append(Span(*match.span()))
    return found


def _is_among(document: Document, match: re.Match[str]) -> bool:
    """Tell whether a numeral is beside others: a sentence writes its numbers alike."""
    text, start = document.prose, match.start()
    return _OTHER.search(text[max(start - _NEAR, 0) : start] + text[match.end() : match.end() + _NEAR]) is not None
