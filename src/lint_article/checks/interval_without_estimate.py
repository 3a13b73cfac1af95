"""Report confidence intervals that leave out the estimate in front of them, or whose bounds are exchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lint_article.document import Document, Finding
from lint_article.text import Span

_NUMBER = r"[-−]?\d+(?:[.·]\d+)?"
_SPREAD = r"(?<!S[DE])(?<!S[DE]\s)(?<!SEM)(?<!SEM\s)(?<!\b[nNpP])(?<!\b[nNpP]\s)"  # no estimate is behind these names
_NAME = (
    _SPREAD
    + r"=\s?|\b(?:[a-z]{0,3}(?:OR|HR|RR|IRR|PR|SMD|MD|WMD)|ratio|difference|mean)(?:\s(?:of|was|is))?[\s:=]{1,3}"
)
_LEVEL = re.compile(
    r"(?:9[059]|99\.9)\s?%\s?(?:CI|C\.I\.|confidence interval|KI|IC)s?\b[\s:,=]{0,3}(?:of\s|from\s)?[(\[]?\s?"
)
_TO = r"(?:to|through|[,;–—-]|a|bis|à)"
_ESTIMATE = re.compile(rf"(?:{_NAME})(?P<estimate>{_NUMBER})%?[,;]?\s?[(\[]?\s?$")
_BOUNDS = re.compile(rf"(?P<low>{_NUMBER})%?\s?{_TO}\s?(?P<high>{_NUMBER})(?!\.?\d)")
_BEFORE = 40  # code points in which the estimate is looked for


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per interval that does not hold its estimate."""
    text = document.prose
    for level in _LEVEL.finditer(text):
        before = _ESTIMATE.search(text, max(level.start() - _BEFORE, 0), level.start())
        bounds = _BOUNDS.match(text, level.end())
        fault = _find_fault(before["estimate"], bounds["low"], bounds["high"]) if before and bounds else ""
        if before and bounds and fault:
            span = Span(before.start("estimate"), bounds.end())
            yield Finding(span, {"text": " ".join(span.of(document.text).split()), "fault": fault})


def _find_fault(estimate: str, low: str, high: str) -> str:
    """Return what is wrong with an interval, or ""."""
    if _value(low) > _value(high):
        return f"the interval {low} to {high} has its bounds exchanged"
    if not _value(low) <= _value(estimate) <= _value(high):
        return f"the interval {low} to {high} does not contain the estimate {estimate}"
    return ""


def _value(printed: str) -> float:
    return float(printed.replace("·", ".").replace("−", "-"))
