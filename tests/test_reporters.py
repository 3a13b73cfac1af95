"""Each output format, from the same reports."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from lint_article.document import Edit, Finding, Fix, Related
from lint_article.engine.diagnostic import Diagnostic
from lint_article.engine.report import Fault, FileReport
from lint_article.engine.stamp import stamp
from lint_article.errors import UserError
from lint_article.reporters import terminal
from lint_article.reporters.formats import concise, full, github, sarif
from lint_article.reporters.formats import json as as_json
from lint_article.reporters.style import style_for
from lint_article.rulebook import rulebook
from lint_article.text import Place, Span
from making import document

TEXT = "Some wörds: 100%, \U0001d400.\nMore , of them.\n"
SCHEMA = json.loads((Path(__file__).parent / "data/sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))


def diagnostics() -> Iterator[Diagnostic]:
    text = document(TEXT)
    rule = rulebook().rule("undecodable-bytes")
    values = {"bytes": "E9,\n100%", "offset": "3", "more": ""}
    yield stamp(text, rule, Finding(Span(5, 10), values, related=(Related(Span(27, 29), "here: too"),)))
    fix = Fix("Close up", (Edit(Span(25, 26), ""), Edit(Span(28, 28), " ")), "unsafe")
    yield stamp(text, rule, Finding(Span(25, 28), values, fix))


@pytest.fixture
def reports() -> list[FileReport]:
    return [
        FileReport("a b/dräft.txt", tuple(diagnostics())),
        FileReport("none.txt", trouble=UserError("There is no file none.txt.", "Check the path.")),
        FileReport("odd.txt", faults=(Fault("rule x", "KeyError: 1"),)),
    ]


def printed(lines: Iterator[str]) -> str:
    return "\n".join(lines)


def test_concise(reports: list[FileReport]) -> None:
    assert printed(concise.lines(reports)).splitlines() == [
        "a b/dräft.txt:1:6: error SRC002 undecodable-bytes: The byte sequence E9, 100% at offset 3 cannot be decoded.",
        "a b/dräft.txt:2:5: error SRC002 undecodable-bytes: The byte sequence E9, 100% at offset 3 cannot be decoded.",
    ]


def test_full(reports: list[FileReport]) -> None:
    assert printed(full.lines(reports)).splitlines() == [
        "a b/dräft.txt:1:6: error SRC002 undecodable-bytes: The byte sequence E9, 100% at offset 3 cannot be decoded.",
        "1 | Some wörds: 100%, \U0001d400.",
        "  |      ^^^^^",
        "  = a b/dräft.txt:2:7: here: too",
        "",
        "a b/dräft.txt:2:5: error SRC002 undecodable-bytes: The byte sequence E9, 100% at offset 3 cannot be decoded.",
        "2 | More , of them.",
        "  |     ^^^",
        "  = fix: Close up (unsafe)",
    ]


def test_colours_are_for_terminals(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    assert style_for(sys.stdout)("red", "x") == "x"
    assert style_for(sys.stdout, "always")("red", "x") == "\x1b[31mx\x1b[0m"
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert style_for(sys.stdout)("red", "x") == "\x1b[31mx\x1b[0m"
    monkeypatch.setenv("NO_COLOR", "1")
    assert style_for(sys.stdout)("red", "x") == "x"


@given(st.text(max_size=40))
def test_nothing_that_steers_a_terminal_is_printed(text: str) -> None:
    shown = terminal.visible(text)
    assert len(shown) == len(text)
    assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 or char in "\u202e\u2066\u2028\ud800" for char in shown)


@pytest.mark.parametrize(("text", "cells"), [("abc", 3), ("é", 1), ("e\u0301", 1), ("漢字", 4), ("\u200bx", 1)])
def test_cells(text: str, cells: int) -> None:
    assert terminal.cells(text) == cells


def test_json_is_the_contract(reports: list[FileReport]) -> None:
    first, second, *failed = json.loads(printed(as_json.lines(reports)))
    assert first == {
        "filename": "a b/dräft.txt",
        "code": "SRC002",
        "rule": "undecodable-bytes",
        "severity": "error",
        "message": "The byte sequence E9,\n100% at offset 3 cannot be decoded.",
        "url": None,
        "location": {"row": 1, "column": 6},
        "end_location": {"row": 1, "column": 11},
        "fix": None,
        "related": [
            {
                "message": "here: too",
                "location": {"row": 2, "column": 7},
                "end_location": {"row": 2, "column": 9},
            }
        ],
    }
    assert second["fix"] == {
        "message": "Close up",
        "applicability": "unsafe",
        "edits": [
            {"content": "", "location": {"row": 2, "column": 5}, "end_location": {"row": 2, "column": 6}},
            {"content": " ", "location": {"row": 2, "column": 8}, "end_location": {"row": 2, "column": 8}},
        ],
    }
    assert [(one["filename"], one["code"], one["message"]) for one in failed] == [
        ("none.txt", "not-checked", "There is no file none.txt. Check the path."),
        ("odd.txt", "not-checked", "Internal error in rule x on odd.txt: KeyError: 1"),
    ]
    assert json.loads(printed(as_json.lines([]))) == []


def test_json_names_pages_and_paragraphs() -> None:
    assert as_json.location(Place(3, 4, page=2)) == {"row": 3, "column": 4, "page": 2}
    assert as_json.location(Place(3, 4, paragraph=3)) == {"row": 3, "column": 4, "paragraph": 3}


def test_github_escapes_what_it_must(reports: list[FileReport]) -> None:
    first, second, missing, _ = github.lines(reports)
    assert first == (
        "::error file=a b/dräft.txt,title=SRC002 undecodable-bytes,line=1,endLine=1,col=6,endColumn=10"
        "::The byte sequence E9,%0A100%25 at offset 3 cannot be decoded."
    )
    assert github._property("a,b:c%\n") == "a%2Cb%3Ac%25%0A"
    assert "col=5,endColumn=7" in second
    assert missing == "::error file=none.txt,title=not-checked::There is no file none.txt. Check the path."


def test_sarif_is_valid_and_counts_code_points(reports: list[FileReport]) -> None:
    log: Any = json.loads(printed(sarif.lines(reports)))
    Draft4Validator(SCHEMA).validate(log)
    [run] = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["invocations"][0]["executionSuccessful"] is False
    assert [note["message"]["text"] for note in run["invocations"][0]["toolExecutionNotifications"]] == [
        "There is no file none.txt. Check the path.",
        "Internal error in rule x on odd.txt: KeyError: 1",
    ]
    first, second = run["results"]
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["name"] == "undecodable-bytes"
    where = first["locations"][0]["physicalLocation"]
    assert where["artifactLocation"]["uri"] == "a%20b/dr%C3%A4ft.txt"
    assert where["region"] == {"startLine": 1, "startColumn": 6, "endLine": 1, "endColumn": 11}
    assert second["fixes"][0]["artifactChanges"][0]["replacements"][1]["insertedContent"] == {"text": " "}
    assert first["partialFingerprints"] != second["partialFingerprints"]
    Draft4Validator(SCHEMA).validate(json.loads(printed(sarif.lines([]))))


def fingerprint(text: str, words: str, name: str = "undecodable-bytes", byte: str = "E9") -> object:
    rule, start = rulebook().rule(name), text.index(words)
    values = {"bytes": byte, "offset": "3", "more": "", "text": words}
    found = stamp(document(text), rule, Finding(Span(start, start + len(words)), values))
    [result] = json.loads(printed(sarif.lines([FileReport("a.txt", (found,))])))["runs"][0]["results"]
    return result["partialFingerprints"]


LONG = "a longer line that is cut where an excerpt shows it, " * 4


@pytest.mark.parametrize(
    ("text", "byte"),
    [
        ("It was seen, , twice in one year.", "E8"),  # another message
        ("More above.\n\nIt was seen, , twice in one year.\n\nMore below.", "E9"),
        ("It was seen,\t ,  twice in one year.", "E9"),
    ],
)
def test_a_fingerprint_survives_rewording_and_edits_elsewhere(text: str, byte: str) -> None:
    assert fingerprint(text, ",", byte=byte) == fingerprint("It was seen, , twice in one year.", ",")


@pytest.mark.parametrize("before", ["", "Short. ", LONG])
@pytest.mark.parametrize("words", ["quay", "quays and slipways, " + LONG])
def test_a_fingerprint_survives_edits_in_the_same_line(before: str, words: str) -> None:
    text = f"{{}}A beginning of the sentence, {words} and an end that is far enough away. {{}}"
    assert fingerprint(text.format(before, LONG), words) == fingerprint(text.format(LONG, before), words)


def test_fingerprints_tell_findings_and_rules_apart() -> None:
    first, second = "It was seen, twice.", "It was found, twice."
    assert fingerprint(first, ",") != fingerprint(second, ",")
    assert fingerprint(first, ",") != fingerprint(first, ",", name="malformed-url")


def test_sarif_paths() -> None:
    assert [sarif.uri(path) for path in ("-", "/a b/c.txt", "x/é.txt")] == [
        "stdin",
        "file:///a%20b/c.txt",
        "x/%C3%A9.txt",
    ]


def test_places_in_files_without_lines() -> None:
    rule = rulebook().rule("undecodable-bytes")
    found = stamp(document("a word"), rule, Finding(Span(2, 6), {"bytes": "E9", "offset": "3", "more": ""}))
    paged = replace(found, place=Place(5, 3, page=2), end=Place(5, 7, page=2))
    report = FileReport("a.pdf", (paged,))
    assert printed(concise.lines([report])).startswith("a.pdf:2:5:3: error")
    [line] = github.lines([report])
    assert line.startswith("::error file=a.pdf,title=SRC002 undecodable-bytes::page 2, line 5: The byte sequence")
    [result] = json.loads(printed(sarif.lines([report])))["runs"][0]["results"]
    [location] = result["locations"]
    assert location["physicalLocation"]["region"] == {"startLine": 1} and location["properties"] == {
        "page": 2,
        "region": {"startLine": 5, "startColumn": 3, "endLine": 5, "endColumn": 7},
    }
    assert location["logicalLocations"] == [{"name": "page 2, line 5"}]
    Draft4Validator(SCHEMA).validate(json.loads(printed(sarif.lines([report]))))
    assert result["message"]["text"].startswith("page 2, line 5: The byte sequence")


def test_machine_formats_name_the_grammar_engine(reports: list[FileReport]) -> None:
    (found, *_) = reports[0].diagnostics
    checked = FileReport("a.txt", (replace(found, code="GRM001", kind="grammar"), found), grammar="harper 0.2.0")
    assert [item.get("engine") for item in json.loads(printed(as_json.lines([checked])))] == ["harper 0.2.0", None]
    log = json.loads(printed(sarif.lines([checked])))
    assert log["runs"][0]["tool"]["extensions"] == [{"name": "harper", "version": "0.2.0"}]
    Draft4Validator(SCHEMA).validate(log)
    assert "extensions" not in json.loads(printed(sarif.lines(reports)))["runs"][0]["tool"]
