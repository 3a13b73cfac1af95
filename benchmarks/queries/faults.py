"""Faults put into sound articles, one of each kind where the article has a place for it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from benchmarks.queries.fault import Fault
from benchmarks.queries.forms import FORMS
from benchmarks.queries.fronts import FRONTS
from benchmarks.queries.passages import PASSAGES, WHOLES, make_passage
from benchmarks.queries.swaps import SWAPS, make_compound, make_swap
from lint_article.document import Document
from lint_article.document.callout import Callout, Caption
from lint_article.parsing.abbreviations.find import abbreviations_of
from lint_article.parsing.callouts.series import Series, series_of
from lint_article.parsing.quantities import quantities_of

_SENTENCE = re.compile(r"(?<=[a-z]{3})\.(?= [A-Z][a-z])")


Maker = Callable[[Document, random.Random], Iterator[Fault]]


def faults_of(document: Document, chance: random.Random) -> list[Fault]:
    """Return the faults for one article, apart and in order; JATS has those of front matter."""
    chosen: list[Fault] = []
    for make in (chance.choice(_CALLOUTS), *_REST) if document.source.format == "plain" else FRONTS:
        for fault in make(document, chance):
            if all(fault.end + 60 < one.start or fault.start > one.end + 60 for one in chosen):
                chosen.append(fault)
                break
    return sorted(chosen, key=lambda fault: fault.start)


def _series(document: Document, kind: str = "figure") -> Iterator[Series]:
    for series in series_of(document):
        if series.kind == kind and not series.prefix and len(series.captions) > 2 and series.is_whole():
            yield series


def _renumber(rule: str, one: Callout | Caption, number: int, document: Document) -> Iterator[Fault]:
    span = one.span if isinstance(one, Callout) else one.label
    printed = span.of(document.text)
    found = re.search(r"\d+", printed)
    if found:
        yield Fault(rule, span.start + found.start(), span.start + found.end(), str(number))


def _missing_item(document: Document, chance: random.Random) -> Iterator[Fault]:
    for series in _series(document):
        often = [c for c in series.callouts if c.is_sure and len(c.word) and not c.panels]
        if often:
            yield from _renumber("missing-item", chance.choice(often), len(series.captions) + 2, document)


def _uncited_item(document: Document, _chance: random.Random) -> Iterator[Fault]:
    for series in _series(document):
        last = max(series.captions, key=lambda caption: caption.number.value)
        label = re.sub(r"\d+", str(last.number.value + 1), last.label.of(document.text), count=1)
        at = document.text.find("\n", last.span.end)
        if at >= 0:
            yield Fault("uncited-item", at, at, f"\n\n{label}. The quay in winter, seen from the pier.\n")


def _callout_order(document: Document, _chance: random.Random) -> Iterator[Fault]:
    for series in _series(document):
        first = series.callouts[0]
        line = document.text.rfind("\n", 0, first.span.start) + 1
        end = _SENTENCE.search(document.text, max(line - 1500, 0), line)
        word = re.sub(r"\s?\d.*", "", first.span.of(document.text), flags=re.DOTALL)
        if end and max(series.caption_numbers()) > 2:
            yield Fault("callout-order", end.start(), end.start(), f" ({word} {max(series.caption_numbers())})")


def _caption_number(document: Document, chance: random.Random) -> Iterator[Fault]:
    for series in _series(document):
        later = [caption for caption in series.captions if caption.number.value > 1]
        caption = chance.choice(later)
        yield from _renumber("caption-number", caption, caption.number.value - 1, document)


def _missing_panel(document: Document, _chance: random.Random) -> Iterator[Fault]:
    for series in _series(document):
        captions = {caption.number.value: caption for caption in series.captions}
        for callout in series.callouts:
            caption = captions.get(callout.number.value)
            if caption and callout.panels and callout.is_sure and caption.letters[:2] == "AB" and len(callout.word):
                letter = chr(ord("A") + len(caption.letters))
                if caption.letters == "".join(map(chr, range(ord("A"), ord(letter)))):
                    at = callout.span.end - 1
                    if document.text[at].isalpha():
                        new = letter if document.text[at].isupper() else letter.lower()
                        yield Fault("missing-panel", at, at + 1, new)


def _inconsistent_callout(document: Document, chance: random.Random) -> Iterator[Fault]:
    for form, other in (("(Fig. ", "(Figure "), ("(Figure ", "(Fig. ")):
        places = [match.start() for match in re.finditer(re.escape(form) + r"\d", document.text)]
        if len(places) > 5 and other not in document.text:
            at = chance.choice(places) + 1
            yield Fault("inconsistent-callout", at, at + len(form) - 2, other[1:-1])


def _late_abbreviation(document: Document, _chance: random.Random) -> Iterator[Fault]:
    for one in abbreviations_of(document):
        first = one.definitions[0]
        if not first.in_abstract and len(first.long) and len(one.uses) > 2:
            line = document.text.rfind("\n", 0, first.long.start) + 1
            end = _SENTENCE.search(document.text, max(line - 900, 0), line)
            early = any(use.start < first.short.start for use in one.uses)
            if end and not early:
                yield Fault("late-abbreviation", end.end(), end.end(), f" The {one.name} was measured by all of us.")


def _missing_unit_space(document: Document, chance: random.Random) -> Iterator[Fault]:
    apart = [one for one in quantities_of(document) if len(one.space) and one.unit != "°C"]
    if len(apart) > 3 and all(len(one.space) or one.unit == "°C" for one in quantities_of(document)):
        one = chance.choice(apart)
        yield Fault("missing-unit-space", one.space.start, one.space.end, "")


def _insertions(chance: random.Random) -> Mapping[str, str]:
    t, freedom = chance.choice((2.2, 2.6, 3.1)), chance.choice((18, 28, 44))
    part, whole = chance.randrange(5, 20), chance.randrange(21, 60)
    return {
        "placeholder": chance.choice((" (TODO check this)", " (REF)", " [INSERT TABLE 9 HERE]", " ???", " in 20XX")),
        "editorial-remark": chance.choice((" [AQ2: which year?]", " (check this)", " (to be completed)")),
        "unformatted-citation": " {Alderson, 2009 #112}",
        "chatbot-phrase": ". As an AI language model, I cannot open the file",
        "template-text": ". Click or tap here to enter text",
        "p-value-mismatch": f", t({freedom}) = {t:.2f}, p = .{chance.choice((140, 200, 310))}",
        "impossible-p-value": chance.choice((" (p = .000)", " (p = 1.24)", " (P < 0.000)")),
        "percentage-mismatch": f" ({part} of {whole} ({100 * part / whole + 7:.1f}%) were late)",
        "interval-without-estimate": " (OR = 1.50, 95% CI 1.62 to 2.10)",
        "wrong-unit-symbol": " at 5 Kg",
        "numeral-at-sentence-start": ". 12 ferries were late",
        "malformed-orcid": " (https://orcid.org/0000-0002-1825-0091)",
    }


def _inserted(rule: str) -> Maker:
    def make(document: Document, chance: random.Random) -> Iterator[Fault]:
        ends = [match.start() for match in _SENTENCE.finditer(document.text)]
        held = [reference.span for reference in document.references]
        ends = [at for at in ends if not any(span.start <= at < span.end for span in held)]
        for _ in range(9 if ends else 0):
            at = chance.choice(ends)
            yield Fault(rule, at, at, _insertions(chance)[rule])

    return make


_INSERTED = (
    "placeholder editorial-remark unformatted-citation chatbot-phrase template-text p-value-mismatch impossible-p-value"
    " percentage-mismatch numeral-at-sentence-start interval-without-estimate wrong-unit-symbol malformed-orcid"
).split()
_CALLOUTS: tuple[Maker, ...] = (  # one in each article: they change what the others count with
    _callout_order,
    _missing_panel,
    _missing_item,
    _inconsistent_callout,
    _caption_number,
    _uncited_item,
)
_REST: tuple[Maker, ...] = (
    _late_abbreviation,
    _missing_unit_space,
    *FORMS,
    *(partial(make_swap, rule) for rule in SWAPS),
    make_compound,
    *WHOLES,
    *map(_inserted, _INSERTED),
    *(partial(make_passage, rule) for rule in PASSAGES),
)
