"""What tests are made of: documents from words, rules from keywords."""

from __future__ import annotations

from collections.abc import Sequence

from lint_article.config import Settings
from lint_article.document import Document, Safety, Source
from lint_article.engine.grammar import Grammar
from lint_article.engine.job import Job
from lint_article.engine.lint import lint
from lint_article.engine.load import read
from lint_article.engine.report import FileReport
from lint_article.engine.run import check, check_source
from lint_article.engine.select import selection
from lint_article.grammar.settings import GrammarSettings
from lint_article.parsing.parse import parse
from lint_article.rulebook import Rule, Severity, rulebook

QUIET = Settings(grammar=GrammarSettings(engine="none"))


def document(text: str | bytes, form: str = "plain", path: str = "draft.txt") -> Document:
    data = text.encode() if isinstance(text, str) else text
    reading = read(Source(path, form, data))
    assert reading.fault is None
    return parse(reading)


def rule(kind: str = "pattern", name: str = "a-fault", severity: Severity = "warning", **options: object) -> Rule:
    """Return a rule of the kind's own options, `_` for `-`, and a last `_` where Python has the word for itself."""
    message = str(options.pop("message", "Found `{text}`."))
    keys = {key.rstrip("_").replace("_", "-"): value for key, value in options.items()}
    return Rule(name, "text", "TXT999", kind, severity, "A fault", message, "Because", "", {"rule": name, **keys})


def checked(
    path: str,
    rules: Sequence[Rule] | None = None,
    settings: Settings = QUIET,
    fix: Sequence[Safety] = (),
    write: bool = False,
) -> FileReport:
    return check(Job(path, path, settings, tuple(rules or rulebook()), fix=tuple(fix), write=write), Grammar())


def reviewed(data: bytes, form: str, path: str, settings: Settings = QUIET) -> FileReport:
    """Return the report of a manuscript, with its document."""
    job = Job(path, path, settings, selection(settings, rulebook(), path), keep_document=True)
    return check_source(Source(path, form, data), job, Grammar()).report


def faults_in(text: str, form: str = "plain") -> list[str]:
    """Return the errors and warnings about citations, references and links as `rule: flagged words`."""
    parsed = document(text, form)
    found = [one for one in lint(parsed, list(rulebook())) if one.code[:3] in {"CIT", "REF", "LNK"}]
    return [
        f"{one.rule}: {' '.join(line.text[line.start : line.end] for line in one.excerpt)}"
        for one in found
        if one.severity != "suggestion"
    ]
