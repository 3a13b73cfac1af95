"""A fix that changes more than its words, or makes a rule speak, is not made; the others are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint_article.document import Edit, Finding, Fix, Source
from lint_article.engine.changes import Change, Rewriting
from lint_article.engine.fixes import apply_until_stable
from lint_article.engine.lint import lint
from lint_article.engine.load import read
from lint_article.engine.report import FileReport, State
from lint_article.engine.rounds import next_round
from lint_article.engine.stamp import stamp
from lint_article.parsing.parse import parse
from lint_article.rulebook import Rule, Severity
from lint_article.text import Span
from making import checked, document, rule

JOIN = rule(pattern=" (?=x)", name="join", replace="", safety="safe")


def fixed(path: Path, text: str, *rules: Rule) -> tuple[str, FileReport]:
    path.write_bytes(text.encode())
    report = checked(str(path), rules, fix=["safe", "unsafe"], write=True)
    return path.read_bytes().decode(), report


@st.composite
def rewritings(draw: st.DrawFn) -> tuple[str, list[Change]]:
    text = draw(st.text("abc", max_size=30))
    bounds = sorted(draw(st.lists(st.integers(0, len(text)), unique=True, max_size=8)))
    pairs = zip(bounds[::2], bounds[1::2], strict=False)
    return text, [Change(start, end, draw(st.text("XY", max_size=3))) for start, end in pairs]


@given(rewritings())
def test_changes_are_made_in_one_pass_and_offsets_follow(case: tuple[str, list[Change]]) -> None:
    text, changes = case
    rewriting, expected = Rewriting(changes), text
    for change in reversed(changes):
        expected = expected[: change.start] + change.text + expected[change.end :]
    assert rewriting.apply_changes(text) == expected
    inside = {offset for change in changes for offset in range(change.start, change.end)}
    for offset in set(range(len(text))) - inside:
        assert expected[rewriting.move_offset(offset, behind=True)] == text[offset]
    for number, (change, done) in enumerate(zip(changes, rewriting.undone().changes, strict=True)):
        assert expected[done.start : done.end] == change.text
        assert number in rewriting.changed_range(change.start, change.end)
        assert number in rewriting.undone().changed_range(done.start, done.end)


def test_many_fixes_cost_as_many_times_one() -> None:
    parsed = document("a , b " * 20_000)
    spans = [Span(match, match + 1) for match in range(1, 120_000, 6)]
    found = [stamp(parsed, JOIN, Finding(s, {"text": ""}, Fix("Close up", (Edit(s, ""),)))) for s in spans]
    made = next_round(parsed, found, ["safe"])
    assert len(made.repairs) == 20_000
    assert made.rewritings[""].apply_changes(parsed.parts[0].text) == "a, b " * 20_000


def joined(source: Source) -> State:
    """Find what is to be joined with the word before it, and hold every fix of that for safe."""
    parsed = parse(read(source))
    found = [replace(one, fix=replace(one.fix, safety="safe")) for one in lint(parsed, [JOIN]) if one.fix]
    return State(source, parsed, FileReport(source.path, tuple(found)))


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("markdown", "See _that_ xray and one xtwo.\n"),
        ("html", "<p>See < xray and one xtwo.</p>"),
    ],
)
def test_what_would_read_otherwise_is_not_written(form: str, text: str) -> None:
    done = apply_until_stable(Source("draft", form, text.encode()), joined, ["safe"])
    assert done.after.source.data.decode() == text.replace("one xtwo", "onextwo")
    note = "draft: 1 fix cannot be written without changing other words; it is shown only."
    assert done.after.report.notes == (note,)
    assert [found.fix.safety for found in done.after.report.diagnostics if found.fix] == ["shown"]


@pytest.mark.parametrize(
    ("severity", "after"),
    [("error", "tow foes, they"), ("warning", "tow foes, they"), ("suggestion", "two foes, they")],
)
def test_a_fix_that_makes_another_rule_speak_is_not_made(severity: Severity, after: str, tmp_path: Path) -> None:
    swaps = rule(pattern=r"\b(?<a>th?)(?<b>[oy])(?<c>[we])\b", name="swaps", replace="{a}{c}{b}", safety="safe")
    other = rule(pattern="two f|they|foes", name="other", severity=severity, except_=["they"])
    assert fixed(tmp_path / "draft.txt", "tow foes, thye", swaps, other)[0] == after


def test_what_the_next_round_repairs_is_no_harm(tmp_path: Path) -> None:
    one = rule(pattern=r"\baa\b", name="one", replace="bb", safety="safe")
    two = rule(pattern=r"\bbb\b", name="two", replace="cc", safety="safe")
    assert fixed(tmp_path / "draft.txt", "aa dd", one, two)[0] == "cc dd"


def test_fixes_that_never_end_change_nothing(tmp_path: Path) -> None:
    grows = rule(pattern="one$", name="grows", replace="one one", safety="safe")
    other = rule(pattern=r"\bteh\b", name="other", replace="the", safety="safe")
    written, report = fixed(tmp_path / "draft.txt", "teh one", grows, other)
    assert written == "teh one" and report.rewritten[0].count == 0
