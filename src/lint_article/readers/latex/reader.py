"""LaTeX: the prose of a manuscript and of the files that it includes, with the citations and entries that it states."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from lint_article.document import Reading, Source
from lint_article.readers.bibliography.files import bibliographies_in, found_file, read_file, write_bibliography
from lint_article.readers.decoding import decode_as, input_encoding
from lint_article.readers.latex.bibliographies import Bibliographies
from lint_article.readers.latex.citation_commands import DEFINITIONS, Cites
from lint_article.readers.latex.code_chunks import Chunk
from lint_article.readers.latex.command_tables import LANGUAGES
from lint_article.readers.latex.files import ENDINGS, Files
from lint_article.readers.latex.lexer import LatexToken
from lint_article.readers.latex.walker import Call
from lint_article.readers.writer import Writer

_DEEPEST = 20
_MOST_FILES = 2000
_FALSE = re.compile(r"\\(?:fi|else)(?![A-Za-z])")


def read_latex(source: Source) -> Reading:
    r"""Return the manuscript's prose, its included files in their places, and its bibliographies behind it.

    The keys of `\cite` and its kin are given citations, each key with its own span, in the file that holds it; the
    entries of the named .bib files and of `thebibliography` are given references.
    """
    encoding = input_encoding(source.data)
    raw = decode_as(source.data, encoding)
    writer = Writer(source, raw)
    document = _LatexManuscript(writer, Path(source.path), encoding)
    document.silent = "\\begin{document}" in raw
    with writer.to_the_end():
        document.walk(0, int(raw.startswith("\ufeff")), len(raw))
    return document.finish(source.bibliography)


class _LatexManuscript(Bibliographies):
    """Writes the main file and what it includes."""

    def __init__(self, writer: Writer, path: Path, encoding: str) -> None:
        super().__init__(writer, path, encoding)
        self._read = 0
        self._cites = Cites(writer)
        self._language = ""

    def finish(self, named: tuple[str, ...]) -> Reading:
        """Write the bibliographies and return the reading."""
        self.end_bibliography()
        self.paragraph()
        self.silent = False
        self.report_unread()
        writer, known = self.writer, len(self.writer.problems)
        self.write_bibliographies()
        alone = writer.citations and not self.has_named_file and not writer.entries
        for path in dict.fromkeys([*map(Path, named), *(bibliographies_in(writer, self.home[0]) if alone else ())]):
            write_bibliography(writer, path, self.encoding)
        partial = len(writer.problems) > known
        self._cites.expand([entry.key for entry in writer.entries])
        shift = min((block.level for block in writer.blocks if block.level), default=1) - 1
        writer.blocks = [replace(b, level=b.level - shift) if b.level else b for b in writer.blocks]
        return writer.reading(complete=bool(writer.citations), partial=partial, language=self._language)

    def command(self, call: Call) -> int | None:
        """Do what a command does, or the one that it is another name of."""
        other = self._cites.commands.get(call.name)
        if other is None:
            return self._do(call)
        call = replace(call, name=other)
        after = self._do(call)
        return self.built_in(call) if after is None else after

    def is_redefined(self, name: str) -> bool:
        """Tell whether a definition gives the command a meaning that is not understood."""
        return name in self._cites.unknown

    def _do(self, call: Call) -> int | None:
        """Look for citations first, then files and links, then structure."""
        name, lexer = call.name, self.lexer(call.part)
        if self._cites.is_citation(name):
            if name != "nocite" and not self.is_ready():
                return call.at
            return self._cites.cite(call, lexer)
        if name in DEFINITIONS:
            return self._cites.define(call, lexer)
        if name in self._cites.texts:
            text, is_code = self._cites.texts[name]
            frame = self.writer.begin()
            self.derive(text, call.start, call.at, "macro", call.part)
            _ = self.writer.end_mark(frame, "code") if is_code else self.writer.end(frame)
            return self.behind_word(call)
        if name in self._cites.silent:
            return self.without_text(call, self._cites.silent[name])
        special = _COMMANDS.get(name)
        after = special(self, call) if special else super().command(call)
        return self.file_of_class(call) if after is None else after

    def begin_environment(self, token: LatexToken, part: int, end: int) -> int:
        """Open an environment; text begins with the document."""
        if token.name == "document":
            self.silent = False
        at = super().begin_environment(token, part, end)
        if token.name == "thebibliography":
            self.stack[-1].close = self.end_bibliography
        if token.name in ("filecontents", "filecontents*"):
            self.keep_contents(token, part, at)
        return at

    def end_environment(self, token: LatexToken, part: int, depth: int) -> None:
        """Close an environment; nothing is read behind the document."""
        super().end_environment(token, part, depth)
        self.over = self.over or token.name == "document"

    def chunk(self, chunk: Chunk, part: int) -> None:
        """Write a chunk of code, and the file that it names in its place."""
        super().chunk(chunk, part)
        if chunk.child:
            self.include_file(self.writer.text_of(part)[slice(*chunk.child)], chunk.child[0], part)
            self.paragraph()

    def meaning(self, command: str) -> str:
        """Return the text that a command of the manuscript's own stands for, or ""."""
        return self.files[0].stem if command == "jobname" else self._cites.texts.get(command, ("", False))[0]

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where the manuscript may name files from, and the folder of the file that is being read."""
        return (self.home[0], self.files[-1].parent, *self.home[1:])

    def include_file(self, name: str, at: int, part: int) -> None:
        """Write a file in its place; one that is missing is a problem at its name."""
        path = found_file(self.writer, name, self.folders, ENDINGS)
        raw = read_file(path, self.writer.files, self.encoding) if path else None
        if path is None or raw is None:
            self.writer.problem(f"the included file `{name}` was not found in the project", at, part)
        elif path not in self.files and len(self.files) < _DEEPEST and self._read < _MOST_FILES:
            self.walk_file(path, raw)

    def walk_file(self, path: Path, raw: str) -> None:
        self._read += 1
        self.files.append(path)
        silent = self.silent
        self.silent = silent or "\\begin{document}" in raw
        self.walk(self.writer.add_part(raw, str(path)), 0, len(raw))
        self.files.pop()
        self.silent, self.over = silent, self.over and "\\begin{document}" not in raw

    def _package(self, call: Call) -> int:
        lexer = self.lexer(call.part)
        options = lexer.optional(call.at, call.end)
        braces = lexer.group(options[1] + 1 if options else call.at, call.end)
        given = lexer.text[options[0] : options[1]] if options else ""
        named = lexer.text[braces[0] : braces[1]] if braces else ""
        is_babel = call.name == "usepackage" and named.strip() == "babel"
        words = re.findall(r"[A-Za-z]+", given if is_babel or call.name == "documentclass" else named)
        known = [LANGUAGES[word] for word in words if word in LANGUAGES]
        if known and (call.name != "usepackage" or is_babel):
            self._language = known[-1]
        return braces[1] + 1 if braces else call.at

    def _false(self, call: Call) -> int:
        match = _FALSE.search(self.lexer(call.part).text, call.at, call.end)
        return match.end() if match else call.at


_COMMANDS: Mapping[str, Callable[[_LatexManuscript, Call], int]] = {
    "Sexpr": _LatexManuscript.code,
    "IfFileExists": Files.if_exists,
    "InputIfFileExists": Files.if_exists,
    "SweaveInput": Files.include,
    "addbibresource": Bibliographies.bibliography,
    "bibitem": Bibliographies.bibitem,
    "bibliography": Bibliographies.bibliography,
    "code": _LatexManuscript.code,
    "documentclass": _LatexManuscript._package,
    "doi": _LatexManuscript.url,
    "email": _LatexManuscript.url,
    "href": _LatexManuscript.href,
    "iffalse": _LatexManuscript._false,
    "import": Files.import_from,
    "include": Files.include,
    "includefrom": Files.import_from,
    "input": Files.include,
    "inputfrom": Files.import_from,
    "lstinline": _LatexManuscript.verbatim,
    "mintinline": _LatexManuscript.verbatim,
    "path": _LatexManuscript.url,
    "setdefaultlanguage": _LatexManuscript._package,
    "setmainlanguage": _LatexManuscript._package,
    "subfile": Files.include,
    "subimport": Files.import_from,
    "subincludefrom": Files.import_from,
    "subinputfrom": Files.import_from,
    "url": _LatexManuscript.url,
    "usepackage": _LatexManuscript._package,
    "verb": _LatexManuscript.verbatim,
}
