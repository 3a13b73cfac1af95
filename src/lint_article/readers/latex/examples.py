r"""Numbered examples of linguistics (gb4e, langsci-gb4e, linguex): glossed lines, and what ends an example."""

from __future__ import annotations

import re

from lint_article.readers.latex.structure import Structure
from lint_article.readers.latex.walker import Call

_GLOSSES = frozenset({"gll", "glll", "gllll"})
_GLOSS_END = re.compile(r"\\(?:glt|glft|trans|glend|z|ex|ea|end|begin)(?![A-Za-z])|\n[ \t]*\n")
_EXAMPLES = frozenset({"exe", "xlist", "xlista", "xlisti", "xlistn", "xlistA", "xlistI"})


class Examples(Structure):
    """Writes examples."""

    def command(self, call: Call) -> int | None:
        """Do what the commands of examples do."""
        if call.name in _GLOSSES:
            return self._gloss(call)
        if call.name == "z":
            self._end_example()
            return call.at
        return super().command(call)

    def _gloss(self, call: Call) -> int:
        r"""Write the lines of an example that are glossed word by word; they are no prose."""
        end = _GLOSS_END.search(self.lexer(call.part).text, call.at, call.end)
        if end is None or not self.is_ready():
            return call.at
        frame = self.writer.begin()
        self.inside(lambda: self.walk(call.part, call.at, end.start()))
        self.writer.end_mark(frame, "code")
        return end.start()

    def _end_example(self) -> None:
        r"""End what an example has opened: `\z` may stand for the end of gb4e's environments."""
        if self.stack and self.stack[-1].name in _EXAMPLES:
            close = self.stack.pop().close
            if close:
                close()
