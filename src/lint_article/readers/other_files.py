"""Files that a manuscript reads beside its own: those that it includes, and the bibliographies that it names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from lint_article.readers.bibliography.files import found_file, read_file, write_bibliography
from lint_article.readers.writer import Writer

_DEEPEST, _MOST_FILES = 10, 500


class OtherFiles:
    """Opens included files one in the other, and keeps the names of bibliographies until the text is written.

    `endings` are those that the name of an included file may lack.
    """

    def __init__(self, writer: Writer, manuscript: Path, endings: tuple[str, ...] = ("",)) -> None:
        self.folder = manuscript.parent
        self._writer = writer
        self._endings = endings
        self._open = [manuscript]
        self._read = 0
        self._bibliographies: dict[str, tuple[int, int]] = {}

    @contextmanager
    def include(self, name: str, at: int, part: int) -> Iterator[tuple[str, int] | None]:
        """Open a file that is named there, and give its text and the index of its part; None if it is not to be read.

        One that is missing is a problem at its name; one that includes itself, or is beyond bounds, is left out.
        """
        path = found_file(self._writer, name, (self._open[-1].parent, self.folder), self._endings)
        raw = read_file(path, self._writer.files) if path else None
        if path is None or raw is None:
            self._writer.problem(f"the included file `{name}` was not found in the project", at, part)
            yield None
        elif path in self._open or len(self._open) >= _DEEPEST or self._read >= _MOST_FILES:
            yield None
        else:
            self._read += 1
            self._open.append(path)
            yield raw, self._writer.add_part(raw, str(path))
            self._open.pop()

    def name_bibliography(self, name: str, at: int, part: int) -> None:
        """Keep the name of a bibliography and its place."""
        self._bibliographies.setdefault(name, (at, part))

    def write_bibliographies(self, chosen: Iterable[str], find_others: Callable[[], list[Path]]) -> None:
        """Write those that the manuscript names, and those that the user chose; one that is missing is a problem.

        Where the manuscript cites and names none, those that `find_others` finds are written too.
        """
        writer = self._writer
        for name, (at, part) in self._bibliographies.items():
            path = found_file(writer, name, (self.folder,), ("", ".bib"))
            if path is None or not write_bibliography(writer, path):
                writer.problem(f"the bibliography `{name}` was not found in the project", at, part)
        others = find_others() if writer.citations and not self._bibliographies else []
        for path in dict.fromkeys([*map(Path, chosen), *others]):
            write_bibliography(writer, path)
