"""Report authors of the byline whom the statement of contributions does not name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.checks._describe import one_line
from lint_article.checks._options import words_of
from lint_article.document import Document, Finding, Related
from lint_article.parsing.byline import capitals_of, contributions_of, find_authors, is_among

_FIRST = 2  # initials with which a longer form begins (`MHOF` for Marianne Hoffmann)
_SHORTEST = 3  # letters of a family name


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per author, in the byline; what all did is everybody's contribution."""
    found = contributions_of(document)
    if found is None:
        return
    statement = found.statement.of(document.text)
    if any(phrase in statement.lower() for phrase in words_of(options, "everybody")):
        return
    authors = find_authors(document, found.byline)
    missing = [author for author in authors if not _is_named(author.of(document.text), statement, found.initials)]
    if 2 * len(missing) < len(authors):
        for author in missing:
            related = (Related(found.statement, "the contributions"),)
            yield Finding(author, {"text": one_line(document, author)}, related=related)


def _is_named(author: str, statement: str, initials: Mapping[str, object]) -> bool:
    """Tell whether a name of the author is in the statement, or initials of the author are."""
    if any(len(word) >= _SHORTEST and word in statement for word in author.split()):
        return True
    capitals = capitals_of(author)
    short = "".join(capitals[:_FIRST])
    return any(one.startswith(short) or is_among(one, capitals) for one in initials)
