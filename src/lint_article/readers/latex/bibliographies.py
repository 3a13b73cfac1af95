r"""The bibliography of a LaTeX manuscript: files that it names or holds, `thebibliography`, and what biber has made."""

from __future__ import annotations

import re
from abc import abstractmethod
from pathlib import Path

from lint_article.readers.bibliography.files import found_file, read_file, write_bibliography
from lint_article.readers.disk import resolve
from lint_article.readers.latex.biblatex import is_biblatex, write_biblatex
from lint_article.readers.latex.bibtex import write_bibtex
from lint_article.readers.latex.files import Files
from lint_article.readers.latex.lexer import LatexToken
from lint_article.readers.latex.walker import Call, Close
from lint_article.readers.project import project_root
from lint_article.readers.reference_entry import Entry
from lint_article.readers.writer import Writer

_COMMENT = re.compile(r"(?<!\\)%.*")


class Bibliographies(Files):
    """Writes entries; `files` are those that are being read, the manuscript first.

    `home`: its folder and, if that is inside of a project, the one above, in which TeX may be run.
    """

    def __init__(self, writer: Writer, path: Path, encoding: str) -> None:
        super().__init__(writer)
        self.encoding = encoding
        self.files = [path]
        self.home = _folders_of(path.parent)
        self._named: list[tuple[str, int, int]] = []
        self._contents: dict[str, tuple[int, int, int]] = {}
        self._end_entry: Close | None = None

    @abstractmethod
    def walk_file(self, path: Path, raw: str) -> None:
        """Write a file of LaTeX."""

    def keep_contents(self, token: LatexToken, part: int, end: int) -> None:
        """Take note of a file that the manuscript holds itself."""
        lexer = self.lexer(part)
        options = lexer.optional(token.end, end)
        braces = lexer.group(options[1] + 1 if options else token.end, end)
        if braces:
            name = lexer.text[slice(*braces)].strip().replace("\\jobname", self.files[0].stem)
            self._contents[name] = braces[1] + 1, end - len(token.name) - len("\\end{}"), part

    def bibliography(self, call: Call) -> int:
        r"""Take note of the files that `\bibliography` or `\addbibresource` names."""
        at = self.arguments(call, "so")
        braces = self.lexer(call.part).group(at, call.end)
        if braces is None:
            return at
        listed = _COMMENT.sub(lambda comment: " " * len(comment[0]), self.lexer(call.part).text[slice(*braces)])
        for match in re.finditer(r"[^\s,][^,]*", listed):
            name = match.group().strip().replace("\\jobname", self.files[0].stem)
            self._named.append((name, braces[0] + match.start(), call.part))
        return braces[1] + 1

    @property
    def has_named_file(self) -> bool:
        """Tell whether the manuscript names a file with its entries."""
        return bool(self._named)

    def write_bibliographies(self) -> None:
        """Write the entries of the files that are named."""
        for named in self._named:
            self._write_named(*named)

    def _write_named(self, name: str, at: int, part: int) -> None:
        held = self._contents.get(f"{name.removesuffix('.bib')}.bib")
        if held:
            write_bibtex(self.writer, held[2], held[0], held[1])
            return
        path = found_file(self.writer, name, self.home, (".bib", ""))
        if path and write_bibliography(self.writer, path, self.encoding):
            return
        if not self._read_list():
            self.writer.problem(f"the bibliography `{name}` was not found in the project", at, part)

    def _read_list(self) -> bool:
        """Write the list that BibTeX or biber has made, if nothing else has its entries; tell whether there is one."""
        made = found_file(self.writer, self.files[0].stem, self.home, (".bbl",))
        raw = read_file(made, self.writer.files, self.encoding) if made else None
        if made is None or raw is None or not ("\\bibitem" in raw or is_biblatex(raw)):
            return False
        if not self.writer.entries and "\\bibitem" in raw:
            self.walk_file(made, raw)
            self.end_bibliography()
            self.paragraph()
        elif not self.writer.entries:
            write_biblatex(self.writer, self.writer.add_part(raw, str(made)))
        return True

    def bibitem(self, call: Call) -> int:
        r"""Begin an entry; it ends with the next, or with its environment."""
        lexer = self.lexer(call.part)
        braces = lexer.group(self.arguments(call, "o"), call.end)
        if braces is None or self.silent:
            return call.at
        self.end_bibliography()
        if self.stack and self.stack[-1].name not in ("{", "document", "thebibliography"):
            self._end_with_environment()
        entry = Entry(lexer.text[braces[0] : braces[1]].strip())
        close = self.open_block("reference")
        frame = self.writer.begin()

        def end_entry() -> None:
            entry.span = self.writer.end(frame)
            self.writer.entries.append(entry)
            close()

        self._end_entry = end_entry
        return braces[1] + 1

    def _end_with_environment(self) -> None:
        """Let an environment other than `thebibliography` end its last entry before it ends itself."""
        close = self.stack[-1].close

        def end_both() -> None:
            self.end_bibliography()
            if close:
                close()

        if close != self.end_bibliography:
            self.stack[-1].close = end_both

    def end_bibliography(self) -> None:
        """End the entry that is open."""
        end_entry, self._end_entry = self._end_entry, None
        if end_entry:
            end_entry()


def _folders_of(folder: Path) -> tuple[Path, ...]:
    above = folder.parent if folder.name else folder / ".."
    return (folder,) if project_root(folder) == resolve(folder) else (folder, above)
