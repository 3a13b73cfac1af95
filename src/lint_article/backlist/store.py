"""The tables while they grow: parts that are written whole, and in the end are put together.

A part is there when its manuscripts are, which are written last. The file of a table says up to which part it has
them, so that a run that is killed while it puts parts together loses none and doubles none.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import monotonic
from typing import Any, NamedTuple

from filelock import FileLock, Timeout

from lint_article import __version__
from lint_article.backlist.outputs import Outputs
from lint_article.backlist.rows import CheckedItem, FindingRow, ManuscriptRow
from lint_article.backlist.tables import about_of, read_groups, schema_of, table_of, write_tables
from lint_article.errors import UserError

_MOST_ROWS = 20_000  # of a part
_MOST_SECONDS = 30.0  # that a killed run may lose
_GROUP = 200_000  # rows
_VERSION, _SETTINGS, _PARTS = "lint-article", "settings", "parts"


class _Kind(NamedTuple):
    name: str
    rows: type[Any]


_FINDINGS, _MANUSCRIPTS = _Kind("findings", FindingRow), _Kind("manuscripts", ManuscriptRow)


class Store:
    """What is known of a backlist, and what is added to it; one run at a time has it open."""

    def __init__(self, files: Outputs, settings: str, *, overwrite: bool = False) -> None:
        """Open it. `settings` tell those of the run from others.

        Raises UserError if another run has it open, or if it is of other settings or another version and is not to be
        overwritten.
        """
        self._files = files
        self._about = {_VERSION: __version__, _SETTINGS: settings}
        files.parts.mkdir(exist_ok=True)
        self._lock = FileLock(files.parts / "lock")
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            raise UserError(f"Another run is writing {files.findings}.", "Wait for it, or name another file.") from None
        self._is_anew = files.parts / "overwrite"
        if overwrite:
            self._begin_anew()
        self._refuse_other_runs()
        parts = self._parts()
        self._number = max([*(number for number, _ in parts), *map(self._last_part, self._finals())], default=0)
        self._waiting: list[CheckedItem] = []
        self._rows, self._written = 0, monotonic()

    def known_items(self) -> Iterator[str]:
        """Yield the keys of the items that need not be checked again."""
        for file in (*self._finals(), *(part for _, part in self._parts())):
            if file != self._files.findings:
                for group in read_groups(file, ["item"]):
                    yield from group.column("item").to_pylist()

    def add(self, checked: CheckedItem) -> None:
        """Keep the rows of an item; a part is written when it is large enough, or it is time."""
        self._waiting.append(checked)
        self._rows += len(checked.manuscripts) + len(checked.findings)
        if self._rows >= _MOST_ROWS or monotonic() - self._written > _MOST_SECONDS:
            self.flush()

    def flush(self) -> None:
        """Write what is not written yet as a part."""
        if self._waiting:
            self._number += 1
            for kind, rows in (
                (_FINDINGS, [row for one in self._waiting for row in one.findings]),
                (_MANUSCRIPTS, [row for one in self._waiting for row in one.manuscripts]),
            ):
                part = self._part(kind, self._number)
                write_tables(part, schema_of(kind.rows), [table_of(kind.rows, rows)], self._about)
        self._waiting, self._rows, self._written = [], 0, monotonic()

    def join(self) -> None:
        """Put the parts together, so that each table is one file."""
        self.flush()
        for kind, file in ((_FINDINGS, self._files.findings), (_MANUSCRIPTS, self._files.manuscripts)):
            about = {**self._about, _PARTS: str(self._number)}
            write_tables(file, schema_of(kind.rows), _regroup(self._groups(kind, file)), about)
        self._is_anew.unlink(missing_ok=True)
        self._forget_parts()

    def close(self) -> None:
        """Let other runs have it."""
        self._lock.release()
        if not self._parts():
            shutil.rmtree(self._files.parts, ignore_errors=True)

    def _groups(self, kind: _Kind, file: Path) -> Iterator[Any]:
        """Yield all that is known of a table."""
        last = 0
        if file in self._finals():
            last = self._last_part(file)
            yield from read_groups(file)
        for number, _ in self._parts():
            if number > last:
                yield from read_groups(self._part(kind, number))

    def _finals(self) -> list[Path]:
        files = (self._files.findings, self._files.manuscripts)
        return [] if self._is_anew.exists() else [file for file in files if file.exists()]

    def _part(self, kind: _Kind, number: int) -> Path:
        return self._files.parts / f"{kind.name}-{number:06}.parquet"

    def _parts(self) -> list[tuple[int, Path]]:
        """Return the number of each part, and its manuscripts."""
        files = sorted(self._files.parts.glob(f"{_MANUSCRIPTS.name}-*.parquet"))
        return [(int(file.stem.rpartition("-")[2]), file) for file in files]

    @staticmethod
    def _last_part(file: Path) -> int:
        return int(about_of(file).get(_PARTS, "0"))

    def _begin_anew(self) -> None:
        """Leave the tables as they are until the new ones are complete; a run that has begun to do so goes on."""
        if not self._is_anew.exists() or any(_about_run(part) != self._about for _, part in self._parts()):
            self._forget_parts()
        self._is_anew.touch()

    def _forget_parts(self) -> None:
        for file in self._files.parts.glob("*.parquet"):
            file.unlink()

    def _refuse_other_runs(self) -> None:
        for file in (*self._finals(), *(part for _, part in self._parts())):
            found = _about_run(file)
            if found != self._about:
                self.close()
                hint = "Name another file, or add `--overwrite` to check all again."
                raise UserError(f"{file} was made {_tell_apart(found)}.", hint)


def _tell_apart(found: dict[str, str]) -> str:
    other = found.get(_VERSION)
    if other == __version__:
        return "with other settings"
    return f"by lint-article {other}" if other else "by another program"


def _about_run(file: Path) -> dict[str, str]:
    try:
        return {name: said for name, said in about_of(file).items() if name != _PARTS}
    except Exception:  # it is no such file
        return {}


def _regroup(tables: Iterable[Any]) -> Iterator[Any]:
    """Yield tables as few large ones."""
    import pyarrow as pa

    waiting: list[Any] = []
    for table in tables:
        waiting.append(table)
        if sum(map(len, waiting)) >= _GROUP:
            yield pa.concat_tables(waiting)
            waiting = []
    if waiting:
        yield pa.concat_tables(waiting)
