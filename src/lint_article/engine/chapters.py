"""Chapters in LaTeX or Markdown are checked through the file that includes them, which has their bibliography."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from lint_article.document import Document
from lint_article.engine.diagnostic import Diagnostic
from lint_article.engine.job import Job
from lint_article.errors import UserError
from lint_article.readers.formats import ENDINGS
from lint_article.text.phrases import count_of, series

_MOST_NAMES = 3


def check_through_main(jobs: Mapping[str, Job], make_job: Callable[[str], Job]) -> tuple[dict[str, Job], list[str]]:
    """Return the jobs without those of chapters, with jobs for what includes these; and notes that say so."""
    chapters: dict[str, list[str]] = defaultdict(list)
    for file in jobs:
        if not jobs[file].format and (main := main_of(file)):
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


def main_of(file: str) -> str | None:
    """Return the file that includes a chapter; None for a file that is no chapter."""
    path = Path(file)
    name = ENDINGS.get(path.suffix.lower())
    may_be_part = name == "latex" or (name == "markdown" and path.name.startswith("_"))
    if not may_be_part or not path.is_file():
        return None
    from lint_article.readers.main_file import find_main_file  # late: few manuscripts may be parts

    found = find_main_file(path, import_module(f"lint_article.readers.{name}.main_file").INCLUDING)
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
