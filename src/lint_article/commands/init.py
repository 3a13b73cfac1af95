"""`lint-article init`: settings for the manuscripts of a folder, written after a look at them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from lint_article.commands.output import info
from lint_article.config import FILES
from lint_article.engine.plan import CheckRequest, Plan, plan
from lint_article.engine.pool import reports
from lint_article.engine.report import FileReport
from lint_article.errors import CLEAN, UserError
from lint_article.rulebook import SEVERITIES
from lint_article.text.phrases import count_of

_MOST = 30  # manuscripts that are looked at
_SHOWN = 5  # rules that are named
_KEYED = {"markdown", "latex"}
_BIBLIOGRAPHIES = {"bibtex", "ris", "csl-json", "csl-yaml"}


def write_settings(folder: Path, profile: str) -> int:
    """Write lint-article.toml into a folder and say what was found there; return the exit status.

    Raises UserError if the folder has settings already, or no manuscripts.
    """
    existing = [folder / name for name in FILES[:2] if (folder / name).exists()]
    if existing:
        raise UserError(f"There are settings already: {existing[0]}.", "Edit that file, or delete it first.")
    planned = plan(CheckRequest((str(folder),), {"grammar": {"engine": "none"}}, isolated=True))
    if not planned.jobs:
        raise UserError(f"There is no manuscript in {folder}.", "Name the folder of the manuscripts.")
    looked_at = _look(planned)
    (folder / FILES[0]).write_text("\n".join(_lines(looked_at, len(planned.jobs), profile)) + "\n", encoding="utf-8")
    info(f"{folder / FILES[0]} written for {count_of(len(planned.jobs), 'manuscript')}.", *_findings(looked_at))
    return CLEAN


def _look(planned: Plan) -> list[FileReport]:
    jobs = [replace(job, keep_document=True) for job in planned.jobs[:_MOST]]
    return [report for report in reports(jobs, 0) if report.document]


def _lines(looked_at: Sequence[FileReport], number: int, profile: str) -> Iterator[str]:
    documents = [report.document for report in looked_at if report.document]
    formats = Counter(document.source.format for document in documents)
    languages = Counter(document.language for document in documents if document.language)
    yield f"# Settings of lint-article for {count_of(number, 'manuscript')}: {_counts(formats)}."
    yield "# All settings are in docs/settings.md; `lint-article check --show-settings` prints those in force."
    yield "# Profiles: minimal, journal, strict, copy-editor."
    yield f'extend = "{profile}"'
    if _KEYED & formats.keys() and not _BIBLIOGRAPHIES & formats.keys():
        yield ""
        yield "# Files with the references behind citation keys, if the manuscripts do not name them:"
        yield '# bibliography = ["references.bib"]'
    yield ""
    yield "# Words of this project that are right, or files with one a line; no rule reports them."
    yield "dictionary = []"
    yield "# Findings that are known and not reported, which `--baseline write baseline.json` writes:"
    yield '# baseline = "baseline.json"'
    if len(languages) == 1 and languages.total() == len(documents) > 1:
        yield f"# All manuscripts are in one language: {next(iter(languages))}. To state it for all:"
        yield f'# grammar.language = "{next(iter(languages))}"'
    yield ""
    yield "# What is different for some files:"
    yield '# [overrides."letters/**"]'
    yield '# rules = { incomplete-reference = "off" }'


def _findings(looked_at: Sequence[FileReport]) -> Iterator[str]:
    found = [one for report in looked_at for one in report.diagnostics]
    if not found:
        return
    severities = Counter(one.severity for one in found)
    said = ", ".join(count_of(severities[name], name) for name in reversed(SEVERITIES) if severities[name])
    rules = Counter(one.rule for one in found).most_common(_SHOWN)
    yield f"Without grammar, {count_of(len(looked_at), 'manuscript')} had {said}; most often {_counts(dict(rules))}."
    yield "To report only what is new from now on: lint-article --baseline write baseline.json FOLDER,"
    yield 'then baseline = "baseline.json" in the settings.'


def _counts(counts: dict[str, int] | Counter[str]) -> str:
    return ", ".join(
        f"{number} {name}" for name, number in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    )
