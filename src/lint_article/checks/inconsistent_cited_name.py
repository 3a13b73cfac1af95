"""Two spellings of a cited name, in a text that has no reference list to tell which is right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.checks._describe import resolutions_with
from lint_article.checks._options import number_of
from lint_article.document import Document, Finding, Name, Related
from lint_article.parsing.linking.alike_names import pair_nearly_alike
from lint_article.parsing.names.edit_distance import edits
from lint_article.parsing.names.folding import fold


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding at each spelling that is rarer than a near one, or later if both are as frequent."""
    names: dict[str, list[Name]] = {}
    for resolution in resolutions_with(document, "unlisted"):
        for name in resolution.item.authors if resolution.item.number is None else ():
            names.setdefault(fold(name.family).split()[-1], []).append(name)
    shortest = number_of(options, "shortest-name")
    for a, b in pair_nearly_alike([name for name in names if len(name) >= shortest]):
        if not _are_alike(a, b):
            continue
        kept, odd = (a, b) if len(names[a]) >= len(names[b]) else (b, a)
        for name in names[odd]:
            values = {"name": _last(name), "other": _last(names[kept][0])}
            yield Finding(name.span, values, related=(Related(names[kept][0].span, "the other spelling"),))


def _are_alike(a: str, b: str) -> bool:
    """Tell whether two names are one or, if long, two slips apart; their first letters must agree."""
    return a[0] == b[0] and edits(a, b, 2) <= (2 if min(len(a), len(b)) >= 8 else 1)


def _last(name: Name) -> str:
    return name.family.split()[-1]
