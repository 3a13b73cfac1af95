"""Faults in what JATS has and a plain text has not: bylines, marks, contributions and headings."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.queries.fault import Fault
from lint_article.document import Document
from lint_article.parsing.affiliations import find_author_marks
from lint_article.parsing.byline import contributions_of, find_authors

_HEADINGS = 4  # of a level, so that one of them departs from a custom


def make_mark(document: Document, chance: random.Random) -> Iterator[Fault]:
    """Yield the mark of an author with a number that no affiliation has."""
    marks = find_author_marks(document)
    shared = [mark for mark in marks.authors if mark in marks.notes and mark.isdigit()]
    if len(shared) > 2:
        span = marks.authors[chance.choice(shared)]
        yield Fault("unmatched-affiliation-mark", span.start, span.end, str(len(marks.notes) + 11))


def make_contributor(document: Document, chance: random.Random) -> Iterator[Fault]:
    """Yield initials of the statement that are nobody's."""
    found = contributions_of(document)
    known = [span for initials, span in found.initials.items() if initials not in found.unknown] if found else []
    if len(known) > 3:
        span = chance.choice(known)
        yield Fault(
            "contributor-not-in-byline", span.start, span.end, "Q.X.Z." if "." in span.of(document.text) else "QXZ"
        )


def make_author(document: Document, _chance: random.Random) -> Iterator[Fault]:
    """Yield an author more in the byline."""
    found = contributions_of(document)
    authors = find_authors(document, found.byline) if found else []
    if len(authors) > 2:
        yield Fault("author-without-contribution", authors[0].end, authors[0].end, ", Hjelm Ulva")


def make_heading(document: Document, chance: random.Random) -> Iterator[Fault]:
    """Yield a heading in title case where those of its level are in sentence case."""
    headings = [block for block in document.blocks if block.kind == "heading"]
    for level in {block.level for block in headings}:
        texts = [block.span for block in headings if block.level == level]
        plain = [one for one in texts if len(one.of(document.text).split()) > 2 and one.of(document.text)[1:].islower()]
        if len(plain) >= _HEADINGS and 2 * len(plain) > len(texts):
            one = chance.choice(plain)
            yield Fault("inconsistent-heading-case", one.start, one.end, one.of(document.text).title())


FRONTS = (make_mark, make_contributor, make_author, make_heading)
