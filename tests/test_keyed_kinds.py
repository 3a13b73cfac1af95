"""What cites by key: roles of MyST, apacite's prefixes, parents in a .bib, and what is typed among keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint_article.api import lint

BIB = """
@article{marlin10, author = {Marlin, Rupert}, title = {Lighters of the quay}, year = 2010, journal = {Port Rev.}}
@article{osgood12, author = {Osgood, Mary and Tarn, Odo}, title = {Pilots}, year = 2012, journal = {Port Rev.}}
@incollection{yeo99, author = {Yeo, Tom}, title = {Buoys of the plain}, crossref = {coll99}}
@collection{coll99, editor = {Wood, Lena}, title = {Buoys and Locks}, year = 1999, publisher = {Quay House}}
"""
TEX = r"""\documentclass{article}
\begin{document}
As \citeA{marlin10} says \cite<see>[p.~3]{osgood12}; see \cite<e.g.,>{ghost} and \citeNP{yeo99}.
\bibliography{refs}
\end{document}
"""
MYST = """# Ports

Trade {cite}`marlin10` and {cite:t}`osgood12,yeo99`; {cite:p}`{see}ghost{p. 3}`.

```{bibliography} refs.bib
```
"""
TYPED = """---
bibliography: refs.bib
---

Trade [see Marlin, 2010]. Pilots (@osgood12, p. 3) and @yeo99; {more}.
"""


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("draft.tex", TEX, ["undefined-citation-key"]),
        ("draft.md", MYST, ["undefined-citation-key"]),
        ("draft.md", TYPED.replace("{more}", "more in (Vandersloot, 2015)"), ["citation-without-reference"]),
        ("draft.md", TYPED.replace("{more}", "more in (Marlin, 2011)"), ["citation-year-mismatch"]),
        ("draft.md", TYPED.replace("[see Marlin, 2010]", "@marlin10").replace("{more}", "(Word, 2015)"), []),
    ],
)
def test_keys_are_read_and_parents_are_used(tmp_path: Path, name: str, text: str, expected: list[str]) -> None:
    (tmp_path / "refs.bib").write_text(BIB, encoding="utf-8")
    (tmp_path / name).write_text(text, encoding="utf-8")
    found = lint(tmp_path / name).diagnostics
    assert [one.rule for one in found if one.code[:3] in {"CIT", "REF", "SRC"}] == expected
