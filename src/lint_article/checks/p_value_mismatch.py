"""Report probabilities that do not belong to their test statistic and degrees of freedom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from lint_article.checks._describe import one_line
from lint_article.document import Document, Finding
from lint_article.parsing.statistics.results import Result, results_of

_ONE_TAILED = re.compile(
    r"\b(?:one|1)[- ](?:tailed|sided)|\bdirectional\b|\beinseitig|\bunilat[eé]ra|\bunicaudal", re.IGNORECASE
)
_CORRECTED = re.compile(
    r"\b(?:bonferroni|holm|hochberg|š[ií]d[aá]k|fdr|fwe|false discovery|permutation|permanova|greenhouse|huynh"
    r"|(?:corrected|adjusted) (?:for|p|alpha|level|using)|korrigiert|corrigid|corrigé)",
    re.IGNORECASE,
)
_CORRECTED_HERE = re.compile(r"\b(?:tukey|scheff|dunn|bootstrap|welch|satterthwaite|kenward)", re.IGNORECASE)
_NEAR = 500  # code points on each side of a result


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per result whose printed probability cannot be right, with the right one."""
    wrong = [result for result in results_of(document) if not _can_be_right(result)]
    if not wrong:
        return
    one_tailed = _ONE_TAILED.search(document.prose) is not None
    corrected = _CORRECTED.search(document.prose) is not None
    for result in wrong:
        is_one_tailed = result.name in "tzr" and (result.is_possible(0.5) or _is_other_tail(result))
        if is_one_tailed and one_tailed:
            continue
        if result.p <= result.probability() or not (corrected or _is_corrected_here(document, result)):
            yield _finding(document, result, is_one_tailed)


def _is_corrected_here(document: Document, result: Result) -> bool:
    start, end = max(result.span.start - _NEAR, 0), result.span.end + _NEAR
    return _CORRECTED_HERE.search(document.prose, start, end) is not None


def _is_other_tail(result: Result) -> bool:
    """Tell whether the probability is that of a one-tailed test whose effect is in the other direction."""
    return abs(1 - result.probability() / 2 - result.p) <= 0.5 * 10.0**-result.p_decimals + 0.005


def _can_be_right(result: Result) -> bool:
    """Tell whether the probability fits, be it that r is printed with the number of cases."""
    if result.is_possible() or result.p > 1 or (result.p == 0 and result.sign == "="):
        return True
    if result.name != "r" or result.freedom[0] <= 2:
        return False
    return replace(result, freedom=(result.freedom[0] - 2,)).is_possible()


def _finding(document: Document, result: Result, is_one_tailed: bool) -> Finding:
    right = result.probability()
    values = {
        "text": one_line(document, result.span),
        "p": "p < .001" if right < 0.001 else f"p = {right:.3f}".replace("0.", ".", 1),
        "tails": ", unless the test is one-tailed" if is_one_tailed else "",
        "decision": ", which changes the significance at .05" if result.is_decision_changed() else "",
    }
    return Finding(result.span, values)
