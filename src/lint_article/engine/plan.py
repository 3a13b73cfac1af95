"""From the command line's paths to one job per file, each with the settings of its folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from lint_article.config import Settings, passed_over, settings_for
from lint_article.dataclass import dataclass
from lint_article.document import Safety
from lint_article.engine.chapters import check_through_main
from lint_article.engine.discover import discover
from lint_article.engine.job import Job
from lint_article.engine.overrides import settings_of_file
from lint_article.engine.own_rules import faults_of, notes_of, rules_for
from lint_article.engine.patterns import refuse_broken
from lint_article.errors import UserError
from lint_article.readers.formats import format_called
from lint_article.regular_files import is_folder

if TYPE_CHECKING:
    from lint_article.engine.baseline import Baseline


Verb = Literal["write", "use", "prune"]


@dataclass(frozen=True, slots=True)
class BaselineRequest:
    """What to do with a baseline: `use` it, `write` it anew, or `prune` it of findings that are gone."""

    verb: Verb
    path: Path


@dataclass(frozen=True, slots=True)
class ChangesRequest:
    """Only lines that differ from a git revision ("" is the last commit), or only those that are staged."""

    revision: str = ""
    is_staged: bool = False


@dataclass(frozen=True, slots=True)
class CheckRequest:
    """What the command line says about the files and their settings."""

    paths: tuple[str, ...]
    settings: Mapping[str, Any]
    config: Path | None = None
    isolated: bool = False
    stdin_filename: str = "-"
    format: str = ""
    fix: tuple[Safety, ...] = ()
    write: bool = False
    baseline: BaselineRequest | None = None
    changes: ChangesRequest | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """Jobs in the order of the command line, and notes on what is not checked; `settings` are those of the first.

    `faults` are the files of users' own rules that cannot be used, each with what is wrong with it.
    """

    settings: Settings
    jobs: tuple[Job, ...]
    notes: tuple[str, ...] = ()
    baseline: Baseline | None = None
    faults: tuple[tuple[str, UserError], ...] = ()


def plan(asked: CheckRequest) -> Plan:
    """Return what is to be done; raise UserError for settings or rules that cannot be."""

    @cache
    def settings(folder: Path) -> Settings:
        found = settings_for(folder, asked.settings, asked.config, asked.isolated)
        with _place_stops(found, asked):
            refuse_broken(found)
        return found

    form = format_called(asked.format) if asked.format else ""
    jobs: dict[str, Job] = {}
    notes: list[str] = []
    for path in asked.paths:
        found = discover(path, settings(folder_of(path, asked)))
        notes += found.notes
        for file in found.files:
            if file not in jobs:
                jobs[file] = _job(file, settings(folder_of(file, asked)), form, asked)
    notes += _notes(jobs.values(), asked)
    jobs, of_chapters = check_through_main(jobs, lambda file: _job(file, settings(folder_of(file, asked)), form, asked))
    notes += of_chapters
    kept = tuple(replace(job, is_one_of_many=len(jobs) > 1) for job in jobs.values() if job.rules)
    first = settings(folder_of(asked.paths[0], asked))
    baseline = _baseline(asked, first)
    jobs_to_do = _with_changes(_with_known(kept, baseline, asked), asked)
    faults = dict.fromkeys(fault for one in (first, *(job.settings for job in kept)) for fault in faults_of(one))
    notes += dict.fromkeys(note for one in (first, *(job.settings for job in kept)) for note in notes_of(one))
    return Plan(first, jobs_to_do, tuple(notes), baseline, tuple(faults))


def _with_changes(jobs: tuple[Job, ...], asked: CheckRequest) -> tuple[Job, ...]:
    """Return the jobs with the lines that differ in the repository of each, if only these are wanted."""
    if asked.changes is None:
        return jobs
    from lint_article.engine.changed_lines import find_changes  # late: few runs want it

    request = asked.changes
    changes = cache(lambda folder: find_changes(folder, request.revision, request.is_staged))
    return tuple(replace(job, changes=changes(folder_of(job.path, asked))) for job in jobs)


def _baseline(asked: CheckRequest, settings: Settings) -> Baseline | None:
    """Return the baseline that the command line names, or the settings of the first path."""
    request = asked.baseline
    if request is None and settings.baseline:
        request = BaselineRequest("use", Path(settings.root, settings.baseline))
    if request is None:
        return None
    from lint_article.engine.baseline import read_baseline  # late: few runs have one

    return read_baseline(request.path, is_new=request.verb == "write")


def _with_known(jobs: tuple[Job, ...], baseline: Baseline | None, asked: CheckRequest) -> tuple[Job, ...]:
    if baseline is None:
        return jobs
    is_written = asked.baseline is not None and asked.baseline.verb == "write"
    return tuple(replace(job, known=() if is_written else baseline.entries(job.shown_as)) for job in jobs)


def _job(path: str, settings: Settings, form: str, asked: CheckRequest) -> Job:
    shown_as = asked.stdin_filename if path == "-" else path
    settings = settings_of_file(settings, shown_as)
    with _place_stops(settings, asked):
        rules = rules_for(settings, shown_as)
    return Job(path, shown_as, settings, rules, form, asked.fix, asked.write)


@contextmanager
def _place_stops(settings: Settings, asked: CheckRequest) -> Iterator[None]:
    """Add to an error about a word of the settings where it stands in their file."""
    try:
        yield
    except UserError as error:
        word = error.message.partition("`")[2].partition("`")[0]
        if not settings.origin or word in str(asked.settings):
            raise
        from lint_article.config.lines import place_of, place_of_word

        where = (place_of if word.startswith("rules.") else place_of_word)(Path(settings.origin), word)
        raise UserError(f"{error.message.rstrip('.')} ({where}).", error.hint) from None


def _notes(jobs: Iterable[Job], asked: CheckRequest) -> Iterator[str]:
    """Yield what the settings leave out: files, and other files with settings."""
    origins: dict[str, None] = {}
    for job in jobs:
        if not job.rules:
            yield f"{job.shown_as} is not checked: the settings ignore every rule for it."
        of_project = job.settings.origin and str(Path(job.settings.origin).parent) == job.settings.root
        if of_project and not asked.config:  # else the file is the user's, or named
            origins[job.settings.origin] = None
    for origin in map(Path, origins):
        if other := passed_over(origin):
            from lint_article.config.lines import show_location

            shown, ignored = show_location(origin), show_location(other)
            yield f"The settings in {shown} are used alone; those in {ignored} are not read."


def folder_of(path: str, asked: CheckRequest) -> Path:
    """Return the folder whose settings hold for a path."""
    place = Path(asked.stdin_filename if path == "-" else path)
    return place if is_folder(place) else place.parent
