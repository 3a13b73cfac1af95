"""Fixes are written into the file's own characters, whole, and until nothing is left to fix."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint_article.commands.rewrite import diff_lines
from lint_article.document import Edit, Finding, Fix, Safety, Source
from lint_article.engine.files import write_whole
from lint_article.engine.fixes import Check, apply_until_stable
from lint_article.engine.lint import lint
from lint_article.engine.load import read
from lint_article.engine.report import FileReport, State
from lint_article.engine.rounds import next_round
from lint_article.engine.stamp import stamp
from lint_article.errors import UserError
from lint_article.parsing.parse import parse
from lint_article.rulebook import Rule
from lint_article.text import Span
from making import checked, document, rule

# `teh` and `adn`: the last two letters are the wrong way round
SPELLING = rule(
    pattern=r"\b(?<a>[ta])(?<b>[ed])(?<c>[hn])\b(?<=teh|adn)", name="spelling", replace="{a}{c}{b}", safety="safe"
)
SPACE = rule(pattern=" +(?= )", name="space", replace="", safety="safe")
GUESS = rule(pattern=r"\bfoo\b", name="guess", replace="bar")


def repaired(data: bytes, *rules: Rule, unsafe: bool = False) -> bytes:
    safeties: tuple[Safety, ...] = ("safe", "unsafe") if unsafe else ("safe",)
    return apply_until_stable(Source("draft.txt", "plain", data), state(rules), safeties).after.source.data


def state(rules: Sequence[Rule]) -> Check:
    def check(source: Source) -> State:
        parsed = parse(read(source))
        return State(source, parsed, FileReport(source.path, tuple(lint(parsed, rules))))

    return check


def test_safe_fixes_are_written_and_unsafe_ones_on_demand() -> None:
    assert repaired(b"teh foo adn teh", SPELLING, GUESS) == b"the foo and the"
    assert repaired(b"teh foo", SPELLING, GUESS, unsafe=True) == b"the bar"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_encoding_mark_and_line_ends_are_kept(mark: bytes) -> None:
    assert repaired(mark + "é teh\r\nadn\rteh\n".encode(), SPELLING) == mark + "é the\r\nand\rthe\n".encode()


def test_undecodable_bytes_are_kept() -> None:
    assert repaired(b"caf\xe9 teh\xff", SPELLING) == b"caf\xe9 the\xff"


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_kept(codec: str) -> None:
    assert repaired("\ufeffé teh".encode(codec), SPELLING) == "\ufeffé the".encode(codec)


def test_what_cannot_be_given_back_is_left_alone() -> None:
    odd = "\ufeffteh".encode("utf-16-le") + b"\x41"
    assert repaired(odd, SPELLING) == odd


def test_of_fixes_that_touch_the_first_is_written_and_then_the_next() -> None:
    one = rule(pattern=r"\ba b\b", name="one", replace="a-b", safety="safe")
    two = rule(pattern=r"b\.", name="two", replace="b!", safety="safe")
    found = lint(document("a b. c"), [one, two])
    assert [
        apply_until_stable.finding.rule
        for apply_until_stable in next_round(document("a b. c"), found, ["safe"]).repairs
    ] == ["one"]
    assert repaired(b"a b. c", one, two) == b"a-b! c"


def test_rules_that_undo_each_other_come_to_an_end() -> None:
    there = rule(pattern=r"\bone\b", name="there", replace="two", safety="safe")
    back = rule(pattern=r"\btwo\b", name="back", replace="one", safety="safe")
    assert repaired(b"one", there, back) in (b"one", b"two")


@given(st.text(alphabet="teh adn\r\né\ufeff", max_size=60))
def test_fixing_twice_is_fixing_once_and_then_all_is_silent(text: str) -> None:
    once = repaired(text.encode(), SPELLING, SPACE)
    assert repaired(once, SPELLING, SPACE) == once
    assert lint(document(once), [SPELLING, SPACE]) == []


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("html", "<html><body><p>It was teh end.</p></body></html>"),
        ("markdown", "It was teh end."),
        ("latex", "\\documentclass{article}\\begin{document}It was teh end.\\end{document}"),
    ],
)
def test_markup_is_shown_and_not_written(form: str, text: str) -> None:
    parsed = document(text, form)
    at = parsed.text.index("teh")
    for new, safety in (("the", "safe"), ("q & a", "shown")):
        fix = Fix("Mend", (Edit(Span(at, at + 3), new),))
        made = stamp(parsed, SPELLING, Finding(Span(at, at + 3), {"text": "teh"}, fix)).fix
        assert made and made.safety == safety


def test_a_file_is_written_in_its_own_encoding_or_not_at_all(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    text = b"<html><head><meta charset='iso-8859-1'></head><body><p>It was teh end of a cafe.</p></body></html>"
    page.write_bytes(text)
    accent = rule(pattern=r"\bcafe\b", name="accent", replace="caf\u00e9", safety="safe")
    report = checked(str(page), [accent, SPELLING], fix=["safe"])
    assert report.rewritten[0].after == text.replace(b"teh", b"the").replace(b"cafe", b"caf\xe9")
    dash = rule(pattern=r"\bend\b", name="dash", replace="end \u2014 so", safety="safe")
    report = checked(str(page), [dash, SPELLING], fix=["safe"])
    assert report.rewritten[0].after == text.replace(b"teh", b"the")


def test_a_file_is_replaced_whole_with_its_permissions(tmp_path: Path) -> None:
    draft, link = tmp_path / "draft.txt", tmp_path / "link.txt"
    draft.write_bytes(b"teh\r\n")
    draft.chmod(0o640)
    link.symlink_to(draft)
    report = checked(str(link), [SPELLING], fix=["safe"], write=True)
    assert report.rewritten[0].count == 1
    assert draft.read_bytes() == b"the\r\n" and link.is_symlink()
    assert draft.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["draft.txt", "link.txt"]


def test_what_cannot_be_written_stays_as_it_was(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be written: No such file"):
        write_whole(str(tmp_path / "none" / "out.txt"), b"x")
    draft = tmp_path / "draft.txt"
    draft.write_bytes(b"teh")
    draft.chmod(0o444)
    if os.access(draft, os.W_OK):
        pytest.skip("this user may write everything")
    report = checked(str(draft), [SPELLING], fix=["safe"], write=True)
    assert "Permission denied" in report.unwritten[0].message
    assert draft.read_bytes() == b"teh"


def test_a_difference_is_a_unified_one(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_bytes(b"one\nteh\x0c end\n\nlast teh")
    lines = list(diff_lines([checked(str(draft), [SPELLING], fix=["safe"])]))
    assert lines[2:] == [
        "@@ -1,4 +1,4 @@",
        " one",
        "-teh\x0c end",
        "+the\x0c end",
        " ",
        "-last teh",
        "\\ No newline at end of file",
        "+last the",
        "\\ No newline at end of file",
    ]
