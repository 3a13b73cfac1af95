"""One finding for all uses of a form that departs from the one that a text mostly uses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lint_article.checks._options import number_of
from lint_article.document import Edit, Finding, Fix, Related
from lint_article.text import Span


def find_departing(
    uses: Mapping[str, Sequence[Span]], options: Mapping[str, object], *, can_fix: bool = False
) -> Iterator[Finding]:
    """Yield one finding per rare form, at its first use; `fewest` and `times` say what makes a form the common one."""
    common = max(uses, key=lambda form: len(uses[form]), default="")
    for form, spans in uses.items():
        enough = max(number_of(options, "fewest"), number_of(options, "times") * len(spans))
        if spans and form != common and len(uses[common]) >= enough:
            values = {"text": form, "word": common, "others": str(len(uses[common])), "count": str(len(spans))}
            edits = tuple(Edit(span, common) for span in spans)
            others = [Related(span, "also here") for span in spans[1:]]
            fix = Fix(f"Replace with `{common}`", edits, "unsafe") if can_fix else None
            yield Finding(spans[0], values, fix, (*others, Related(uses[common][0], f"`{common}` here")))
