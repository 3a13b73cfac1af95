"""Chapters in LaTeX or Markdown are checked through the file that includes them, which has their bibliography."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from lint_article.document import Document
from lint_article.engine.diagnostic import Diagnostic
from lint_article.engine.job import Job
from lint_article.errors import UserError
from lint_article.text.phrases import count_of, series

_LATEX = (".tex", ".ltx")
_MARKDOWN = (".md", ".markdown", ".mdx", ".qmd", ".rmd")
_MOST_NAMES = 3


def check_through_main(jobs: Mapping[str, Job], make_job: Callable[[str], Job]) -> tuple[dict[str, Job], list[str]]:
    """Return the jobs without those of chapters, with jobs for what includes these; and notes that say so."""
    chapters: dict[str, list[str]] = defaultdict(list)
    for file in jobs:
        if file.lower().endswith((*_LATEX, *_MARKDOWN)) and not jobs[file].format and (main := _main_of(file)):
            chapters[main].append(file)
    parts = {part for own in chapters.values() for part in own}
    left = {file: job for file, job in jobs.items() if file not in parts}
    known = {os.path.realpath(file) for file in left if file != "-"}
    notes = []
    for main, own in chapters.items():
        if os.path.realpath(main) not in known:
            left[main] = replace(make_job(main), only=tuple(own))
        named = series([*own[:_MOST_NAMES], *([f"{len(own) - _MOST_NAMES} more"] if len(own) > _MOST_NAMES else [])])
        how = "is checked as a part" if len(own) == 1 else f"are checked as {count_of(len(own), 'part')}"
        notes.append(f"{named} {how} of {main}.")
    return left, notes


def _main_of(file: str) -> str | None:
    path, found = Path(file), None
    if path.is_file() and path.suffix.lower() in _LATEX:
        from lint_article.readers.latex.main_file import main_file_of  # late: few manuscripts are chapters

        found = main_file_of(path)
    elif path.is_file() and path.name.startswith("_"):
        from lint_article.readers.markdown.main_file import main_file_of_part

        found = main_file_of_part(path)
    return str(found) if found else None


def keep_chapters(document: Document, found: list[Diagnostic], job: Job) -> list[Diagnostic]:
    """Return what is found in the chapters that are asked for; raise UserError for one that was not reached."""
    if not job.only:
        return found
    wanted = {os.path.realpath(chapter): chapter for chapter in job.only}
    reached = {os.path.realpath(part.path) for part in document.parts if part.path}
    missing = [chapter for path, chapter in wanted.items() if path not in reached]
    if missing:
        message = f"{series(missing)} was not reached through {job.shown_as}, so it was not checked."
        raise UserError(message, "Check how the main file includes it.")
    return [one for one in found if one.place.path and os.path.realpath(one.place.path) in wanted]
