"""From a source to the files in it: one at a time, so that it does not matter how many there are."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from pathlib import Path

from lint_article.backlist.addresses import container_of, find_files, list_address, note_unlisted
from lint_article.backlist.item import Item, is_address
from lint_article.config import Settings
from lint_article.engine.discover import search_folder
from lint_article.engine.missing import missing
from lint_article.readers.formats import may_hold_manuscript


def refuse_missing(source: str) -> None:
    """Raise UserError if a source does not exist, or cannot be reached."""
    if is_address(source) or (address := container_of(source)):
        find_files(source if is_address(source) else address)
    elif not glob.has_magic(source) and not os.path.lexists(source):
        raise missing(source)


def list_items(source: str, settings: Settings) -> Iterator[Item]:
    """Yield the files of a source that may be manuscripts; what of it cannot be listed has a fault."""
    if is_address(source):
        yield from list_address(source)
    elif not os.path.lexists(source) and glob.has_magic(source):
        start = _fixed_part(source)
        for path in glob.iglob(source, recursive=True):  # noqa: PTH207 - a pattern may begin at the root
            yield from _list_path(path, settings, start)
    else:
        yield from _list_path(source, settings, "" if Path(source).is_dir() else str(Path(source).parent))


def _list_path(path: str, settings: Settings, start: str) -> Iterator[Item]:
    """Yield what a path of this machine leads to; paths below it count from `start`, or from the folder itself."""
    if address := container_of(path):
        yield from list_address(address)
    elif Path(path).is_dir():
        failed: list[OSError] = []
        for file, form in search_folder(path, settings, may_hold_manuscript, failed.append):
            if form is not None:
                yield Item(file, os.path.relpath(file, start or path))
        yield from (note_unlisted(error, str(error.filename)) for error in failed)
    else:
        yield Item(path, os.path.relpath(path, start))


def _fixed_part(pattern: str) -> str:
    """Return the folder of a pattern before its first part that has a wildcard."""
    fixed: list[str] = []
    for part in Path(pattern).parts:
        if glob.has_magic(part):
            break
        fixed.append(part)
    return str(Path(*fixed)) if fixed else "."
