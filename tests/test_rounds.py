"""Which fixes are made together, and what they make of which files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from lint_article.document import Safety, Source
from lint_article.engine.fixes import apply_until_stable
from lint_article.engine.grammar import Grammar
from lint_article.engine.job import Job
from lint_article.engine.lint import lint
from lint_article.engine.rounds import next_round, repair_of
from lint_article.engine.run import check_source
from lint_article.rulebook import Rule
from lint_article.text import Origin
from making import QUIET, checked, document, rule

SAFE = rule(pattern=r"\bteh\b", name="safe", replace="the", safety="safe")
UNSAFE = rule(pattern=r"\bfoo teh\b", name="unsafe", replace="bar", safety="unsafe")
SHOWN = rule(pattern=r"\bshown\b", name="shown", replace="", safety="shown")


def made(text: str, *rules: Rule, unsafe: bool = True) -> list[str]:
    parsed = document(text)
    found = lint(parsed, rules)
    safeties: tuple[Safety, ...] = ("safe", "unsafe") if unsafe else ("safe",)
    round_ = next_round(parsed, found, safeties)
    return [one.finding.rule for one in round_.repairs]


def test_a_safe_fix_comes_before_an_earlier_one_that_touches_it() -> None:
    assert made("It was foo teh end.", UNSAFE, SAFE) == ["safe"]
    assert made("It was foo teh end, teh end.", UNSAFE, SAFE) == ["safe", "safe"]
    assert made("It was foo teh end.", UNSAFE) == ["unsafe"]
    assert made("It was foo teh end.", UNSAFE, unsafe=False) == []
    assert made("It was shown.", SHOWN) == []


def test_what_was_refused_is_not_asked_for_again() -> None:
    parsed = document("It was teh end, teh end.")
    found = lint(parsed, [SAFE])
    first, second = next_round(parsed, found, ["safe"]).repairs
    assert next_round(parsed, found, ["safe"], [first]).repairs == [second]


def test_a_fix_of_two_files_is_none_that_can_be_made() -> None:
    [found] = lint(document("It was teh end."), [SAFE])
    assert found.fix
    [edit] = found.fix.edits
    both = replace(found.fix, edits=(edit, replace(edit, origin=Origin(1, 0, 3))))
    assert repair_of(replace(found, fix=both), ["", "chapter.tex"]) is None
    assert repair_of(replace(found, fix=both), ["", ""]) is not None
    assert repair_of(replace(found, fix=None), [""]) is None


def test_fixes_that_share_an_edge_are_not_made_together() -> None:
    rules = [rule(pattern=letter, name=name, replace="z") for letter, name in (("a", "first"), ("b", "second"))]
    assert made("x ab y", *rules) == ["first"]
    assert made("x a b y", *rules) == ["first", "second"]


def test_the_manuscript_comes_first_of_the_files_and_is_given_in_any_case(tmp_path: Path) -> None:
    main, chapter, other = (tmp_path / f"{name}.tex" for name in ("main", "chapter", "other"))
    main.write_text(r"\documentclass{book}\begin{document}\input{chapter}\input{other}\end{document}", "utf-8")
    chapter.write_text("It was teh end, teh end.\n", "utf-8")
    other.write_text("It was so.\n", "utf-8")
    job = Job(str(main), str(main), QUIET, (SAFE,))
    source = Source(str(main), "latex", main.read_bytes())
    safeties: tuple[Safety, ...] = ("safe",)
    done = apply_until_stable(source, lambda source: check_source(source, job, Grammar()), safeties)
    files = done.files(str(main))
    assert [(Path(one.path).name, one.count) for one in files] == [("main.tex", 0), ("chapter.tex", 2)]
    assert files[0].before == files[0].after == main.read_bytes()
    assert (files[1].before, files[1].after) == (chapter.read_bytes(), b"It was the end, the end.\n")


def test_nothing_is_written_where_nothing_is_to_be_fixed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("It was so.", "utf-8")
    report = checked(str(path), [SAFE], fix=("safe",), write=True)
    assert [(one.path, one.count) for one in report.rewritten] == [(str(path), 0)]
    path.write_text("It was teh end.", "utf-8")
    report = checked(str(path), [SAFE], fix=("safe",), write=True)
    assert [(one.path, one.count) for one in report.rewritten] == [(str(path), 1)]
    assert path.read_text("utf-8") == "It was the end."


def test_a_fix_that_ends_where_one_that_is_made_before_it_begins_waits() -> None:
    left = rule(pattern="a", name="left", replace="z", safety="unsafe")
    right = rule(pattern="b", name="right", replace="z", safety="safe")
    assert made("x ab y", left, right) == ["right"]
    assert made("x a b y", left, right) == ["right", "left"]
