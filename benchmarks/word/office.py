"""What LibreOffice makes of documents: their comments, and their text with all changes accepted or rejected."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree

from lint_article.dataclass import dataclass

_AT_ONCE = 60
_OFFICE, _TEXT = (f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}" for name in ("office", "text"))
_AUTHOR = "{http://purl.org/dc/elements/1.1/}creator"
_SIGNS = {f"{_TEXT}s": " ", f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_PARAGRAPHS = (f"{_TEXT}p", f"{_TEXT}h")
_PRINTING = (*_PARAGRAPHS, f"{_TEXT}span", f"{_TEXT}a")
_SILENT = (f"{_OFFICE}annotation", f"{_TEXT}tracked-changes", f"{_OFFICE}forms")


@dataclass(frozen=True, slots=True)
class OpenedDocument:
    """A document as LibreOffice has read it: authors of comments, and the text in either way."""

    authors: tuple[str, ...]
    accepted: str
    rejected: str


def open_documents(paths: Sequence[Path], folder: Path) -> Iterator[OpenedDocument | None]:
    """Yield what LibreOffice makes of each document, or None for one that it does not open; `folder` is for scratch."""
    for first in range(0, len(paths), _AT_ONCE):
        some = list(map(str, paths[first : first + _AT_ONCE]))
        home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
        words = ["soffice", home, "--headless", "--convert-to", "fodt", "--outdir", str(folder / "opened"), *some]
        subprocess.run(words, check=True, capture_output=True, timeout=1200)
    for path in paths:
        made = folder / "opened" / f"{path.stem}.fodt"
        yield _read(made) if made.is_file() else None


def _read(path: Path) -> OpenedDocument:
    root = ElementTree.parse(path).getroot()  # noqa: S314 - LibreOffice has written it
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    assert body is not None  # noqa: S101
    authors = tuple(one.findtext(_AUTHOR, "") for one in body.iter(f"{_OFFICE}annotation"))
    regions = {one.get(f"{_TEXT}id", ""): one for one in body.iter(f"{_TEXT}changed-region")}
    accepted, rejected = ("".join(_text(body, regions, dropped, set())) for dropped in ("deletion", "insertion"))
    return OpenedDocument(authors, accepted, rejected)


def _text(
    element: ElementTree.Element, regions: Mapping[str, ElementTree.Element], dropped: str, inside: set[str]
) -> Iterator[str]:
    """Yield the text of an element without what was deleted, or inserted; `inside` are the changes that it is in."""
    change = element.get(f"{_TEXT}change-id", "")
    is_dropped = change in regions and regions[change].find(f"{_TEXT}{dropped}") is not None
    if element.tag == f"{_TEXT}change-start" and is_dropped:
        inside.add(change)
    elif element.tag == f"{_TEXT}change-end":
        inside.discard(change)
    elif element.tag == f"{_TEXT}change" and dropped == "insertion":
        yield _text_of_deletion(regions[change])
    if element.tag in _SILENT:
        return
    signs = _SIGNS.get(element.tag, "") * int(element.get(f"{_TEXT}c", "1"))
    yield "" if inside else signs + _printed(element, element.text)
    for child in element:
        yield from _text(child, regions, dropped, inside)
        yield "" if inside else _printed(element, child.tail)
    yield "\n" if element.tag in _PARAGRAPHS else ""


def _printed(element: ElementTree.Element, text: str | None) -> str:
    """Return a text that is printed, which the blanks between elements that only hold others are not."""
    return text or "" if element.tag in _PRINTING else ""


def _text_of_deletion(region: ElementTree.Element) -> str:
    """Return what a change holds that is kept apart from the text."""
    paragraphs = (one for one in region.iter() if one.tag in _PARAGRAPHS)
    return "\n".join("".join(_text(one, {}, "", set())).removesuffix("\n") for one in paragraphs)
