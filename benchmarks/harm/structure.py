"""The structure of a file as a parser that is not ours sees it; fixes leave it as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.parsers import expat

import yaml
from markdown_it import MarkdownIt
from pybtex.database import parse_string
from pybtex.exceptions import PybtexError
from pylatexenc.latexwalker import LatexCharsNode, LatexWalker, LatexWalkerError

Structure = list[Any]
_REFUSALS = (expat.ExpatError, ValueError, yaml.YAMLError, PybtexError, LatexWalkerError, RecursionError)
_TEX = re.compile(r"\\(?:[A-Za-z@]+\*?|.)|(?<!\\)%|[{}$&#^_~]", re.DOTALL)


class Unparsable(ValueError):
    """A parser does not take the file."""


def signs(data: bytes) -> list[str]:
    """Return the characters of mark-up, which are all that can be compared in a file that no parser takes."""
    return re.findall(r"[<>&{}\\[\]*_`$%@#=\"]", _text(data))


def structure(path: Path, data: bytes) -> Structure:
    """Return what a file of this name consists of, but for its words; raise Unparsable if its parser refuses it."""
    parse = _PARSERS.get(path.suffix.lower())
    try:
        return parse(data) if parse else []
    except _REFUSALS as error:
        raise Unparsable(f"{type(error).__name__}: {error}") from error


def _text(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _xml(data: bytes) -> Structure:
    events: Structure = []
    parser = expat.ParserCreate()
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    parser.UseForeignDTD(True)
    parser.StartElementHandler = lambda name, attributes: events.append((name, attributes))
    parser.EndElementHandler = events.append
    parser.CommentHandler = lambda text: events.append(("comment", text))
    parser.ProcessingInstructionHandler = lambda *said: events.append(said)
    parser.SkippedEntityHandler = lambda name, _: events.append(("entity", name))
    parser.Parse(data, True)
    return events


def _html(data: bytes) -> Structure:
    events: Structure = []

    class Tags(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            events.append((tag, attrs))

        def handle_endtag(self, tag: str) -> None:
            events.append(tag)

        def handle_comment(self, data: str) -> None:
            events.append(("comment", data))

        def handle_entityref(self, name: str) -> None:
            events.append(("entity", name))

        def handle_charref(self, name: str) -> None:
            events.append(("character", name))

    parser = Tags(convert_charrefs=False)
    parser.feed(_text(data))
    parser.close()
    return events


def _markdown(data: bytes) -> Structure:
    events: Structure = []
    for token in MarkdownIt("commonmark").enable("table").parse(_text(data)):
        events.append((token.type, token.tag, token.attrs, token.info))
        if token.type in ("fence", "code_block", "html_block"):
            events.append(token.content)
        events += [(t.type, t.tag, t.attrs) for t in token.children or () if t.type not in ("text", "softbreak")]
    return events


def _latex(data: bytes) -> Structure:
    text = _text(data)
    nodes, *_ = LatexWalker(text, tolerant_parsing=True).get_latex_nodes()
    return [_TEX.findall(text), [type(node).__name__ for node in nodes if not node.isNodeType(LatexCharsNode)]]


def _bibtex(data: bytes) -> Structure:
    text = _text(data)
    entries = parse_string(text, "bibtex").entries
    return [_TEX.findall(text), [(key, one.type, list(one.fields), list(one.persons)) for key, one in entries.items()]]


def _shape(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _shape(item) for key, item in value.items()}
    return [_shape(item) for item in value] if isinstance(value, list) else type(value).__name__


_PARSERS: Mapping[str, Callable[[bytes], Structure]] = {
    **dict.fromkeys((".xml", ".nxml", ".jats"), _xml),
    **dict.fromkeys((".html", ".htm", ".xhtml"), _html),
    **dict.fromkeys((".md", ".markdown", ".mdx", ".qmd", ".rmd"), _markdown),
    **dict.fromkeys((".tex", ".ltx", ".rnw", ".snw", ".bbl"), _latex),
    ".bib": _bibtex,
    ".json": lambda data: [_shape(json.loads(data))],
    **dict.fromkeys((".yaml", ".yml"), lambda data: [_shape(yaml.safe_load(data))]),
    ".ris": lambda data: re.findall(r"^[A-Z][A-Z0-9]  -", _text(data), re.MULTILINE),
}
