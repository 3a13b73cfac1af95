"""The examples of a sheet, run: what a rule should flag, what it should leave alone, and what its fixes make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from lint_article.document import Document, Source
from lint_article.engine.diagnostic import Diagnostic
from lint_article.engine.load import read
from lint_article.engine.run import lint_and_suppress
from lint_article.parsing.parse import parse
from lint_article.rulebook import Example, Rule


def document_of(example: Example, folder: Path) -> Document:
    """Return the example's text, parsed; its further files are written into the folder."""
    for name, text in example.files.items():
        (folder / name).write_text(text, encoding="utf-8")
    data = example.data or example.text.encode()
    return parse(read(Source(str(folder / "example"), example.format, data)))


def run_rule(rule: Rule, example: Example, document: Document, others: Sequence[Rule] = ()) -> list[Diagnostic]:
    """Return what a rule finds in an example, with the options that the example states."""
    rule = replace(rule, options={**rule.options, **example.options})
    found, _ = lint_and_suppress(document, [rule, *(other for other in others if other.name != rule.name)])
    return [diagnostic for diagnostic in found if diagnostic.rule == rule.name]


def make_fixes(document: Document, found: Iterable[Diagnostic]) -> str:
    """Return the manuscript after the fixes that may be written."""
    raw = document.parts[0].text
    edits = {edit for d in found if d.fix and d.fix.safety != "shown" for edit in d.fix.edits}
    for edit in sorted(edits, key=lambda edit: edit.origin, reverse=True):
        raw = raw[: edit.origin.start] + edit.text + raw[edit.origin.end :]
    return raw


def failures(rule: Rule, example: Example, folder: Path) -> Iterator[str]:
    """Yield what an example shows otherwise than it says."""
    document = document_of(example, folder)
    found = run_rule(rule, example, document)
    flagged = [one.span.of(document.text) for one in found]
    if flagged != list(example.at):
        yield f"flagged: {_quote_words(flagged)}; expected: {_quote_words(example.at)}"
    elif example.message and found[0].message != example.message:
        yield f"message: {found[0].message}; expected: {example.message}"
    elif example.fixed is not None and (fixed := make_fixes(document, found)) != example.fixed:
        yield f"fixed: {fixed.strip()}; expected: {example.fixed.strip()}"


def _quote_words(words: Iterable[str]) -> str:
    return ", ".join(f"`{' '.join(word.split())}`" for word in words) or "nothing"
