"""The table of the signs that a citation means an entry: fitted weights against ours, and what each sign is worth."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.accuracy.cases import cases
from benchmarks.weights.journals import is_first_half, journals_of
from benchmarks.weights.matching import Choice, choices_of, counts, fit_choices, share_right
from lint_article.parsing import linking
from lint_article.parsing.linking.match_weights import weights

_DATA = Path(linking.__file__).with_name("weights.tsv")
_HEAD = """\
# What each sign adds to the score of one reading of a citation against an entry; thresholds in linking go by these.
# Measured by `python -m benchmarks.weights match` on {articles} articles of {journals} journals, {date}:
# {choices} citations that can be read against several entries. Weights fitted on one half of the journals are no better
# on the other ({fitted:.4f} right) than these ({used:.4f}), which therefore are kept.
# `worth`: by how much the share read rightly falls without the sign.
# sign\tweight\tof the entry\tof others\tworth
"""


def report_matching(folders: Sequence[Path], *, write: bool) -> None:
    """Print the share of citations read rightly with the weights in use and with fitted ones, and the table."""
    found = [case for folder in folders for case in cases(folder) if case.form == "author-year"]
    with ProcessPoolExecutor() as pool:
        choices = sorted({one for some in pool.map(choices_of, found, chunksize=4) for one in some}, key=repr)
    journals = journals_of(folders)
    first = [one for one in choices if is_first_half(journals[one.article])]
    second = [one for one in choices if not is_first_half(journals[one.article])]
    fitted = fit_choices(first, weights())
    for name, half in (("first half", first), ("second half", second)):
        used = share_right(half, weights())
        print(f"{name}: {len(half)} citations, in use {used:.4f}, fitted {share_right(half, fitted):.4f}")
    for name, weight in fitted.items():
        print(f"  {name:28} {weights()[name]:6.2f} {weight:6.2f}")
    made = _table(choices, len({journals[one.article] for one in choices}), share_right(second, fitted), second)
    if write:
        _DATA.write_text(made, "utf-8")
    else:
        print(made, end="")


def _table(choices: Sequence[Choice], journals: int, fitted: float, second: Sequence[Choice]) -> str:
    right, others = counts(choices)
    every = share_right(choices, weights())
    articles = len({one.article for one in choices})
    lines = [
        _HEAD.format(
            articles=articles,
            journals=journals,
            date=datetime.now(UTC).date(),
            choices=len(choices),
            fitted=fitted,
            used=share_right(second, weights()),
        )
    ]
    for name, weight in weights().items():
        worth = every - share_right(choices, {**weights(), name: 0.0})
        lines.append(f"{name}\t{weight:g}\t{right[name]}\t{others[name]}\t{worth:.4f}\n")
    return "".join(lines)
