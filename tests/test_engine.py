"""Rules are run, stamped and sorted; a rule that fails is ours to answer for, and the others go on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint_article.document import Document, Edit, Finding, Fix, Related
from lint_article.engine import containment
from lint_article.engine import lint as engine
from lint_article.engine.lint import lint
from lint_article.engine.stamp import excerpt, stamp
from lint_article.kinds import Run, runner
from lint_article.parsing import parse
from lint_article.readers import formats
from lint_article.readers.writer import Writer
from lint_article.rulebook import rulebook
from lint_article.text import Place, Span
from making import checked, document, rule
from packages import docx, p

WORD = rule(pattern=r"\bbad\b", name="bad-word")


def test_a_finding_is_stamped() -> None:
    text = "One line.\nA bad one."
    [found] = lint(document(text), [WORD])
    assert (found.rule, found.code, found.severity) == ("bad-word", "TXT999", "warning")
    assert found.message == "Found `bad`."
    assert (found.place, found.end) == (Place(2, 3), Place(2, 6))
    [line] = found.excerpt
    assert (line.number, line.text, line.text[line.start : line.end]) == (2, "A bad one.", "bad")


def test_findings_are_sorted_by_place_whatever_the_order_of_rules() -> None:
    text = document("bad ugly bad ugly")
    ugly = rule(pattern="ugly", name="ugly-word")
    one, other = lint(text, [WORD, ugly]), lint(text, [ugly, WORD])
    assert one == other
    assert [found.rule for found in one] == ["bad-word", "ugly-word"] * 2


@pytest.mark.parametrize("char", ["\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029", "\x0b", "\x0c"])
def test_only_newlines_end_lines(char: str) -> None:
    [found] = lint(document(f"one{char}two\r\n\U0001d400 bad"), [WORD])
    assert found.place == Place(2, 3)


def test_a_byte_order_mark_has_no_column() -> None:
    [found] = lint(document("\ufeffbad"), [WORD])
    assert (found.place, found.end) == (Place(1, 1), Place(1, 4))
    assert found.excerpt[0].text[found.excerpt[0].start : found.excerpt[0].end] == "bad"


def test_an_excerpt_of_a_long_line_is_cut_around_the_words() -> None:
    [found] = lint(document("x " * 500 + "bad" + " y" * 500), [WORD])
    [line] = found.excerpt
    assert len(line.text) <= 110
    assert line.text[line.start : line.end] == "bad"
    assert line.text[0] == line.text[-1] == "…"


def test_an_excerpt_has_at_most_three_lines() -> None:
    long = rule(pattern=r"(?s)a.*z")
    [found] = lint(document("a\nb\nc\nd\nz"), [long])
    assert [line.number for line in found.excerpt] == [1, 2, 3]
    assert found.end == Place(5, 2)


@given(st.text(alphabet="ab \n\r\téß\U0001d400", max_size=300), st.data())
def test_an_excerpt_shows_what_is_flagged(text: str, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    parsed = document(text)
    origin = parsed.map.origin(Span(start, end))
    shown = excerpt(parsed.parts[0], origin)
    if not text:
        assert shown == ()
        return
    for line in shown:
        assert 0 <= line.start <= line.end <= len(line.text)
    flagged = "\n".join(line.text[line.start : line.end] for line in shown)
    lines = re.split(r"\r\n|\r|\n", parsed.parts[0].text[origin.start : origin.end])
    assert "\n".join(lines[:3]).startswith(flagged.rstrip("\n")[:40])


def claim(finding: Finding) -> None:
    stamp(document("some words here"), WORD, finding)


def test_unlawful_findings_are_refused() -> None:
    values = {"text": "x"}
    with pytest.raises(ValueError, match="outside"):
        claim(Finding(Span(0, 99), values))
    with pytest.raises(KeyError):
        claim(Finding(Span(0, 4)))
    apart = Fix("Mend", (Edit(Span(5, 8), ""), Edit(Span(0, 4), "")))
    with pytest.raises(ValueError, match="not sorted and apart"):
        claim(Finding(Span(0, 4), values, apart))


def test_a_fix_of_derived_text_is_only_shown() -> None:
    parsed = document(b"caf\xe9 bad")
    fix = Fix("Mend", (Edit(Span(0, 4), "tea"),))
    assert stamp(parsed, WORD, Finding(Span(0, 4), {"text": ""}, fix)).fix.safety == "shown"  # type: ignore[union-attr]
    sound = Fix("Mend", (Edit(Span(5, 8), "good"),))
    assert stamp(parsed, WORD, Finding(Span(5, 8), {"text": ""}, sound)).fix.safety == "safe"  # type: ignore[union-attr]


def test_related_places_are_stamped() -> None:
    found = stamp(document("a\nb"), WORD, Finding(Span(0, 1), {"text": ""}, related=(Related(Span(2, 3), "here"),)))
    assert [(related.note, related.place) for related in found.related] == [("here", Place(2, 1))]


def failing(kind: str, name: str) -> Run:
    """Return a runner whose rules fail, but for `bad-word`."""

    def fail(_document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
        raise RuntimeError("an oversight")

    return runner(kind, name) if name == "bad-word" else fail


def test_a_failing_rule_is_reported_as_ours(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(engine, "runner", failing)
    draft = tmp_path / "draft.txt"
    draft.write_text("a bad word", encoding="utf-8")
    report = checked(str(draft), [rule(name="other", pattern="x"), WORD])
    assert [found.rule for found in report.diagnostics] == ["bad-word"]
    [fault] = report.faults
    assert (fault.where, fault.error) == ("rule other", "RuntimeError: an oversight")
    assert "Traceback" in fault.trace


PROSE = "It was the the first tide."
BROKEN = {
    "draft.html": f"<p>{PROSE}</p><p>Second.</p>",
    "draft.xml": f"<article><body><p>{PROSE}</p><p>Second.</p></body></article>",
    "draft.tex": f"{PROSE}\n\nSecond.",
    "draft.md": f"{PROSE}\n\nSecond.\n\nThird.",
    "draft.docx": docx(p(PROSE) + p("Second.")),
}


@pytest.mark.parametrize(("name", "content"), BROKEN.items(), ids=BROKEN)
def test_what_was_read_before_an_internal_error_is_checked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, content: str | bytes
) -> None:
    def fail(writer: Writer, start: int, end: int, part: int = 0) -> None:
        if "Second" in writer.text_of(part)[start:end]:
            raise RuntimeError("an oversight")
        copy(writer, start, end, part)

    copy = Writer.copy
    monkeypatch.setattr(Writer, "copy", fail)
    monkeypatch.setattr(containment, "read_contained", formats.read)  # where the writer is the one that fails
    (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    report = checked(str(tmp_path / name))
    assert [found.rule for found in report.diagnostics] == ["repeated-word", "unchecked-text"]
    assert [(f.where, f.error) for f in report.faults] == [("reading the rest", "RuntimeError: an oversight")]


def test_the_words_of_a_text_that_cannot_be_parsed_are_checked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("an oversight")

    monkeypatch.setattr(parse, "find_lists", fail)
    draft = tmp_path / "draft.txt"
    draft.write_text(PROSE, encoding="utf-8")
    report = checked(str(draft))
    assert [found.rule for found in report.diagnostics] == ["unchecked-text", "repeated-word"]
    assert [(fault.where, fault.error) for fault in report.faults] == [("parsing", "RuntimeError: an oversight")]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_no_text_makes_a_rule_fail(text: str) -> None:
    for found in lint(document(text), rulebook()):
        assert found.place <= found.end or found.place.page is not None
        assert found.message.strip()
