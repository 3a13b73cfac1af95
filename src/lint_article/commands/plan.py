"""From the command line's paths to one job per file, each with the settings of its folder."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from lint_article.config import Settings, settings_for
from lint_article.dataclass import dataclass
from lint_article.document import Safety
from lint_article.engine.discover import discover
from lint_article.engine.job import Job
from lint_article.engine.report import FileReport, Trouble
from lint_article.engine.select import selection
from lint_article.errors import UserError
from lint_article.rulebook import rulebook


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line says about the files and their settings."""

    paths: tuple[str, ...]
    settings: Mapping[str, Any]
    config: Path | None = None
    isolated: bool = False
    stdin_filename: str = "-"
    format: str = ""
    fix: tuple[Safety, ...] = ()
    write: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """Jobs, and reports of what leads to none, in the order of the command line; `settings` are those of the first."""

    settings: Settings
    steps: tuple[Job | FileReport, ...]

    @property
    def jobs(self) -> list[Job]:
        """The jobs alone."""
        return [step for step in self.steps if isinstance(step, Job)]


def plan(asked: Asked) -> Plan:
    """Return what is to be done; raise UserError for settings or rules that cannot be."""

    @cache
    def settings(folder: Path) -> Settings:
        return settings_for(folder, asked.settings, asked.config, asked.isolated)

    steps: dict[str, Job | FileReport] = {}
    for path in asked.paths:
        for found in discover(path, settings(_folder(path, asked))):
            if isinstance(found, UserError):
                steps[path] = FileReport(path, trouble=Trouble(found.message, found.hint))
            elif found not in steps:
                steps[found] = _job(found, settings(_folder(found, asked)), asked)
    return Plan(settings(_folder(asked.paths[0], asked)), tuple(steps.values()))


def _job(path: str, settings: Settings, asked: Asked) -> Job:
    shown_as = asked.stdin_filename if path == "-" else path
    try:
        rules = selection(settings, rulebook(), shown_as)
    except UserError as error:
        where = f" The settings are in {settings.origin}." if settings.origin else ""
        raise UserError(error.message, f"{error.hint}{where}".strip()) from None
    return Job(path, shown_as, settings, rules, asked.format, asked.fix, asked.write)


def _folder(path: str, asked: Asked) -> Path:
    place = Path(asked.stdin_filename if path == "-" else path)
    return place if place.is_dir() else place.parent
