"""Mistakes in settings: each is refused with its file, its line and, where one is near, the right name."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint_article.config import load
from lint_article.engine.plan import CheckRequest, plan
from lint_article.errors import UserError

MISTAKES = [
    # names
    ("jobs = 2\n\nselct = []", 3, "`selct` is not a setting", "Did you mean `select`?"),
    ('fail_on = "error"', 1, "`fail_on` is not a setting", "Did you mean `fail-on`?"),
    ('[rule]\nCIT001 = "off"', 1, "`rule` is not a setting", "Did you mean `rules`?"),
    ("root = '.'", 1, "`root` is not a setting", "Known: extend, select"),
    ("[grammar]\nlanguge = 'en'", 2, "`grammar.languge` is not a setting", "Did you mean `language`?"),
    ("[languagetool]\nurk = 1", 2, "`grammar.languagetool.urk` is not a setting", "Did you mean `url`?"),
    ("[grammar.languagetool]\nurk = 1", 2, "`grammar.languagetool.urk` is not a setting", "Did you mean `url`?"),
    ("[[ignore]]\nrule = 'TXT'\nqoute = 'x'", 3, "`ignore.qoute` is not a setting", "Did you mean `quote`?"),
    ("[[ignore]]\nquote = 'x'", 1, "`ignore` needs `rule`", ""),
    ('[overrides."a/*"]\njobs = 2', 2, "`overrides.a/*.jobs` is not a setting", "Known: rules, fail-on"),
    ('[overrides."a/*"]\nfail-om = "error"', 2, "`overrides.a/*.fail-om` is not", "Did you mean `fail-on`?"),
    # types
    ('select = "TXT"', 1, "`select` must be a list, not 'TXT'", ""),
    ("jobs = 2\nselect = [1]", 2, "`select` must be a text, not 1", ""),
    ('jobs = "two"', 1, "`jobs` must be a whole number, not 'two'", ""),
    ("jobs = -1", 1, "`jobs` must not be below 0", ""),
    ("jobs = true", 1, "`jobs` must be a whole number, not True", ""),
    ("force-exclude = 'yes'", 1, "`force-exclude` must be true or false, not 'yes'", ""),
    ("grammar = 3", 1, "`grammar` must be a table, not 3", ""),
    ("[grammar]\nwords = 'Ghent'", 2, "`grammar.words` must be a list, not 'Ghent'", ""),
    ("[languagetool]\ntimeout = 'long'", 2, "`grammar.languagetool.timeout` must be a number, not 'long'", ""),
    ("ignore = [3]", 1, "`ignore` must be a table, not 3", ""),
    ("[rules]\nCIT001 = 3", 2, "`rules.CIT001` must be a table, not 3", ""),
    ('[per-file-ignores]\n"a*.md" = "CIT"', 2, "`per-file-ignores.a*.md` must be a list, not 'CIT'", ""),
    # values
    ('fail-on = "eror"', 1, "`fail-on` must be one of error, warning, suggestion, never", "Did you mean `error`?"),
    ('output-format = "jsn"', 1, "`output-format` must be one of", "Did you mean `json`?"),
    ('grammar = "harpr"', 1, "`grammar.engine` must be one of", "Did you mean `harper`?"),
    ('[grammar]\nengine = ["harper", "languagetol"]', 2, "`grammar.engine` must be", "Did you mean `languagetool`?"),
    ("[grammar]\nlanguage = 'english'", 2, "`grammar.language` must be a tag such as `en`", ""),
    ('[overrides."a/*"]\nfail-on = "nver"', 2, "`overrides.a/*.fail-on` must be one of", "Did you mean `never`?"),
    ('exclude = ["a", "[z-a]"]', 1, "`[z-a]` in `exclude` is not a valid pattern", "as in a .gitignore"),
    # rules
    ('jobs = 1\nselect = ["CIT01"]', 2, "No rule is called `CIT01`", "Did you mean `CIT0"),
    ('extend-select = ["uncited-refrence"]', 1, "No rule is called `uncited-refrence`", "`uncited-reference`?"),
    ('ignore = ["citation"]', 1, "No rule is called `citation`", "Did you mean `citations`?"),
    ('[per-file-ignores]\n"*.md" = ["TXT0100"]', 2, "No rule is called `TXT0100`", "Did you mean `TXT010`?"),
    ('[rules]\nrepeated-wrod = "off"', 2, "No rule is called `repeated-wrod`", "Did you mean `repeated-word`?"),
    ('[rules]\nCIT = "warnig"', 2, "`rules.CIT.severity` must be one of", "Did you mean `warning`?"),
    ('[rules]\nCIT001 = "of"', 2, "`rules.CIT001.severity` must be one of", "Did you mean `off`?"),
    ("[rules.CIT]\nfewest = 3", 2, "`rules.CIT.fewest` is not a setting", "Only `severity` can be set"),
    ("[rules]\nreference-order = { fewst = 3 }", 2, "`rules.reference-order.fewst` is not an option", "`fewest`?"),
    ("[rules.reference-order]\nfewest = 'three'", 2, "`rules.reference-order.fewest` must be a whole number", ""),
    ("[rules.REF007]\nin-order = -0.5", 2, "`rules.REF007.in-order` must not be below 0", ""),
    ("[rules.repeated-word]\nexcept = [3]", 2, "`rules.repeated-word.except` must be a list of texts", ""),
    ('[overrides."d*".rules]\nCIT001 = "of"', 2, "`rules.CIT001.severity` must be one of", "Did you mean `off`?"),
    ('[overrides."d*".rules]\nCTI001 = "off"', 2, "No rule is called `CTI001`", "Did you mean `CIT001`?"),
    # files
    ('extend = "jornal"', 1, "There is no profile or package `jornal`", "Did you mean `journal`?"),
    ('extend = "hose.toml"', 1, "There is no file hose.toml, which `extend` names", "house.toml`?"),
    ('extend = "lint-article.toml"', 1, "lint-article.toml and lint-article.toml extend each other", "Remove one"),
    ('dictionary = ["wrods.txt"]', 1, "There is no file wrods.txt, which `dictionary` names", "words.txt`?"),
    ("bibliography = ['../secret.bib']", 1, "../secret.bib lies outside the project", "--bibliography FILE"),
    ("dictionary = ['../secret.txt']", 1, "../secret.txt lies outside the project", "Copy it into the project"),
    ("select = [", 1, "are not valid TOML", ""),
    ("jobs = 1\njobs = 2", 2, "are not valid TOML", ""),
    ("[languagetool]\nallow-remote = true", 2, "a project's file cannot set it", "use `--allow-remote`"),
    ("[grammar]\ncache-dir = 'c'", 2, "names a folder that is written to", "use `--cache-dir`"),
]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a draft, and files that settings may name, which is the working folder."""
    folder = tmp_path / "project"
    folder.mkdir()
    for name, text in {"draft.md": "A tea.\n", "house.toml": "", "words.txt": "Ghent\n"}.items():
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(folder)
    load.forget_settings()
    return folder


@pytest.mark.parametrize(("text", "line", "message", "hint"), MISTAKES, ids=[text for text, *_ in MISTAKES])
def test_a_mistake_is_refused_at_its_line(project: Path, text: str, line: int, message: str, hint: str) -> None:
    (project / "lint-article.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UserError) as refused:
        plan(CheckRequest(("draft.md",), {}))
    assert message in refused.value.message and hint in refused.value.hint
    assert f"lint-article.toml:{line}" in refused.value.message


def test_the_same_in_a_pyproject(project: Path) -> None:
    (project / "pyproject.toml").write_text("[project]\nname = 'x'\n[tool.lint-article]\nselct = []", encoding="utf-8")
    with pytest.raises(UserError, match=r"`selct` is not a setting \(pyproject.toml:4\)"):
        plan(CheckRequest(("draft.md",), {}))


def test_there_are_forty_of_them() -> None:
    assert len(MISTAKES) >= 40
