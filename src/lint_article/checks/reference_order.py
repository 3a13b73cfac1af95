"""Entries that stand out of the list's alphabetical order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.checks._describe import name_reference
from lint_article.checks._options import number_of, share_of
from lint_article.document import Document, Finding, Reference
from lint_article.parsing.linking.coverage import is_bibliography, is_in_bibliography
from lint_article.parsing.names.folding import fold
from lint_article.parsing.references.ordered_runs import longest_ordered
from lint_article.vocabulary import words


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per entry to move, in unnumbered lists of which nine in ten entries are in order.

    Files of entries are silent: whatever prints them sorts them.
    """
    if is_bibliography(document):
        return
    for number in {reference.list for reference in document.references}:
        of_list = [(i, r) for i, r in enumerate(document.references) if r.list == number and r.authors]
        listed = [(i, r) for i, r in of_list if not is_in_bibliography(document, i)]
        if (
            len(listed) < number_of(options, "fewest")
            or any(r.label for _, r in listed)
            or not all(_is_latin(r) for _, r in listed)
        ):
            continue
        # Lists sort `van Kampen` under v or under k: the custom that fits better is the list's.
        customs = [[_key(r, particles) for _, r in listed] for particles in (True, False)]
        kept = max((set(longest_ordered(keys)) for keys in customs), key=lambda places: len(places))
        if len(kept) < len(listed) * share_of(options, "in-order"):
            continue
        for at, (index, _) in enumerate(listed):
            if at not in kept:
                position = (
                    f"follows `{name_reference(document, listed[at - 1][0])}`" if at else "comes first in the list"
                )
                yield Finding(
                    document.references[index].span, {"entry": name_reference(document, index), "position": position}
                )


def _is_latin(reference: Reference) -> bool:
    return fold(reference.authors[0].family)[:1].isascii()


def _key(reference: Reference, particles: bool) -> str:
    folded = fold(reference.authors[0].family).split()
    return "".join(word for word in folded if particles or word not in words("particle"))
