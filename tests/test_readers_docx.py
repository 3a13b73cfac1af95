"""The DOCX reader: what is printed, what fields state, what is left from the making, and the places of all that."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint_article.document import Reading
from lint_article.readers.unreadable import Unreadable
from packages import docx, p, t, zipped
from reader_laws import blocks, marks, place_of, read_lawfully, source

HEADINGS = "".join(
    f'<w:style w:type="paragraph" w:styleId="{i}"><w:name w:val="{n}"/>{more}</w:style>'
    for i, n, more in (
        ("Titel", "Title", ""),
        ("H1", "heading 1", ""),
        ("H2", "heading 2", '<w:basedOn w:val="H1"/>'),
        ("Mine", "My heading", '<w:basedOn w:val="H2"/>'),
        ("Lit", "Bibliography", ""),
        ("Secret", "Secret", "<w:rPr><w:vanish/></w:rPr>"),
        ("Loop", "Loop", '<w:basedOn w:val="Loop"/>'),
    )
)
NUMBERS = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="[%1]"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/>'
    '</w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>'
)


def read(data: bytes) -> Reading:
    return read_lawfully("draft.docx", "docx", data)


def problems(reading: Reading) -> list[tuple[str, str, dict[str, str]]]:
    return [(one.rule, one.span.of(reading.text), dict(one.values)) for one in reading.problems]


def test_a_document_of_a_word_processor() -> None:
    reading = read(source("docx/review.docx", "docx").data)
    assert blocks(reading) == [
        ("title", "Tides of the inland lagoon"),
        ("heading", "Introduction"),
        ("paragraph", "Lagoons breathe (Marsh 2011) with the slow moon\ufffc, see the atlas.2,3"),
        ("footnote", "As Okafor (2009) saw at night."),
        ("paragraph", "A doubtful year and secret wordsshown ones."),
        ("table", "Site\tDepth\nNorth\t4 m"),
        ("paragraph", "Boxed:"),
        ("paragraph", "Words in a box."),
        ("heading", "References"),
        ("item", "[1] Marsh, A. (2011). The lagoon. Inland Press."),
        ("item", "[2] Okafor, B. (2009). Night water. Inland Press."),
    ]
    assert marks(reading) == [
        ("note", "\ufffc", ""),
        ("link", "the atlas", "https://example.org/lagoon"),
        ("superscript", "2,3", ""),
        ("hidden", "secret words", ""),
    ]
    assert problems(reading) == [
        ("open-comment", "doubtful year", {"author": "R. Editor", "comment": "Is this the right year?"}),
        ("tracked-change", "slow", {"changes": "2 tracked changes are"}),
        ("hidden-text", "secret words", {"passages": "1 passage"}),
    ]


def test_places_are_paragraphs_and_columns_in_them() -> None:
    reading = read(source("docx/review.docx", "docx").data)
    place = place_of(reading, reading.problems[0].span)
    assert (place.paragraph, place.line, place.column) == (4, 4, 3)
    note = next(block for block in reading.blocks if block.kind == "footnote")
    assert place_of(reading, note.span).paragraph == 3  # the paragraph that it hangs on
    entry = reading.blocks[-1]
    assert place_of(reading, entry.span).column == 1  # the printed number stands for nothing in the file


def test_styles_make_headings_and_kinds() -> None:
    body = "".join(
        (
            p("Tides", style="Titel"),
            p("Methods", style="H1"),
            p("Sub", style="Mine"),
            p("By outline", properties='<w:outlineLvl w:val="2"/>'),
            p("Body.", style="Loop"),
            p("Out of sight.", style="Secret"),
            p("Marsh (2011).", style="Lit"),
        )
    )
    reading = read(docx(body, styles=HEADINGS))
    assert [(block.kind, block.level) for block in reading.blocks] == [
        ("title", 0),
        ("heading", 1),
        ("heading", 2),
        ("heading", 3),
        ("paragraph", 0),
        ("paragraph", 0),
        ("reference", 0),
    ]
    assert marks(reading) == [("hidden", "Out of sight.", "")]


def test_numbers_of_lists_are_printed() -> None:
    level = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="5"/></w:numPr>'.format
    body = "".join(
        p(text, properties=level(depth)) for text, depth in (("One.", 0), ("In.", 1), ("In.", 1), ("Two.", 0))
    )
    reading = read(docx(body, numbering=NUMBERS))
    assert reading.text == "[1] One.\n\n1.a) In.\n\n1.b) In.\n\n[2] Two."


def test_characters_that_are_elements() -> None:
    run = "<w:r><w:t>a</w:t>{}<w:t>b</w:t></w:r>".format
    signs = ("<w:tab/>", "<w:br/>", "<w:noBreakHyphen/>", "<w:softHyphen/>", '<w:sym w:font="S" w:char="03B1"/>')
    assert read(docx("".join(p(run(sign)) for sign in signs))).text == "a\tb\n\na\nb\n\na\u2011b\n\na\u00adb\n\naαb"


def test_signs_of_a_face_without_unicode_and_drop_caps() -> None:
    sign = t("\uf0b7", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>')
    cap = p("L", properties='<w:framePr w:dropCap="drop" w:lines="3"/>')
    assert read(docx(p(sign, " Boats") + cap + p("agoons breathe."))).text == "• Boats\n\nLagoons breathe."


def test_changes_are_read_as_accepted() -> None:
    deleted = '<w:del w:author="Ed"><w:r><w:delText>old </w:delText></w:r></w:del>'
    moved = f"<w:moveFrom>{t('gone ')}</w:moveFrom><w:moveTo>{t('come ')}</w:moveTo>"
    joined = "<w:rPr><w:del/></w:rPr>"
    reading = read(docx(p("The ", deleted, moved, "tide", properties=joined) + p(" rose.") + p("Next.")))
    assert reading.text == "The come tide rose.\n\nNext."
    assert problems(reading) == [("tracked-change", "come", {"changes": "3 tracked changes are"})]
    assert place_of(reading, reading.blocks[1].span).paragraph == 3


def test_resolved_comments_answers_and_directives_are_no_problems() -> None:
    def comment(number: int, text: str) -> str:
        return f'<w:comment w:id="{number}" w:author="Ed"><w:p w14:paraId="P{number}">{t(text)}</w:p></w:comment>'

    anchors = "".join(
        f'<w:commentRangeStart w:id="{n}"/>{t(f"word{n} ")}<w:commentRangeEnd w:id="{n}"/>' for n in range(4)
    )
    texts = ("Open?", "Closed.", "Yes.", "lint-article: ignore repeated-word")
    states = '<w15:commentEx w15:paraId="P1" w15:done="1"/><w15:commentEx w15:paraId="P2" w15:paraIdParent="P0"/>'
    reading = read(
        docx(p(anchors), comments="".join(map(comment, range(4), texts)), commentsExtended=states),
    )
    assert problems(reading) == [("open-comment", "word0 ", {"author": "Ed", "comment": "Open?"})]
    assert [(one.text, one.span.of(reading.text).strip()) for one in reading.comments] == [(texts[3], "word3")]


def test_notes_follow_the_paragraph_or_the_table_they_hang_on() -> None:
    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'.format
    table = f"<w:tbl><w:tr><w:tc>{p('a', mark(2))}</w:tc><w:tc>{p('b')}{p('c')}</w:tc></w:tr></w:tbl>"
    notes = "".join(f'<w:footnote w:id="{n}">{p(f"Note {n}.")}</w:footnote>' for n in (1, 2))
    reading = read(docx(p("Text", mark(1)) + table + p("End."), footnotes=notes))
    assert blocks(reading) == [
        ("paragraph", "Text\ufffc"),
        ("footnote", "Note 1."),
        ("table", "a\ufffc\tb c"),
        ("footnote", "Note 2."),
        ("paragraph", "End."),
    ]


def test_text_boxes_are_read_once() -> None:
    box = f"<w:txbxContent>{p('Boxed.')}</w:txbxContent>"
    drawing = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert read(docx(p("Host.", drawing))).text == "Host.\n\nBoxed."


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), "it is encrypted and needs a password"),
        (OLE + b"rest", "it is in the old Word format (.doc); save it as .docx"),
        (b"PK\x03\x04 and then nothing", "it is damaged or is not a Word document"),
        (zipped({"mimetype": "application/epub+zip"}), "it is not a Word document"),
        (docx("<w:p>"), "it is damaged (mismatched tag"),
        (zipped({"word/document.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}), "it is damaged (a document type"),
    ],
)
def test_unreadable_files_say_why(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(data)
    assert caught.value.reason.startswith(reason)


@pytest.mark.parametrize("name", ["w:ins", "w:smartTag", "w:hyperlink", "w:r", "w:fldSimple"])
def test_text_is_read_however_deep_its_elements_are_nested(name: str) -> None:
    reading = read(docx(p(f"<{name}>" * 5000 + t("Deep.") + f"</{name}>" * 5000)))
    assert (reading.text, [one.rule for one in reading.problems]) == ("Deep.", ["tracked-change"] * (name == "w:ins"))


def test_what_comes_before_broken_xml_is_read() -> None:
    reading = read(docx(p("First.") + p("Second.") + "<w:p><w:r>"))
    assert reading.text == "First.\n\nSecond."
    assert [(one.rule, one.span.start) for one in reading.problems] == [("unreadable-source", len(reading.text))]


PIECES = st.recursive(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=8).map(
        lambda text: t(escape(text))
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map("".join),
        inner.map(lambda one: f"<w:ins>{one}</w:ins>"),
        inner.map(lambda one: f"<w:del>{one}</w:del>"),
        inner.map(lambda one: f'<w:hyperlink r:id="l">{one}</w:hyperlink>'),
        st.just('<w:r><w:footnoteReference w:id="1"/><w:tab/></w:r>'),
        st.just(t("x", '<w:vertAlign w:val="superscript"/><w:vanish/>')),
        st.sampled_from(["begin", "separate", "end"]).map(lambda k: f'<w:r><w:fldChar w:fldCharType="{k}"/></w:r>'),
    ),
    max_leaves=8,
)
BODIES = st.lists(
    st.one_of(
        PIECES.map(p),
        PIECES.map(lambda one: p(one, properties="<w:rPr><w:del/></w:rPr>")),
        PIECES.map(lambda one: f"<w:tbl><w:tr><w:tc>{p(one)}</w:tc><w:tc>{p(one)}</w:tc></w:tr></w:tbl>"),
    ),
    max_size=6,
).map("".join)


@given(BODIES)
def test_laws_on_any_document(body: str) -> None:
    read(docx(body, links={"l": "https://a.example/"}, footnotes=f'<w:footnote w:id="1">{p("Note.")}</w:footnote>'))


@given(st.integers(0, 8000), st.binary(max_size=30))
def test_damaged_files_are_read_or_refused(at: int, junk: bytes) -> None:
    data = source("docx/review.docx", "docx").data
    try:
        read(data[:at] + junk + data[at + len(junk) :])
    except Unreadable as error:
        assert error.reason
