"""The columns of a PDF's page: which are read one after the other, and what is read over both."""

from __future__ import annotations

from drawn import made, run, shown
from lint_article.readers.pdf.columns import in_columns
from lint_article.readers.pdf.reader import read_pdf
from reader_laws import assert_laws, blocks

CELLS = (("Reed", "4.1", "0.18"), ("Rush", "5.2", "0.42"), ("Sedge", "6.3", "0.07"), ("Iris", "7.4", "0.11"))


def rows(places: tuple[float, float, float], top: float, step: float) -> list[tuple[float, float, str]]:
    """Return a table of three columns."""
    return [
        (x, top - step * line, words)
        for line, row in enumerate(3 * CELLS)
        for x, words in zip(places, row, strict=True)
    ]


def test_text_beside_a_table_is_not_read_over_its_rows() -> None:
    text = [(20.0, 700.0 - 12 * line, "the reeds lean to the south and, so Orre says,") for line in range(12)]
    table = shown(*rows((270, 320, 360), 697, 13))
    reading = read_pdf(made("\n".join([shown(*text), table])))
    assert_laws(reading)
    assert blocks(reading)[0] == ("paragraph", " ".join(words for _, _, words in text))
    assert {kind for kind, _ in blocks(reading)[1:]} == {"table"}


def test_the_rows_of_a_table_are_read_over_two_columns() -> None:
    text = [
        (x, 500.0 - 12 * line, f"the reeds lean to south {name}")
        for x, name in ((20, "left"), (210, "right"))
        for line in range(12)
    ]
    reading = read_pdf(made("\n".join([shown(*rows((20, 100, 300), 700, 12)), shown(*text)])))
    assert_laws(reading)
    assert blocks(reading)[0] == ("table", "\n".join(" ".join(row) for row in 3 * CELLS))
    assert blocks(reading)[1:] == [("paragraph", " ".join(words for _, _, words in text))]


def test_columns_that_stop_above_a_list_in_smaller_type_are_read_before_it() -> None:
    words = "the reeds lean to south"
    text = [
        (x, 700.0 - 12 * line, f"{words} {name}") for x, name in ((30, "left"), (210, "right")) for line in range(8)
    ]
    head = shown((30, 580, "References"), size=12)
    entries = [
        (x, 560.0 - 10 * line, f"{name} A. 2001. On reeds. Gulls, {line}, 1-9.")
        for x, name in ((30, "Abel"), (210, "Moe"))
        for line in range(4)
    ]
    reading = read_pdf(made("\n".join([shown(*text), head, shown(*entries, size=7)])))
    order = [text.split()[0] for kind, text in blocks(reading)]
    assert list(dict.fromkeys(order)) == ["the", "References", "Abel", "Moe"]


def test_columns_in_one_size_are_read_to_their_foot_whatever_white_parts_them() -> None:
    words = "the reeds lean to south"
    text = [
        (x, 700.0 - 12 * line - (60 if line > 4 else 0), f"{words} {name}")
        for x, name in ((30, "left"), (210, "right"))
        for line in range(10)
    ]
    reading = read_pdf(made(shown(*text)))
    order = [text.split()[-1] for _, text in blocks(reading)]
    assert order == sorted(order)


def test_columns_below_a_head_with_other_columns_are_read_one_by_one() -> None:
    names = [(20.0, 760.0 - 12 * line, f"Reedham {line}") for line in range(6)]
    abstract = [
        (120.0, 760.0 - 12 * line, "the abstract says that reeds lean in the winds of lakes") for line in range(12)
    ]
    text = [
        (x, 580.0 - 12 * line, f"the reeds lean to south {name}")
        for x, name in ((20.0, "left"), (210.0, "right"))
        for line in range(20)
    ]
    notes = [(20.0, 320.0 - 10 * line, "the numbers of the reeds are in a list") for line in range(6)]
    beside = [(210.0, 316.0 - 12 * line, "the reeds lean to south right") for line in range(5)]
    content = "\n".join([shown(*names), shown(*abstract), shown(*text), shown(*notes, size=8), shown(*beside)])
    words = [one for _, one in blocks(read_pdf(made(content)))]
    assert not any("left" in one and "list" in one.split("left")[0] for one in words)
    assert " ".join(26 * ["the reeds lean to south right"])[:500] in " ".join(words)


def test_type_far_beyond_the_page_is_no_reason_to_look_for_columns_there() -> None:
    far = 3e7  # where damaged spacing may set a letter; as many places for a gutter would be looked at for minutes
    lines = [[run("the reeds lean to the south", x, 600.0 - 12 * line)] for line in range(8) for x in (50.0, 250.0)]
    columns = in_columns([*lines, *([run("reeds", far, 400.0 - 12 * line)] for line in range(8))])
    assert [strip[0].left for column in columns for strip in column] == [50.0] * 8 + [250.0] * 8 + [far] * 8
