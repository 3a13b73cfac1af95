"""From a path of the command line to the files to check."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from lint_article.config import Settings
from lint_article.dataclass import dataclass
from lint_article.engine.patterns import has_match, spec
from lint_article.readers.formats import format_found, may_be_manuscript, searched_endings
from lint_article.readers.unread import Unread

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
    "*.synctex.gz",
)
_NAMED = 3  # files of a note


@dataclass(frozen=True, slots=True)
class Discovery:
    """The files that a path leads to, and notes on what lies there and is not checked."""

    files: tuple[str, ...]
    notes: tuple[str, ...] = ()


def discover(path: str, settings: Settings) -> Discovery:
    """Return what a path leads to.

    A folder is searched for files of the formats that are read, without what `exclude`, a .gitignore or `SKIPPED`
    leaves out. A file that is named is taken as it is; with `force-exclude` only if a search would take it.
    """
    if path == "-" or not Path(path).is_dir():
        return _find_named(path, settings) if settings.force_exclude and path != "-" else Discovery((path,))
    found = dict(_search_folder(path, settings))
    files = tuple(file for file, form in found.items() if isinstance(form, str))
    unread = {file: form for file, form in found.items() if isinstance(form, Unread)}
    empty = f"There is no manuscript in the folder {path}; it was searched for {', '.join(searched_endings())}."
    return Discovery(files, (*(() if files else (empty,)), *_unread(unread)))


def _find_named(path: str, settings: Settings) -> Discovery:
    form = None if has_match(settings.exclude, path, settings.root) else format_found(path)
    return (
        Discovery((), tuple(_unread({path: form}))) if isinstance(form, Unread) else Discovery((path,) if form else ())
    )


def _unread(unread: Mapping[str, Unread]) -> Iterator[str]:
    """Yield one note on files of formats that are not read, if there are any."""
    if len(unread) == 1:
        [(path, form)] = unread.items()
        yield f"{path} is {form.name}, which is not read. {form.hint}"
    elif unread:
        paths = list(unread)
        more = f" and {len(paths) - _NAMED} more" if len(paths) > _NAMED else ""
        yield f"{len(paths)} files are of formats that are not read: {', '.join(paths[:_NAMED])}{more}."


def _search_folder(folder: str, settings: Settings) -> Iterator[tuple[str, str | Unread]]:
    """Yield the files that may be manuscripts, each with its format."""
    skipped = _Skipped(folder, settings)
    for here, folders, names in os.walk(folder):
        skipped.enter(here)
        folders[:] = sorted(name for name in folders if not skipped(f"{here}/{name}/"))
        for name in sorted(names):
            path = str(Path(here, name))
            if may_be_manuscript(path) and not skipped(path) and (form := format_found(path)):
                yield path, form


class _Skipped:
    """Tells what a search leaves out; `enter` reads the .gitignore of a folder before anything in it is asked for."""

    def __init__(self, folder: str, settings: Settings) -> None:
        self._rules = [(folder, SKIPPED), (settings.root, settings.exclude)]
        for above in _up_to_repository(Path(folder).resolve()):
            self.enter(str(above))

    def enter(self, folder: str) -> None:
        if lines := _read_gitignore(folder):
            self._rules.append((folder, lines))

    def __call__(self, path: str) -> bool:
        return any(spec(lines).match_file(_below(root, path)) for root, lines in self._rules)


def _below(root: str, path: str) -> str:
    relative = os.path.relpath(path, root)
    return "" if relative.startswith("..") else relative + ("/" if path.endswith("/") else "")


def _read_gitignore(folder: str) -> tuple[str, ...]:
    try:
        return tuple(Path(folder, ".gitignore").read_text(encoding="utf-8", errors="replace").splitlines())
    except OSError:
        return ()


def _up_to_repository(folder: Path) -> list[Path]:
    """Return the folders above this one, up to the root of its Git repository; none if it lies in no repository."""
    folders = [folder, *folder.parents]
    depth = next((index for index, above in enumerate(folders) if (above / ".git").exists()), 0)
    return folders[1 : depth + 1]
