"""Report words that are spelt in two ways in one document: the rarer form, or the later one of two as frequent.

`either`: a list of lists, each with the forms of one word; a form is a pattern that matches whole words.
Values: `text`, `other` (the form that prevails), `count` (how often that one is used), `others` (how often this is).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from lint_article.document import Document, Edit, Finding, Fix, Related
from lint_article.kinds.pattern import repair
from lint_article.kinds.phrase import match_case
from lint_article.kinds.search import matches
from lint_article.text import Span

_PLAIN = re.compile(r"[\w' -]+")


def run(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per word in a form that does not prevail."""
    options = {"ignore-case": True, **options, "outside": ["links"]}
    for forms in cast("Sequence[Sequence[str]]", options["either"]):
        uses = {form: list(_find_uses(document, form, options)) for form in forms}
        used = sorted((form for form in forms if uses[form]), key=lambda form: (-len(uses[form]), uses[form][0]))
        for form in used[1:]:
            for span in uses[form]:
                yield _finding(document, span, used[0], uses[used[0]], len(uses[form]), options)


def _find_uses(document: Document, form: str, options: Mapping[str, object]) -> Iterator[Span]:
    for match in matches(document, options, rf"\b(?:{form})\b"):
        yield Span(*match.span())


def _finding(
    document: Document, span: Span, form: str, uses: Sequence[Span], count: int, options: Mapping[str, object]
) -> Finding:
    text, other = span.of(document.text), uses[0].of(document.text)
    values = {"text": text, "other": other, "count": str(len(uses)), "others": str(count)}
    fix: Fix | None = None
    if _PLAIN.fullmatch(form):
        new = match_case(text, form)
        values["replacement"] = new
        fix = repair(options, Edit(span, new))
    else:
        values["replacement"] = other
    return Finding(span, values, fix, (Related(uses[0], f"`{other}`"),))
