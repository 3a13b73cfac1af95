"""Results of tests with their probabilities: `t(28) = 2.20, p = .036`, `F(2, 40) = 4.5; P < 0.05`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from lint_article.dataclass import dataclass
from lint_article.document import Document
from lint_article.parsing.kept import kept
from lint_article.parsing.statistics import distributions
from lint_article.text import Span

_NUMBER = r"[-−–]?\s?(?:\d{1,3}(?:,\d{3})+|\d*)(?:[.·]?\d+)"
_P = re.compile(
    r"\b(?:[pP]\s?(?P<sign>[<>=])\s?(?P<p>\d?[.·]\d+(?:e[-−]?\d+)?|[01])(?![\d.,]*\d|\s?[×x]\s?10|%)"
    r"|(?<=[,;]\s)(?P<ns>n\.?s\.?)(?![\w]))"
)
_START = re.compile(r"[pPn](?:(?<=[pP])(?=\s?[<>=])|(?<=[,;]\sn)(?=\.?s))")  # of each `_P`
_FREEDOM = r"\d{1,6}(?:\.\d+)?"
_CHI_SQUARE = r"(?:χ|[cC]hi|[xX])[\s_-]?[2²]"
_Q = r"Q\s?-?\s?(?:[wWbB]|[wW]ithin|[bB]etween)?"  # of heterogeneity, in meta-analyses
_TEST = re.compile(
    rf"(?<![\w.])(?:(?P<name>[tFr]|{_CHI_SQUARE}|{_Q})\s?\(\s?(?P<first>{_FREEDOM})(?:\s?[,;]\s?(?P<second>{_FREEDOM})|,\s?[nN]\s?=\s?[\d,]*\d)?\s?\)"
    rf"|(?P<subscripted>[tF])\s?(?P<one>{_FREEDOM})(?:,\s?(?P<two>{_FREEDOM}))?|(?P<bare>[zZ]))"
    rf"\s?(?P<relation>[<>=])\s?(?P<value>{_NUMBER})\s?[,;]\s?(?:and\s)?$"
)
_BEFORE = 80  # code points in which the test is looked for


@dataclass(frozen=True, slots=True)
class Result:
    """A test as it is printed; `decimals` are those of the statistic, `p_decimals` those of the probability.

    `freedom` has the degrees of freedom: none for z, two for F. `relation` and `sign` are `=`, `<` or `>`.
    """

    span: Span
    name: str
    freedom: tuple[float, ...]
    relation: str
    value: float
    decimals: int
    sign: str
    p: float
    p_decimals: int

    def probabilities(self) -> tuple[float, float]:
        """Return the lowest and the highest probability of the values that are printed so."""
        half = 0.5 * 10.0**-self.decimals
        tail = _TAILS[self.name]
        nearest = max(abs(self.value) - half, 0.0)
        farthest = abs(self.value) + half
        return tail(farthest, *self.freedom), tail(nearest, *self.freedom)

    def probability(self) -> float:
        """Return the probability of the printed value."""
        return _TAILS[self.name](abs(self.value), *self.freedom)

    def is_possible(self, tails: float = 1.0) -> bool:
        """Tell whether the printed probability fits; `tails` is 0.5 for a test with one tail."""
        low, high = (bound * tails for bound in self.probabilities())
        half = 0.5 * 10.0**-self.p_decimals
        if self.relation == ">":
            low = 0.0
        elif self.relation == "<":
            high = 1.0
        if self.sign == "<":
            return low < self.p
        if self.sign == ">":
            return high > self.p
        slack = 1 + _SLACK * (min(self.p, low) > _LEVEL)
        return low <= (self.p + half) * slack and high * slack >= self.p - half

    def is_decision_changed(self) -> bool:
        """Tell whether the printed probability and the right one are on different sides of .05."""
        says = self.p <= _LEVEL if self.sign != ">" else False
        means = self.probability() <= _LEVEL
        return says != means if self.sign != ">" or self.p >= _LEVEL else False


_LEVEL = 0.05
_SLACK = 0.1  # share by which probabilities above the level may differ: degrees of freedom and ranks are rounded too
_TAILS: Mapping[str, Callable[..., float]] = {
    "t": distributions.tail_of_t,
    "F": distributions.tail_of_f,
    "χ²": distributions.tail_of_chi_square,
    "Q": distributions.tail_of_chi_square,
    "r": distributions.tail_of_correlation,
    "z": distributions.tail_of_normal,
}
_FREEDOMS = {"t": 1, "F": 2, "χ²": 1, "Q": 1, "r": 1, "z": 0}


@kept
def results_of(document: Document) -> tuple[Result, ...]:
    """Return the results of a document that can be computed again, in order."""
    return tuple(_find_results(document.prose))


def _find_results(text: str) -> Iterator[Result]:
    for match in filter(None, (_P.match(text, start.start()) for start in _START.finditer(text))):
        test = _TEST.search(text, max(match.start() - _BEFORE, 0), match.start())
        pseudo = test and text[max(test.start() - 7, 0) : test.start()].lower().rstrip(" -").endswith("pseudo")
        result = _read(test, match) if test and not pseudo else None
        if result:
            yield result


def _read(test: re.Match[str], p: re.Match[str]) -> Result | None:
    name = _name(test)
    freedom = tuple(float(one) for one in test.group("first", "second", "one", "two") if one)
    value = test["value"].replace(" ", "").replace("·", ".")
    printed = (p["p"] or ".05").replace("·", ".").replace("−", "-")  # `ns` means that p is above .05
    if "," in value and not re.fullmatch(r"[-−–]?\d{1,3}(?:,\d{3})+(?:\.\d+)?", value):
        return None
    number = float(re.sub(r"[-−–]", "-", value.replace(",", "")))
    if len(freedom) != _FREEDOMS[name] or 0 in freedom or (name == "r" and abs(number) > 1):
        return None
    decimals = len(value.partition(".")[2])
    mantissa, _, power = printed.partition("e")
    p_decimals = len(mantissa.partition(".")[2]) - int(power or 0)
    span = Span(test.start(), p.end())
    return Result(span, name, freedom, test["relation"], number, decimals, p["sign"] or ">", float(printed), p_decimals)


def _name(test: re.Match[str]) -> str:
    name = test["name"] or test["subscripted"] or "z"
    return "χ²" if name[0] in "χcCxX" else name[0]
