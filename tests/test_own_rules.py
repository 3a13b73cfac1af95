"""Rules of a user's own: found beside the manuscript or in a package, refused with their line, run with the others."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from command_line import run
from lint_article.api import lint
from lint_article.config.load import forget_settings
from lint_article.engine.grammar import Grammar
from lint_article.engine.plan import CheckRequest, Plan, plan
from lint_article.engine.run import check
from lint_article.errors import UserError
from lint_article.folders import modules_in
from lint_article.reporters import output_formats, reporter
from lint_article.reporters.style import plain

RULE = """code = "HSE001"
kind = "phrase"
message = "Write `{replacement}` instead of `{text}`."
swap = { "utilise" = "use" }

[[bad]]
text = "We utilise it."
at = ["utilise"]
fixed = "We use it."
"""
TEXT = "We utilise a rope in the harbour.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "lint-article.toml").write_text('rule-folders = ["house"]\ngrammar = "none"\n', encoding="utf-8")
    (tmp_path / "draft.txt").write_text(TEXT, encoding="utf-8")
    write(tmp_path, "wordy", RULE)
    return tmp_path


def write(folder: Path, name: str, sheet: str) -> None:
    (folder / "house").mkdir(exist_ok=True)
    (folder / "house" / f"{name}.toml").write_text(sheet, encoding="utf-8")


def asked(folder: Path, name: str = "draft.txt", **said: object) -> Plan:
    return plan(CheckRequest((str(folder / name),), said))


def found(folder: Path, name: str = "draft.txt", **said: object) -> list[str]:
    [job] = asked(folder, name, **said).jobs
    return [
        f"{one.place.line}:{one.place.column} {one.label}: {one.message}" for one in check(job, Grammar()).diagnostics
    ]


FOUND = "1:4 HSE001 wordy: Write `use` instead of `utilise`."


def test_a_sheet_beside_the_manuscript_is_a_rule(folder: Path) -> None:
    assert found(folder) == [FOUND]
    for word in ("HSE", "hse001", "wordy", "house"):
        assert found(folder, select=[word]) == [FOUND], word
        assert found(folder, ignore=[word]) == [], word


def test_the_command_line_lists_explains_and_fixes_it(folder: Path) -> None:
    assert "Wordy" in run(folder, "explain", "HSE001").out
    assert run(folder, "rules").out.splitlines()[-1].split()[:3] == ["HSE001", "wordy", "warning"]
    assert run(folder, "draft.txt", "--fix", "--unsafe-fixes").status == 0
    assert (folder / "draft.txt").read_text(encoding="utf-8") == TEXT.replace("utilise", "use")


@pytest.mark.parametrize("form", sorted({*modules_in("reporters/formats")} - {"json", "json-lines"}))
def test_every_output_knows_it(folder: Path, form: str) -> None:
    [job] = asked(folder).jobs
    report = check(replace(job, keep_document=True), Grammar())
    assert "wordy" in "".join(reporter(form).lines([report], plain))


def test_settings_and_comments_speak_of_it(folder: Path) -> None:
    write(folder, "wordy", RULE + '\n[options]\nexcept = ["rope"]\n')
    text = "<!-- lint-article: ignore wordy -- it is right here -->\nWe utilise it.\n\nWe utilise it again.\n"
    (folder / "draft.md").write_text(text, encoding="utf-8")
    assert found(folder, "draft.md") == [FOUND.replace("1:4", "4:4")]
    settings = 'rule-folders = ["house"]\ngrammar = "none"\n[rules.wordy]\nexcept = ["utilise"]\n'
    (folder / "lint-article.toml").write_text(settings, encoding="utf-8")
    forget_settings()
    assert found(folder) == []


def test_several_processes_find_the_same(folder: Path) -> None:
    (folder / "other.txt").write_text("They utilise the quay.\n", encoding="utf-8")
    found = [run(folder, ".", "--output-format", "concise", "--jobs", jobs).out for jobs in ("1", "2")]
    assert found[0] == found[1] and found[0].count("HSE001") == 2


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        (RULE.replace("swap", "swpa"), "wordy.toml:4: a phrase has no key `swpa`; this rule is not run.|`swap`?"),
        (RULE.replace('"phrase"', '"phrases"'), "wordy.toml:2: no kind is called `phrases`; this|`phrase`?"),
        (
            RULE.replace("{text}", "{txt}"),
            "wordy.toml:3: `message` names `{txt}`, which this rule does not have|`text`?",
        ),
        (RULE.replace("HSE001", "CIT001"), "wordy.toml:1: a code has 2 to 8 capitals and a number|"),
        (RULE.replace('"HSE001"', '"HSE001"\nseverity = "warn"'), "wordy.toml:2: severity must be one of suggestion|"),
        (
            RULE.replace('{ "utilise" = "use" }', '["utilise"]'),
            "wordy.toml:4: `swap` must be a table from texts to texts|",
        ),
        (RULE.replace('"use" }', '"use"'), "wordy.toml: |"),
        (RULE.replace('"phrase"', '"pattern"').replace("swap", "pattern"), "wordy.toml:4: `pattern` must be a text|"),
        (
            'kind = "pattern"\nmessage = "x"\npattern = "(x"\n',
            "wordy.toml:3: `pattern` is not a valid pattern: missing )|",
        ),
        (
            'kind = "pattern"\nmessage = "x"\npattern = "(?&monht)"\n',
            "wordy.toml:3: the vocabulary has no term `monht`|",
        ),
        ('kind = "phrase"\nmessage = "x"\n', "wordy.toml: a phrase needs `phrases`|"),
        ('message = "x"\n', "wordy.toml: the sheet needs `kind`|"),
        ('kind = "check"\nmessage = "x"\n', "wordy.toml:1: `check` is the kind of built-in rules only|"),
        (RULE.replace("swap", 'scope = ["abstrct"]\nswap'), "wordy.toml:4: no part is called `abstrct`|`abstract`?"),
    ],
)
def test_a_sheet_with_a_mistake_is_reported_at_its_line_and_the_others_run(folder: Path, sheet: str, said: str) -> None:
    write(folder, "wordy", sheet)
    write(folder, "rope", 'kind = "phrase"\nmessage = "No `{text}`."\nphrases = ["rope"]\n')
    assert found(folder) == ["1:14 rope: No `rope`."]
    [(_, error)] = asked(folder).faults
    fault, near = said.split("|")
    assert f"house/{fault}" in error.message and near in error.hint


def test_a_log_says_which_rule_was_not_run(folder: Path) -> None:
    write(folder, "wordy", RULE.replace("swap", "swpa"))
    ran = run(folder, "draft.txt", "--output-format", "concise")
    assert ran.status == 2 and "1 rule of your own could not be run" in ran.err
    for form in output_formats():
        assert run(folder, "draft.txt", "--output-format", f"{form}=said.txt").status == 2
        said = (folder / "said.txt").read_text(encoding="utf-8")
        assert "wordy.toml:4" in said.replace("%3A", ":") and "a phrase has no key" in said, form


@pytest.mark.parametrize(
    ("name", "sheet", "said"),
    [
        ("uncited-reference", RULE, "`uncited-reference` is the name of a rule or family that is built in"),
        ("citations", RULE, "`citations` is the name of a rule or family that is built in"),
        ("xword", RULE, "`HSE001` is the name of a rule or family that is in"),
        ("Utilise", RULE.replace("001", "002"), "a rule's name, which is the file's, has small letters"),
    ],
)
def test_a_clash_of_names_is_refused(folder: Path, name: str, sheet: str, said: str) -> None:
    write(folder, name, sheet)
    [(_, error)] = asked(folder).faults
    assert said in error.message and FOUND in found(folder)


def test_a_package_has_sheets_and_is_not_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = folder / "site/house_of_tides"
    (package / "rules").mkdir(parents=True)
    (package / "__init__.py").write_text("raise SystemExit('executed')\n", encoding="utf-8")
    (package / "rules/wordy.toml").write_text(RULE, encoding="utf-8")
    (folder / "lint-article.toml").write_text('rule-folders = ["house_of_tides"]\ngrammar = "none"\n', encoding="utf-8")
    with pytest.raises(UserError, match="There is no folder or package `house_of_tides`, which `rule-folders` names"):
        asked(folder)
    monkeypatch.syspath_prepend(folder / "site")
    assert found(folder) == [FOUND]


def test_settings_that_are_extended_bring_their_folders(folder: Path) -> None:
    sub = folder / "book"
    sub.mkdir()
    (sub / "lint-article.toml").write_text(
        'extend = "../lint-article.toml"\nrule-folders = ["own"]\n', encoding="utf-8"
    )
    (sub / "own").mkdir()
    (sub / "own/rope.toml").write_text(
        'kind = "phrase"\nmessage = "No `{text}`."\nphrases = ["rope"]\n', encoding="utf-8"
    )
    (sub / "draft.txt").write_text(TEXT, encoding="utf-8")
    assert [line.split()[1] for line in found(sub)] == ["HSE001", "rope:"]


def test_a_pattern_that_takes_too_long_is_stopped_and_said_once(folder: Path) -> None:
    sheet = 'kind = "pattern"\nmessage = "x"\npattern = \'(?:e|ee)+\\d\'\ntime-limit = 0.05\n'
    write(folder, "slow", sheet)
    for name in ("draft.txt", "other.txt"):
        (folder / name).write_text(f"{TEXT}\nSh{'e' * 60} said.\n", encoding="utf-8")
    ran = run(folder, "draft.txt", "other.txt", "--output-format", "concise", "--select", "house")
    assert [line.split()[2] for line in ran.out.splitlines()] == ["HSE001", "HSE001"]
    assert ran.err.count("The rule `slow` was stopped: its pattern took longer than 0.05 s.") == 1
    assert "internal error" not in ran.err


def test_the_python_interface_says_which_rule_was_not_run(folder: Path) -> None:
    write(folder, "wordy", RULE.replace("swap", "swpa"))
    [note] = lint(folder / "draft.txt").notes
    assert "house/wordy.toml:4: a phrase has no key `swpa`" in note
