"""Styles of an OpenDocument text: what kind of paragraph they make, and how they set characters."""

from __future__ import annotations

from collections.abc import Mapping

from lint_article.dataclass import dataclass
from lint_article.document import BlockKind
from lint_article.readers.odt.package import OpenDocument
from lint_article.readers.office.elements import Element, child, name_of, value

_KINDS: Mapping[str, BlockKind] = {
    "Title": "title",
    "Subtitle": "title",
    "Quotations": "quote",
    "Footnote": "footnote",
    "Endnote": "footnote",
    "Caption": "caption",
    "Illustration": "caption",
    "Figure": "caption",
    "Table": "caption",
    "Author": "metadata",
    "Abstract": "abstract",
    "Preformatted_20_Text": "code",
    "Source_20_Text": "code",
    "Header": "furniture",
    "Footer": "furniture",
}
_LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class OdtStyle:
    """What a style and those that it is made from say; `is_reference`: it sets the entries of a list."""

    kind: BlockKind = "paragraph"
    superscript: bool = False
    hidden: bool = False
    language: str = ""
    is_reference: bool = False


class Styles(dict[str, OdtStyle]):
    """The styles of a document by their names; those that it does not define itself are known by their names alone."""

    def __init__(self, document: OpenDocument) -> None:
        super().__init__()
        styles = (one for root in document.styles for one in root.iter() if _is_style(one))
        self._found = {value(one, "style:name"): one for one in styles}

    def __missing__(self, name: str) -> OdtStyle:
        self[name] = _style(name, self._found)
        return self[name]


def _is_style(element: Element) -> bool:
    return name_of(element.tag) == "style:style"


def _style(name: str, found: Mapping[str, Element]) -> OdtStyle:
    """Return a style; what it does not say, those that it is made from do."""
    kind: BlockKind = "paragraph"
    said: dict[str, str] = {}
    is_reference = False
    for _ in range(_LONGEST_CHAIN):
        element = found.get(name)
        kind = _KINDS.get(name, kind) if kind == "paragraph" else kind
        is_reference = is_reference or name.startswith("Bibliography")
        if element is None:
            break
        properties = child(element, "style:text-properties")
        for key in ("style:text-position", "text:display", "fo:language", "fo:country"):
            if (text := value(properties, key)) and key not in said:
                said[key] = text
        name = value(element, "style:parent-style-name")
    language = said.get("fo:language", "")
    country = said.get("fo:country", "")
    tag = f"{language}-{country}" if country not in ("", "none") else language
    position = said.get("style:text-position", "")
    return OdtStyle(
        kind,
        superscript=position.startswith("super") or (position[:1].isdigit() and not position.startswith("0%")),
        hidden=said.get("text:display") == "none",
        language=tag if language not in ("", "none", "zxx") else "",
        is_reference=is_reference,
    )
