"""From a path of the command line to the files to check."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from lint_article.config import Settings
from lint_article.dataclass import dataclass
from lint_article.engine.patterns import has_match, spec
from lint_article.readers.formats import format_found, may_be_manuscript, searched_endings
from lint_article.readers.project import project_root
from lint_article.readers.unread import Unread
from lint_article.regular_files import MOST_OF_SETTINGS, is_file, is_folder, read_regular

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
    leaves out; a folder that cannot be listed is among the files, so that whoever reads it says so. A file that is
    named is taken as it is; with `force-exclude` only if a search would take it.
    """
    if path == "-" or not is_folder(path):
        return _find_named(path, settings) if settings.force_exclude and path != "-" else Discovery((path,))
    failed: list[OSError] = []
    found = dict(search_folder(path, settings, on_error=failed.append))
    files = tuple(file for file, form in found.items() if isinstance(form, str))
    files += tuple(str(error.filename) for error in failed)
    unread = {file: form for file, form in found.items() if isinstance(form, Unread)}
    apart = [file for file, form in found.items() if form is None]
    empty = f"There is no manuscript in the folder {path}; it was searched for {', '.join(searched_endings())}."
    return Discovery(files, (*(() if files else (empty,)), *_unread(unread), *_left_alone(apart)))


def _find_named(path: str, settings: Settings) -> Discovery:
    if Path(path).exists() and not _is_within(path, project_root(Path(path).parent)):
        return Discovery((), tuple(_left_alone([path])))
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


def _left_alone(paths: Sequence[str]) -> Iterator[str]:
    """Yield one note on what a search does not read, if there is any."""
    if paths:
        more = f" and {len(paths) - _NAMED} more" if len(paths) > _NAMED else ""
        names = f"{', '.join(paths[:_NAMED])}{more}"
        yield f"{names}: links out of the project, devices and pipes are not read unless you name them."


def _is_within(path: str, root: Path) -> bool:
    """Tell whether a path is a file, or a link to a file of the project."""
    kind = os.lstat(path).st_mode
    if not stat.S_ISLNK(kind):
        return stat.S_ISREG(kind)
    target = Path(path).resolve()
    return target.is_file() and target.is_relative_to(root)


def search_folder(
    folder: str,
    settings: Settings,
    is_wanted: Callable[[str], bool] = may_be_manuscript,
    on_error: Callable[[OSError], object] | None = None,
) -> Iterator[tuple[str, str | Unread | None]]:
    """Yield the files that may be manuscripts, each with its format; None for those that are not to be read.

    `on_error` hears of folders that cannot be listed.
    """
    skipped, root = _Skipped(folder, settings), project_root(Path(folder))
    for here, folders, names in os.walk(folder, onerror=on_error):
        skipped.enter(here)
        folders[:] = sorted(name for name in folders if not skipped(f"{here}/{name}/"))
        for name in sorted(names):
            path = str(Path(here, name))
            if is_wanted(path) and not skipped(path):
                if not _is_within(path, root):
                    yield path, None
                elif form := format_found(path):
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
        data = read_regular(Path(folder, ".gitignore"), MOST_OF_SETTINGS)
    except OSError:
        return ()
    return tuple(data.decode("utf-8", "replace").splitlines())


def _up_to_repository(folder: Path) -> list[Path]:
    """Return the folders above this one, up to the root of its Git repository; none if it lies in no repository."""
    folders = [folder, *folder.parents]
    depth = next((index for index, above in enumerate(folders) if _is_there(above / ".git")), 0)
    return folders[1 : depth + 1]


def _is_there(path: Path) -> bool:
    return is_folder(path) or is_file(path)
