"""Mark-up of Org in a line: citations, links, emphasis, code, formulas, notes."""

from __future__ import annotations

import re

from lint_article.readers.line_markup import LineMarkup

_BEFORE = r"(?:(?<=[\s\-({'\"])|(?<![^\n]))"
_AFTER = r"(?=[\s\-.,;:!?')}\"\[]|$)"
_KEY = re.compile(r"@(?P<key>[\w.:?!`'/*+|(){}<>&^$#%~-]*[\w/])")
_REF_KEY = re.compile(r"&?(?P<key>[\w:./+-]*\w)")
_STYLES = re.compile(r"/(?:t|text)\b")
_BRACKET = re.compile(r"[\[\]]")
_LONGEST_NOTE, _SHORT_NOTE = 5000, 300


def _between(name: str, sign: str) -> str:
    inside = rf"[^\n{sign}]{{1,500}}(?:\n[^\n{sign}]{{1,500}})?"
    return rf"(?P<{name}>{_BEFORE}{sign}(?=\S)(?P<in_{name}>{inside})(?<=\S){sign}{_AFTER})"


class OrgInline(LineMarkup):
    """Writes lines of Org."""

    _patience = 8
    starts = re.compile(r"[\[<@{\\$*/_+=~^#-]|(?<!\w)[A-Z]?(?:cite|parencite|textcite|autocite)")

    inline_mark_up = re.compile(
        r"(?P<citation>\[cite(?P<style>[/\w-]*):(?P<cited>[^\[\]]{1,2000})\])"
        r"|(?P<note_sign>\[fn:[\w-]*[\]:])"
        r"|(?P<link>\[\[(?P<target>[^\[\]]{1,2000})\](?:\[(?P<said>(?:[^\[\]]|\[[^\[\]]{0,200}\]){1,2000})\])?\])"
        r"|(?P<org_ref>(?<!\w)(?P<command>cite[a-z]*|[A-Z]?parencite|textcite|autocite)\*?:(?P<keys>&?[\w./+:-]*\w(?:[,;]&?[\w./+:-]*\w)*))"
        r"|(?P<target_mark><<<?[^<>\n]{1,200}>>>?)|(?P<export>@@(?P<backend>[\w-]+):[^@\n]{0,500}@@)"
        r"|(?P<macro>\{\{\{[^{}\n]{1,300}\}\}\})"
        r"|(?P<formula>\\\((?P<round>.{1,2000}?)\\\)|\\\[(?P<square>[^\n]{1,2000}?)\\\]"
        r"|(?<![\w$])\$(?P<dollar>[^\s$](?:[^$\n]{0,500}[^\s$])?)\$(?![\w$]))"
        + "".join(
            f"|{_between(name, sign)}"
            for name, sign in (
                ("bold", r"\*"),
                ("italic", "/"),
                ("underlined", "_"),
                ("struck", r"\+"),
                ("verbatim", "="),
                ("code", "~"),
            )
        )
        + r"|(?P<raised>\^\{(?P<in_raised>[^{}\n]{1,100})\})|(?P<lowered>_\{[^{}\n]{1,100}\})"
        r"|(?P<break>\\\\[ \t]*(?=\n|$))|(?P<entity>\\[A-Za-z]{2,30}(?:\{\})?)|(?P<dash>-{2,3})"
        r"|(?P<comment_line>(?<![^\n])#(?=[ \n])[^\n]*\n?)"
    )

    def write_citation(self, match: re.Match[str]) -> None:
        """Write `[cite/style:see @key p. 3;@other]`."""
        keys = [key.span("key") for key in _KEY.finditer(self.raw, *match.span("cited"))]
        self.cite(*match.span(), keys, narrative=bool(_STYLES.match(match["style"])))

    def write_org_ref(self, match: re.Match[str]) -> None:
        """Write `citep:key1,key2`."""
        keys = [key.span("key") for key in _REF_KEY.finditer(self.raw, *match.span("keys"))]
        self.cite(*match.span(), keys, narrative=match["command"].startswith(("citet", "text")))

    def write_link(self, match: re.Match[str]) -> None:
        """Write what a link says, or its target; `[[cite:key]]` cites."""
        target = match["target"]
        if re.match(r"(?:cite[a-z]*|parencite|textcite|autocite):", target):
            start = match.start("target") + target.index(":") + 1
            keys = [key.span("key") for key in _REF_KEY.finditer(self.raw, start, match.end("target"))]
            self.cite(*match.span("target"), [key for key in keys if self._is_key(key, start)])
        elif match["said"]:
            self.write_mark("link", *match.span("said"), target)
        elif target.startswith(("http", "mailto:", "doi:")):
            self.write_mark("link", *match.span("target"), target, is_plain=True)
        else:
            self.placeholder(*match.span())

    def _is_key(self, key: tuple[int, int], start: int) -> bool:
        before = self.raw[max(key[0] - 1, start) : key[0]]
        return before in ("", "&", ",", ";", ":")

    def write_note_sign(self, match: re.Match[str]) -> int | None:
        """Write the sign of a note; the text of one that stands here follows the block."""
        self.placeholder(*match.span(), "note")
        if not match[0].endswith(":"):
            return None
        end = self._note_end(match.end())
        if end is None:
            return None
        self.note(match.end() + self.raw.startswith(":", match.end()), end)
        return end + 1

    def _note_end(self, start: int) -> int | None:
        """Return where a note is closed; a far end is looked for a few times only."""
        depth = 1
        for bracket in _BRACKET.finditer(self.raw, start, start + (_LONGEST_NOTE if self._patience else _SHORT_NOTE)):
            depth += 1 if bracket[0] == "[" else -1
            if not depth:
                return bracket.start()
        self._patience = max(self._patience - 1, 0)
        return None

    def write_target_mark(self, match: re.Match[str]) -> None:
        """Leave out the target of a link."""

    def write_export(self, match: re.Match[str]) -> None:
        """Let a placeholder stand for what one way of printing has."""
        self.placeholder(*match.span())

    write_macro = write_export

    def write_formula(self, match: re.Match[str]) -> None:
        """Write a formula."""
        name = next(name for name in ("round", "square", "dollar") if match[name])
        self.write_mark("math", *match.span(name))

    def write_struck(self, match: re.Match[str]) -> None:
        """Leave out what is struck through."""

    def write_verbatim(self, match: re.Match[str]) -> None:
        """Write code."""
        self.write_mark("code", *match.span(f"in_{match.lastgroup}"))

    write_code = write_verbatim

    def write_raised(self, match: re.Match[str]) -> None:
        """Write raised text."""
        self.write_mark("superscript", *match.span("in_raised"))

    def write_lowered(self, match: re.Match[str]) -> None:
        """Write lowered text."""
        self.text(match.start() + 2, match.end() - 1)

    def write_entity(self, match: re.Match[str]) -> None:
        """Let a placeholder stand for a sign that has a name."""
        self.placeholder(*match.span())

    def write_comment_line(self, match: re.Match[str]) -> None:
        """Take a comment inside a paragraph."""
        self.comment(*match.span())
