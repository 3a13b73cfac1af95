"""The manuscript, parsed."""

from __future__ import annotations

from lint_article.dataclass import dataclass
from lint_article.document.citation import Citation, Resolution
from lint_article.document.damage import Damage
from lint_article.document.reading import Block, Comment, Mark, Problem, Source
from lint_article.document.recognition import Recognition
from lint_article.document.reference import Reference, SameWork
from lint_article.document.remark import Remark
from lint_article.document.section import Link, Section
from lint_article.text import Part, Span, TextMap


@dataclass(frozen=True, slots=True)
class Document:
    """All facts of one manuscript; complete when made, and never changed.

    `prose` is as long as `text`: the same characters, but what is no prose (code, mathematics, placeholders, page
    furniture, front matter) is blanked with spaces, and a sign that stands for lost letters is U+FFFD; patterns for
    prose run on it.
    `resolutions` holds one judgement per citation item, in the order of the citations and their items.
    `same_works` are the entries that repeat an earlier one of their list.
    `remarks` is empty unless a grammar engine has been run.
    """

    source: Source
    text: str
    prose: str
    map: TextMap
    parts: tuple[Part, ...]
    blocks: tuple[Block, ...] = ()
    marks: tuple[Mark, ...] = ()
    comments: tuple[Comment, ...] = ()
    problems: tuple[Problem, ...] = ()
    damage: Damage = Damage()
    furniture: tuple[Span, ...] = ()
    sections: tuple[Section, ...] = ()
    citations: tuple[Citation, ...] = ()
    references: tuple[Reference, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    recognition: Recognition = Recognition()
    links: tuple[Link, ...] = ()
    same_works: tuple[SameWork, ...] = ()
    numbering: str = ""
    language: str = ""
    remarks: tuple[Remark, ...] = ()
