"""What a reader returns: the literal text, its map, and the structure that the format itself states."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from lint_article.dataclass import dataclass
from lint_article.document.citation import Citation
from lint_article.document.limits import Limits
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
MarkKind = Literal[
    "superscript",
    "emphasis",
    "link",
    "code",
    "math",
    "hidden",
    "placeholder",
    "note",
    "language",
    "translation",
    "translation-without-list",
]


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was found: the path as the user wrote it, its format, its bytes.

    `bibliography` are the paths of bibliographies that the user names beside those that the manuscript names itself.
    `files` holds, by their real paths, the bytes of included files that are not to be read from the disk (again).
    `limits`: what reading it may take.
    `is_alone`: no other file is read for it, as it comes from somebody whose files these are not.
    """

    path: str
    format: str
    data: bytes
    bibliography: tuple[str, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    limits: Limits = Limits()
    is_alone: bool = False


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
    """A property that the format gives a stretch; `target` is a link's address, or the BCP 47 tag of a language.

    All marks but those of languages and of translations of the article, which may hold blocks, are inside a block.
    placeholder: the one character U+FFFC, for something that is printed there and was not read (a formula that is an
    image, a macro of unknown meaning).
    note: the same for the sign of a footnote.
    """

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
