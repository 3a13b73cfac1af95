"""What is installed with lint-article, and under which licence, by the installed packages' own metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from packaging.requirements import Requirement

_CLASSIFIED = {"MIT License": "MIT", "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0"}
_BEGINNINGS = {"MIT License": "MIT"}


def _needed(name: str, extra: str) -> Iterator[str]:
    for said in distribution(name).requires or ():
        wanted = Requirement(said)
        if wanted.marker is None or wanted.marker.evaluate({"extra": extra}):
            yield re.sub(r"[-_.]+", "-", wanted.name).lower()


def installed_with(name: str, extra: str = "") -> set[str]:
    """Return the packages that a package needs, with what these need, as far as they are installed."""
    found: set[str] = set()
    waiting = [*_needed(name, extra)]
    while waiting:
        if (package := waiting.pop()) not in found:
            try:
                waiting += _needed(package, "")
            except PackageNotFoundError:
                continue
            found.add(package)
    return found


def licence_of(name: str) -> str:
    """Return the licence that an installed package states: an expression, a word, a classifier or its file."""
    found = distribution(name)
    stated = [*_said(found, "License-Expression"), *_said(found, "License")]
    if stated:
        return stated[0]
    for classifier in _said(found, "Classifier"):
        if classifier.startswith("License ::"):
            said = classifier.rpartition(" :: ")[2]
            return _CLASSIFIED.get(said, said)
    return _from_file(found)


def _said(found: Distribution, key: str) -> list[str]:
    return [str(value) for value in found.metadata.get_all(key) or () if value]


def _from_file(found: Distribution) -> str:
    for file in found.files or ():
        if file.name == "LICENSE":
            first = file.read_text().strip().partition("\n")[0]
            return _BEGINNINGS.get(first, first)
    return ""
