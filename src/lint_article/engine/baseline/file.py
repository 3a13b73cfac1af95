"""The file of a baseline: JSON, for each manuscript the findings that are known, readable and kind to a diff."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from lint_article.engine.baseline.known import Known
from lint_article.errors import UserError
from lint_article.regular_files import read_regular

_VERSION = 1
_MOST_BYTES = 100_000_000
_MOST_ENTRIES = 2_000_000  # that a baseline may count
_KEYS = ("rule", "words", "before", "after")


class Baseline:
    """The known findings of each manuscript; a manuscript is named by its path from the baseline's folder."""

    def __init__(self, path: Path, files: Mapping[str, tuple[Known, ...]]) -> None:
        self.path = path
        self.files = files
        self._by_stem = {_stem(name): name for name in files}

    def name_of(self, manuscript: str) -> str:
        """Return what a manuscript is called in the baseline: an entry's name if it has another format there."""
        name = Path(os.path.relpath(manuscript, self.path.parent)).as_posix()
        other = self._by_stem.get(_stem(name), name)
        return name if name in self.files or self._is_there(other) else other

    def entries(self, manuscript: str) -> tuple[Known, ...]:
        """Return what is known of a manuscript."""
        return self.files.get(self.name_of(manuscript), ())

    def with_findings(self, checked: Mapping[str, Iterable[Known]]) -> Baseline:
        """Return the baseline with other findings of some manuscripts, and without manuscripts that are gone."""
        kept = {name: known for name, known in self.files.items() if self._is_there(name)}
        for manuscript, known in checked.items():
            kept.pop(self.name_of(manuscript), None)
            kept[Path(os.path.relpath(manuscript, self.path.parent)).as_posix()] = tuple(known)
        return Baseline(self.path, {name: known for name, known in sorted(kept.items()) if known})

    def text(self) -> str:
        """Return the file's text."""
        files = {
            name: [_row(one, number) for one, number in Counter(known).items()] for name, known in self.files.items()
        }
        return json.dumps({"version": _VERSION, "files": files}, ensure_ascii=False, indent=1) + "\n"

    def _is_there(self, name: str) -> bool:
        return (self.path.parent / name).exists()


def read_baseline(path: Path, is_new: bool = False) -> Baseline:
    """Return the baseline of a file; an empty one if there is none and `is_new` says that it will be made.

    Raises UserError if the file is missing, or is no baseline.
    """
    try:
        table = json.loads(read_regular(path, _MOST_BYTES, pipes=True))
        if sum(_count(row) for rows in table["files"].values() for row in rows) > _MOST_ENTRIES:
            raise ValueError("too many entries")
        files = {name: tuple(_entries(rows)) for name, rows in table["files"].items()}
    except FileNotFoundError:
        if is_new:
            return Baseline(path, {})
        raise UserError(f"There is no baseline {path}.", f"`--baseline write {path}` makes one.") from None
    except OSError as error:
        raise UserError(f"The baseline {path} cannot be read: {error.strerror or error}.") from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError):
        raise UserError(f"{path} is not a baseline of lint-article.", "Name another file, or delete it.") from None
    if table.get("version") != _VERSION:
        raise UserError(f"The baseline {path} is from another version.", "Write it again with `--baseline write`.")
    return Baseline(path, files)


def _stem(name: str) -> PurePosixPath:
    return PurePosixPath(name).with_suffix("")


def _row(known: Known, number: int) -> dict[str, object]:
    row: dict[str, object] = {key: getattr(known, key) for key in _KEYS}
    return row if number == 1 else {**row, "count": number}


def _entries(rows: list[dict[str, Any]]) -> Iterable[Known]:
    for row in rows:
        one = Known(**{key: str(row[key]) for key in _KEYS})
        yield from [one] * _count(row)


def _count(row: dict[str, Any]) -> int:
    return int(row.get("count", 1))
