"""A chapter is checked through the main file that includes it, alone or with the whole folder."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from command_line import check

MAIN = r"""\documentclass{article}
\begin{document}
\input{chapters/one}
\include{chapters/two}
\bibliography{refs}
\end{document}
"""
FILES = {
    "main.tex": MAIN,
    "chapters/one.tex": "Ports grew \\cite{a}. And \\cite{b} the the end.\n",
    "chapters/two.tex": "Ports fell \\cite{c}, as \\cite{d} has it.\n",
    "chapters/loose.tex": "Nobody includes the the chapter.\n",
    "refs.bib": "@book{a, author={Alder, A.}, title={Ports of the north}, year={2001}, publisher={Quay}}\n"
    "@book{c, author={Celt, C.}, title={Ports of the south}, year={2001}, publisher={Quay}}\n",
    "book.qmd": "---\nbibliography: refs.bib\n---\n\n{{< include parts/_one.qmd >}}\n",
    "parts/_one.qmd": "Ports grew [@a; @e].\n",
}
ONE = ["chapters/one.tex:1:32 undefined-citation-key", "chapters/one.tex:1:35 repeated-word"]
TWO = ["chapters/two.tex:1:31 undefined-citation-key"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / ".git").mkdir()
    return tmp_path


def found(folder: Path, *words: str) -> list[str]:
    ran = check(folder, "--output-format", "concise", *words)
    lines = (line.split(": ", 2) for line in ran.out.splitlines())
    return [f"{place} {said.split()[2]}" for place, said, _ in lines]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("chapters/one.tex",), ONE),
        (("chapters/one.tex", "chapters/two.tex"), [*ONE, *TWO]),
        (("main.tex", "chapters/one.tex"), [*ONE, *TWO]),
        (("chapters/loose.tex",), ["chapters/loose.tex:1:17 repeated-word"]),
        (("parts/_one.qmd",), ["parts/_one.qmd:1:18 undefined-citation-key"]),
    ],
    ids=" ".join,
)
def test_chapters_are_checked_through_their_main_file(
    project: Path, names: tuple[str, ...], expected: list[str]
) -> None:
    assert found(project, *names) == expected


def test_in_a_folder_each_finding_is_reported_once(project: Path) -> None:
    places = found(project, ".")
    assert sorted(places) == sorted(
        {*ONE, *TWO, "chapters/loose.tex:1:17 repeated-word", "parts/_one.qmd:1:18 undefined-citation-key"}
    )


def test_only_the_chapter_is_fixed_and_a_note_names_the_main_file(project: Path) -> None:
    (project / "chapters" / "two.tex").write_text("Ports fell \\cite{c}, as was was said.\n", encoding="utf-8")
    ran = check(project, "--fix", "--unsafe-fixes", "chapters/one.tex")
    assert "chapters/one.tex is checked as a part of main.tex" in ran.err
    assert (project / "chapters" / "one.tex").read_text(encoding="utf-8").endswith("\\cite{b} the end.\n")
    assert "was was" in (project / "chapters" / "two.tex").read_text(encoding="utf-8")


def test_the_hook_checks_a_chapter_that_is_committed(project: Path) -> None:
    (project / ".git").rmdir()
    hook = Path(__file__).parents[1] / ".pre-commit-hooks.yaml"
    entry = next(line.split(": ", 1)[1] for line in hook.read_text(encoding="utf-8").splitlines() if "entry" in line)
    assert entry == "lint-article check --force-exclude"
    subprocess.run(["git", "init", "-q", "."], cwd=project, check=True)
    assert found(project, "--force-exclude", "chapters/one.tex", "refs.bib") == ONE
