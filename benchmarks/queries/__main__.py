"""`python -m benchmarks.queries FOLDER… [--step N] [--half 0|1]`: recall and precision of each rule on faulty articles.

Every article, a plain text or JATS, is checked as it is and with one fault of each kind that its format has. Recall:
faults found at their place. Precision: of the findings that are new in the faulty text, those that are at a fault of
their rule. `as found`: findings of the rule in the sound articles, to be read.
"""

from __future__ import annotations

import argparse
import random
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.queries.fault import Fault
from benchmarks.queries.faults import faults_of
from lint_article.document import Document, Source
from lint_article.engine.load import read
from lint_article.kinds import runner
from lint_article.kinds.search import has_needed_literal, searched_text
from lint_article.parsing.parse import parse
from lint_article.rulebook import Rule, rulebook
from lint_article.text import Span

_FORMATS = {".txt": "plain", ".xml": "jats"}
FAMILIES = frozenset({"callouts", "leftovers", "statistics", "abbreviations", "consistency", "structure"})


def _main() -> None:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("folders", nargs="+", type=Path)
    reader.add_argument("--step", type=int, default=1, help="every Nth article")
    reader.add_argument("--half", type=int, choices=(0, 1), help="one half of the journals, by their DOI or name")
    asked = reader.parse_args()
    rules = [rule for rule in rulebook() if rule.family in FAMILIES]
    made, found, false, natural, articles = Counter[str](), Counter[str](), Counter[str](), Counter[str](), 0
    for path in list(_articles(asked.folders, asked.half))[:: asked.step]:
        articles += 1
        text = path.read_text(encoding="utf-8")
        sound = _parse(path.suffix, text)
        before = _findings(sound, rules)
        natural.update(rule for rule, _, _ in before)
        faults = faults_of(sound, random.Random(path.name))  # noqa: S311 - a choice of places, no secret
        faulty, places = _put(text, sound, faults)
        after = _findings(_parse(path.suffix, faulty), rules)
        known = Counter((rule, words) for rule, words, _ in before)
        hit: set[int] = set()
        for rule, words, (start, end) in after:
            at = next(
                (n for n, (f, (s, e)) in enumerate(places) if f.rule == rule and start < e + 2 and end > s - 2), None
            )
            if at is not None:
                hit.add(at)
            elif known[rule, words]:
                known[rule, words] -= 1
            else:
                false[rule] += 1
        made.update(fault.rule for fault, _ in places)
        found.update(places[at][0].rule for at in hit)
    _print(rules, made, found, false, natural, articles)


def _articles(folders: list[Path], half: int | None) -> Iterator[Path]:
    for folder in folders:
        journals = _journals(folder / "index.tsv")
        for path in sorted([*folder.glob("*.txt"), *folder.glob("*.xml")]):
            journal = journals.get(path.stem, path.stem[:12])
            if half is None or zlib.crc32(journal.encode()) % 2 == half:
                yield path


def _journals(index: Path) -> dict[str, str]:
    if not index.exists():
        return {}
    head, *rows = (line.split("\t") for line in index.read_text(encoding="utf-8").splitlines())
    return {row[0]: row[head.index("journal")] for row in rows} if "journal" in head else {}


def _parse(suffix: str, text: str) -> Document:
    return parse(read(Source(f"article{suffix}", _FORMATS[suffix], text.encode())))


def _findings(document: Document, rules: list[Rule]) -> list[tuple[str, str, tuple[int, int]]]:
    return [
        (rule.name, one.span.of(document.text), (one.span.start, one.span.end))
        for rule in rules
        if has_needed_literal(searched_text(document, rule.options), rule.options)
        for one in runner(rule.kind, rule.name)(document, rule.options)
    ]


def _put(source: str, sound: Document, faults: list[Fault]) -> tuple[str, list[tuple[Fault, tuple[int, int]]]]:
    """Return the faulty source, and where in its text each fault is."""
    pieces: list[str] = []
    places: list[tuple[Fault, tuple[int, int]]] = []
    at = shift = 0
    for fault in faults:
        before = sound.map.origin(Span(fault.start - 1, fault.start))
        origin = sound.map.origin(Span(fault.start, fault.end)) if fault.end > fault.start else before
        pieces += [source[at : origin.end if origin is before else origin.start], fault.new]
        at = origin.end
        start = fault.start + shift
        places.append((fault, (start, start + max(len(fault.new), 1))))
        shift += len(fault.new) - (fault.end - fault.start)
    return "".join((*pieces, source[at:])), places


def _print(
    rules: list[Rule],
    made: Counter[str],
    found: Counter[str],
    false: Counter[str],
    natural: Counter[str],
    articles: int,
) -> None:
    print(f"{articles} articles")
    print("| rule | faults | recall | precision | as found |\n|---|---|---|---|---|")
    for name in (rule.name for rule in rules):
        recall = f"{found[name] / made[name]:.2f}" if made[name] else ""
        claims = found[name] + false[name]
        precision = f"{found[name] / claims:.2f}" if made[name] and claims else ""
        print(f"| `{name}` | {made[name] or ''} | {recall} | {precision} | {natural[name]} |")


if __name__ == "__main__":
    _main()
