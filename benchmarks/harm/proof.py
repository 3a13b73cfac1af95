"""One manuscript through `--fix`: what was changed, and whether it lay in the words of the findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from benchmarks.harm.structure import Unparsable, signs, structure
from lint_article.config import Settings
from lint_article.document import Safety
from lint_article.engine.fixes import Repaired, apply_until_stable
from lint_article.engine.grammar import Grammar
from lint_article.engine.job import Job
from lint_article.engine.load import load
from lint_article.engine.report import Rewritten
from lint_article.engine.rounds import Round
from lint_article.engine.run import check_source
from lint_article.engine.writing import write
from lint_article.grammar.settings import GrammarSettings
from lint_article.readers.decoding import encode_as, encoding_of
from lint_article.rulebook import rulebook

SAFETIES: tuple[Safety, ...] = ("safe", "unsafe")
Engine = Literal["none", "harper", "languagetool"]
Harm = tuple[str, str]
"""A kind of harm, and where and how it was done."""


def fixed(path: Path, grammar: Grammar, engine: Engine, figures: Counter[str]) -> Iterator[Harm]:
    """Write all fixes of a manuscript into its files, count them, and give the harm that this does."""
    settings = Settings(grammar=GrammarSettings(engine=engine, cache=False))
    job = Job(str(path), str(path), settings, tuple(rulebook()), fix=SAFETIES, write=True)
    done = _repaired(job, grammar)
    files = done.files(job.path)
    before = {file.path: _structure(Path(file.path), file.before) for file in files}
    _count(done, files, figures)
    yield from (("not written", trouble.message) for trouble in write(files, job)[1])
    yield from _outside(done)
    for file in files:
        yield from _changed(file, before[file.path], figures)
    again = [one for made in _repaired(job, grammar).rounds for one in made.repairs]
    yield from (("something to do for a second run", f"{path}: {one.finding.message}") for one in again)


def _repaired(job: Job, grammar: Grammar) -> Repaired:
    return apply_until_stable(load(job.path, job.shown_as), lambda source: check_source(source, job, grammar), job.fix)


def _count(done: Repaired, files: Sequence[Rewritten], figures: Counter[str]) -> None:
    found = done.before.report.diagnostics
    figures["manuscripts"] += 1
    figures["findings"] += len(found)
    figures["findings with a fix"] += sum(one.fix is not None and one.fix.safety in SAFETIES for one in found)
    figures["fixes written"] += sum(file.count for file in files)
    figures["fixes refused"] += len(done.refused)
    figures["files written"] += sum(file.count > 0 for file in files)


def _structure(path: Path, data: bytes) -> object:
    """Return the structure, or the reason why there is none."""
    try:
        return structure(path, data)
    except Unparsable as error:
        return str(error)


def _changed(file: Rewritten, before: object, figures: Counter[str]) -> Iterator[Harm]:
    """Compare what a parser sees in the file as it is on the disk with what it saw before."""
    path = Path(file.path)
    if path.read_bytes() != file.after:
        yield "not what was to be written", file.path
    after = _structure(path, path.read_bytes())
    if isinstance(before, str):
        figures["files that did not parse before"] += 1
        if signs(file.before) != signs(file.after):
            yield "other mark-up in what did not parse", f"{file.path}: {before}"
    elif isinstance(after, str):
        yield "does not parse any more", f"{file.path}: {after}"
    elif before != after:
        yield "another structure", f"{file.path}: {_first(before, after)}"


def _first(before: object, after: object) -> str:
    if isinstance(before, list) and isinstance(after, list) and len(before) == 2:
        before, after = (before[0], after[0]) if before[0] != after[0] else (before[1], after[1])
    if isinstance(before, list) and isinstance(after, list):
        number = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), -1)
        return f"{len(before)} and {len(after)} parts; no. {number}: {before[number]!r} and {after[number]!r}"
    return ""


def _outside(done: Repaired) -> Iterator[Harm]:
    """Give the changes that lie outside of their finding, and the files in which more than those has changed."""
    first, last = done.before, done.after
    names = done.rounds[0].files if done.rounds else []
    texts = {file: part.text for file, part in zip(names, first.document.parts, strict=False)}
    for made in done.rounds:
        yield from _strays(made, texts)
        texts |= {file: rewriting.apply_changes(texts[file]) for file, rewriting in made.rewritings.items()}
    for file, part in zip(names, first.document.parts, strict=False):
        data = part.data if part.path else first.source.data
        after = last.source.files[file] if file else last.source.data
        if encode_as(texts[file], encoding_of(part.text, data, first.source)) != after:
            yield "more than the changes", file or first.source.path


def _strays(made: Round, texts: dict[str, str]) -> Iterator[Harm]:
    """Give the changes that lie outside of their finding; blanks and line ends around it are not counted."""
    for one in made.repairs:
        text, origin = texts[one.file], one.finding.origin
        for change in one.changes:
            around = text[change.start : origin.start] + text[origin.end : change.end]
            if around.strip() or change.end < origin.start or change.start > origin.end:
                found = f"{one.finding.rule} {text[origin.start : origin.end]!r}"
                yield "outside of its finding", f"{found}: {text[change.start : change.end]!r} → {change.text!r}"
