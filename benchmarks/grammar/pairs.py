"""Recall and precision on sentences that people have corrected.

    python -m benchmarks.grammar pairs FOLDER [harper|lingotweaker|harper+lingotweaker|…] [--list]

FOLDER holds M2 files (CoNLL-2014, BEA-2019, JFLEG): a line `S` with the words of a sentence, lines `A` with its edits.
An edit of the first annotator is found if a finding touches it; a finding is right if it touches an edit of any.
Spelling and the rules that need no engine count, too; suggestions count like warnings.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.grammar.arguments import engine_in
from lint_article.config import Settings
from lint_article.document import Document, Source
from lint_article.engine.grammar import Grammar
from lint_article.engine.job import Job
from lint_article.engine.lint import lint
from lint_article.grammar.settings import GrammarSettings
from lint_article.parsing.parse import parse
from lint_article.readers.plain.reader import read_plain
from lint_article.rulebook import Rule, rulebook
from lint_article.text import Span

_ALONE = ("misspelt-word", "repeated-word", "mixed-range", "missing-fold-hyphen")
_NO_SPACE_BEFORE = re.compile(r"[.,;:?!%)\]}]|n't|'\w{0,2}|”")
_NO_SPACE_AFTER = re.compile(r"[(\[{“$#]")


@dataclass(frozen=True)
class Pair:
    """A sentence as it was written, and where each annotator changed it."""

    text: str
    edits: tuple[tuple[int, Span], ...]

    def first(self) -> list[Span]:
        """Return the edits of the first annotator."""
        return [span for annotator, span in self.edits if annotator == 0]


def read_pairs(lines: Iterable[str]) -> Iterator[Pair]:
    """Yield the sentences of an M2 file."""
    text, places, edits = "", [Span(0, 0)], list[tuple[int, Span]]()
    for line in lines:
        if line.startswith("S "):
            text, places = _joined(line[2:].split())
        elif line.startswith("A "):
            edits += _edits(line[2:], places)
        elif text:
            yield Pair(text, tuple(edits))
            text, edits = "", []
    if text:
        yield Pair(text, tuple(edits))


def _joined(words: Sequence[str]) -> tuple[str, list[Span]]:
    """Return the words as one text, spaced as in print, and the place of each."""
    text, places = "", []
    for word in words:
        if text and not _NO_SPACE_BEFORE.fullmatch(word) and not _NO_SPACE_AFTER.fullmatch(text[-1]):
            text += " "
        places.append(Span(len(text), len(text) + len(word)))
        text += word
    return text, [*places, Span(len(text), len(text))]


def _edits(line: str, places: Sequence[Span]) -> Iterator[tuple[int, Span]]:
    at, kind, *_, annotator = line.split("|||")
    first, last = map(int, at.split())
    if kind != "noop" and 0 <= first <= last < len(places):
        end = places[last - 1].end if last > first else places[first].start
        yield int(annotator), Span(min(places[first].start, end), end)


def measure(pairs: Iterable[Pair], engine: str, listed: bool) -> Counter[str]:
    """Return how many edits there are and are found, how many findings there are and are right."""
    rules = [rule for rule in rulebook() if rule.family == "grammar" or rule.name in _ALONE]
    settings = Settings(grammar=GrammarSettings(engine=engine, language="en-US", cache=False))
    grammar, counts = Grammar(), Counter[str]()
    for pair in pairs:
        found = _findings(pair.text, rules, settings, grammar)
        right = [span for span in found if any(_touch(span, edit) for _, edit in pair.edits)]
        counts["words"] += len(pair.text.split())
        counts["edits"] += len(pair.first())
        counts["edits found"] += sum(any(_touch(span, edit) for span in found) for edit in pair.first())
        counts["findings"] += len(found)
        counts["findings right"] += len(right)
        for span in found if listed else ():
            print("right" if span in right else "wrong", f"[[{span.of(pair.text)}]]", pair.text)
    grammar.close()
    return counts


def _findings(text: str, rules: Sequence[Rule], settings: Settings, grammar: Grammar) -> list[Span]:
    document: Document = parse(read_plain(Source("sentence.txt", "plain", text.encode())))
    document = replace(document, language=document.language or "en")
    remarked = grammar.remark(document, Job("sentence.txt", "sentence.txt", settings, tuple(rules)))
    return [diagnostic.span for diagnostic in lint(remarked.document, rules)]


def _touch(one: Span, other: Span) -> bool:
    return one.start <= other.end + 1 and other.start <= one.end + 1


def main(arguments: Sequence[str]) -> None:
    """Print the figures of each M2 file in a folder."""
    folder, *rest = arguments
    engine = engine_in(rest)
    for path in sorted(Path(folder).rglob("*.m2")):
        with path.open(encoding="utf-8") as lines:
            counts = measure(read_pairs(lines), engine, "--list" in rest)
        recall = counts["edits found"] / max(1, counts["edits"])
        precision = counts["findings right"] / max(1, counts["findings"])
        size = f"{counts['words']:,} words, {counts['edits']:,} edits, {counts['findings']} findings"
        print(f"{path.name}: {engine}: {size}")
        print(f"  recall {recall:.1%}, precision {precision:.1%}")
