"""Names by which the references of a list can be told apart: `marlin2010`, `marlin2010b`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint_article.document import Reference
from lint_article.parsing.names.folding import fold
from lint_article.reporters.references.printable import without_tags


def identify(references: Sequence[Reference]) -> Iterator[tuple[str, Reference]]:
    """Yield each reference with a name of its own: the key that it has, or first author and year.

    What they print in tags, they have without.
    """
    taken: set[str] = set()
    for reference in references:
        wanted = reference.key or _name(reference)
        name, number = wanted, 1
        while name in taken:
            number += 1
            name = f"{wanted}-{number}"
        taken.add(name)
        yield name, without_tags(reference)


def _name(reference: Reference) -> str:
    family = fold(reference.authors[0].family) if reference.authors else ""
    year = reference.year.value.replace(" ", "") if reference.year else ""
    return "".join(filter(str.isalnum, family)) + year + reference.suffix or "reference"
