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
    r"\b(?:bonferroni|holm|hochberg|tukey|scheff|š[ií]d[aá]k|dunn|fdr|fwe|false discovery|permutation|bootstrap"
    r"|greenhouse|huynh"
    r"|(?:corrected|adjusted) (?:for|p|alpha|level|using)|welch|satterthwaite|kenward|korrigiert|corrigid|corrigé)",
    re.IGNORECASE,
)


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per result whose printed probability cannot be right, with the right one."""
    wrong = [result for result in results_of(document) if not _can_be_right(result)]
    if not wrong:
        return
    one_tailed = _ONE_TAILED.search(document.prose) is not None
    corrected = _CORRECTED.search(document.prose) is not None
    for result in wrong:
        is_one_tailed = result.name in "tzr" and result.is_possible(0.5)
        if not (is_one_tailed and one_tailed) and not (corrected and result.p > result.probability()):
            yield _finding(document, result, is_one_tailed)


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
