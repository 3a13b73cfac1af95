"""Mark-up of Typst in running text: citations, references, emphasis, code, formulas, functions."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from lint_article.document import MarkKind
from lint_article.readers.line_markup import LineMarkup
from lint_article.readers.typst.code import Code, code_at, contents_in

LABEL = re.compile(r"<(?P<name>\w[\w:.-]*)>")
_STRING = re.compile(r'"(?P<text>(?:[^"\\]|\\.)*)"')
_FORM = re.compile(r'form\s*:\s*"(?:prose|author)"')
_MARKS: Mapping[str, MarkKind] = {
    "emph": "emphasis",
    "strong": "emphasis",
    "super": "superscript",
    "underline": "emphasis",
}
_PRINTS_NOTHING = frozenset(
    "label v h pagebreak colbreak parbreak outline counter state metadata set show let import context return".split()
)
_CODE = frozenset({"raw", "ref", "lorem"})


class TypstInline(LineMarkup):
    """Writes running text of Typst."""

    starts = re.compile(r"[/\\`$@<#*_~-]|https?:")
    inline_mark_up = re.compile(
        r"(?P<comment_mark>(?<![:/\w])//[^\n]*|/\*)"
        r"|(?P<escape>\\u\{[0-9a-fA-F]{1,6}\}|\\[^\s\w])|(?P<break>\\(?=\s|$))"
        r"|(?P<raw_text>```(?P<in_block>.*?)```|`(?P<in_raw>[^`\n]{0,2000})`)"
        r"|(?P<formula>\$(?P<in_formula>(?:[^$\\]|\\.){1,5000}?)\$)"
        r"|(?P<reference>(?<![\w@.])@(?P<key>[A-Za-z0-9_](?:[\w:.-]*\w)?)(?P<supplement>\[[^\[\]\n]{0,300}\])?)"
        r"|(?P<label><\w[\w:.-]*>)"
        r"|(?P<function>#(?=[A-Za-z_(\[{]))"
        r"|(?P<bold>(?<![\w\\])\*(?=\S)(?P<in_bold>[^*\n]{1,1000}(?:\n[^*\n]{1,1000})?)\*(?!\w))"
        r"|(?P<italic>(?<![\w\\])_(?=\S)(?P<in_italic>[^_\n]{1,1000}(?:\n[^_\n]{1,1000})?)_(?!\w))"
        r"|(?P<address>https?://[^\s\[\]()<>\"]+[^\s\[\]()<>\".,;:!?'])"
        r"|(?P<dash>-{2,3}(?!-))|(?P<tie>~)|(?P<soft>-\?)",
        re.DOTALL,
    )

    def write_comment_mark(self, match: re.Match[str]) -> int:
        """Take a comment; one that never ends is the rest of the file, as it is for Typst."""
        end = match.end()
        if match[0] == "/*":
            closed = self.raw.find("*/", end)
            end = closed + 2 if closed >= 0 else len(self.raw)
        self.comment(match.start(), end)
        return end

    def write_escape(self, match: re.Match[str]) -> None:
        """Write an escaped sign."""
        if match[0].startswith("\\u"):
            self.placeholder(*match.span())
        else:
            self.text(match.start() + 1, match.end())

    def write_raw_text(self, match: re.Match[str]) -> None:
        """Write code."""
        self.write_mark("code", *match.span("in_block" if match["in_block"] is not None else "in_raw"))

    def write_formula(self, match: re.Match[str]) -> None:
        """Write a formula."""
        self.write_mark("math", *match.span("in_formula"))

    def write_reference(self, match: re.Match[str]) -> None:
        """Write `@key`, which cites if the manuscript turns out to have no such label."""
        self.cite(*match.span(), [match.span("key")])

    def write_label(self, _: re.Match[str]) -> None:
        """Leave out a label."""

    def write_tie(self, match: re.Match[str]) -> None:
        """Write a blank that does not break."""
        self.writer.space(match.start(), self.part)

    def write_soft(self, _: re.Match[str]) -> None:
        """Leave out a soft hyphen."""

    def write_function(self, match: re.Match[str]) -> int:
        """Do what a function does; one that nobody knows writes its content, or a placeholder."""
        code = code_at(self.raw, match.end(), len(self.raw))
        cites = code.arguments and "cite" in code.name.lower()  # the manuscript's own function too
        act = TypstInline.cite_function if cites else _FUNCTIONS.get(code.name)
        if act:
            act(self, match.start(), code)
        elif code.name in _CODE:
            self.write_mark("code", match.start(), code.end)
        elif code.name in _MARKS:
            for content in code.contents:
                self.write_mark(_MARKS[code.name], *content)
        elif code.name not in _PRINTS_NOTHING:
            self._write_unknown(match.start(), code)
        return max(code.end, match.end())

    def _write_unknown(self, start: int, code: Code) -> None:
        contents = [*code.contents]
        if code.arguments:
            contents = [content for _, content in contents_in(self.raw, *code.arguments)] + contents
        for content in contents:
            self.write_inline(*content)
        if not contents and not code.name.startswith(("if", "for", "while")):
            self.placeholder(start, code.end)

    def cite_function(self, start: int, code: Code) -> None:
        """Write `#cite(<key>, form: "prose")`."""
        low, high = code.arguments or (start, start)
        label = LABEL.search(self.raw, low, high) or _STRING.search(self.raw, low, high)
        if label:
            group = "name" if "name" in label.re.groupindex else "text"
            self.cite(start, code.end, [label.span(group)], narrative=bool(_FORM.search(self.raw, low, high)))

    def footnote(self, start: int, code: Code) -> None:
        """Write the sign of a note, and keep its text."""
        self.placeholder(start, code.end, "note")
        for content in code.contents:
            self.note(*content)

    def link(self, start: int, code: Code) -> None:
        """Write `#link("address")[text]`."""
        address = _STRING.search(self.raw, *code.arguments) if code.arguments else None
        target = address["text"] if address else ""
        for content in code.contents:
            self.write_mark("link", *content, target)
        if address and not code.contents:
            self.write_mark("link", *address.span("text"), target, is_plain=True)
        elif not code.contents:
            self.placeholder(start, code.end)

    def named_bibliography(self, _start: int, code: Code) -> None:
        """Keep the names of bibliographies."""
        for name in _STRING.finditer(self.raw, *code.arguments) if code.arguments else ():
            if name["text"].lower().endswith((".bib", ".yml", ".yaml")):
                self.bibliography(name["text"], name.start("text"))


_FUNCTIONS: Mapping[str, Callable[[TypstInline, int, Code], object]] = {
    "footnote": TypstInline.footnote,
    "link": TypstInline.link,
    "bibliography": TypstInline.named_bibliography,
}
