"""Fits weights to examples with CRFsuite: a linear chain, on one thread."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import pycrfsuite

from lint_article.dataclass import dataclass
from lint_article.parsing.references.labelling.features import Key, Sums, describe
from lint_article.parsing.references.labelling.labels import states_of
from lint_article.parsing.references.labelling.word_features import describe_word
from lint_article.parsing.references.labelling.words import EntryWords
from training.examples import Example

_LEAST = {"feature.minfreq": 2}
_NORMS = {"c1": 0.1, "c2": 0.01}
_PASSES = 8  # of a perceptron


@dataclass(frozen=True, slots=True)
class Model:
    """The fitted weights: of each feature by state, and of each state after another."""

    features: dict[str, dict[str, float]]
    transitions: dict[tuple[str, str], float]

    def scores(self, line: EntryWords) -> list[dict[str, float]]:
        """Return, for each word, what speaks for each state."""
        return [self._score(names) for names in describe(line, _NAMES)]

    def _score(self, names: Sequence[str]) -> dict[str, float]:
        total: dict[str, float] = defaultdict(float)
        for name in names:
            for state, weight in self.features.get(name, {}).items():
                total[state] += weight
        return total


class _Single(dict[str, list[str]]):
    def __missing__(self, name: str) -> list[str]:
        return [name]


class _Keys(dict[Key, list[str]]):
    def __missing__(self, key: Key) -> list[str]:
        return list(key[0](*key[1:]))


class _Words(dict[str, tuple[list[str], ...]]):
    def __missing__(self, word: str) -> tuple[list[str], ...]:
        return describe_word(word)


_NAMES = Sums(_Single(), _Keys(), _Words())  # features by name, where reading has sums


def fit(examples: Sequence[Example], iterations: int) -> Model:
    """Return the weights that suit the examples best, as far as so many iterations of L-BFGS find them."""
    return _train(examples, "lbfgs", {**_NORMS, "max_iterations": iterations})


def fit_perceptron(examples: Sequence[Example]) -> Model:
    """Return the mean of the weights that a perceptron has on its way through the examples, shuffled for each pass."""
    return _train(examples, "ap", {"max_iterations": _PASSES})


def _train(examples: Sequence[Example], algorithm: str, parameters: Mapping[str, float]) -> Model:
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.select(algorithm)
    trainer.set_params({**_LEAST, **parameters})
    for example in examples:
        trainer.append(describe(example.line, _NAMES), states_of([label for label in example.labels if label]))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model"
        trainer.train(str(path))
        tagger = pycrfsuite.Tagger()
        tagger.open(str(path))
        dump = tagger.info()
        tagger.close()
    features: dict[str, dict[str, float]] = defaultdict(dict)
    for (name, state), weight in dump.state_features.items():
        features[name][state] = weight
    return Model(dict(features), dict(dump.transitions))
