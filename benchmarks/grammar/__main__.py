"""python -m benchmarks.grammar pairs FOLDER | sentences | articles FILE…; each with an engine's name and --list."""

from __future__ import annotations

import sys

from benchmarks.grammar import articles, measure, pairs

_PARTS = {"pairs": pairs.main, "sentences": measure.main, "articles": articles.main}

if __name__ == "__main__":
    name, *arguments = sys.argv[1:] or ["sentences"]
    _PARTS[name](arguments)
