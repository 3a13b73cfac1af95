"""Mark-up of reStructuredText in running text: roles, citations, links, emphasis, code, notes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lint_article.document import MarkKind
from lint_article.readers.line_markup import LineMarkup

_START = r"(?:(?<![^\s\-:/'\"<(\[{‘“’–—])|(?<=\\ ))"
_END = r"(?=[\s\-.,:;!?\\/'\")\]}>’”–—]|$)"
_CITE = re.compile(r"(?:foot)?(?:full)?cite(?:[:t]|$)|cite[pt]?s?$|(?:foot)?cite:\w+")
_KEY = re.compile(r"(?:\{[^{}]*\})?(?P<key>[^\s,{}]+)(?:\{[^{}]*\})?")
_MARKS: Mapping[str, MarkKind] = {
    "sup": "superscript",
    "superscript": "superscript",
    "math": "math",
    "emphasis": "emphasis",
    "strong": "emphasis",
    "title": "emphasis",
    "t": "emphasis",
}
_TEXT = frozenset({"sub", "subscript", "abbr", "term", "dfn", "guilabel", "menuselection", "title-reference"})
_SHOWN = re.compile(r"(?P<shown>[^<>]*\S)\s*<(?P<target>[^<>]*)>$", re.DOTALL)


class RstInline(LineMarkup):
    """Writes running text of reStructuredText."""

    starts = re.compile(r"[`:_*|\[\\]|https?:")
    inline_mark_up = re.compile(
        rf"(?P<code>{_START}``(?=\S)(?P<in_code>.{{1,2000}}?\S|\S)``{_END})"
        rf"|(?P<role>{_START}:(?P<role_name>[a-zA-Z][\w:+.-]*):`(?P<in_role>(?:[^`\\]|\\.){{1,2000}})`{_END})"
        rf"|(?P<role_behind>{_START}`(?P<in_behind>(?:[^`\\]|\\.){{1,2000}})`:(?P<behind_name>[a-zA-Z][\w:+.-]*):{_END})"
        rf"|(?P<target>{_START}_`(?P<in_target>[^`\n]{{1,200}})`{_END})"
        rf"|(?P<link>{_START}`(?P<in_link>(?:[^`\\]|\\.){{1,2000}})`(?P<is_link>__?)?{_END})"
        rf"|(?P<note_sign>{_START}\[(?:\d{{1,4}}|#[\w.-]*|\*)\]_{_END})"
        rf"|(?P<citation>{_START}\[(?P<key>[A-Za-z][\w.+:-]*)\]_{_END})"
        rf"|(?P<strong>{_START}\*\*(?=\S)(?P<in_strong>(?:[^*\\]|\\.|\*(?!\*)){{1,2000}}?)(?<=\S)\*\*{_END})"
        rf"|(?P<emphasis>{_START}\*(?=[^\s*])(?P<in_emphasis>(?:[^*\\]|\\.){{1,2000}}?)(?<=\S)\*{_END})"
        rf"|(?P<substitution>{_START}\|(?=\S)[^|\n]{{1,200}}\|_{{0,2}}{_END})"
        rf"|(?P<address>{_START}https?://[^\s<>]*[^\s<>.,;:!?'\")\]])"
        r"|(?P<escape>\\(?:\s|.))|(?P<named_link>(?<=[A-Za-z0-9])__?(?!\w))",
        re.DOTALL,
    )

    def write_code(self, match: re.Match[str]) -> None:
        """Write code."""
        self.write_mark("code", *match.span("in_code"))

    def write_role(self, match: re.Match[str]) -> None:
        """Write what a role says of its text."""
        self._role(match["role_name"], *match.span("in_role"))

    def write_role_behind(self, match: re.Match[str]) -> None:
        """Write what a role behind its text says of it."""
        self._role(match["behind_name"], *match.span("in_behind"))

    def _role(self, name: str, start: int, end: int) -> None:
        if _CITE.match(name):
            keys = [key.span("key") for key in _KEY.finditer(self.raw, start, end)]
            self.cite(start, end, keys, narrative=name.endswith((":t", "citet", ":ct")))
        elif name in _MARKS:
            self.write_mark(_MARKS[name], start, end)
        elif shown := _SHOWN.match(self.raw, start, end):
            self.write_mark("link", *shown.span("shown"), shown["target"])
        elif name in _TEXT:
            self.write_inline(start, end)
        else:
            self.write_mark("code", start, end)

    def write_target(self, match: re.Match[str]) -> None:
        """Write the text of a target."""
        self.write_inline(*match.span("in_target"))

    def write_link(self, match: re.Match[str]) -> None:
        """Write what a link says, and interpreted text."""
        shown = _SHOWN.match(self.raw, *match.span("in_link")) if match["is_link"] else None
        if shown:
            self.write_mark("link", *shown.span("shown"), shown["target"])
        elif match["is_link"] and (bare := re.match(r"<(?P<target>[^<>]+)>$", match["in_link"])):
            start = match.start("in_link") + 1
            self.write_mark("link", start, start + len(bare["target"]), bare["target"], is_plain=True)
        elif match["is_link"]:
            self.write_mark("link", *match.span("in_link"), match["in_link"])
        else:
            self.write_mark("emphasis", *match.span("in_link"))

    def write_note_sign(self, match: re.Match[str]) -> None:
        """Write the sign of a note."""
        self.placeholder(*match.span(), "note")

    def write_citation(self, match: re.Match[str]) -> None:
        """Write `[Key]_`."""
        self.cite(match.start(), match.end() - 1, [match.span("key")])

    def write_substitution(self, match: re.Match[str]) -> None:
        """Let a placeholder stand for what is defined elsewhere."""
        self.placeholder(*match.span())

    def write_escape(self, match: re.Match[str]) -> None:
        """Write an escaped sign; an escaped blank is none."""
        if not match[0][1:].isspace():
            self.text(match.start() + 1, match.end())

    def write_named_link(self, _: re.Match[str]) -> None:
        """Leave out what makes the word before it a link."""
