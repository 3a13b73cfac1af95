"""Report authors of the byline whom the statement of contributions does not name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from lint_article.checks._describe import one_line
from lint_article.checks._options import words_of
from lint_article.document import Document, Finding, Related
from lint_article.parsing.byline import capitals_of, contributions_of, find_authors, is_fitting, is_spelt

_SHORT_FORM = re.compile(  # `DaM`, `M.Bo`, `R. Le.`
    r"(?<!\w)(?:(?=[\w.]*[a-z])[A-Z][a-z]{0,4}(?:[.-]?(?:vd|de)?[A-Z][a-z]{0,4}){1,3}(?!\w)|[A-Z]\. [A-Z][a-z]{1,3}\.)"
)
_FIRST = 2  # initials with which a longer form begins (`MHOF` for Marianne Hoffmann)
_SHORTEST = 3  # letters of a family name


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per author, in the byline; what all did is everybody's contribution."""
    found = contributions_of(document)
    if found is None or not found.is_whole:
        return
    statement = found.statement.of(document.text)
    if any(phrase in statement.lower() for phrase in words_of(options, "everybody")):
        return
    authors = find_authors(document, found.byline)
    initials = {*found.initials, *("".join(filter(str.isupper, form)) for form in _SHORT_FORM.findall(statement))}
    missing = [author for author in authors if not _is_named(author.of(document.text), statement, initials)]
    if 2 * len(missing) < len(authors):
        for author in missing:
            related = (Related(found.statement, "the contributions"),)
            yield Finding(author, {"text": one_line(document, author)}, related=related)


def _is_named(author: str, statement: str, initials: Collection[str]) -> bool:
    """Tell whether a name of the author is in the statement, or initials of the author are."""
    if any(len(word) >= _SHORTEST and word in statement for word in author.split()):
        return True
    capitals = capitals_of(author)
    short = "".join(capitals[:_FIRST])
    return any(one.startswith(short) or is_fitting(one, capitals) or is_spelt(one, author) for one in initials)
