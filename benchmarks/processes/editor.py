"""How quick the language server is while somebody types, and whether it grows: `python -m benchmarks.processes.editor`.

Types into a copy of a manuscript through a real client, and prints how long the diagnostics took after each edit, how
much of the processor's time that was (on a machine with other work, the figure to go by), and the server's memory.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

import psutil
from lsprotocol import types as lsp

from benchmarks.processes.client import open_editor

_REST = 0.6  # seconds between edits: each is then the first after a while


async def _type(path: Path, edits: int, rest: float) -> tuple[list[float], float, list[int]]:
    shown, lines = asyncio.Event(), path.read_text(encoding="utf-8").count("\n")
    async with open_editor(path, lambda _: shown.set()) as editor:
        await shown.wait()
        server = psutil.Process(editor.client._server.pid)  # type: ignore[union-attr]
        waits, sizes = [], []
        worked = _processor_time(server)
        for number in range(edits):
            await asyncio.sleep(rest)
            shown.clear()
            at, piece = lsp.Position(number * 37 % lines, 0), "x" if number % 5 else "the the "
            began = perf_counter()
            editor.change(lsp.TextDocumentContentChangePartial(range=lsp.Range(at, at), text=piece))
            await shown.wait()
            waits.append(perf_counter() - began)
            sizes.append(server.memory_info().rss)
        worked = _processor_time(server) - worked
    return waits, worked / edits, sizes


def _processor_time(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def main() -> None:
    """Print the measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("manuscript", type=Path)
    parser.add_argument("--edits", type=int, default=50)
    parser.add_argument("--no-rest", action="store_true", help="Send the next edit as soon as the last one is shown.")
    said = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, said.manuscript.name)
        copy.write_bytes(said.manuscript.read_bytes())
        Path(folder, "lint-article.toml").write_text('grammar = "none"\n', encoding="utf-8")
        waits, worked, sizes = asyncio.run(_type(copy, said.edits, 0 if said.no_rest else _REST))
    slow = quantiles(waits, n=20)[-1]
    print(f"{said.edits} edits: median {median(waits) * 1000:.0f} ms, 95 % within {slow * 1000:.0f} ms", end="; ")
    print(f"processor: {worked * 1000:.0f} ms")
    marks = [*range(0, len(sizes), max(len(sizes) // 10, 1))]
    print("memory (MB):", ", ".join(f"{at}: {sizes[at] / 1e6:.1f}" for at in marks), f"last: {sizes[-1] / 1e6:.1f}")


if __name__ == "__main__":
    main()
