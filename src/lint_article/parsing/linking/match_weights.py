"""The signs that a citation means an entry, and what each adds to the score of a reading: data, in `weights.tsv`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from lint_article.document import Evidence
from lint_article.parsing.weight_tables import read_weights

AGREEING = frozenset({"all authors", "first authors, et al.", "et al.", "single author"})
MISSPELT = "co-author's spelling"
ABOUT_AUTHORS = AGREEING | {
    "all authors, et al.",
    "et al. for one author",
    "et al. for two authors",
    "first author only",
    "first authors only",
    "more authors than listed",
    "other co-author",
    "other first author",
    MISSPELT,
}


@cache
def weights() -> Mapping[str, float]:
    """Return the weight of each sign; `name` is for a name that is the author's beyond doubt."""
    return read_weights(Path(__file__).with_name("weights.tsv"))


def sign(name: str, note: str = "") -> Evidence:
    """Return a sign of the table as evidence; `note` says what the entry has instead."""
    return Evidence(name, weights()[name], note)
