"""Whether the language server still says what a check says, after many edits at random places.

python -m benchmarks.processes.edits MANUSCRIPT [--edits 200] [--seed 17]

After each edit the diagnostics are compared with those of a process that checks the saved text and knows nothing else.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from lsprotocol import types as lsp

from benchmarks.processes.client import open_editor

_PIECES = (
    "the the ",
    "(Eriksen, 2013)",
    "\n\n",
    "recieve ",
    "🌊",
    "(",
    "[7]",
    "# ",
    "Weatherby (2003) ",
    "x",
    "–",
    "12 ",
)
_CUTS = (0, 0, 0, 1, 9, 80, 400)  # code points that an edit takes away
Places = list[tuple[str, int, int, int, int]]  # the code, then lines and columns from 1, as JSON has them


def _edits(text: str, number: int, seed: int) -> Iterator[str]:
    """Yield the text after each edit."""
    choice = random.Random(seed)  # noqa: S311 - not for secrets
    for _ in range(number):
        start = choice.randrange(len(text))
        text = text[:start] + choice.choice(_PIECES) + text[start + choice.choice(_CUTS) :]
        yield text


def _shown(found: list[lsp.Diagnostic], text: str) -> Places:
    lines = text.split("\n")
    return sorted(
        (str(one.data["code"]), *_place(one.range.start, lines), *_place(one.range.end, lines))  # type: ignore[index]
        for one in found
    )


def _place(at: lsp.Position, lines: list[str]) -> tuple[int, int]:
    before = lines[at.line].encode("utf-16-le")[: 2 * at.character]
    return at.line + 1, len(before.decode("utf-16-le")) + 1


def _checked(path: Path) -> Places:
    """Return what a process of its own finds in a file."""
    words = ["check", "--no-cache", "--exit-zero", "--output-format", "json", path.name]
    said = subprocess.run([sys.executable, "-m", "lint_article", *words], cwd=path.parent, capture_output=True)
    if said.returncode:
        raise SystemExit(said.stderr.decode())
    ends = (("location", "row"), ("location", "column"), ("end_location", "row"), ("end_location", "column"))
    return sorted((one["code"], *(one[end][part] for end, part in ends)) for one in json.loads(said.stdout))


async def _compare(path: Path, number: int, seed: int) -> int:
    """Return after how many edits the two differ."""
    shown, arrived = list[lsp.Diagnostic](), asyncio.Event()

    def published(said: lsp.PublishDiagnosticsParams) -> None:
        shown[:] = said.diagnostics
        arrived.set()

    differing = findings = 0
    async with open_editor(path, published) as editor:
        await arrived.wait()
        for done, edited in enumerate(_edits(path.read_text(encoding="utf-8"), number, seed), 1):
            arrived.clear()
            editor.change(lsp.TextDocumentContentChangeWholeDocument(text=edited))
            path.write_text(edited, encoding="utf-8", newline="")
            expected = _checked(path)
            await arrived.wait()
            seen = _shown(shown, edited)
            findings += len(seen)
            if seen != expected:
                differing += 1
                print(f"edit {done}: {sorted(set(seen) ^ set(expected))}")
    print(f"{number} edits, {findings / number:.0f} findings after each on average; {differing} differ from a check")
    return differing


def main() -> int:
    """Print the edits after which the diagnostics differ; return 1 if there are any."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("manuscript", type=Path)
    parser.add_argument("--edits", type=int, default=200)
    parser.add_argument("--seed", type=int, default=17)
    said = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, said.manuscript.name)
        copy.write_bytes(said.manuscript.read_bytes())
        Path(folder, "lint-article.toml").write_text('grammar = "none"\n', encoding="utf-8")
        return int(asyncio.run(_compare(copy, said.edits, said.seed)) > 0)


if __name__ == "__main__":
    sys.exit(main())
