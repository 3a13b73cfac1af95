"""Whether a repair silences its rule and makes no other speak, at the place where it was made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from lint_article.document import Safety
from lint_article.engine.changes import Rewriting
from lint_article.engine.diagnostic import Diagnostic
from lint_article.engine.rounds import Round, RoundFix


def gaining(
    before: Iterable[Diagnostic], after: Iterable[Diagnostic], made: Round, safeties: Collection[Safety]
) -> set[int]:
    """Return the numbers of the repairs where a rule finds more than before.

    What a next round repairs does not count, nor do suggestions, nor does grammar for repairs of other rules: an
    engine is not shown a broken word, so that what it says of the whole one is no news.
    """
    left = [found for found in after if not (found.fix and found.fix.safety in safeties)]
    had = _counts(before, made, made.rewritings)
    has = _counts(left, made, {file: rewriting.undone() for file, rewriting in made.rewritings.items()})
    return {number for number, _ in has - had}


def _counts(found: Iterable[Diagnostic], made: Round, rewritings: Mapping[str, Rewriting]) -> Counter[tuple[int, str]]:
    """Count what each rule finds at each repair, beside what that repairs."""
    counts: Counter[tuple[int, str]] = Counter()
    for one in found:
        file, origin = made.files[one.origin.part], one.origin
        numbers = rewritings[file].changed_range(origin.start, origin.end) if file in rewritings else ()
        for owner in {made.owners[file, number] for number in numbers}:
            counts[owner, one.rule] += _is_harm(one, made.repairs[owner])
    return counts


def _is_harm(one: Diagnostic, repair: RoundFix) -> bool:
    own = repair.finding
    if one.rule == own.rule:
        return one is not own
    is_grammar = one.kind == "grammar" != own.kind
    return one.severity != "suggestion" and not is_grammar
