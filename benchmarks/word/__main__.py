"""python -m benchmarks.word DOCX… [--mutated N]: annotate documents, open them in LibreOffice, compare.

Each document must open with as many comments as there are findings and its text unchanged; with all changes accepted it
must read as fixed, with all rejected as before.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.word.documents import Annotations, make_annotations, mutations
from benchmarks.word.office import OpenedDocument, open_documents


def faults(documents: Sequence[Annotations]) -> Iterator[tuple[int, str]]:
    """Yield what is wrong with documents as LibreOffice shows them, each with the document's number."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [path for number, one in enumerate(documents) for path in _write(Path(folder), number, one)]
        seen = list(open_documents(paths, Path(folder)))
    for number, one in enumerate(documents):
        yield from ((number, fault) for fault in _faults(one, seen[number * 4 : number * 4 + 4]))


def _write(folder: Path, number: int, one: Annotations) -> Iterator[Path]:
    files = {"original": one.original, "commented": one.commented, "changed": one.changed, "made": one.made}
    for name, data in files.items():
        path = folder / f"{number}-{name}.docx"
        path.write_bytes(data)
        yield path


def _faults(one: Annotations, seen: Sequence[OpenedDocument | None]) -> Iterator[str]:
    original, commented, changed, made = seen
    if original is None or commented is None or changed is None or made is None:
        yield "not opened"
        return
    for name, look in (("commented", commented), ("changed", changed)):
        comments = look.authors.count("lint-article")
        if comments != one.findings:
            yield f"{comments} comments for {one.findings} findings ({name})"
    if (commented.accepted, commented.rejected) != (original.accepted, original.rejected):
        yield "the comments change the text"
    if changed.accepted != made.accepted:
        yield "the accepted text is not the fixed one"
    if changed.rejected != original.rejected:
        yield "the rejected text is not the original"


def main() -> None:
    """Print what was compared and what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("documents", nargs="+", type=Path)
    parser.add_argument("--mutated", type=int, default=42)
    said = parser.parse_args()
    documents = [make_annotations(data) for data in mutations(said.documents, said.mutated)]
    found = list(faults(documents))
    for number, fault in found:
        print(f"document {number}: {fault}")
    findings, changes = (sum(getattr(one, name) for one in documents) for name in ("findings", "changes"))
    print(f"{len(documents)} documents, {findings} comments, {changes} tracked changes: {len(found)} faults")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
