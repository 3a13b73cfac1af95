"""From a path of the command line to the files to check."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from lint_article.config import Settings
from lint_article.engine.patterns import any_matches, spec
from lint_article.errors import UserError
from lint_article.readers.registry import FORMATS, is_manuscript

SKIPPED = (
    ".*",
    "__pycache__/",
    "node_modules/",
    "site-packages/",
    "venv/",
    "build/",
    "dist/",
    "LICEN[CS]E*",
    "COPYING*",
    "CMakeLists.txt",
    "robots.txt",
    "requirements*.txt",
    "constraints*.txt",
    "sitemap*.xml",
)


def discover(path: str, settings: Settings) -> list[str | UserError]:
    """Return the files that a path leads to; where it leads to none, the error that says so.

    A folder is searched for files of the known formats, without what `exclude`, a .gitignore or `SKIPPED` leaves out.
    A file that is named is taken as it is, unless `force-exclude` is set.
    """
    if path == "-" or not Path(path).is_dir():
        left_out = settings.force_exclude and any_matches(settings.exclude, path, settings.root)
        return [] if left_out else [path]
    files: list[str | UserError] = list(_searched(path, settings))
    known = ", ".join(ending for entry in FORMATS.values() for ending in entry.endings)
    return files or [UserError(f"There is no manuscript in the folder {path}.", f"It was searched for {known}.")]


def _searched(folder: str, settings: Settings) -> Iterator[str]:
    endings = {ending for entry in FORMATS.values() for ending in entry.endings}
    skipped = _Skipped(folder, settings)
    for here, folders, names in os.walk(folder):
        skipped.enter(here)
        folders[:] = sorted(name for name in folders if not skipped(f"{here}/{name}/"))
        for name in sorted(names):
            path = str(Path(here, name))
            if Path(name).suffix.lower() in endings and not skipped(path) and is_manuscript(path):
                yield path


class _Skipped:
    """Tells what a search leaves out; `enter` reads the .gitignore of a folder before anything in it is asked for."""

    def __init__(self, folder: str, settings: Settings) -> None:
        self._rules = [(folder, SKIPPED), (settings.root, settings.exclude)]
        for above in _up_to_repository(Path(folder).resolve()):
            self.enter(str(above))

    def enter(self, folder: str) -> None:
        if lines := _ignored(folder):
            self._rules.append((folder, lines))

    def __call__(self, path: str) -> bool:
        return any(spec(lines).match_file(_below(root, path)) for root, lines in self._rules)


def _below(root: str, path: str) -> str:
    relative = os.path.relpath(path, root)
    return "" if relative.startswith("..") else relative + ("/" if path.endswith("/") else "")


def _ignored(folder: str) -> tuple[str, ...]:
    try:
        return tuple(Path(folder, ".gitignore").read_text(encoding="utf-8", errors="replace").splitlines())
    except OSError:
        return ()


def _up_to_repository(folder: Path) -> list[Path]:
    """Return the folders above this one, up to the root of its Git repository; none if it lies in no repository."""
    folders = [folder, *folder.parents]
    depth = next((index for index, above in enumerate(folders) if (above / ".git").exists()), 0)
    return folders[1 : depth + 1]
