"""Styles of Vale: the same places as Vale 3.7.1 found in the same Markdown, and what is not run is named once.

`tests/data/vale/found-by-vale.txt` is what `vale --output=line draft.md` printed there.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from lint_article.engine.grammar import Grammar
from lint_article.engine.plan import CheckRequest, Plan, plan
from lint_article.engine.run import check
from lint_article.kinds.metric import is_formula
from lint_article.reporters import reporter
from lint_article.reporters.style import plain
from lint_article.rulebook import SheetError
from lint_article.rulebook.vale.config import read_vale_config
from lint_article.rulebook.vale.styles import read_vale_rule
from lint_article.rulebook.vale.translate import Unsupported, make_message

DATA = Path(__file__).parent / "data/vale"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(DATA, tmp_path, dirs_exist_ok=True)
    (tmp_path / "lint-article.toml").write_text('vale-config = ".vale.ini"\ngrammar = "none"\n', encoding="utf-8")
    return tmp_path


def asked(folder: Path, name: str = "draft.md") -> Plan:
    return plan(CheckRequest((str(folder / name),), {}))


def found(folder: Path, name: str = "draft.md") -> list[str]:
    [job] = asked(folder, name).jobs
    return [
        f"{one.place.line}:{one.place.column}:{one.rule}:{one.message}"
        for one in check(job, Grammar()).diagnostics
        if "." in one.rule
    ]


def test_the_same_places_with_the_same_words_as_vale(folder: Path) -> None:
    by_vale = (DATA / "found-by-vale.txt").read_text(encoding="utf-8").splitlines()
    expected = [line.removeprefix("draft.md:") for line in by_vale]
    # The grade of a readability formula depends on how syllables are counted, and its place is where the text begins.
    graded = {line: line.replace("1:1:", "1:3:").replace("2.49", "2.38") for line in expected if "Grade" in line}
    assert len(graded) == 1
    assert sorted(found(folder)) == sorted(graded.get(line, line) for line in expected)


def test_what_is_not_run_is_named_once(folder: Path) -> None:
    shutil.copy(folder / "draft.md", folder / "other.md")
    assert [note for note in asked(folder, ".").notes if "is not run" in note] == [
        "Harbour.Scripted is not run: a script.",
        "Harbour.Tagged is not run: a sequence with part-of-speech tags.",
    ]


def test_sections_and_levels_of_the_configuration(folder: Path) -> None:
    (folder / "drafts").mkdir()
    shutil.copy(folder / "draft.md", folder / "drafts/draft.md")
    (folder / "draft.txt").write_text("It is very high.\n", encoding="utf-8")
    assert any("Vague" in line for line in found(folder))
    assert not any("Vague" in line for line in found(folder, "drafts/draft.md"))
    assert found(folder, "draft.txt") == [], "the section is of *.md"
    assert not any("Titles" in line for line in found(folder)), "it is switched off"
    ini = folder / ".vale.ini"
    ini.write_text("StylesPath = styles\nMinAlertLevel = error\n[*]\nBasedOnStyles = Harbour\n", encoding="utf-8")
    from lint_article.engine.own_rules import forget_rules

    forget_rules()
    assert {line.split(":")[2] for line in found(folder)} == {"Harbour.Stops", "Harbour.Spelling"}


def test_a_folder_is_enough(folder: Path) -> None:
    (folder / "lint-article.toml").write_text('vale-styles = ["styles/Harbour"]\ngrammar = "none"\n', encoding="utf-8")
    assert any("Titles" in line for line in found(folder))
    [job] = asked(folder).jobs
    report = check(replace(job, keep_document=True), Grammar())
    page = "".join(reporter("html").lines([report], plain))
    assert 'class="card s-warning r-Harbour-Wordy"' in page


def test_the_style_of_vale_itself(folder: Path) -> None:
    port = folder / "styles/config/vocabularies/Port"
    port.mkdir(parents=True, exist_ok=True)
    (port / "accept.txt").write_text("GitHub\nxqzzle\n", encoding="utf-8")
    (port / "reject.txt").write_text("qwaylik\n", encoding="utf-8")
    ini = "StylesPath = styles\nVocab = Port\n[*]\nBasedOnStyles = Vale\nTokenIgnores = x\n"
    (folder / ".vale.ini").write_text(ini, encoding="utf-8")
    (folder / "draft.md").write_text("The xqzzle of github is is qwaylik, the wqzzle too.\n", encoding="utf-8")
    assert found(folder) == [
        "1:15:Vale.Terms:Use 'GitHub' instead of 'github'.",
        "1:22:Vale.Repetition:'is' is repeated!",
        "1:28:Vale.Avoid:Avoid using 'qwaylik'.",
        "1:28:Vale.Spelling:Did you really mean 'qwaylik'?",
        "1:41:Vale.Spelling:Did you really mean 'wqzzle'?",
    ]
    assert "`TokenIgnores` in .vale.ini is not run: a setting of Vale's own." in asked(folder).notes


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("extends: existance\nmessage: x\n", "`extends` must be one of existence, substitution"),
        ("extends: existence\ntokens: [x]\n", "the rule needs `message`"),
        ("extends: existence\nmessage: x\nlevel: warn\n", "`level` must be one of suggestion"),
        ("extends: existence\nmessage: x\ntokens: ['(x']\n", "`pattern` is not a valid pattern"),
        ("extends: substitution\nmessage: x\nswap: {'(x': y}\n", "`(x` is not a valid pattern"),
        ("extends: substitution\nmessage: x\n", "it is no substitution: 'swap'"),
        ("extends: metric\nmessage: x\nformula: open('x')\ncondition: '> 1'\n", "`formula` is not arithmetic"),
        ("extends: [\n", "line 2: "),
        ("- x\n", "it is no rule"),
    ],
)
def test_a_file_that_is_not_lawful_is_a_fault_and_the_others_run(folder: Path, text: str, said: str) -> None:
    path = folder / "styles/Harbour/Wordy.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SheetError) as caught:
        read_vale_rule(path, "Harbour.Wordy")
    assert said in caught.value.fault
    [(_, fault)] = asked(folder).faults
    assert "styles/Harbour/Wordy.yml" in fault.message and len(found(folder)) > 15


@pytest.mark.parametrize("scope", ["raw", "alt", "heading & table", "text.class.x"])
def test_scopes_without_a_counterpart_are_said(tmp_path: Path, scope: str) -> None:
    path = tmp_path / "X.yml"
    path.write_text(f"extends: existence\nmessage: x\nscope: {scope}\ntokens: [x]\n", encoding="utf-8")
    with pytest.raises(Unsupported, match="the scope"):
        read_vale_rule(path, "A.X")


def test_patterns_of_files(tmp_path: Path) -> None:
    ini = tmp_path / ".vale.ini"
    ini.write_text("[*.{md,tex}]\nBasedOnStyles = A\n[docs/**/*.txt]\nB.Rule = YES\n", encoding="utf-8")
    config = read_vale_config(ini)
    names = ("x/a.md", "a.tex", "a.txt", "docs/x/a.txt")
    assert [config.is_run("A.Rule", name) for name in names] == [True, True, False, False]
    assert [config.is_run("B.Rule", name) for name in names] == [False, False, False, True]
    assert config.named_styles == ("A", "B")


def test_messages_and_formulas() -> None:
    assert make_message("Use '%s' instead of '%s' {100%%}.", ("replacement", "text")) == (
        "Use '{replacement}' instead of '{text}' {{100%}}."
    )
    assert make_message("%[2]s, not %[1]s", ("text", "replacement")) == "{replacement}, not {text}"
    formulas = (
        "math.sqrt(words) + 1",
        "(words > 3) && sentences < 2",
        "__import__('os')",
        "words.__class__",
        "nothing",
    )
    assert [is_formula(one) for one in formulas] == [True, True, False, False, False]


def test_comments_of_vale_silence_its_rules_and_no_others(folder: Path) -> None:
    shown = "It is very high."
    comments = [f"\n\n<!-- {one} -->\n\n" for one in ("vale off", "lint-article: enable", "vale on")]
    comments += [f"\n\n<!-- vale {one} -->\n\n" for one in ("Harbour.Vague = NO", "on", "Harbour.Vague = YES")]
    text = f"{shown} It is is.{''.join(f'{one}{shown}' for one in comments)}\n"
    (folder / "draft.md").write_text(text, encoding="utf-8")
    places = [number for number, line in enumerate(text.splitlines(), 1) if line.startswith(shown)]
    heard = [int(line.split(":")[0]) for line in found(folder) if "Vague" in line]
    assert heard == [places[0], places[3], places[6]], "as Vale 3.7.1 has it"
    (folder / "draft.md").write_text(f"<!-- vale off -->\n\n{shown} It lay in in a bay.\n", encoding="utf-8")
    [job] = asked(folder).jobs
    assert [one.rule for one in check(job, Grammar()).diagnostics] == ["repeated-word"]
