"""Addresses, links and verbatim text in a line of LaTeX."""

from __future__ import annotations

import re

from lint_article.readers.latex.examples import Examples
from lint_article.readers.latex.walker import Call, Close

_TARGETS = {"doi": "https://doi.org/{}", "email": "mailto:{}"}


class Links(Examples):
    """Writes what a command copies as it stands."""

    def verbatim(self, call: Call) -> int:
        """Copy what stands between two equal signs (or braces) on one line."""
        text = self.lexer(call.part).text
        at = self.arguments(call, "so" if call.name != "mintinline" else "od")
        sign = text[at : at + 1]
        end = text.find("}" if sign == "{" else sign, at + 1, min(call.end, at + 1000)) if sign.strip() else -1
        if end < 0 or "\n" in text[at:end]:
            return at
        if self.is_ready():
            frame = self.writer.begin()
            self.writer.copy(at + 1, end, call.part)
            self.writer.end_mark(frame, "code")
        return end + 1

    def url(self, call: Call) -> int:
        """Copy an address, which is its own link; a DOI and an e-mail address are links too."""
        lexer = self.lexer(call.part)
        braces = lexer.address(self.arguments(call, "o"), call.end)
        if braces is None:
            return self.verbatim(call) if call.name == "path" else call.at
        if self.is_ready():
            frame = self.writer.begin()
            self.writer.copy(*braces, call.part)
            address = _address(lexer.text[braces[0] : braces[1]])
            self.writer.end_mark(frame, "link", _TARGETS.get(call.name, "{}").format(address))
        return braces[1] + 1

    def code(self, call: Call) -> int:
        """Copy code in braces, in which `$` and `%` are no signs of LaTeX; what is run is printed as its value."""
        braces = self.lexer(call.part).address(call.at, call.end)
        if braces is None:
            return call.at
        self.label(*braces, call.part)
        return braces[1] + 1

    def href(self, call: Call) -> int:
        """Make the text in the second braces a link to the address in the first."""
        lexer = self.lexer(call.part)
        braces = lexer.address(self.arguments(call, "o"), call.end)
        if braces is None:
            return call.at
        target = _address(lexer.text[braces[0] : braces[1]])

        def open_frame() -> Close:
            self.is_ready()
            frame = self.writer.begin()
            return lambda: self.writer.end_mark(frame, "link", target)

        if not self.silent:
            self.when_opened(open_frame)
        return braces[1] + 1


def _address(written: str) -> str:
    return re.sub(r"\\(?=[%#&_~{}])", "", "".join(written.split()))
