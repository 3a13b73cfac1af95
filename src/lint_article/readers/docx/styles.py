"""What paragraphs are by their style, and the numbers that Word sets before them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import field

from lint_article.dataclass import dataclass
from lint_article.document import BlockKind
from lint_article.readers.docx.package import Package
from lint_article.readers.office.elements import Element, child, is_on, number, value

_KINDS: Mapping[str, BlockKind] = {
    "title": "title",
    "abstract": "abstract",
    "caption": "caption",
    "quote": "quote",
    "intense quote": "quote",
    "block text": "quote",
    "bibliography": "reference",
    "endnote bibliography": "reference",
    "footnote text": "footnote",
    "endnote text": "footnote",
    "toc": "furniture",
    "html preformatted": "code",
    "source code": "code",
    "macro text": "code",
}
_NUMBERED = re.compile(r"(heading|toc|bibliography) (\d+)")
_PLACE = re.compile(r"%(\d)")
_MAX_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: what it makes of a paragraph, its heading level, its list, whether it hides the text."""

    kind: BlockKind = "paragraph"
    level: int = 0
    list_id: str = ""
    list_level: int = 0
    hidden: bool = False


def styles_of(package: Package) -> dict[str, Style]:
    """Return the styles by id; what a style does not say, the one that it is based on says."""
    part = package.find_part("styles")
    elements = {value(one, "w:styleId"): one for one in package.elements(part, "w:style")} if part else {}
    styles: dict[str, Style] = {}
    for style_id in elements:
        chain: list[str] = []
        at = style_id
        while at in elements and at not in styles and at not in chain:
            chain.append(at)
            at = value(child(elements[at], "w:basedOn"))
        for one in reversed(chain):
            based = styles.get(value(child(elements[one], "w:basedOn")), Style())
            styles[one] = _style(elements[one], based)
    return styles


def _style(element: Element, based: Style) -> Style:
    name = value(child(element, "w:name")).lower()
    numbered = _NUMBERED.fullmatch(name)
    kind = _KINDS.get(numbered[1] if numbered else name, based.kind)
    level = based.level
    if numbered and numbered[1] == "heading":
        kind, level = "heading", int(numbered[2])
    list_id = value(child(element, "w:pPr", "w:numPr", "w:numId"), default=based.list_id)
    list_level = number(value(child(element, "w:pPr", "w:numPr", "w:ilvl")), based.list_level)
    return Style(kind, level, list_id, list_level, is_on(child(element, "w:rPr"), "w:vanish") or based.hidden)


@dataclass(slots=True)
class ListNumbering:
    """The document's lists; it counts while paragraphs go by."""

    levels: Mapping[str, tuple[tuple[str, str, int], ...]]
    counts: dict[str, list[int]] = field(default_factory=dict)

    def label(self, list_id: str, level: int) -> str:
        """Return what Word prints before the next paragraph of a list: "[3]", "2.1", "•", or ""."""
        levels = self.levels.get(list_id)
        if not levels or not 0 <= level < len(levels):
            return ""
        counts = self.counts.setdefault(list_id, [start - 1 for _, _, start in levels])
        counts[level] += 1
        for deeper in range(level + 1, len(levels)):
            counts[deeper] = levels[deeper][2] - 1
        form, text, _ = levels[level]
        if form == "bullet":
            return ""
        return _PLACE.sub(lambda match: self._number(list_id, int(match[1]) - 1), text)

    def _number(self, list_id: str, level: int) -> str:
        levels, counts = self.levels[list_id], self.counts[list_id]
        if level >= len(levels):
            return ""
        form, _, start = levels[level]
        return _FORMS.get(form, str)(max(counts[level], start))


def numbering_of(package: Package) -> ListNumbering:
    """Return the lists that the document defines: of each level its form of number, its text, its first number."""
    part = package.find_part("numbering")
    if not part:
        return ListNumbering({})
    abstract: dict[str, tuple[tuple[str, str, int], ...]] = {}
    levels: dict[str, tuple[tuple[str, str, int], ...]] = {}
    for element in package.elements(part, "w:abstractNum", "w:num"):
        if value(element, "w:abstractNumId"):
            abstract[value(element, "w:abstractNumId")] = _levels(element)
        else:
            levels[value(element, "w:numId")] = abstract.get(value(child(element, "w:abstractNumId")), ())
    return ListNumbering(levels)


def _levels(element: Element) -> tuple[tuple[str, str, int], ...]:
    found = [one for one in element if child(one, "w:lvlText") is not None][:_MAX_LEVELS]
    return tuple(
        (
            value(child(one, "w:numFmt"), default="decimal"),
            value(child(one, "w:lvlText")),
            number(value(child(one, "w:start")), 1),
        )
        for one in found
    )


def _roman(count: int) -> str:
    text = ""
    for size, sign in (
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ):
        text += sign * (count // size)
        count %= size
    return text


def _letters(count: int) -> str:
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)


_FORMS: Mapping[str, Callable[[int], str]] = {
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "none": lambda count: "",  # noqa: ARG005 - all forms take the number
}
