r"""Files that a LaTeX manuscript reads by other commands than `\input`, and those that are missing."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from pathlib import Path

from lint_article.dataclass import dataclass
from lint_article.readers.bibliography.files import found_file
from lint_article.readers.latex.arguments import ARGUMENTS
from lint_article.readers.latex.command_tables import MARKS
from lint_article.readers.latex.links import Links
from lint_article.readers.latex.walker import Call
from lint_article.readers.writer import Writer
from lint_article.text.phrases import series

ENDINGS = (".tex", "", ".ltx")
_NO_TEXT = frozenset(
    {".pgf", ".tikz", ".pdf_tex", ".eps_tex", ".pgf_tex", ".sty", ".cls", ".def", ".csv", ".dat", ".svg"}
)
_BARE_NAME = re.compile(r"[^\s{}\\%#]+")
_COMMAND = re.compile(r"\\(?P<name>[A-Za-z]+)\s*")
_ARGUMENT = re.compile(r"\*?\s*+\{\s*+(?P<name>[\w./-]{1,200}+)\s*+\}")
_READS = re.compile(r"include|input|import|chapter|paper|file", re.IGNORECASE)
_INCLUDES = re.compile(r"(?:include|input|import(?!ant)|subfile)[A-Za-z]*$")
_READS_PART = re.compile(r"chapter|paper|article|section|part|file", re.IGNORECASE)
_READS_NO_TEXT = re.compile(r"tikz|pgf|svg|standalone|figure|graphic|plot|listing|verbatim|minted|data", re.IGNORECASE)
_BODY = re.compile(r"\\begin\{document\}(?P<body>.*?)(?:\\end\{document\}|\Z)", re.DOTALL)
_NO_PROSE = re.compile(
    r"(?<!\\)%[^\n]*+|\\include(?:graphics|pdf)\*?(?:\[[^\]]*\])?\{[^}]*\}|\s++"
    r"|\\begin\{(?P<drawn>tikzpicture|pgfpicture|pspicture|picture)\}.*?\\end\{(?P=drawn)\}",
    re.DOTALL,
)
_LONG_BODY, _SHORT_TEXT = 500, 100
_MOST_BRANCHES = 8  # one in the other
_MARGIN = 200
_MOST_NAMES = 5


@dataclass(frozen=True, slots=True)
class _Unread:
    """A file that was not read: what it is called, why, and where it is named."""

    name: str
    reason: str
    at: int
    part: int


class Files(Links, ABC):
    """Follows commands that read files, those of a class or package too, and takes note of files that are missing."""

    def __init__(self, writer: Writer) -> None:
        super().__init__(writer)
        self._branches = 0
        self._unread: list[_Unread] = []

    @property
    @abstractmethod
    def folders(self) -> tuple[Path, ...]:
        """Where files are looked for."""

    @abstractmethod
    def include_file(self, name: str, at: int, part: int) -> None:
        """Write a file in its place."""

    @abstractmethod
    def meaning(self, command: str) -> str:
        """Return the text that a command of the manuscript's own stands for, or ""."""

    def include(self, call: Call) -> int:
        r"""Follow `\input`, `\include` and `\subfile`."""
        lexer = self.lexer(call.part)
        at = call.at + lexer.text.startswith("*", call.at, call.end)
        braces = lexer.group(at, call.end)
        bare = _BARE_NAME.match(lexer.text, lexer.skip_space(at, call.end), call.end)
        start, end = braces or (bare.span() if bare else (at, at))
        written = lexer.text[start:end].strip().strip('"')
        name = _COMMAND.sub(lambda match: self.meaning(match["name"]) or match[0], written)
        after = end + 1 if braces else end
        is_read = name and not set(name) & set("\\#|") and Path(name).suffix.lower() not in _NO_TEXT
        if is_read and call.name in ("include", "subfile"):
            self.paragraph()
        if is_read:
            self.include_file(name, start, call.part)
        else:
            self.placeholder(call.start, max(after, call.at), call.part)
        if set(name) & set("\\#|"):
            self._note_unnamed(call, name)
        return after

    def import_from(self, call: Call) -> int:
        r"""Follow `\import{folder/}{file}` and its kin."""
        groups = self._groups(call, 2)
        if len(groups) < 2:
            return call.at
        self.paragraph()
        text = self.lexer(call.part).text
        folder, file = (text[slice(*group)].strip() for group in groups)
        self.include_file(f"{folder.rstrip('/')}/{file}".lstrip("/"), groups[0][0], call.part)
        return groups[1][1] + 1

    def if_exists(self, call: Call) -> int:
        r"""Do what `\IfFileExists` and `\InputIfFileExists` do: of two branches only one is read."""
        groups = self._groups(call, 3) if self._branches < _MOST_BRANCHES else []
        if len(groups) < 3:
            return call.at
        name = self.lexer(call.part).text[slice(*groups[0])].strip()
        exists = found_file(self.writer, name, self.folders, ENDINGS) is not None
        if exists and call.name == "InputIfFileExists":
            self.include_file(name, groups[0][0], call.part)
        self._branches += 1
        self.walk(call.part, *groups[1 if exists else 2])
        self._branches -= 1
        return groups[2][1] + 1

    def file_of_class(self, call: Call) -> int | None:
        """Read the file that a command of a class or package names; None for all other commands."""
        text = self.lexer(call.part).text
        named = _ARGUMENT.match(text, call.at, call.end)
        if named is None or self.silent or not _may_read(call, named, text):
            return None
        name = named["name"]
        if self._is_text_file(name):
            self.paragraph()
            self.include_file(name, named.start("name"), call.part)
            return named.end()
        if _is_surely_file(call.name, name):
            self._unread.append(_Unread(name, "no such file was found in the project", call.start, call.part))
            return named.end()
        return None

    def report_unread(self) -> None:
        """Say what was not read, or that hardly anything was."""
        if self._unread:
            first = self._unread[0]
            names = [f"`{name}`" for name in dict.fromkeys(one.name for one in self._unread)]
            others = [f"{len(names) - _MOST_NAMES} more"] if len(names) > _MOST_NAMES else []
            what = f"The text of {series([*names[:_MOST_NAMES], *others])}"
            self.writer.add_unchecked(what, first.reason, first.at, first.part)
        elif len(self.writer) < _SHORT_TEXT and not self.writer.problems and (at := _long_body(self.writer.text_of(0))):
            self.writer.add_unchecked("The document", "hardly any text was found in it", at)

    def _note_unnamed(self, call: Call, name: str) -> None:
        if not self.silent and not set(name) & set("#|"):
            self._unread.append(_Unread(name, "only TeX can tell which file it is", call.start, call.part))

    def _is_text_file(self, name: str) -> bool:
        """Tell whether a name is that of a file, which most names are not."""
        return found_file(self.writer, name, self.folders, (".tex", ".ltx")) is not None

    def _groups(self, call: Call, count: int) -> list[tuple[int, int]]:
        """Return where the text inside the next groups in braces stands, as many as there are."""
        lexer = self.lexer(call.part)
        at = call.at + lexer.text.startswith("*", call.at, call.end)
        found: list[tuple[int, int]] = []
        while len(found) < count and (braces := lexer.group(at, call.end)):
            found.append(braces)
            at = braces[1] + 1
        return found


def _is_surely_file(command: str, name: str) -> bool:
    """Tell whether a command that nobody knows names a file of text, though there is none of that name."""
    has_path = "/" in name or _READS_PART.search(command)
    return bool(_INCLUDES.match(command) and has_path) and Path(name).suffix.lower() not in _NO_TEXT


def _may_read(call: Call, named: re.Match[str], text: str) -> bool:
    """Tell whether a command may read a file, by its own name or because it stands alone with a path."""
    if call.name in ARGUMENTS or call.name in MARKS or _READS_NO_TEXT.search(call.name):
        return False
    before = text[max(call.start - _MARGIN, 0) : call.start].rpartition("\n")[2]
    is_alone = not before.strip() and text[named.end() : named.end() + 1] in ("", "\n", "%")
    return bool(_READS.search(call.name)) or (is_alone and "/" in named["name"])


def _long_body(raw: str) -> int:
    """Return where the body of a document starts that is long without its comments, pictures and drawings; else 0."""
    match = _BODY.search(raw)
    return match.start() if match and len(_NO_PROSE.sub("", match["body"])) > _LONG_BODY else 0
