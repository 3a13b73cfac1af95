"""Which file of an archive is the manuscript: the one with a LaTeX class that no other file includes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

_SOURCES = (".tex", ".ltx", ".rnw", ".snw")
_CLASS = re.compile(rb"^[^%\n]*?\\document(?:class|style)\b", re.MULTILINE)
_BODY = re.compile(rb"^[^%\n]*?\\begin\s*\{document\}", re.MULTILINE)
_TOP = re.compile(rb"(?P<name>[\w./-]+)[ \t]+toplevelfile|\"filename\"\s*:\s*\"(?P<named>[^\"]+)\"[^{}]*\"toplevel\"")
_NAMES = ("main", "ms", "manuscript", "paper", "article", "thesis", "book")
_NO_MANUSCRIPT = re.compile(
    r"suppl|template|cover|letter|response|rebuttal|poster|slides|figure|diff|sample", re.IGNORECASE
)


def find_mains(files: Mapping[str, bytes], archive: str) -> list[str]:
    """Return the names of the files that may be the manuscript, the likeliest first."""
    sources = [name for name in files if name.lower().endswith(_SOURCES)]
    classed = [name for name in sources if _CLASS.search(files[name])]
    whole = [name for name in classed if _BODY.search(files[name])]
    found = whole or classed or [name for name in sources if _BODY.search(files[name])]
    declared = _find_declared(files)
    included = _find_included(files, sources)
    apart = [name for name in found if PurePosixPath(name).stem not in included] or found
    return sorted(
        apart, key=lambda name: (name not in declared, *_unlikeliness(name, archive), -len(files[name]), name)
    )


def _unlikeliness(name: str, archive: str) -> tuple[bool, int, bool, int]:
    path = PurePosixPath(name)
    stem = path.stem.lower()
    usual = _NAMES.index(stem) if stem in _NAMES else len(_NAMES)
    own = stem in archive.lower()
    return bool(_NO_MANUSCRIPT.search(name)), len(path.parts), not own, usual


def _find_declared(files: Mapping[str, bytes]) -> set[str]:
    """Return the files that arXiv's list of an archive says are the top."""
    lists = [data for name, data in files.items() if PurePosixPath(name).name.upper().startswith("00README")]
    named = [match["name"] or match["named"] for data in lists for match in _TOP.finditer(data)]
    return {name.decode("utf-8", "replace") for name in named}


def _find_included(files: Mapping[str, bytes], sources: list[str]) -> set[str]:
    """Return the stems of the files that others include."""
    pattern = re.compile(
        rb"\\(?:input|include|subfile|import|subimport)\*?\s*(?:\{[^{}\n]*\}\s*)?\{?(?P<name>[^\s{}\\%]+)"
    )
    named = (match["name"] for name in sources for match in pattern.finditer(files[name]))
    return {PurePosixPath(name.decode("utf-8", "replace")).stem for name in named}
