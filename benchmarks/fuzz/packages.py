"""Manuscripts packed as EPUB and OpenDocument, made of the texts that the fixtures have."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from html import escape

_CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>
<rootfile full-path="b.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
_PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><manifest>
<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>
"""
_CONTENT = """<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:text>{}
<table:table><table:table-row><table:table-cell><text:p>Port</text:p></table:table-cell></table:table-row></table:table>
</office:text></office:body></office:document-content>"""
_NOTE = """<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>
<text:p>A note.</text:p></text:note-body></text:note>"""


def epub(page: bytes) -> bytes:
    """Return a book of one page."""
    return zipped({"META-INF/container.xml": _CONTAINER.encode(), "b.opf": _PACKAGE.encode(), "a.xhtml": page})


def odt(text: bytes) -> bytes:
    """Return a document of the paragraphs of a plain text, with a heading, a note, a span and a table."""
    paragraphs = [escape(one) for one in re.split(r"\n{2,}", text.decode("utf-8", "replace"))]
    body = "".join(f"<text:p>{one}<text:span>, so</text:span>{_NOTE}</text:p>" for one in paragraphs)
    content = _CONTENT.format(f'<text:h text:outline-level="1">Tides</text:h>{body}')
    return zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content.encode()})


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return a ZIP of these files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in files.items():
            package.writestr(name, content)
    return buffer.getvalue()
