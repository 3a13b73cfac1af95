"""Trains the weights of the labeller from labelled references: `python -m training STRINGS ARTICLES -o FILE`.

STRINGS has references with every part labelled, ARTICLES references as articles print them with spans of some fields;
one JSON object a line each. What is trained on the tidy ones of STRINGS completes ARTICLES; both together give the
weights. The same data gives the same file, to the bit.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from training.completing import complete
from training.examples import Example, read_articles, read_strings
from training.fitting import Model, fit, fit_perceptron
from training.mixing import mix
from training.writing import write_weights

_UNTIDY = "anystyle/ugly"  # trained on them too, tidy strings are read worse
_TO_COMPLETE, _TO_READ = 40, 60  # iterations
_HALVES = ("all", "even", "odd")


def main() -> None:
    """Read the examples, train, write the weights."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("strings", type=Path)
    parser.add_argument("articles", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    parser.add_argument("--journals", choices=_HALVES, default="all", help="train on every second journal only")
    options = parser.parse_args()
    strings = read_strings(options.strings)
    tidy = [example for example in strings if example.source != _UNTIDY]
    articles = _half(read_articles(options.articles), options.journals)
    print(f"{len(tidy)} tidy strings of {len(strings)}, {len(articles)} references of articles")
    first = fit(tidy, _TO_COMPLETE)
    completed = [complete(first, example) for example in articles]
    write_weights(_fit_several(strings + completed), options.output)


def _fit_several(examples: list[Example]) -> Model:
    """Return the mean of a model and of perceptrons that met the examples in other orders."""
    first = fit(examples, _TO_READ)
    return mix(first, [fit_perceptron(order) for order in (examples, examples[::-1], examples)])


def _half(examples: list[Example], which: str) -> list[Example]:
    """Return the examples of every second journal, in the order of their names, or all."""
    journals = sorted({example.source for example in examples})
    kept = {"all": journals, "even": journals[::2], "odd": journals[1::2]}[which]
    return [example for example in examples if example.source in kept]


if __name__ == "__main__":
    main()
