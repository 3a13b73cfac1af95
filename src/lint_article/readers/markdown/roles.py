"""Roles of MyST that cite (``{cite:p}`key` ``), which are not read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint_article.document import Problem, Reading
from lint_article.text import Span

_ROLE = re.compile(r"\{(?:foot)?cite(?::[a-z]+)*\}\Z")
_LONGEST = 30


def unread_roles(reading: Reading) -> Iterator[Problem]:
    """Give one problem, at the first such role, for all of them."""
    roles = [span for mark in reading.marks if mark.kind == "code" and (span := _role(reading.text, mark.span))]
    if roles:
        what = "The work cited by a MyST role" if len(roles) == 1 else f"What {len(roles)} MyST roles cite"
        reason = f"roles such as `{roles[0].of(reading.text).partition('}')[0]}}}` are not read"
        yield Problem("unchecked-text", roles[0], (("what", what), ("reason", reason)))


def _role(text: str, code: Span) -> Span | None:
    """Return where a role stands, if the code is its content."""
    start = max(code.start - _LONGEST, 0)
    match = _ROLE.search(text[start : code.start])
    return Span(start + match.start(), code.end) if match else None
