"""What the body of a LaTeX definition comes to: plain text, or the work of a command that is known."""

from __future__ import annotations

import re

from lint_article.readers.latex.arguments import ARGUMENTS

# What changes the look of text and adds none.
_LOOKS = (
    "textbf textit textsf textsc textrm texttt textmd textup textsl textnormal emph mbox text underline pkg proglang"
    " xspace sffamily rmfamily ttfamily itshape slshape upshape bfseries mdseries scshape normalfont em it bf tt sf rm"
    " sc sl code small footnotesize scriptsize large relax protect leavevmode"
).split()
_LOOK = re.compile(rf"\\(?:{'|'.join(_LOOKS)})(?![A-Za-z])\s*|\\[/@]|[{{}}]|%[^\n]*(?:\n\s*)?")
_BLANK = re.compile(r"~|\\[ ,]|\s+")
_SPECIAL = frozenset("\\#{}$%&~^_")
_ONE_COMMAND = re.compile(r"\s*\\(?P<name>[A-Za-z]+)\s*\{\s*#1\s*\}\s*")
_NOTHING = re.compile(r"(?:\s|%[^\n]*+\n?|\{\})*+")
_NAME = re.compile(r"\\([A-Za-z]+)")
_PASSED = {"s": r"\*?", "o": r"\s*(?:\[[^\[\]]*\])?", "r": r"\s*(?:\([^()]*\))?", "d": r"\s*\{[^{}]*\}"}
_CODE = re.compile(r"\\(?:texttt|ttfamily|tt|code)(?![A-Za-z])")


def plain_text(body: str) -> str:
    r"""Return the text that a definition without parameters prints (`\textsf{R}\xspace`: `R`), or "" if it is more."""
    text = _BLANK.sub(" ", _LOOK.sub("", body))
    return "" if _SPECIAL & set(text) else " ".join(text.split())


def is_silent(body: str) -> bool:
    r"""Tell whether a definition prints nothing, not even a blank: it is empty, or has `\color{red}` and the like."""
    at = _after_nothing(body, 0)
    while command := _NAME.match(body, at):
        kinds = ARGUMENTS.get(command[1])
        if kinds is None or not _PASSED.keys() >= set(kinds):
            return False
        arguments = re.compile("".join(_PASSED[kind] for kind in kinds)).match(body, command.end())
        if arguments is None:
            return False
        at = _after_nothing(body, arguments.end())
    return at == len(body)


def _after_nothing(body: str, at: int) -> int:
    found = _NOTHING.match(body, at)
    return found.end() if found else at


def command_of(body: str) -> str:
    r"""Return the command that a definition with one parameter hands it to (`\texttt{#1}`, `{\tt #1()}`), or ""."""
    if "#1" not in body or "#2" in body:
        return ""
    one = _ONE_COMMAND.fullmatch(body)
    return one["name"] if one else "texttt" if is_code(body.partition("#1")[0]) else ""


def is_code(body: str) -> bool:
    """Tell whether a definition prints its text as code."""
    return bool(_CODE.search(body))
