"""JATS of bilingual articles, and of entries that are given twice: nothing is said twice, and stated years win."""

from __future__ import annotations

from making import document

LIST = """<back><ref-list>
<ref id="B1"><mixed-citation>GRICE, H. Lectures of 1967. Copyright 1975.</mixed-citation><element-citation>
<person-group person-group-type="author"><name><surname>GRICE</surname></name></person-group>
<year>1975</year></element-citation></ref>
<ref id="B2"><mixed-citation>MELO, R. Marés. Porto, 2003.</mixed-citation></ref></ref-list></back>"""
AGAIN = LIST.replace('id="B', 'id="C')
TRANSLATION = '<sub-article article-type="translation" xml:lang="en"><body><p>{}</p></body>{}</sub-article>'


def article(body: str, translated: str = "", again: str = AGAIN) -> str:
    other = TRANSLATION.format(translated, again) if translated else ""
    return f'<article xml:lang="pt"><body><p>{body}</p></body>{LIST}{other}</article>'


def judged(text: str) -> list[tuple[str, str]]:
    parsed = document(text, "jats", "draft.xml")
    inside = sorted(parsed.resolutions, key=lambda one: one.item.span.start)
    return [(one.item.span.of(parsed.text), one.outcome) for one in inside]


def linked(words: str, key: str) -> str:
    return f'<xref ref-type="bibr" rid="{key}">{words}</xref>'


def test_the_year_beside_the_print_is_the_year_of_the_entry() -> None:
    parsed = document(article("A maré.", "The tide."), "jats", "draft.xml")
    assert [(one.year.value if one.year else "", one.key) for one in parsed.references] == [
        ("1975", "B1"),
        ("2003", "B2"),
    ]


def test_a_translation_says_nothing_again() -> None:
    body = f"A maré sobe ({linked('Melo, 2004', 'B2')}) e desce (Nunes, 1999)."
    translated = f"The tide rises ({linked('Melo, 2004', 'B2')}) and falls (Nunes, 1999; Brown, 2001)."
    assert judged(article(body, translated)) == [
        ("Melo, 2004", "year-differs"),
        ("Nunes, 1999", "absent"),
        ("Melo, 2004", "exempt"),
        ("Nunes, 1999", "exempt"),
        ("Brown, 2001", "exempt"),
    ]


def test_a_fault_of_the_translation_alone_is_said() -> None:
    translated = f"The tide rises ({linked('Melo, 2004', 'B2')})."
    assert judged(article(f"A maré sobe ({linked('Melo, 2003', 'B2')}).", translated)) == [
        ("Melo, 2003", "matched"),
        ("Melo, 2004", "year-differs"),
    ]


def test_a_translation_without_a_list_cites_editions_in_its_own_language() -> None:
    translated = f"The tide rises ({linked('Mello, 2003', 'B2')}; Melo, 2004; {linked('Melo, 2003', 'B2')})."
    assert judged(article(f"A maré sobe ({linked('Melo, 2003', 'B2')}).", translated, again="")) == [
        ("Melo, 2003", "matched"),
        ("Mello, 2003", "exempt"),
        ("Melo, 2004", "exempt"),
        ("Melo, 2003", "matched"),
    ]
