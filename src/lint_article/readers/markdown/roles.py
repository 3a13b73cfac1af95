"""Roles of MyST that cite (``{cite:p}`key` ``), and its directive that names the bibliography."""

from __future__ import annotations

import re

from lint_article.document import Citation, CitationItem
from lint_article.text import Span

_ROLE = re.compile(r"\{(?:foot)?cite(?P<form>(?::[a-z]+)*)\}`+\Z")
_KEYS = re.compile(r"(?:\{[^{}]*\})?-?(?P<key>[^\s,;{}]+)(?:\s?\{[^{}]*\})?")
BIBLIOGRAPHY = re.compile(r"\{bibliography\}[ \t]*(?P<names>[^\n\"'}\\]*)")
_LONGEST = 40


def read_role(source: str, at: int, content: str, span: Span) -> Citation | None:
    """Return the citation of a role whose content begins at `at` of the source and stands at `span` of the text."""
    role = _ROLE.search(source[max(at - _LONGEST, 0) : at])
    if not role:
        return None
    keys = list(_KEYS.finditer(content))
    items = tuple(
        CitationItem(Span(span.start + key.start("key"), span.start + key.end("key")), key=key["key"]) for key in keys
    )
    return Citation(span, "key", items, narrative=role["form"] == ":t") if items else None
