"""Whole manuscripts: every fault is found and nothing else, their clean twins are silent, and the laws hold on them."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from operator import attrgetter
from pathlib import Path

import pytest

from lint_article.engine.report import FileReport
from lint_article.reporters.formats import concise
from lint_article.rulebook import rulebook
from making import QUIET, checked

stem = attrgetter("stem")
FIXTURES = Path(__file__).parents[1] / "fixtures"
CLEAN = sorted((FIXTURES / "clean").iterdir())
FAULTY = sorted(path for path in (FIXTURES / "manuscripts").glob("*/*.txt") if path.stem == path.parent.name)
TWINS = [path for path in FAULTY if (FIXTURES / "clean" / path.name).exists()]


def counted(report: FileReport) -> Counter[str]:
    return Counter(found.rule for found in report.diagnostics)


@pytest.mark.parametrize("path", TWINS, ids=stem)
def test_expected_findings(
    path: Path, assert_written: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent)
    report = checked(path.name)
    assert not report.faults and not report.trouble
    assert_written(path.parent / "expected.txt", "".join(f"{line}\n" for line in concise.lines([report])))


@pytest.mark.parametrize("path", CLEAN, ids=stem)
def test_clean_manuscripts_are_silent(path: Path) -> None:
    report = checked(str(path))
    assert list(concise.lines([report])) == [] and not report.faults and not report.notes


def test_every_clean_manuscript_has_a_faulty_twin() -> None:
    assert {path.name for path in CLEAN} == {path.name for path in TWINS}
    assert len(TWINS) >= 6


@pytest.mark.parametrize("path", FAULTY, ids=stem)
def test_excerpts_show_what_is_flagged(path: Path) -> None:
    for found in checked(str(path)).diagnostics:
        assert (found.place.line, found.place.column) <= (found.end.line, found.end.column)
        assert found.excerpt[0].number == found.place.line
        raw = path.read_bytes().decode().split("\n")[found.place.line - 1]
        first = found.excerpt[0]
        flagged = first.text[first.start : first.end]
        assert raw[found.place.column - 1 :].startswith(flagged)


@pytest.mark.parametrize("path", FAULTY, ids=stem)
def test_the_order_of_rules_does_not_matter(path: Path) -> None:
    rules = list(rulebook())
    shuffled = random.Random(path.name).sample(rules, len(rules))  # noqa: S311 - an order, not a secret
    assert checked(str(path), rules) == checked(str(path), shuffled)


@pytest.mark.parametrize("path", FAULTY, ids=stem)
def test_after_safe_fixes_their_rules_are_silent_and_no_other_gains(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    before = checked(str(copy))
    after = checked(str(copy), fix=["safe"])
    copy.write_bytes(after.rewritten[0].after)
    assert [d for d in after.diagnostics if d.fix and d.fix.safety == "safe"] == []
    assert not counted(after) - counted(before)
    again = checked(str(copy), fix=["safe"])
    assert (again.rewritten[0].count, again.rewritten[0].after) == (0, after.rewritten[0].after)


def test_the_settings_of_these_tests_are_the_defaults_but_for_grammar() -> None:
    assert (QUIET.select, QUIET.ignore, QUIET.grammar.engine) == (("all",), (), "none")
