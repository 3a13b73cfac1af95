"""Entries that stand out of the list's alphabetical order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.checks._describe import name_reference
from lint_article.checks._options import number_of, share_of
from lint_article.document import Document, Finding, Reference
from lint_article.parsing.linking.coverage import is_bibliography, is_in_bibliography
from lint_article.parsing.names.folding import fold
from lint_article.parsing.references.ordered_runs import longest_ordered
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import words

_GROUP = Pattern(r"\p{L}{3}[^,]*,")


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per entry to move, in unnumbered lists of which nine in ten entries are in order.

    Files of entries are silent: whatever prints them sorts them.
    """
    if is_bibliography(document):
        return
    for number in {reference.list for reference in document.references}:
        of_list = [(i, r) for i, r in enumerate(document.references) if r.list == number and _has_key(document, r)]
        listed = [(i, r) for i, r in of_list if not is_in_bibliography(document, i)]
        if (
            len(listed) < number_of(options, "fewest")
            or any(r.label for _, r in listed)
            or not all(_is_latin(r) for _, r in listed)
        ):
            continue
        keys = ([key(reference) for _, reference in listed] for key in _CUSTOMS)
        kept = max((set(longest_ordered(of_list)) for of_list in keys), key=len)
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


def _has_key(document: Document, reference: Reference) -> bool:
    """Tell whether an entry has authors, and begins with the first: before persons, a group may be printed."""
    start, first = reference.span.start, reference.authors[0] if reference.authors else None
    return first is not None and not _GROUP.search(document.text, start, max(start, first.span.start))


def _is_latin(reference: Reference) -> bool:
    return fold(reference.authors[0].family)[:1].isascii()


def _with_particles(reference: Reference) -> str:
    return fold(reference.authors[0].family).replace(" ", "")


def _word_by_word(reference: Reference) -> str:
    return fold(reference.authors[0].family)


def _without_particles(reference: Reference) -> str:
    return "".join(word for word in fold(reference.authors[0].family).split() if word not in words("particle"))


# Lists sort `de Wit` under w, or under d: before or behind `Dean`. The custom that fits best is the list's own.
_CUSTOMS = (_with_particles, _word_by_word, _without_particles)
