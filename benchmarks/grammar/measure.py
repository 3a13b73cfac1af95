"""Recall and false alarms of a grammar engine on sentences of our own, by kind of error.

    python benchmarks/grammar/measure.py [harper|languagetool] [--list]

`errors.tsv`: 200 sentences with an error that second-language authors make, its place in braces; `sound.tsv`: 200
sentences that are right, many of them traps. An error counts as found if a remark touches the braces. Our own rules
were made looking at the odd lines of `errors.tsv` only; the even lines are the measure.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.grammar.arguments import engine_in
from lint_article.document import Document, Remark, Source
from lint_article.grammar.session import Checked, check
from lint_article.grammar.settings import GrammarSettings
from lint_article.parsing.parse import parse
from lint_article.readers.plain.reader import read_plain
from lint_article.text import Span

_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Sentence:
    """A sentence without its braces; `errors` are where they stood."""

    number: int
    kind: str
    text: str
    errors: tuple[Span, ...]


def read(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a file, numbered from 1."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        kind, _, marked = line.partition("\t")
        spans, removed = [], 0
        for match in re.finditer(r"\{([^}]*)\}", marked):
            spans.append(Span(match.start() - removed, match.end() - removed - 2))
            removed += 2
        yield Sentence(number, kind, re.sub("[{}]", "", marked), tuple(spans))


def documents(sentences: Sequence[Sentence]) -> list[Document]:
    """Return each sentence as a manuscript of its own."""
    return [parse(read_plain(Source("sentence.txt", "plain", s.text.encode()))) for s in sentences]


def main(arguments: Sequence[str]) -> None:
    """Print a table of the errors found, and one of the false alarms."""
    engine = engine_in(arguments)
    settings = GrammarSettings(engine=engine, language="en-GB", style=True, cache=False)
    for name, wanted in (("errors.tsv", True), ("sound.tsv", False)):
        sentences = list(read(_HERE / name))
        result = check(documents(sentences), settings)
        print(f"\n{name}: {result.engine} {result.version}")
        pairs = list(zip(sentences, result.checked, strict=True))
        hits = [_touching(sentence, one.remarks) if wanted else bool(one.remarks) for sentence, one in pairs]
        _table(sentences, hits)
        if "--list" in arguments:
            _list(sentences, result.checked, hits, wanted)


def _touching(sentence: Sentence, remarks: Sequence[Remark]) -> bool:
    """Tell whether a remark touches an error, or a word beside it."""
    spans = [remark.span for remark in remarks]
    return any(s.start <= e.end + 1 and e.start <= s.end + 1 for s in spans for e in sentence.errors)


def _table(sentences: Sequence[Sentence], hits: Sequence[bool]) -> None:
    counts: Counter[tuple[str, int, bool]] = Counter()
    for sentence, hit in zip(sentences, hits, strict=True):
        for kind in (sentence.kind, "all"):
            counts[kind, sentence.number % 2, hit] += 1
    print(f"{'kind':20} {'odd lines':>12} {'even lines':>12}")
    for kind in sorted({kind for kind, _, _ in counts}, key=lambda kind: (kind == "all", kind)):
        cells = [f"{counts[kind, h, True]}/{counts[kind, h, True] + counts[kind, h, False]}" for h in (1, 0)]
        print(f"{kind:20} {cells[0]:>12} {cells[1]:>12}")


def _list(sentences: Sequence[Sentence], checked: Sequence[Checked], hits: Sequence[bool], wanted: bool) -> None:
    for sentence, answer, hit in zip(sentences, checked, hits, strict=True):
        if hit != wanted:
            said = [(r.id, r.span.of(sentence.text)) for r in answer.remarks]
            print(f"{sentence.number:4} {sentence.kind:18} {sentence.text} {said or ''}")


if __name__ == "__main__":
    main(sys.argv[1:])
