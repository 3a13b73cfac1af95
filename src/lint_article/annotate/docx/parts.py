"""The package written anew: parts replaced or added, all others with the same bytes, in the same order."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping

_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = "[Content_Types].xml"


def rewrite(package: bytes, changed: Mapping[str, bytes]) -> bytes:
    """Return the package with these parts in place of its own, or added at its end."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w") as new:
        new.comment = old.comment
        for entry in old.infolist():
            new.writestr(entry, changed.get(entry.filename, b"") or old.read(entry), entry.compress_type)
        names = set(old.namelist())
        for name, data in changed.items():
            if name not in names:
                new.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def relations_of(part: str) -> str:
    """Return the name of the part with the relations of another."""
    folder, file = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def with_comments(types: bytes, relations: bytes, main: str, name: str) -> tuple[bytes, bytes]:
    """Return the list of types and the relations of the main part with those of the part with the comments."""
    override = f'<Override PartName="/{name}" ContentType="{_TYPE}"/>'.encode()
    target = posixpath.relpath(name, posixpath.dirname(main) or ".")
    numbers = [int(number) for number in re.findall(rb'Id="rId(\d+)"', relations)]
    number = max(numbers, default=0) + 1
    relation = f'<Relationship Id="rId{number}" Type="{_KIND}" Target="{target}"/>'.encode()
    return _before(types, b"</Types>", override), _before(relations, b"</Relationships>", relation)


def _before(data: bytes, closing: bytes, added: bytes) -> bytes:
    head, mark, tail = data.rpartition(closing)
    return head + added + mark + tail


def types_for(main: str) -> bytes:
    """Return the list of types for a package that lacks one."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/{main}" ContentType="{_MAIN}"/>'
        "</Types>"
    ).encode()


NO_RELATIONS = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)
