"""What a finding is recognised by after the manuscript was edited elsewhere or a message was worded anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import NamedTuple

from lint_article.engine.diagnostic import Diagnostic

_BEFORE, _AFTER = 20, 40  # code points around a finding's start that its fingerprint depends on; excerpts are wider


class Fingerprinted(NamedTuple):
    """A finding and its fingerprint, with a number for each of those that are alike: `1f3a…:2` is the second."""

    found: Diagnostic
    fingerprint: str


def identify_findings(diagnostics: Iterable[Diagnostic]) -> Iterator[Fingerprinted]:
    """Yield one file's findings in their order, each with its fingerprint, which no other of the file has."""
    seen: Counter[str] = Counter()
    for found in diagnostics:
        print_ = _fingerprint(found)
        seen[print_] += 1
        yield Fingerprinted(found, f"{print_}:{seen[print_]}")


def _fingerprint(found: Diagnostic) -> str:
    """Return a hash of the rule and the words around the finding."""
    words = "".join(line.text[max(line.start - _BEFORE, 0) : line.start + _AFTER] for line in found.excerpt[:1])
    return sha256(f"{found.rule}\0{' '.join(words.split())}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
