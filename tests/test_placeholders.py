"""What is dropped between two copied characters never leaves them adjacent, and no fix touches it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint_article.document import Document, Source
from lint_article.engine.diagnostic import Diagnostic
from lint_article.engine.fixes import apply_until_stable
from lint_article.engine.lint import lint
from lint_article.engine.report import FileReport, State
from lint_article.grammar.masking import passages
from lint_article.readers.text_writer import PLACEHOLDER
from lint_article.rulebook import rulebook
from making import document
from packages import docx, p
from reader_laws import assert_laws, fully_read

BEFORE = "Port towns grew "
AFTER = " here, as we know."
LATEX = r"\documentclass{article}\newcommand{\pkg}{\package{astropy}}\begin{document}%s\end{document}"
WRAPPED: Mapping[str, str] = {
    "latex": LATEX,
    "html": "<html><body><p>%s</p></body></html>",
    "jats": "<article><body><sec><p>%s</p></sec></body></article>",
    "markdown": "%s\n\n[^1]: A note.\n",
}
# What prints something that no reader reads.
PRINTS: Mapping[str, Sequence[str]] = {
    "latex": [
        r"\pkg{}",
        r"\unknown{}",
        r"\unknown[x]{}",
        r"\unknown{\label{x}}",
        r"\includegraphics[width=1em]{x}",
        r"\begin{tikzpicture}\node{x};\end{tikzpicture}",
        r"\ref{}",
        r"\rule{1em}{1ex}",
        r"\input{x.tikz}",
        r"\cite{}",
        r"\arabic{page}",
        r"\footnote{A note.}",
        r"\footnotemark[1]",
    ],
    "html": [
        '<a href="#f1"></a>',
        '<a href="#f1"> </a>',
        '<img src="x">',
        "<svg><text>x</text></svg>",
        '<math alttext="x"></math>',
        "<script>print(1)</script>",
        '<span class="reference"></span>',
        '<i class="icon" id="x"></i>',
        "<button>x</button>",
    ],
    "jats": [
        "<inline-formula><inline-graphic/></inline-formula>",
        "<inline-formula><alternatives><graphic/></alternatives></inline-formula>",
        '<xref ref-type="fig" rid="f1"/>',
        '<xref ref-type="bibr" rid="b1"></xref>',
        "<inline-graphic/>",
        '<ext-link xlink:href="https://example.org"/>',
        "<private-char><glyph-ref/></private-char>",
    ],
    "markdown": [
        "![an icon](x.png)",
        "![](x.png)",
        "[](#fig-x)",
        '<a href="#f1"></a>',
        '<img src="x">',
        "<svg>x</svg>",
        "<script>x</script>",
        "{{< var x >}}",
        "[^1]",
        "^[A note.]",
    ],
}
# What only changes the look of text, or prints nothing.
PRINTS_NOTHING: Mapping[str, Sequence[str]] = {
    "latex": [
        r"\label{x}",
        r"\index{x}",
        r"\vspace{1em}",
        r"\-",
        r"\/",
        "{}",
        "%\n",
        r"\textit{}",
        r"\relax{}",
        "{\\bf }",
    ],
    "html": [
        '<a name="x"></a>',
        '<a id="x"></a>',
        "<b></b>",
        "<wbr>",
        "<!-- x -->",
        "<style>x</style>",
        "<i hidden>x</i>",
    ],
    "jats": ["<italic/>", "<bold></bold>", "<!-- x -->", "<?x y?>", "<alt-text>x</alt-text>"],
    "markdown": ['<a name="x"></a>', "<b></b>", "<!-- x -->", "<style>x</style>", "{.x}"],
}
DRAWING = "<w:r><w:drawing>%s</w:drawing></w:r>"
FIELD = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>%s</w:instrText><w:fldChar w:fldCharType="end"/></w:r>'
WORD_PRINTS = [
    DRAWING % "<wp:inline/>",
    "<w:r><w:object/></w:r>",
    "<w:r><w:pict/></w:r>",
    "<m:oMath><m:r/></m:oMath>",
    "<w:r><w:pgNum/></w:r>",
    '<w:fldSimple w:instr="REF x"/>',
    FIELD % "EQ 1",
    '<w:r><w:footnoteReference w:id="1"/></w:r>',
]
WORD_PRINTS_NOTHING = [DRAWING % "<wp:anchor/>", FIELD % "XE x", "<w:del><w:r><w:delText>x</w:delText></w:r></w:del>"]

words = st.sampled_from(["the", "sea", "Tide", "2010", "a"])
blanks = st.sampled_from(["", " "])
brackets = st.sampled_from([("", ""), ("(", ")")])
marks = st.sampled_from(["", ",", "."])


@st.composite
def surroundings(draw: st.DrawFn) -> tuple[str, str]:
    """Return what stands before and behind a construct: a word, a blank, a bracket, a mark, in any mixture."""
    opening, closing = draw(brackets)
    word = draw(words)
    before = f"{word} {opening}{draw(blanks)}" if opening else f"{word}{draw(blanks)}"
    after = f"{draw(blanks)}{closing}" if closing else draw(blanks)
    return before, f"{after}{draw(marks)}{draw(st.sampled_from(['', word]))}"


def all_findings(source: Source) -> tuple[Document, list[Diagnostic]]:
    parsed = document(source.data, source.format)
    return parsed, lint(parsed, rulebook())


def fixed(source: Source) -> bytes:
    """Return the manuscript after all fixes that may be written."""

    def state(now: Source) -> State:
        parsed, found = all_findings(now)
        return State(now, parsed, FileReport(now.path, tuple(found)))

    return apply_until_stable(source, state, ("safe", "unsafe")).after.source.data


def assert_apart(form: str, data: bytes) -> None:
    """Assert that a placeholder stands there, that nothing is reported, and that no fix is written."""
    source = Source("draft", form, data)
    parsed, found = all_findings(source)
    assert_laws(fully_read(parsed))
    sentence = parsed.text.partition("\n\n")[0]
    assert sentence.startswith(BEFORE)
    assert sentence.endswith(AFTER)
    assert sentence.count(PLACEHOLDER) == 1
    assert PLACEHOLDER not in parsed.prose
    assert found == []
    assert fixed(source) == data


@pytest.mark.parametrize("form", PRINTS)
@given(data=st.data())
@settings(max_examples=40)
def test_what_is_printed_and_not_read_is_a_placeholder(form: str, data: st.DataObject) -> None:
    construct = data.draw(st.sampled_from(PRINTS[form]))
    before, after = data.draw(surroundings())
    assert_apart(form, (WRAPPED[form] % f"{BEFORE}{before}{construct}{after}{AFTER}").encode())


@given(st.sampled_from(WORD_PRINTS), surroundings())
@settings(max_examples=40)
def test_so_it_is_in_word(construct: str, around: tuple[str, str]) -> None:
    before, after = around
    notes = f'<w:footnote w:id="1">{p("A note.")}</w:footnote>'
    assert_apart("docx", docx(p(BEFORE + before, construct, after + AFTER), footnotes=notes))


@pytest.mark.parametrize(
    ("form", "construct"), [(form, one) for form, these in PRINTS_NOTHING.items() for one in these]
)
def test_what_prints_nothing_leaves_a_word_whole(form: str, construct: str) -> None:
    assert document(WRAPPED[form] % f"Fi{construct}gure", form).text.startswith("Figure")


@pytest.mark.parametrize("construct", WORD_PRINTS_NOTHING)
def test_so_it_does_in_word(construct: str) -> None:
    assert document(docx(p("Fi", construct, "gure")), "docx").text == "Figure"


PIECES = ["the ", "sea", " ", ",", ".", "(", ")", "infor\u00admation ", "of\ufb01ce", "а", "– ", "Smith in2010 ", "\n"]


@pytest.mark.parametrize("form", PRINTS)
@given(data=st.data())
@settings(max_examples=40)
def test_fixes_leave_all_mark_up_as_it_is(form: str, data: st.DataObject) -> None:
    constructs = [*PRINTS[form], *PRINTS_NOTHING[form]]
    pieces = data.draw(st.lists(st.sampled_from([*PIECES, *constructs]), max_size=12))
    source = Source("draft", form, (WRAPPED[form] % "".join(pieces)).encode())
    written = fixed(source).decode()
    markup = re.compile("|".join(map(re.escape, constructs)))
    assert markup.findall(written) == markup.findall(source.data.decode())


@pytest.mark.parametrize(
    ("form", "text", "printed"),
    [
        ("latex", r"We show ({\bf Figure~\ref{h}}) and ({\em see} Table 2).", "We show (Figure h) and (see Table 2)."),
        ("latex", r"the core package \pkg, which \pkg is", f"the core package {PLACEHOLDER}, which {PLACEHOLDER} is"),
        ("latex", r"\newcommand{\t}{\ensuremath{x}\xspace}as \t, (\t)", f"as {PLACEHOLDER}, ({PLACEHOLDER})"),
        ("latex", r"A\emph {b} \LaTeX\ is \TeX, Smith\index{Smith} (2010)", "Ab LaTeX is TeX, Smith (2010)"),
        ("latex", r"\unknown{one}{two} \unknown*{three}", f"one{PLACEHOLDER}two three"),
        ("html", 'as shown in <a href="#f1"></a>.', f"as shown in {PLACEHOLDER}."),
        (
            "jats",
            "sub-graph <inline-formula><graphic/></inline-formula>, in",
            f"sub-graph {PLACEHOLDER}, in",
        ),
        ("jats", "where <disp-formula><graphic/></disp-formula> holds", f"where\n\n{PLACEHOLDER}\n\nholds"),
    ],
)
def test_what_broke_manuscripts(form: str, text: str, printed: str) -> None:
    assert document(WRAPPED[form] % text, form).text == printed


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("html", "<p><img></p><div><svg></svg></div><p>One.</p><figure><img></figure><p>Two.</p>"),
        ("jats", "<article><body><p><inline-graphic/></p><p>One.</p><fig><graphic/></fig><p>Two.</p></body></article>"),
        ("markdown", "<img>\n\nOne.\n\n{{< pagebreak >}}\n\nTwo.\n"),
        ("latex", "\\titlepage\n\nOne.\n\n\\begin{figure}\\includegraphics{x}\\end{figure}\n\nTwo."),
    ],
)
def test_a_block_of_nothing_else_is_none(form: str, text: str) -> None:
    parsed = document(text, form)
    assert parsed.text == "One.\n\nTwo."
    assert [block.kind for block in parsed.blocks] == ["paragraph", "paragraph"]


def test_a_placeholder_of_the_author_is_a_character() -> None:
    assert document(f"The tide{PLACEHOLDER} rose.").prose == f"The tide{PLACEHOLDER} rose."


def test_grammar_sees_a_word_for_a_placeholder_and_nothing_for_the_sign_of_a_note() -> None:
    parsed = document(LATEX % "The sea\\footnote{Or bay.}\nand the \\pkg\\ tool rose \\footnotemark.", "latex")
    assert [one.text for one in passages(parsed)] == ["The sea and the X tool rose .", "Or bay."]
