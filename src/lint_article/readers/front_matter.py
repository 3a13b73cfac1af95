"""The YAML front matter of Markdown: title, authors, abstract, language, and which bibliographies it names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lint_article.readers.located import NotLocated, Value, located_yaml
from lint_article.readers.writer import Writer


@dataclass(slots=True)
class FrontMatter:
    """What the front matter names: bibliographies with their places, and values that hold Markdown."""

    bibliographies: list[tuple[str, int]] = field(default_factory=list)
    references: Value | None = None
    abstract: Value | None = None
    nocite: Value | None = None
    language: str = ""


def read_front_matter(writer: Writer, start: int, end: int, part: int) -> FrontMatter:
    """Write the title and the authors; return the rest. What is no YAML is a problem at its place."""
    try:
        data = located_yaml(writer.text_of(part), start, end)
    except NotLocated as error:
        writer.problem(f"the front matter is no YAML here ({error.reason})", error.at, part)
        return FrontMatter()
    _write_block(writer, part, data.get("title"), "title")
    _write_block(writer, part, data.get("subtitle"), "title")
    authors = data.get("author", "authors")
    for author in (authors.items or [authors]) if authors else []:
        _write_block(writer, part, author if author.text else author.get("name", "literal"), "metadata")
    language = data.get("lang", "language")
    bibliography = data.get("bibliography")
    return FrontMatter(
        [(value.text or "", value.start) for value in (bibliography.texts() if bibliography else ())],
        data.get("references"),
        data.get("abstract"),
        data.get("nocite"),
        (language.text or "") if language else "",
    )


def lines_of_value(text: str, value: Value) -> Iterator[tuple[int, int]]:
    """Give where the lines of a value stand, but for the sign and the indentation of a block."""
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


def _write_block(writer: Writer, part: int, value: Value | None, kind: str) -> None:
    if value is None or not value.text:
        return
    writer.gap()
    frame = writer.begin()
    for start, end in lines_of_value(writer.text_of(part), value):
        writer.flow(start, end, part)
        writer.space(end, part)
    writer.end_block(frame, "title" if kind == "title" else "metadata")
