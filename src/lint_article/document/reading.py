"""What a reader returns: the literal text, its map, and the structure that the format itself states."""

from __future__ import annotations

from typing import Literal

from lint_article.dataclass import dataclass
from lint_article.document.citation import Citation
from lint_article.document.reference import Reference
from lint_article.text import Origin, Part, Span, TextMap

BlockKind = Literal[
    "title",
    "abstract",
    "heading",
    "paragraph",
    "item",
    "caption",
    "footnote",
    "quote",
    "table",
    "code",
    "math",
    "reference",
    "furniture",
    "metadata",
]
MarkKind = Literal["superscript", "emphasis", "link", "code", "math", "hidden"]


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was found: the path as the user wrote it, its format, its bytes.

    `bibliography` are the paths of bibliographies that the user names beside those that the manuscript names itself.
    """

    path: str
    format: str
    data: bytes
    bibliography: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text that the format marks as one thing; blocks are in order and only nest.

    `level` is a heading's rank from 1, else 0. furniture: running heads, page numbers. metadata: front matter.
    """

    kind: BlockKind
    span: Span
    level: int = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """A property that the format gives a stretch inside a block; `target` is a link's address."""

    kind: MarkKind
    span: Span
    target: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment of the source that may carry a `lint-article:` directive.

    `span` is where it stands in the text, and empty where the text leaves it out; `origin` is its place in the source.
    """

    span: Span
    text: str
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read, at its place; it becomes a finding of the `SRC` rule named."""

    rule: str
    span: Span
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """Citations and references that the format states outright (`\\cite`, `[@key]`, `<xref>`, a .bib, a field).

    A given reference's `key` answers the `key` of given citation items.
    `complete`: the format states every citation, so none needs to be looked for in the prose.
    `partial`: a bibliography could not be read, so that a key without a reference tells nothing.
    """

    citations: tuple[Citation, ...] = ()
    references: tuple[Reference, ...] = ()
    complete: bool = False
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A reader's result: literal text, its map to `parts`, and structure hints; nothing guessed, nothing repaired.

    `parts[0]` is the manuscript; others are files that it includes. `language` is a BCP 47 tag that the file states,
    or "". `fault` is what the reader raised before the end: an error of ours.
    """

    source: Source
    text: str
    map: TextMap
    parts: tuple[Part, ...]
    blocks: tuple[Block, ...] = ()
    marks: tuple[Mark, ...] = ()
    comments: tuple[Comment, ...] = ()
    problems: tuple[Problem, ...] = ()
    given: Given = Given()
    language: str = ""
    fault: Exception | None = None
