"""The YAML front matter of Markdown: title, authors, abstract, language, and which bibliographies it names."""

from __future__ import annotations

from collections.abc import Iterator

from lint_article.dataclass import dataclass
from lint_article.document import BlockKind
from lint_article.readers.bibliography.csl import write_items
from lint_article.readers.bibliography.located_data import NotLocated, Value, located_yaml
from lint_article.readers.writer import Writer

_Lines = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the front matter names: bibliographies with places, lines that hold Markdown, references of its own."""

    bibliographies: tuple[tuple[str, int], ...] = ()
    abstract: _Lines = ()
    nocite: _Lines = ()
    references: Value | None = None
    language: str = ""


def read_front_matter(writer: Writer, start: int, end: int, part: int) -> FrontMatter:
    """Write the title and the authors; return the rest. What is no YAML is a problem at its place."""
    text = writer.text_of(part)
    try:
        data = located_yaml(text, start, end)
    except NotLocated as error:
        writer.problem(f"the front matter is not valid YAML here ({error.reason})", error.at, part)
        return FrontMatter()
    _write_block(writer, part, data.get("title"), "title")
    _write_block(writer, part, data.get("subtitle"), "title")
    authors = data.get("author", "authors")
    for author in (authors.items or [authors]) if authors else []:
        _write_block(writer, part, author if author.text else author.get("name", "literal"), "metadata")
    language, bibliography = data.get("lang", "language"), data.get("bibliography")
    return FrontMatter(
        tuple((value.text or "", value.start) for value in (bibliography.texts() if bibliography else ())),
        _lines(text, data.get("abstract")),
        _lines(text, data.get("nocite")),
        data.get("references"),
        (language.text or "") if language else "",
    )


def write_references(writer: Writer, part: int, front: FrontMatter) -> None:
    """Write the references that stand in the front matter itself."""
    if front.references:
        write_items(writer, part, front.references)


def _lines(text: str, value: Value | None) -> _Lines:
    """Return where the lines of a value stand, but for the sign and the indentation of a block."""
    return tuple(_each_line(text, value)) if value and value.text else ()


def _each_line(text: str, value: Value) -> Iterator[tuple[int, int]]:
    at = value.start
    if text[at : at + 1] in ("|", ">"):
        at = text.find("\n", at, value.end) + 1 or value.end
    while at < value.end:
        end = text.find("\n", at, value.end)
        end = value.end if end < 0 else end
        while at < end and text[at] in " \t":
            at += 1
        yield at, end
        at = end + 1


def _write_block(writer: Writer, part: int, value: Value | None, kind: BlockKind) -> None:
    lines = _lines(writer.text_of(part), value)
    writer.gap()
    frame = writer.begin()
    for start, end in lines:
        writer.flow(start, end, part)
        writer.space(end, part)
    writer.end_block(frame, kind)
