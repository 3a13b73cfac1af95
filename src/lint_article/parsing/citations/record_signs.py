"""Signs of a record of data, or of a thing with a number, where a name and a year seem to be printed."""

from __future__ import annotations

from lint_article.parsing.citations.candidate import Candidate
from lint_article.parsing.citations.surroundings import Surroundings
from lint_article.text.pattern import Pattern

# Terms of Darwin Core and of databases, which are the same in every language.
_LABEL_BEFORE = Pattern(r"\p{L}(?:Authorship|_authority):\s*[(\[]?\s*$")
_BEFORE = 40  # code points in which a label fits


def is_labelled(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether a record's label is before the names: `scientificNameAuthorship: (Gray, 1853)`."""
    start = candidate.starts[0]
    return bool(_LABEL_BEFORE.search(around.prose, max(0, start - _BEFORE), start))


def is_repeated_number(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether the number before the bracket is the same: a thing's whole name and its short one, `(PB 1718)`."""
    start, year = candidate.starts[0], candidate.year.value
    opened = around.prose[max(0, start - len(year) - 3) : start]
    return candidate.form == "paren" and not candidate.comma and opened.rstrip("([ ").endswith(f" {year}")
