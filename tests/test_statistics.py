"""Probabilities agree with SciPy, and results are read and judged as a statistician does."""

from __future__ import annotations

import pytest

from lint_article.engine.lint import lint
from lint_article.parsing.statistics import distributions
from lint_article.parsing.statistics.results import results_of
from lint_article.rulebook import rulebook
from making import document

SCIPY = [  # scipy.stats 1.17: 2*t.sf, f.sf, chi2.sf, 2*norm.sf
    ("tail_of_t", (2.2, 28), 0.0362254847788),
    ("tail_of_t", (0.1, 1), 0.936548965139),
    ("tail_of_t", (1.96, 1000), 0.0502731849557),
    ("tail_of_t", (12.7, 1), 0.0500243276893),
    ("tail_of_t", (5, 3.5), 0.0105501789919),
    ("tail_of_t", (0.001, 50), 0.999206094776),
    ("tail_of_t", (40, 200), 2.24873965352e-97),
    ("tail_of_f", (4.5, 2, 40), 0.0172694388531),
    ("tail_of_f", (1.1, 100, 2000), 0.238691138461),
    ("tail_of_f", (0.3, 1, 7), 0.60090262797),
    ("tail_of_f", (25, 3, 12), 1.89620698709e-05),
    ("tail_of_f", (1, 1, 1), 0.5),
    ("tail_of_f", (3.84, 1, 100000), 0.0500462948709),
    ("tail_of_chi_square", (7.3, 3), 0.062926236459),
    ("tail_of_chi_square", (300, 250), 0.0165182731579),
    ("tail_of_chi_square", (0.01, 1), 0.920344325446),
    ("tail_of_chi_square", (3.84, 1), 0.0500435212487),
    ("tail_of_chi_square", (60, 10), 3.62430095206e-09),
    ("tail_of_normal", (1.96,), 0.0499957902964),
    ("tail_of_normal", (0.0,), 1.0),
    ("tail_of_normal", (3.3,), 0.000966848284768),
    ("tail_of_normal", (-2.5,), 0.0124193306516),
    ("tail_of_correlation", (0.3, 50), 0.0307120337256),
    ("tail_of_correlation", (-0.62, 8), 0.0558551114444),
    ("tail_of_correlation", (0.05, 1000), 0.113710539943),
]
WRONG = [  # statcheck's examples first
    "t(28) = 2.20, p = .03",
    "t(28) = 1.23, p = .04",
    "t(48) = 1.02, p < .05",
    "t ( 28 ) = 2.20 , p = .03",
    "t(28)=2.20,p=.03",
    "t(28) = -2.20, p = .03",
    "t(28) = 2,000.20, p = .03",
    "t(28) = 2.20, p < .03",
    "t(28) = 2.20, ns",
    "t(28) = 2.20, p = .5e-3",
    "t(28.1) = 2.20, p = .03",
    "t(28) = 2.20, p = .001",
    "F(2, 40) = 4.50, p = .03",
    "F2,40 = 4.50, P < 0.01",
    "χ²(3, N = 120) = 7.30, p = .04",
    "χ2(1) = 3.60, p = .05",
    "r(50) = .30, p = .01",
    "z = 2.50, p = .02",
    "Z = −1.20, p = .03",
    "F(1, 28) = 0.90, p = .09",
]
OF_STATCHECK = [  # results in statcheck's own tests, and whether they are inconsistent there
    ("t(28) = 2.20, p = .03", True),
    ("F(2, 28) = 2.20, p = .15", True),
    ("z = 2.20, p = .04", True),
    ("Z = -2.42, p = 0.016", False),
    ("t(28) = -2.20, p = .03", True),
    ("t(28) = 2.20, p > .05", True),
    ("t(28) = 2.0, p < .05", False),
    ("t(28) = 1.20, p = .03", True),
    ("t(28) = 2.20, p = .30", True),
    ("t(28) = 2, p = .02", False),
    ("t(28) = 2, p = .14", False),
    ("t(28) = 2.2, p = .03", False),
    ("t(28) = 2.20, p = .037", False),
    ("t(28) = 2.2, p > .02", False),
    ("t(28) = 2.2, p < .02", True),
    ("t(28) = 2.2, p > .08", True),
    ("t(28) < 2.2, p < .08", False),
    ("t(28) < 2.2, p < .02", True),
    ("F(2, 28) = 22.20, p = .06", True),
    ("r(28) = .22, p = .03", True),
    ("r(28) = .52, p = .06", True),
    ("chi2(28) = 2.20, p = .03", True),
    ("X2(28) = 2.20, p = .03", True),
    ("x2(28) = 2.20, p = .03", True),
    ("chi_2(28) = 2.20, p = .03", True),
    ("chi2(28, N = 129) = 2.2, p = .03", True),
    ("chi2(1, N = 11,455) = 16.78, p <.001", False),
    ("chi2(1, n = 81) = 3.25, p = 0.07", False),
    ("chi2(28) = 52.20, p = .06", True),
    ("Q(2) = 2.20, p = .03", True),
    ("Q ( 2 ) = 2.20 , p = .03", True),
    ("Q(2)=2.20,p=.03", True),
    ("Qw(2) = 2.20, p = .03", True),
    ("Q-within(2) = 2.20, p = .03", True),
    ("Qbetween(2) = 2.20, p = .03", True),
    ("Q(28) = 52.20, p = .06", True),
    ("Q(28) = 22.20, p = .77", False),
]
NO_RESULTS = ["Qs(2) = 2.2, p = .03", "q(2) = 2.2, p = .03", "z(28) = 2.20, p = .03", "r(16) = 26.05, p = .10"]
RIGHT = [
    "t(28) = 2.20, p = .04",
    "t(28) = 2.20, p > .03",
    "t(28) = 1.20, ns",
    "t(28) < 2.20, p > .03",
    "t(28) > 2.20, p < .05",
    "t(100) = 1, p = .32",
    "F(2, 40) = 4.50, p = .017",
    "F2,40 = 4.50, P < 0.05",
    "χ²(3, N = 120) = 7.3, p = .06",
    "r(52) = .30, p = .031",
    "z = 2.5, p = .012",
    "t(28) = 12.20, p < .001",
]


@pytest.mark.parametrize(("name", "values", "expected"), SCIPY)
def test_probabilities_agree_with_scipy(name: str, values: tuple[float, ...], expected: float) -> None:
    assert getattr(distributions, name)(*values) == pytest.approx(expected, rel=1e-6)


def findings(text: str) -> list[str]:
    parsed = document(f"The ferries were slower, {text}.")
    return [one.message for one in lint(parsed, [rulebook().rule("p-value-mismatch")])]


@pytest.mark.parametrize("text", WRONG)
def test_a_p_value_that_cannot_be_right_is_reported(text: str) -> None:
    assert len(findings(text)) == 1


@pytest.mark.parametrize(("text", "is_wrong"), OF_STATCHECK)
def test_results_are_judged_as_by_statcheck(text: str, is_wrong: bool) -> None:
    assert len(results_of(document(f"The ferries were slower, {text}."))) == 1
    assert bool(findings(text)) is is_wrong


@pytest.mark.parametrize("text", NO_RESULTS)
def test_what_only_looks_like_a_result_is_none(text: str) -> None:
    assert results_of(document(f"The ferries were slower, {text}.")) == ()


@pytest.mark.parametrize("text", RIGHT)
def test_a_p_value_that_some_rounding_gives_is_left_alone(text: str) -> None:
    assert len(results_of(document(f"The ferries were slower, {text}."))) == 1
    assert findings(text) == []


def test_one_tail_and_the_decision_are_told() -> None:
    told = "The p value of `t(30) = 1.80, p = .041` does not fit: this statistic has p = .082"
    assert findings("t(30) = 1.80, p = .041") == [
        f"{told}, unless the test is one-tailed, which changes the significance at .05."
    ]
