"""Which edits are written into a marked-up source, and over which stretch of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lint_article.document import Document, Edit
from lint_article.engine.edits import place_edit
from lint_article.text import Span
from making import document

LATEX = r"\documentclass{article}\begin{document}%s\end{document}"
PAGE = "<html><body><p>%s</p></body></html>"


def written(parsed: Document, marked: str, new: str) -> str | None:
    """Return the source with `new` for what the bars in `marked` enclose, or None if it is not written."""
    before, old, after = marked.split("|")
    start = parsed.text.index(before + old + after) + len(before)
    origin, writable = place_edit(parsed, Edit(Span(start, start + len(old)), new))
    source = parsed.parts[origin.part].text
    return source[: origin.start] + new + source[origin.end :] if writable else None


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("latex", LATEX % r"It was \emph{teh} end."),
        ("latex", LATEX % r"It was {\em teh} end."),
        ("latex", LATEX % r"Thus:\\teh end."),
        ("html", PAGE % "It was <i>teh</i> end."),
        ("jats", "<article><body><p>It was <italic>teh</italic> end.</p></body></article>"),
        ("markdown", "It was *teh* end."),
        ("markdown", "It was [teh](https://example.org/a) end."),
    ],
)
def test_a_whole_word_is_edited_inside_mark_up(form: str, text: str) -> None:
    assert written(document(text, form), "|teh|", "the") == text.replace("teh", "the")


@pytest.mark.parametrize(
    ("form", "text", "marked", "after"),
    [
        ("latex", LATEX % "The sea , too.", "sea| |,", LATEX % "The sea, too."),
        ("latex", LATEX % "The sea  \n  , too.", "sea|\n|,", LATEX % "The sea, too."),
        ("latex", LATEX % r"The \emph{sea} , too.", "sea| |,", None),
        ("latex", LATEX % r"The sea \index{sea}, too.", "sea| |,", None),
        ("latex", LATEX % r"The sea~, too.", "sea| |,", None),
        ("latex", LATEX % "The sea % so\n, too.", "sea| |,", None),
        ("html", PAGE % "The sea\n   , too.", "sea|\n|,", PAGE % "The sea, too."),
        ("html", PAGE % "The sea <b>, too</b>.", "sea| |,", None),
        ("html", PAGE % "The sea <!-- x -->, too.", "sea| |,", None),
        ("html", PAGE % "The sea&nbsp;, too.", "sea|\N{NO-BREAK SPACE}|,", None),
        ("markdown", "The *sea* , too.", "sea| |,", None),
    ],
)
def test_a_blank_is_taken_out_between_two_neighbours_in_the_source(
    form: str, text: str, marked: str, after: str | None
) -> None:
    assert written(document(text, form), marked, "") == after


@pytest.mark.parametrize(
    ("form", "text", "marked", "new", "after"),
    [
        ("latex", LATEX % "The sea  \n  , too.", "sea|\n,| too", ",", LATEX % "The sea, too."),
        ("latex", LATEX % "The sea  \n  , too.", "The |sea\n|,", "sea", LATEX % "The sea, too."),
        ("html", PAGE % "It was teh\n   end.", "was |teh\n|end", "the\n", PAGE % "It was the\n   end."),
        ("html", PAGE % "It was\n   teh, end.", "was\n|teh|, end", "(the", PAGE % "It was\n   (the, end."),
        ("html", PAGE % "It was, teh\n   end.", ", |teh|\nend", "the)", PAGE % "It was, the)\n   end."),
        ("latex", LATEX % r"\'Evora lies so.", "||Évora", "x", None),
    ],
)
def test_blanks_that_are_read_as_one_go_with_it_or_stay(
    form: str, text: str, marked: str, new: str, after: str | None
) -> None:
    assert written(document(text, form), marked, new) == after


@pytest.mark.parametrize(
    ("form", "text", "marked", "after"),
    [
        ("latex", LATEX % "It is in2010.", "in||2010", LATEX % "It is in 2010."),
        ("latex", LATEX % r"It is in\textbf{2010}.", "in||2010", None),
        ("html", PAGE % "It is in<b>2010</b>.", "in||2010", None),
    ],
)
def test_a_blank_is_put_between_two_neighbours_in_the_source(
    form: str, text: str, marked: str, after: str | None
) -> None:
    assert written(document(text, form), marked, " ") == after


@pytest.mark.parametrize(
    ("form", "text", "marked", "new"),
    [
        ("latex", LATEX % r"The \noindent 998 tide.", "The |998| tide", r"\sea"),
        ("latex", LATEX % r"The \noindent2010 tide.", "The |2010| tide", "sea"),
        ("latex", LATEX % "The tide - - sea.", "-| |-", ""),
        ("latex", LATEX % "The tide , , sea.", ",| |,", ""),
        ("html", PAGE % "The AT&amp ; tide.", "&amp| |;", ""),
        ("html", PAGE % "The a < b tide.", "<| |b", ""),
        ("markdown", "The * tide*.", "*| |tide", ""),
        ("markdown", "The *tide* ´Evora.", "|´|Evora", "*"),
        ("markdown", "The _tide_´e sea.", "|´e| sea", "é"),
        ("markdown", "1998 . The tide.", "1998| |.", ""),
    ],
)
def test_an_edit_makes_no_mark_up(form: str, text: str, marked: str, new: str) -> None:
    assert written(document(text, form), marked, new) is None


def test_an_edit_of_a_bibliography_makes_none_of_its_mark_up(tmp_path: Path) -> None:
    bibliography = '@book{ek, author = {Ek, B.}, title = "Slow water , again", year = 1999}'
    (tmp_path / "refs.bib").write_text(bibliography)
    parsed = document("As [@ek] says.\n", "markdown", str(tmp_path / "draft.md"))
    assert written(parsed, "water| |,", "") == bibliography.replace("water ,", "water,")
    assert written(parsed, "|Slow| water", '"Slow"') is None


def test_lines_of_the_source_that_are_read_as_one_are_edited_as_one() -> None:
    parsed = document(PAGE % "It was the\n   the end.", "html")
    assert written(parsed, "the|\nthe| end", "") == PAGE % "It was the end."
    assert re.search("the\nthe", parsed.text)
