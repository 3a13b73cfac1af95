"""The laws of text maps: segments tile, copied text equals its origin, every place resolves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint_article.document import Source
from lint_article.readers.decoding import encoding_of
from lint_article.readers.plain.reader import read_plain
from lint_article.text import Origin, Part, Segment, Span, TextBuilder, TextMap, place_at
from lint_article.text.lines import lines_of
from lint_article.text.map import LINE_BREAK, UNDECODABLE

PARTS = ["The efﬁcient mar-\nket &amp; its rules.", "A second part, with “signs” and \U0001d400."]


@st.composite
def built(draw: st.DrawFn) -> tuple[str, TextMap]:
    """A text made by any sequence of the builder's three operations."""
    builder = TextBuilder(PARTS)
    for _ in range(draw(st.integers(0, 12))):
        part = draw(st.integers(0, 1))
        start, end = sorted(draw(st.tuples(*[st.integers(0, len(PARTS[part]))] * 2)))
        match draw(st.sampled_from(("copy", "derive", "insert"))):
            case "copy":
                builder.copy(start, end, part)
            case "derive":
                builder.derive(draw(st.text(max_size=5)), start, end, "entity", part)
            case "insert":
                builder.insert(draw(st.text(max_size=5)), start, part)
    return builder.text(), builder.map()


@given(built())
def test_segments_tile_the_text(made: tuple[str, TextMap]) -> None:
    text, mapped = made
    assert [s.span.start for s in mapped.segments] == [0, *(s.span.end for s in mapped.segments)][
        : len(mapped.segments)
    ]
    assert (mapped.segments[-1].span.end if mapped.segments else 0) == len(text)


@given(built())
def test_copied_text_equals_its_origin(made: tuple[str, TextMap]) -> None:
    text, mapped = made
    for segment in mapped.segments:
        origin = segment.origin
        if segment.how == "copied":
            assert segment.span.of(text) == PARTS[origin.part][origin.start : origin.end]
        if segment.how == "inserted":
            assert origin.start == origin.end


@given(built(), st.data())
def test_every_span_has_an_origin_that_holds_it(made: tuple[str, TextMap], data: st.DataObject) -> None:
    text, mapped = made
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    origin = mapped.origin(Span(start, end))
    assert 0 <= origin.start <= origin.end <= len(PARTS[origin.part])
    if text and mapped.is_editable(Span(start, end)):
        assert PARTS[origin.part][origin.start : origin.end] == text[start:end]


@given(st.text(alphabet="ab\n\r\x0c\x1c\x1d\x1e\x85\u2028\u2029é", max_size=40), st.data())
def test_places_count_lines_as_editors_do(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    lines = text[:offset].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    torn = text[offset - 1 : offset + 1] == "\r\n"  # inside a line end: still the line that it ends
    place = place_at(Part(text, lines_of(text)), offset)
    assert (place.line, place.column) == (
        (len(lines), len(lines[-1]) + 1) if not torn else (len(lines) - 1, place.column)
    )


@given(st.sampled_from((b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")), st.binary(max_size=60))
def test_plain_text_keeps_every_byte(mark: bytes, rest: bytes) -> None:
    data = mark + rest
    reading = read_plain(Source("draft.txt", "plain", data))
    raw = reading.parts[0].text
    lone = [char for char in raw if "\udc00" <= char <= "\udcff"]
    shown = "".join("\ufffd" if char in lone else char for char in raw)
    assert reading.text == shown.removeprefix("\ufeff")
    for problem in reading.problems:
        values = dict(problem.values)
        stated = bytes.fromhex(values["bytes"])
        assert data[int(values["offset"]) :].startswith(stated)
        assert len(stated) == len(problem.span)
    assert sum(len(problem.span) for problem in reading.problems) == len(lone)
    assert encoding_of(raw, data, reading.source) or (mark[:2] in (b"\xff\xfe", b"\xfe\xff") and lone)


def test_a_derived_stretch_is_widened_and_not_editable() -> None:
    builder = TextBuilder(["eﬀect"])
    builder.copy(0, 1)
    builder.derive("ff", 1, 2, "ligature")
    builder.copy(2, 5)
    mapped = builder.map()
    assert builder.text() == "effect"
    assert [s.how for s in mapped.segments] == ["copied", "derived", "copied"]
    assert mapped.origin(Span(2, 4)).start == 1 and mapped.origin(Span(2, 4)).end == 3
    assert not mapped.is_editable(Span(2, 4)) and mapped.is_editable(Span(3, 6))
    assert mapped.segments[1] == Segment(Span(1, 3), mapped.origin(Span(1, 3)), "derived", "ligature")


def test_a_span_cannot_run_backwards() -> None:
    with pytest.raises(ValueError, match=r"no span: 3\.\.2"):
        Span(3, 2)


def test_the_end_of_a_map_is_the_place_that_the_text_has_come_to() -> None:
    builder = TextBuilder(PARTS)
    assert (builder.end(), len(builder), builder.map().origin(Span(0, 0))) == (Origin(0, 0, 0), 0, Origin(0, 0, 0))
    builder.copy(4, 9, 1)
    assert builder.end() == Origin(1, 9, 9)
    builder.insert("x", 2, 0)
    assert builder.end() == Origin(0, 2, 2)


def test_runs_of_copied_text_are_one_segment_only_where_they_follow_in_one_part() -> None:
    builder = TextBuilder(PARTS)
    builder.copy(0, 4)
    builder.copy(4, 6)
    builder.copy(6, 8, 1)
    builder.copy(9, 11, 1)
    assert [(one.origin.part, one.origin.start, one.origin.end) for one in builder.map().segments] == [
        (0, 0, 6),
        (1, 6, 8),
        (1, 9, 11),
    ]


def test_only_one_run_of_one_part_is_editable() -> None:
    apart, of_two_parts = TextBuilder(PARTS), TextBuilder(PARTS)
    apart.copy(0, 4)
    apart.copy(6, 8)
    of_two_parts.copy(0, 4)
    of_two_parts.copy(4, 6, 1)
    spans = Span(0, 4), Span(4, 6), Span(2, 6)
    for builder in (apart, of_two_parts):
        assert [builder.map().is_editable(span) for span in spans] == [True, True, False]


def test_origins_over_several_parts_are_cut_at_the_first() -> None:
    builder = TextBuilder(PARTS)
    builder.copy(0, 4)
    builder.derive("fi", 6, 7, LINE_BREAK)
    builder.copy(2, 5, 1)
    builder.derive("\ufffd?", 5, 7, UNDECODABLE, 1)
    mapped = builder.map()
    assert mapped.origin(Span(1, 6)) == Origin(0, 1, 7)
    assert mapped.origin(Span(7, 8)) == Origin(1, 3, 4)
    assert mapped.origin(Span(9, 10)) == Origin(1, 5, 7)
    assert (mapped.line_breaks(), mapped.undecoded_offsets()) == ([4], frozenset({9, 10}))
    assert [mapped.is_editable(Span(*span)) for span in ((0, 4), (0, 5), (6, 9), (9, 10), (3, 8))] == [
        True,
        False,
        True,
        False,
        False,
    ]
