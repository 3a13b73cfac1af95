"""Entries that stand out of the list's alphabetical order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lint_article.checks._describe import name_reference
from lint_article.checks._options import number_of, share_of
from lint_article.document import Document, Finding, Reference
from lint_article.parsing.language.identify import guess_languages
from lint_article.parsing.linking.coverage import is_bibliography, is_in_bibliography
from lint_article.parsing.names.folding import fold
from lint_article.parsing.references.ordered_runs import longest_ordered_of
from lint_article.vocabulary import words

_DIGRAPHS = {"cs": ("ch",), "sk": ("ch",), "hu": ("cs", "gy", "ly", "ny", "sz", "ty", "zs"), "hr": ("lj", "nj")}
_BEFORE = {"ch": "h"}  # the letter that a digraph follows, where it is another than its own first
_PRINTED = 30  # code points of an entry that it may be sorted by, whatever was read there as its authors


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
        kept = set(longest_ordered_of([_keys(document, reference) for _, reference in listed]))
        names = [fold(reference.authors[0].family) for _, reference in listed]
        if len(kept) < len(listed) * share_of(options, "in-order"):
            continue
        for at, (index, _) in enumerate(listed):
            if at not in kept:
                other = _find_other(names, at)
                position = f"{'follows' if other < at else 'precedes'} `{name_reference(document, listed[other][0])}`"
                yield Finding(
                    document.references[index].span, {"entry": name_reference(document, index), "position": position}
                )


def _find_other(names: Sequence[str], at: int) -> int:
    """Return the place of the neighbour that shows an entry to be out of order: the one before it, or behind it."""
    is_late = at > 0 and names[at - 1] > names[at]
    is_early = at + 1 < len(names) and names[at] > names[at + 1]
    return at + 1 if not at or (is_early and not is_late) else at - 1


def _sort_digraphs(text: str, key: str) -> str:
    """Return a key with the digraphs that are letters of the text's language behind all that begins alike."""
    language = next(iter(guess_languages(text)), "")
    for digraph in _DIGRAPHS.get(language, ()):
        key = key.replace(digraph, f"{_BEFORE.get(digraph, digraph[0])}\uffff")
    return key


def _is_latin(reference: Reference) -> bool:
    return fold(reference.authors[0].family)[:1].isascii()


def _keys(document: Document, reference: Reference) -> set[str]:
    """Return what an entry may be sorted by: `De Souza` before or behind `Debbarma`, or under s; `Ørsted` behind z."""
    name = reference.authors[0].family
    without = " ".join(word for word in name.split() if fold(word) not in words("particle"))
    printed = reference.span.of(document.text)[:_PRINTED]
    by_word = {fold(form) for form in (name, without, printed)}
    by_word |= {_sort_digraphs(document.prose, key) for key in by_word}
    return by_word | {key.replace(" ", "") for key in by_word} | {name.casefold(), without.casefold()}
