"""Headings of a manuscript, printed or marked, and the part that each begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from operator import itemgetter

from lint_article.document import Block, Section
from lint_article.document.section import Role
from lint_article.text import Span

_NUMBER = r"(?:#{1,6}\s*)?(?:(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-H])[.)]?\s{1,4})?"
# What journals print above their lists, in the languages of `words.py`.
_LISTS = "|".join(
    (
        "references? (?:list|and notes?|cited)",
        "list of references|references?|reference list|notes and references",
        "bibliograph(?:y|ical references)|selected bibliography",
        "works cited|works consulted|citations|sources|further reading",
        "literature(?: cited| references)?|cited literature",
        "literatur(?:verzeichnis|angaben|liste)?|quellen(?:verzeichnis)?|quellen- und literaturverzeichnis",
        "r[ée]f[ée]rences(?: bibliographiques)?|bibliographie|r[ée]f[êe]r[êe]nces|ouvrages cités",
        "refer[êeé]ncias(?: bibliogr[áa]ficas)?|bibliograf[íi]a(?: citada)?|literatura(?: citada)?|obras citadas",
        "riferimenti(?: bibliografici)?",
        "kaynakça|kaynaklar",
        "literatuur(?:lijst)?",
        "referenser|referanser|litteratur(?:liste|förteckning)?",
        "lähteet",
        "piśmiennictwo|literatura cytowana",
        "irodalom",
        "(?:список )?(?:использованн(?:ой|ая|ых) )?литератур[аы]",
        "список (?:источников|использованных источников)(?: и литературы)?|источники(?: и литература)?",
        "библиограф(?:ия|ический список)",
        "список літератури|література",
        "参考文献|参考资料|參考文獻|引用文献|참고문헌",
    )
)
# What stands after the body and is neither body nor list.
_BACK = "|".join(
    (
        r"appendi(?:x|ces)\b.*|supplement(?:ary|al)?\b.*|supporting information.*",
        r"acknowledg\w+|funding\b.*|received\b.{0,60}",
        r"author contributions?|about the authors?|author (?:biograph(?:y|ies)|information|details)|biograph(?:y|ies)",
        r"conflicts? of interests?|competing interests?|declarations?|data availability.*|ethics.*",
        r"(?:figure|table) (?:legends?|captions?)|figures?|tables?|list of (?:figures|tables|abbreviations)",
        r"(?:foot|end)?notes|footnotes?|abbreviations",
        r"how to cite.*|copyright.*|publisher’s note",
        r"anhang\b.*|danksagung",
        r"annexes?\b.*|remerciements",
        r"anexos?|agradecimientos|agradecimentos",
        r"приложени[ея]\b.*|благодарности|сведения об авторах?|об авторах?",
    )
)
_HEADING = re.compile(
    rf"^[ \t\xa0\f]*{_NUMBER}(?:(?P<list>{_LISTS})|(?P<back>{_BACK}))[ \t\xa0]*[:.]?[ \t\xa0]*\r?$",
    re.IGNORECASE | re.MULTILINE,
)
_NOTES = re.compile(r"(?:foot|end)?notes", re.IGNORECASE)
_APPENDIX = re.compile(r"append|anhang|annex|anexo|прилож", re.IGNORECASE)
_LOCUS = re.compile(r"\d\s?[(:,–-]|\.$")
_LONGEST = 90
_LONGEST_MARKED = 1000  # a heading that goes on for longer was never ended


def find_sections(prose: str, blocks: Iterable[Block]) -> tuple[Section, ...]:
    """Return the stretches between headings that matter to parsing: body, references, notes, appendix, back."""
    marked = [b for b in blocks if b.kind == "heading" and len(b.span) <= _LONGEST_MARKED]
    starts = list(_marked(prose, marked))
    if not any(role == "references" for _, role in starts):  # typed as a paragraph, or a text without mark-up
        printed = _printed(prose)
        starts += [one for one in printed if one[1] == "references"] if marked else printed
        starts = _apart(starts)
    bounds = [start.start for start, _ in starts[1:]] + [len(prose)]
    first = starts[0][0].start if starts else len(prose)
    sections = [] if starts and first == 0 else [Section(Span(0, first), "body")]
    for (heading, role), end in zip(starts, bounds, strict=False):
        sections.append(Section(Span(heading.start, end), role, heading))
    return tuple(sections)


def _apart(starts: Iterable[tuple[Span, Role]]) -> list[tuple[Span, Role]]:
    """Return the headings in order, without those that lie in another one."""
    found: list[tuple[Span, Role]] = []
    for start in sorted(starts, key=itemgetter(0)):
        if not found or found[-1][0].end <= start[0].start:
            found.append(start)
    return found


def _printed(prose: str) -> Iterator[tuple[Span, Role]]:
    for match in _HEADING.finditer(prose):
        if match.end() - match.start() <= _LONGEST and not _goes_on(prose, match):
            yield stripped(prose, Span(match.start(), match.end())), _role(match)


def _goes_on(prose: str, match: re.Match[str]) -> bool:
    """Tell whether a line right below another one is a part of its sentence or entry, as `Supplement 69: 3–13.` is."""
    above = prose.rfind("\n", 0, max(match.start() - 1, 0)) + 1
    words = match.group("list") or match.group("back")
    part = words[0].islower() or _LOCUS.search(words) is not None
    return part and bool(prose[above : match.start()].strip())


def _marked(prose: str, headings: list[Block]) -> Iterator[tuple[Span, Role]]:
    for block in headings:
        match = _HEADING.fullmatch(prose, block.span.start, block.span.end)
        yield block.span, _role(match) if match else "body"


def _role(match: re.Match[str]) -> Role:
    if match.group("list"):
        return "references"
    words = match.group("back")
    if _APPENDIX.match(words):
        return "appendix"
    return "notes" if _NOTES.fullmatch(words) else "back"


def stripped(text: str, span: Span) -> Span:
    """Return the span without the white space at its ends; an empty one if there is nothing else."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
