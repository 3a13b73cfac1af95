"""Report the problems that a reader met: those that bear the rule's name.

More than `most` of one rule (ten) have one cause (a file in another encoding): the first is reported, and the next few
as related to it. Values: the problem's own, and `more`, which says how many places are not listed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint_article.document import Document, Finding, Related

_MOST = 10


def run(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per problem, or one for all if they are many."""
    most = int(str(options.get("most", _MOST)))
    problems = [problem for problem in document.problems if problem.rule == options["rule"]]
    if len(problems) <= most:
        for problem in problems:
            yield Finding(problem.span, {"more": "", **dict(problem.values)})
        return
    first, *others = problems
    reasons = [str(dict(problem.values).get("reason", "")) for problem in problems]
    alike = len(set(reasons)) == 1
    more = f" ({'the same' if alike else 'more cannot be read'} at {len(others)} other places)"
    related = tuple(
        Related(problem.span, "also here" if alike else f"also here: {reason}")
        for problem, reason in zip(others[:_MOST], reasons[1:], strict=False)
    )
    yield Finding(first.span, {**dict(first.values), "more": more}, related=related)
