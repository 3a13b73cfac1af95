"""A small backlist on the disk, and its tables."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

from lint_article.backlist.item import Instructions
from lint_article.backlist.outputs import Outputs, outputs_for
from lint_article.config import Settings
from making import QUIET

BAD = b"We recieve the the boats.\n"
GOOD = b"We receive boats.\n"
MAIN = rb"\documentclass{article}\begin{document}We recieve boats. \input{part}\end{document}"
JATS = b"""<?xml version="1.0"?><article><front><journal-meta><journal-title-group><journal-title>Tides &amp; Ports
</journal-title></journal-title-group></journal-meta><article-meta><pub-date pub-type="epub"><day>2</day>
<year>2011</year></pub-date></article-meta></front><body><p>We recieve boats.</p></body></article>"""


def packed(**files: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def write_backlist(folder: Path) -> None:
    """Write manuscripts of several kinds into the folder `list`, and what is none."""
    for name, data in {
        "list/tides/2019/bad.txt": BAD,
        "list/tides/2020-vol 2/good.md": GOOD,
        "list/ports/paper.xml": JATS,
        "list/tex/main.tex": MAIN,
        "list/tex/part.tex": b"We recieve ships.",
        "list/.hidden.txt": BAD,
        "list/data.csv": BAD,
        "list/sent.zip": packed(**{"letter.txt": BAD, "figure.png": b"\x89PNG", "draft.md": GOOD}),
        "list/latex.zip": packed(**{"main.tex": MAIN, "part.tex": b"We recieve ships."}),
        "list/empty.zip": packed(**{"figure.png": b"\x89PNG"}),
        "list/broken.docx": b"PK\x03\x04" + bytes(200),
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def checked(
    *sources: str, out: str = "findings.parquet", settings: Settings = QUIET, tell: Any = id, **more: Any
) -> Outputs:
    from lint_article.backlist.run import BacklistRequest, run  # late: pyarrow may be missing

    files = outputs_for(out)
    run(BacklistRequest(sources, Instructions(settings), files, processes=1, **more), tell)
    return files


def manuscripts(files: Outputs, *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in columns) for row in _read(files.manuscripts).to_pylist()]


def findings(files: Outputs, *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in columns) for row in _read(files.findings).to_pylist()]


def _read(path: Path) -> Any:
    import pyarrow.parquet as pq

    return pq.read_table(path)
