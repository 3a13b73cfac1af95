"""A text that cites in a style that is not understood: what looks like a citation in it here and there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lint_article.document import Evidence
from lint_article.parsing.linking.resolved import ResolvedCandidate

_FEWEST = 10  # entries
_SHORT = 1500  # code points of a text that is too short to show how it cites
_LITTLE = 0.1  # share of the entries
_CITED = frozenset({"matched", "ambiguous"})
_NO_FAULT = frozenset({*_CITED, "not-a-citation", "exempt", "unlisted"})


def keep_established(judged: Sequence[ResolvedCandidate], entries: int, length: int) -> Sequence[ResolvedCandidate]:
    """Return the judgements; where names and years cite next to nothing of a long list, none of them is a fault.

    A text that cites by names and pages (MLA) or in notes names a year now and then; `Smith 201` is a page there.
    `length` is that of the text without the list, in code points: a short text shows too little of how it cites, and
    only what has the form of MLA is left alone in it.
    """
    cited = {index for one in judged if one.outcome in _CITED for index in one.references}
    faults = sum(one.outcome not in _NO_FAULT and not one.candidate.malformed for one in judged)
    if entries < _FEWEST or max(len(cited), faults) > _LITTLE * entries:
        return judged
    is_short = length < _SHORT
    return [_no_citation(one) if _is_doubtful(one, is_short) else one for one in judged]


def _is_doubtful(one: ResolvedCandidate, is_short: bool) -> bool:
    is_page = one.candidate.malformed and not one.candidate.comma
    return one.outcome not in _NO_FAULT and (is_page or not is_short)


def _no_citation(one: ResolvedCandidate) -> ResolvedCandidate:
    evidence = (*one.evidence, Evidence("no such style in this text", -1.0))
    return replace(one, outcome="not-a-citation", references=(), nearest=None, evidence=evidence)
