"""Citations whose year has lost, gained or confused a digit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from lint_article.checks._describe import name_citation, name_reference, resolutions_with
from lint_article.document import Document, Edit, Finding, Fix, Related, Resolution
from lint_article.parsing.names.edit_distance import edits
from lint_article.parsing.names.folding import fold
from lint_article.text import Span

_CONFUSED = str.maketrans("oOlI", "0011")


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per citation; the year of that name in the list, or elsewhere in the text, is proposed."""
    unlisted: dict[str, list[Resolution]] | None = None
    for resolution in resolutions_with(document, "year-malformed"):
        item = resolution.item
        if item.year is None:
            continue
        proposal = _find_in_list(document, resolution)
        if proposal is None:
            unlisted = _unlisted_by_family(document) if unlisted is None else unlisted
            proposal = _cited_elsewhere(document, resolution, unlisted.get(_family(resolution), []))
        values = {"citation": name_citation(document, item), "year": item.year.value, "hint": "", "proposal": ""}
        if proposal is None:
            yield Finding(item.span, values)
            continue
        year, span, hint, note = proposal
        values |= {"proposal": year, "hint": f"; {hint}"}
        fix = Fix(f"Change the year to {year}", (Edit(item.year.span, year),), "unsafe")
        yield Finding(item.span, values, fix, (Related(span, note),))


def _find_in_list(document: Document, resolution: Resolution) -> tuple[str, Span, str, str] | None:
    if resolution.nearest is None:
        return None
    reference = document.references[resolution.nearest]
    if reference.year is None:
        return None
    year, named = reference.year.value, name_reference(document, resolution.nearest)
    return year, reference.span, f"the reference list contains `{named}`", f"this reference has {year}"


def _unlisted_by_family(document: Document) -> dict[str, list[Resolution]]:
    found: dict[str, list[Resolution]] = defaultdict(list)
    for one in resolutions_with(document, "unlisted"):
        if one.item.year:
            found[_family(one)].append(one)
    return found


def _cited_elsewhere(
    document: Document, resolution: Resolution, named: Sequence[Resolution]
) -> tuple[str, Span, str, str] | None:
    """Return the year, most like the printed one, with which the same name is cited elsewhere, as in `named`."""
    printed = resolution.item.year.value.translate(_CONFUSED) if resolution.item.year else ""
    others = [
        (edits(printed, other.item.year.value, 3), -other.item.span.start, other) for other in named if other.item.year
    ]
    if not others:
        return None
    _, _, nearest = min(others, key=lambda o: o[:2])
    year = nearest.item.year.value if nearest.item.year else ""
    return (
        year,
        nearest.item.span,
        f"`{name_citation(document, nearest.item)}` is cited elsewhere",
        f"cited with {year} here",
    )


def _family(resolution: Resolution) -> str:
    authors = resolution.item.authors
    return fold(authors[0].family).split()[-1] if authors else ""
