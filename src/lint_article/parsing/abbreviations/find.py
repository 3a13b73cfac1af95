"""Definitions and uses of abbreviations in the author's own prose."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from lint_article.dataclass import dataclass
from lint_article.document import Document
from lint_article.parsing.abbreviations.long_forms import find_long_form
from lint_article.parsing.abstract import find_abstract
from lint_article.parsing.callouts.find import callouts_of
from lint_article.parsing.kept import kept
from lint_article.text import Span
from lint_article.vocabulary import words

_NAME = r"[a-z]{0,2}[A-Z][A-Za-z0-9]{0,7}[A-Z0-9][A-Za-z0-9]{0,3}(?:-[A-Z0-9]{1,4}s?)?"
_BRACKET = re.compile(
    rf"[(\[]\s?(?:(?:or|i\.e\.|abbreviated(?: as)?|hereafter|henceforth),?\s)?[“\"']?({_NAME})(?=[”\"']?\s?[)\],;])"
)
_EXPLAINED = re.compile(r"[(\[](?<=[A-Za-z0-9]\s.)([^()\[\]\n]{6,80})[)\]]")
_BEFORE = re.compile(rf"(?<![\w/-])({_NAME})$")
_TOKEN = re.compile(r"(?<![\w@/-])[a-z]{0,2}[A-Z][A-Za-z0-9-]*")
_GOES_ON = re.compile(r"\w|-[A-Z0-9]|[.@/]\w")
_WORDS = re.compile(r"[^\W\d_]{3,}[\s-][^\W\d_]{2,}")
_ROMAN = re.compile(r"[IVX]+")
_LINE = 300  # code points on each side of a word in which its line is looked at
_KINDS = frozenset({"heading", "caption", "table", "reference", "title", "metadata", "code", "footnote"})


@dataclass(frozen=True, slots=True)
class Definition:
    """Where an abbreviation is defined: `short`, and the words `long`, which are empty where it `means` them."""

    short: Span
    long: Span
    in_abstract: bool


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An abbreviation that the text defines, with its definitions and its other uses in order.

    `uses` are in sentences: not in headings, captions, tables, references and keywords, where `elsewhere` counts them.
    """

    name: str
    definitions: Sequence[Definition]
    uses: Sequence[Span]
    elsewhere: int


@kept
def abbreviations_of(document: Document) -> tuple[Abbreviation, ...]:
    """Return the abbreviations that a document defines, in the order of their definitions."""
    return tuple(_find(document))


def _find(document: Document) -> Iterator[Abbreviation]:
    abstract, is_in_reference = find_abstract(document), _within([one.span for one in document.references])
    defined: dict[str, list[Definition]] = defaultdict(list)
    for name, short, long in sorted(_find_definitions(document.prose), key=lambda one: one[1]):
        if not is_in_reference(short.start):
            defined[name].append(Definition(short, long, abstract.start <= short.start < abstract.end))
    is_apart = _within(_without_sentences(document) if defined else [])
    is_in_citation = _within([citation.span for citation in document.citations])
    uses_of = _find_uses(document.prose, defined)
    for name, definitions in defined.items():
        own = {definition.short.start for definition in definitions}
        others = [span for span in uses_of[name] if span.start not in own]
        others = [span for span in others if not is_in_reference(span.start)]
        uses = [span for span in others if not (is_apart(span.start) or is_in_citation(span.start))]
        uses = [span for span in uses if _is_in_sentence(document.prose, span)]
        yield Abbreviation(name, definitions, uses, len(others) - len(uses))


def _find_definitions(text: str) -> Iterator[tuple[str, Span, Span]]:
    for match in _BRACKET.finditer(text):
        name, end = _singular(match[1]), len(text[max(match.start() - 3, 0) : match.start()].rstrip())
        end += max(match.start() - 3, 0)
        start = find_long_form(name, text, end) if _is_name(name) else None
        if start is not None and name not in text[start:end] and "\t" not in text[start:end]:
            yield name, Span(*match.span(1)), Span(start, end)
    for match in _EXPLAINED.finditer(text):
        named = _BEFORE.search(text, max(match.start() - 20, 0), match.start() - 1)
        name = _singular(named[1]) if named and _WORDS.match(match[1]) else ""
        if named and _is_name(name) and name not in match[1] and find_long_form(name, match[1], len(match[1])) == 0:
            yield name, Span(*named.span(1)), Span(*match.span(1))
    for verb in words("meaning"):
        at = text.find(f" {verb} ")
        while at >= 0:
            named = _BEFORE.search(text, max(at - 20, 0), at)
            if named and _is_name(named[1]):
                yield _singular(named[1]), Span(*named.span(1)), Span(at, at)
            at = text.find(f" {verb} ", at + 1)


def _is_name(name: str) -> bool:
    return sum(1 for sign in name if sign.isupper()) > 1 and not _ROMAN.fullmatch(name)


def _singular(printed: str) -> str:
    """Return an abbreviation without the s of its plural."""
    return printed[:-1] if printed.endswith("s") and printed[-2:-1].isupper() else printed


def _find_uses(text: str, names: Collection[str]) -> Mapping[str, Sequence[Span]]:
    """Return where each abbreviation is a word or begins a compound, in the plural too."""
    found: dict[str, list[Span]] = defaultdict(list)
    for token in _TOKEN.finditer(text) if names else ():
        start, word = token.start(), token[0]
        for size in [at for at, sign in enumerate(word) if sign == "-"] + [len(word)]:
            if _GOES_ON.match(text, start + size):
                continue
            for name in {word[:size], word[:size].removesuffix("s")}:
                if name in names:
                    found[name].append(Span(start, start + size))
    return found


def _without_sentences(document: Document) -> list[Span]:
    spans = [block.span for block in document.blocks if block.kind in _KINDS]
    spans += [section.span for section in document.sections if section.role in ("references", "back", "front")]
    return sorted((*spans, *(caption.span for caption in callouts_of(document).captions)))


def _within(spans: Sequence[Span]) -> Callable[[int], bool]:
    """Return a function that tells whether a place lies in one of the spans, which are in order."""
    starts = [span.start for span in spans]

    def is_within(place: int) -> bool:
        at = bisect_right(starts, place)
        return any(place < span.end for span in spans[max(at - 3, 0) : at])

    return is_within


def _is_in_sentence(text: str, span: Span) -> bool:
    """Tell whether a use is in running text: its line is long or ends as a sentence does, and is no row of a table."""
    start = max(text.rfind("\n", 0, span.start), span.start - _LINE) + 1
    end = text.find("\n", span.end, span.end + _LINE)
    line = text[start : end if end >= 0 else span.end + _LINE]
    return "\t" not in line and (len(line) > 100 or line.rstrip().endswith((".", "?", "!", ":", ";", ",")))
