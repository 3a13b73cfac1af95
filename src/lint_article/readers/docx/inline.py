"""What stands in a paragraph of a DOCX: runs, fields, links, changes, notes, text boxes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from lint_article.dataclass import dataclass
from lint_article.document import BlockKind
from lint_article.readers.docx.package import Relation
from lint_article.readers.docx.styles import Style
from lint_article.readers.office.cited_works import unpack_base64
from lint_article.readers.office.elements import Element, child, is_on, name_of, value
from lint_article.readers.office.fields import FieldKind, FieldStack
from lint_article.readers.office.paragraph import Look, WordParagraph
from lint_article.readers.symbol_faces import read_private
from lint_article.readers.text_writer import PLACEHOLDER

_Handle = Callable[["WordInline", Element, WordParagraph, Look], "_Inside | None"]

_CHARS = {
    "w:tab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "w:ptab": "\t",
    "w:noBreakHyphen": "\u2011",
    "w:softHyphen": "\u00ad",
}
_UNREAD = "w:contentPart w:dayLong w:dayShort w:monthLong w:monthShort w:pgNum w:yearLong w:yearShort".split()
_MENDELEY = re.compile(r"MENDELEY_CITATION_v\d+_(.+)", re.DOTALL)
_FIELD_BLOCKS: tuple[tuple[FieldKind, BlockKind], ...] = (("bibliography", "reference"), ("contents", "furniture"))


@dataclass(frozen=True, slots=True)
class _Inside:
    """An element whose children are read next, in which look, and what is done behind them."""

    children: Iterator[Element]
    look: Look
    close: Callable[[], object] | None = None


class WordInline:
    """Reads what elements print into a paragraph; fields stay open from one paragraph to the next."""

    def __init__(self, styles: Mapping[str, Style], relations: Mapping[str, Relation]) -> None:
        self._styles = styles
        self._relations = relations
        self.fields = FieldStack()
        self.page = 1

    def read(self, element: Element, paragraph: WordParagraph, look: Look) -> None:
        """Add what the element's children print to the paragraph, however deep they are nested."""
        stack = [_Inside(iter(element), look)]
        while stack:
            one = next(stack[-1].children, None)
            if one is None:
                ended = stack.pop()
                _ = ended.close() if ended.close else None
                continue
            handle = _HANDLES.get(name_of(one.tag))
            inside = handle(self, one, paragraph, stack[-1].look) if handle else None
            if inside:
                stack.append(inside)

    def _children(self, element: Element, _: WordParagraph, look: Look) -> _Inside:
        return _Inside(iter(element), look)

    def _run(self, element: Element, _: WordParagraph, look: Look) -> _Inside:
        properties = child(element, "w:rPr")
        if properties is not None:
            raised = value(child(properties, "w:vertAlign")) == "superscript"
            style = self._styles.get(value(child(properties, "w:rStyle")), Style())
            hidden = look.hidden or style.hidden or is_on(properties, "w:vanish")
            language = value(child(properties, "w:lang"))
            face = value(child(properties, "w:rFonts"), "w:ascii")
            look = replace(look, superscript=raised, hidden=hidden, language=language, face=face)
        return _Inside(iter(element), look)

    def _print(self, text: str, paragraph: WordParagraph, look: Look) -> None:
        """Add characters, unless they belong to a field's code."""
        if not self.fields.is_open:
            paragraph.add(text, look)
        elif self.fields.is_printed:
            self.fields.fill()
            link = self.fields.innermost("link")
            citation = self.fields.innermost("citation")
            target = link.target if link else look.link
            paragraph.add(text, replace(look, link=target, citation=citation or look.citation))
            blocks = (block for kind, block in _FIELD_BLOCKS if self.fields.innermost(kind))
            paragraph.kind = next(blocks, paragraph.kind) if paragraph.kind in ("paragraph", "item") else paragraph.kind

    def _text(self, element: Element, paragraph: WordParagraph, look: Look) -> None:
        self._print(read_private(element.text or "", look.face), paragraph, look)

    def _char(self, element: Element, paragraph: WordParagraph, look: Look) -> None:
        self._print(_CHARS[name_of(element.tag)], paragraph, look)

    def _symbol(self, element: Element, paragraph: WordParagraph, look: Look) -> None:
        code = value(element, "w:char")
        if re.fullmatch("[0-9A-Fa-f]{1,5}", code):
            self._print(read_private(chr(int(code, 16)), value(element, "w:font")), paragraph, look)

    def _page_break(self, _: Element, paragraph: WordParagraph, __: Look) -> None:
        """Count a page that Word has begun here when it last laid the document out."""
        self.page += 1
        paragraph.page = paragraph.page if paragraph.length else self.page

    def _math(self, element: Element, paragraph: WordParagraph, look: Look) -> None:
        texts = [one.text for one in element.iter() if name_of(one.tag) == "m:t" and one.text]
        for text in texts:
            self._print(text, paragraph, replace(look, math=True))
        if not texts:
            self._unread(element, paragraph, look)

    def _unread(self, _: Element, paragraph: WordParagraph, look: Look) -> None:
        """Let a placeholder stand for something that is printed."""
        self._print(PLACEHOLDER, paragraph, replace(look, stands_for="placeholder"))

    def _code(self, element: Element, _: WordParagraph, __: Look) -> None:
        self.fields.add_code(element.text or "")

    def _field_mark(self, element: Element, paragraph: WordParagraph, look: Look) -> None:
        data = child(element, "w:fldData")
        code = unpack_base64(data.text or "") if data is not None else ""
        self._mark_field(value(element, "w:fldCharType"), element, paragraph, look, code)

    def _mark_field(self, kind: str, element: Element, paragraph: WordParagraph, look: Look, code: str = "") -> None:
        ended = self.fields.mark(kind, code)
        if ended and ended.is_placeholder:
            self._unread(element, paragraph, look)

    def _simple_field(self, element: Element, paragraph: WordParagraph, look: Look) -> _Inside:
        self.fields.begin(value(element, "w:instr"))
        return _Inside(iter(element), look, lambda: self._mark_field("end", element, paragraph, look))

    def _hyperlink(self, element: Element, _: WordParagraph, look: Look) -> _Inside:
        relation = self._relations.get(value(element, "r:id"))
        target = relation.target if relation and relation.outside else ""
        return _Inside(iter(element), replace(look, link=target))

    def _read_inserted(self, element: Element, paragraph: WordParagraph, look: Look) -> _Inside:
        paragraph.changes.append(paragraph.length)
        return _Inside(iter(element), look)

    def _skip_deleted(self, _: Element, paragraph: WordParagraph, __: Look) -> None:
        paragraph.changes.append(paragraph.length)

    def _control(self, element: Element, _: WordParagraph, look: Look) -> _Inside | None:
        """Read a content control; newer Mendeley keeps what it cites in the control's tag."""
        content = child(element, "w:sdtContent")
        mendeley = _MENDELEY.match(value(child(element, "w:sdtPr", "w:tag")))
        if content is None:
            return None
        if not mendeley:
            return _Inside(iter(content), look)
        self.fields.begin("ADDIN CSL_CITATION " + unpack_base64(mendeley[1]))
        return _Inside(iter(content), look, lambda: self.fields.mark("end"))

    def _note(self, element: Element, paragraph: WordParagraph, look: Look) -> None:
        paragraph.notes.append((name_of(element.tag), value(element, "w:id")))
        if value(element, "w:customMarkFollows") not in ("1", "true", "on"):
            self._print(PLACEHOLDER, paragraph, replace(look, stands_for="note"))

    def _comment(self, element: Element, paragraph: WordParagraph, _: Look) -> None:
        paragraph.comments.append((value(element, "w:id"), paragraph.length))

    def _drawing(self, element: Element, paragraph: WordParagraph, look: Look) -> None:
        boxes = [*_in_boxes(element)]
        paragraph.boxes += boxes
        if not boxes and not _is_floating(element):
            self._unread(element, paragraph, look)

    def _alternatives(self, element: Element, _: WordParagraph, look: Look) -> _Inside:
        return _Inside(iter(_chosen_of(element)), look)


def _is_floating(element: Element) -> bool:
    """Tell whether a drawing stands beside the text, and not in a line of it."""
    return any(
        name_of(one.tag) == "wp:anchor" or "position:absolute" in value(one, "style").replace(" ", "")
        for one in element.iter()
    )


def _in_boxes(element: Element) -> Iterator[Element]:
    """Give the outermost paragraphs of an element's text boxes, each once: where alternatives stand, the first."""
    waiting = [element]
    while waiting:
        one = waiting.pop()
        if name_of(one.tag) == "w:p":
            yield one
        else:
            waiting += reversed(_chosen_of(one))


def _chosen_of(element: Element) -> Element:
    """Return what is printed of alternatives; any other element as it is."""
    chosen = child(element, "mc:Choice") if name_of(element.tag) == "mc:AlternateContent" else None
    return element if chosen is None else chosen


_HANDLES: Mapping[str, _Handle] = {
    "w:r": WordInline._run,
    "w:t": WordInline._text,
    **dict.fromkeys(_CHARS, WordInline._char),
    "w:sym": WordInline._symbol,
    "w:lastRenderedPageBreak": WordInline._page_break,
    "m:oMath": WordInline._math,
    "m:oMathPara": WordInline._math,
    "w:instrText": WordInline._code,
    "w:fldChar": WordInline._field_mark,
    "w:fldSimple": WordInline._simple_field,
    "w:hyperlink": WordInline._hyperlink,
    "w:ins": WordInline._read_inserted,
    "w:moveTo": WordInline._read_inserted,
    "w:del": WordInline._skip_deleted,
    "w:moveFrom": WordInline._skip_deleted,
    "w:sdt": WordInline._control,
    "w:smartTag": WordInline._children,
    "w:customXml": WordInline._children,
    "w:dir": WordInline._children,
    "w:bdo": WordInline._children,
    "w:ruby": WordInline._children,
    "w:rubyBase": WordInline._children,
    "mc:Fallback": WordInline._children,
    "mc:AlternateContent": WordInline._alternatives,
    "w:footnoteReference": WordInline._note,
    "w:endnoteReference": WordInline._note,
    "w:commentRangeStart": WordInline._comment,
    "w:commentRangeEnd": WordInline._comment,
    "w:commentReference": WordInline._comment,
    "w:drawing": WordInline._drawing,
    "w:pict": WordInline._drawing,
    "w:object": WordInline._drawing,
    **dict.fromkeys(_UNREAD, WordInline._unread),
}
