"""A paragraph of a document of Word or LibreOffice as it is printed: plain data between the XML and the text."""

from __future__ import annotations

from dataclasses import field
from typing import Literal
from xml.etree.ElementTree import Element

from lint_article.dataclass import dataclass
from lint_article.document import BlockKind
from lint_article.readers.office.fields import WordField

Sign = Literal["table", "row", "cell", "end table"]


@dataclass(frozen=True, slots=True)
class Look:
    """What is the same for a stretch of characters.

    `link` is an address, `language` a BCP 47 tag, `face` a font's name, `citation` the field that printed them.
    `stands_for` is set for a placeholder: for something that is printed and not read, or for the sign of a note.
    """

    superscript: bool = False
    hidden: bool = False
    math: bool = False
    link: str = ""
    language: str = ""
    face: str = ""
    citation: WordField | None = None
    stands_for: Literal["", "placeholder", "note"] = ""


@dataclass(slots=True)
class WordParagraph:
    """The characters of a paragraph in stretches of one look; offsets are code points from its beginning.

    `number` counts the paragraphs of the body; a note or a text box has that of the paragraph that it hangs on.
    `page` is that on which it began when Word last laid the document out, 0 if that is not known.
    `label` is what Word sets before it. `boxes` are the paragraphs of its text boxes, `notes` the kind and id of each,
    `comments` the ids of comments and where each begins and ends. `changes` is where something is inserted or deleted
    that nobody has accepted yet. `runs_on`: the next paragraph continues it, as its end is deleted or it is a drop cap.
    `start` is where it stands in the part's text, `written` where in the document's, which leaves out the white space
    before `begin` and behind `end`.
    """

    number: int
    kind: BlockKind = "paragraph"
    level: int = 0
    label: str = ""
    pieces: list[tuple[str, Look]] = field(default_factory=list)
    length: int = 0
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    comments: list[tuple[str, int]] = field(default_factory=list)
    changes: list[int] = field(default_factory=list)
    runs_on: bool = False
    page: int = 0
    start: int = 0
    written: int = 0
    begin: int = 0
    end: int = 0

    def add(self, text: str, look: Look) -> None:
        """Append characters."""
        if text:
            self.pieces.append((text, look))
            self.length += len(text)

    @property
    def is_empty(self) -> bool:
        """Tell whether it has no text, or nothing but placeholders."""
        return not any(text.strip() for text, look in self.pieces if not look.stands_for)

    @property
    def text(self) -> str:
        """The characters."""
        return "".join(text for text, _ in self.pieces)

    def place(self, offset: int) -> int:
        """Return where a character of the paragraph stands in the document's text, or the nearest that does."""
        return self.written + min(max(offset, self.begin), self.end)
