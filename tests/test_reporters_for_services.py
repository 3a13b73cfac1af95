"""The output formats that services of other people read, each held against its reader's own rules."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from jsonschema import Draft4Validator, Draft202012Validator

from lint_article.document import Edit, Finding, Fix, Related
from lint_article.engine.diagnostic import Diagnostic
from lint_article.engine.report import Fault, FileReport
from lint_article.engine.stamp import stamp
from lint_article.errors import UserError
from lint_article.reporters import output_formats, reporter
from lint_article.reporters.style import plain
from lint_article.rulebook import rulebook
from lint_article.text import Place, Span
from making import document

SARIF = json.loads((Path(__file__).parent / "data/sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
RDJSON = json.loads((Path(__file__).parent / "data/rdjson-0.20.3.json").read_text(encoding="utf-8"))
TEXT = "Some wörds: 100%, \U0001d400.\nMore , of them.\n"


def diagnostics() -> Iterator[Diagnostic]:
    text, rule = document(TEXT), rulebook().rule("undecodable-bytes")
    values = {"bytes": 'E9 <b>"\n', "offset": "3", "more": ""}
    yield stamp(text, rule, Finding(Span(5, 10), values, related=(Related(Span(27, 29), "here: too"),)))
    yield stamp(text, rule, Finding(Span(25, 28), values, Fix("Close up", (Edit(Span(25, 26), ""),), "unsafe")))


@pytest.fixture
def reports() -> list[FileReport]:
    found = tuple(diagnostics())
    paged = replace(found[0], place=Place(5, 3, page=2), end=Place(5, 7, page=2), related=())
    included = replace(found[1], place=Place(2, 5, path="part.txt"), end=Place(2, 8, path="part.txt"))
    return [
        FileReport("a & b.txt", (*found, included)),
        FileReport("c.pdf", (paged,)),
        FileReport("clean.txt"),
        FileReport("none.txt", trouble=UserError("There is no file none.txt.", "Check the path.")),
        FileReport("odd.txt", faults=(Fault("rule x", "KeyError: 1"),)),
    ]


def printed(name: str, reports: list[FileReport]) -> str:
    return "\n".join(reporter(name).lines(reports, plain))


def parsed(text: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(text)  # noqa: S314 - what we have written ourselves


@pytest.mark.parametrize("name", sorted({*output_formats()} - {"html"}))  # which shows the manuscripts
def test_every_format_counts(name: str, reports: list[FileReport]) -> None:
    """Where only counts are wanted, each format has one entry per rule, and is still what its reader reads."""
    lines = "\n".join(reporter(name).counted_lines(reports, plain))
    expected = {
        "full": "     4  SRC002  undecodable-bytes             Invalid byte sequence",
        "markdown": "| 4 | 2 | SRC002 | undecodable-bytes | error |",
        "json": '"count": 4,',
        "json-lines": '"count": 4,',
    }
    assert expected.get(name, expected["full"] if name == "concise" else "4 findings in 2 files") in lines


def test_rules_link_to_their_pages_if_these_are_published(reports: list[FileReport]) -> None:
    published = [replace(report, docs_url="https://journal.example/rules/") for report in reports]
    url = "https://journal.example/rules/rules/undecodable-bytes.html"
    assert json.loads(printed("json", published))[0]["url"] == url
    assert json.loads(printed("rdjson", published))["diagnostics"][0]["code"]["url"] == url
    [rule] = json.loads(printed("sarif", published))["runs"][0]["tool"]["driver"]["rules"]
    assert rule["helpUri"] == url
    assert f"[SRC002 undecodable-bytes]({url})" in printed("markdown", published)
    assert not [name for name in ("json", "rdjson", "sarif", "markdown") if "http" in printed(name, reports)[200:]]


@pytest.mark.parametrize("name", output_formats())
def test_every_format_says_what_was_not_checked(name: str, reports: list[FileReport]) -> None:
    """In a file, which nobody reads beside standard error, and where only counts are wanted."""
    lines = "\n".join(reporter(name).file_lines(reports, plain))
    assert "There is no file none.txt" in lines and "KeyError: 1" in lines
    if name != "html":
        counted = "\n".join(reporter(name).counted_lines(reports, plain))
        assert any(words in counted for words in ("not-checked", "There is no file none.txt"))


def test_json_lines_are_the_items_of_json(reports: list[FileReport]) -> None:
    assert [json.loads(line) for line in printed("json-lines", reports).splitlines()] == json.loads(
        printed("json", reports)
    )


# What Jenkins and GitLab read in JUnit's XML: the elements, where they may be, and the attributes that each has.
JUNIT = {
    "testsuites": ("", "name tests failures errors disabled time"),
    "testsuite": ("testsuites", "name tests failures errors skipped time timestamp hostname id package"),
    "testcase": ("testsuite", "name classname time assertions status file line"),
    "failure": ("testcase", "type message"),
    "error": ("testcase", "type message"),
}
# Code quality, as the reference of GitLab describes it, and what the specification of Code Climate asks for besides.
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location", "type", "categories"],
        "properties": {
            "type": {"const": "issue"},
            "categories": {"type": "array", "minItems": 1, "items": {"enum": ["Bug Risk", "Clarity", "Style"]}},
            "description": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^[^/]"},
                    "lines": {"type": "object", "required": ["begin"]},
                },
            },
        },
    },
}


@pytest.mark.parametrize("counted", [False, True])
def test_services_read_what_is_printed(reports: list[FileReport], counted: bool) -> None:
    def shown(name: str) -> str:
        chosen = reporter(name)
        return "\n".join((chosen.counted_lines if counted else chosen.lines)(reports, plain))

    Draft202012Validator(GITLAB).validate(json.loads(shown("gitlab")))
    Draft202012Validator(RDJSON).validate(json.loads(shown("rdjson")))
    Draft4Validator(SARIF).validate(json.loads(shown("sarif")))
    regions = [result["locations"][0]["physicalLocation"]["region"] for result in sarif_results(shown("sarif"))]
    assert regions and all(region["startLine"] >= 1 for region in regions)
    root = parsed(shown("junit").encode())
    parents = {child: parent for parent in root.iter() for child in parent}
    for element in root.iter():
        parent, attributes = JUNIT[element.tag]
        assert element is root or parents[element].tag == parent
        assert element.attrib.keys() <= set(attributes.split()) and {"name", "message"} & element.attrib.keys()


def sarif_results(log: str) -> list[Any]:
    return [result for run in json.loads(log)["runs"] for result in run["results"]]


def test_gitlab_has_what_a_merge_request_needs(reports: list[FileReport]) -> None:
    issues = json.loads(printed("gitlab", reports))
    assert [(one["location"]["path"], one["location"]["lines"], one["severity"]) for one in issues] == [
        ("a & b.txt", {"begin": 1, "end": 1}, "major"),
        ("a & b.txt", {"begin": 2, "end": 2}, "major"),
        ("part.txt", {"begin": 2, "end": 2}, "major"),
        ("c.pdf", {"begin": 1, "end": 1}, "major"),
        ("none.txt", {"begin": 1, "end": 1}, "major"),
        ("odd.txt", {"begin": 1, "end": 1}, "major"),
    ]
    assert [one["check_name"] for one in issues] == ["undecodable-bytes"] * 4 + ["not-checked"] * 2
    assert issues[3]["description"].startswith("page 2, line 5: ")
    assert len({one["fingerprint"] for one in issues}) == 6
    assert json.loads(printed("gitlab", [])) == []


def test_rdjson_follows_its_schema(reports: list[FileReport]) -> None:
    result: Any = json.loads(printed("rdjson", reports))
    Draft202012Validator(RDJSON).validate(result)
    first, second, _, paged, missing, _ = result["diagnostics"]
    # Its columns count bytes, and the flagged word is `wörds`.
    assert first["location"]["range"] == {"start": {"line": 1, "column": 6}, "end": {"line": 1, "column": 12}}
    assert first["related_locations"][0]["message"] == "here: too"
    assert second["suggestions"] == [
        {"range": {"start": {"line": 2, "column": 5}, "end": {"line": 2, "column": 6}}, "text": ""}
    ]
    assert paged["location"] == {"path": "c.pdf"} and paged["message"].startswith("page 2, line 5: ")
    assert missing["location"] == {"path": "none.txt"} and missing["code"] == {"value": "not-checked"}


def test_junit_counts_what_it_lists(reports: list[FileReport]) -> None:
    root = parsed(printed("junit", reports).encode())
    assert root.attrib == {"name": "lint-article", "tests": "7", "failures": "4", "errors": "2"}
    for suite in [root, *root]:
        cases = suite.findall(".//testcase")
        assert int(suite.attrib["tests"]) == len(cases)
        assert int(suite.attrib["failures"]) == len(suite.findall(".//failure"))
        assert int(suite.attrib["errors"]) == len(suite.findall(".//error"))
    places = [
        (case.get("file"), case.get("line")) for case in root.iter("testcase") if case.find("failure") is not None
    ]
    assert places == [("a & b.txt", "1"), ("a & b.txt", "2"), ("part.txt", "2"), ("c.pdf", None)]
    told = root[0].findtext("testcase/failure") or ""
    assert told.startswith("a & b.txt:1:6: error SRC002 undecodable-bytes: The byte sequence E9 <b>")


def test_checkstyle_has_one_file_element_per_run_of_findings(reports: list[FileReport]) -> None:
    root = parsed(printed("checkstyle", reports).encode())
    assert [(file.attrib["name"], [error.attrib["line"] for error in file]) for file in root] == [
        ("a & b.txt", ["1", "2"]),
        ("part.txt", ["2"]),
        ("c.pdf", ["1"]),
        ("none.txt", ["1"]),
        ("odd.txt", ["1"]),
    ]
    assert root[0][0].attrib["source"] == "lint-article.undecodable-bytes"


@pytest.mark.parametrize("name", ["junit", "checkstyle"])
def test_xml_holds_whatever_a_manuscript_holds(name: str) -> None:
    (found, _) = diagnostics()
    odd = replace(found, message="\x00\x1b[31m\ud800\ufffe\uffff]]>\u202e<!--")
    root = parsed(printed(name, [FileReport("a\x07\udce9.txt", (odd,))]).encode())
    assert "]]>" in ElementTree.tostring(root, encoding="unicode").replace("&gt;", ">")


def test_markdown_makes_no_markup_of_the_text(reports: list[FileReport]) -> None:
    lines = printed("markdown", reports).splitlines()
    assert lines[:4] == [
        "### a \\& b.txt",
        "",
        '- **error** SRC002 undecodable-bytes, line 1: The byte sequence E9 \\<b\\>"  at offset 3 cannot be decoded.',
        "  <br>Some <mark>wörds</mark>: 100%, \U0001d400.",
    ]
    assert "- **error** SRC002 undecodable-bytes, page 2, line 5:" in "\n".join(lines)
    assert lines[-1] == "- **not checked**: Internal error in rule x on odd.txt: KeyError: 1"
