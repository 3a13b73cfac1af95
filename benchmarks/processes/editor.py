"""How quick the language server is while somebody types, and whether it grows: `python -m benchmarks.processes.editor`.

Types into a copy of a manuscript through a real client, and prints how long the diagnostics took after each edit, how
much of the processor's time that was (on a machine with other work, the figure to go by), and the server's memory.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

import psutil
from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

_REST = 0.6  # seconds between edits: each is then the first after a while


async def _type(path: Path, edits: int, rest: float) -> tuple[list[float], float, list[int]]:
    text = path.read_text(encoding="utf-8")
    client, shown = LanguageClient("benchmark", "1"), asyncio.Event()
    client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda _: shown.set())
    client.feature(lsp.WINDOW_SHOW_MESSAGE)(lambda _: None)
    await client.start_io(sys.executable, "-m", "lint_article", "lsp")
    await client.initialize_async(lsp.InitializeParams(lsp.ClientCapabilities(), root_uri=path.parent.as_uri()))
    client.initialized(lsp.InitializedParams())
    kind = {".md": "markdown", ".tex": "latex"}.get(path.suffix, "plaintext")
    client.text_document_did_open(lsp.DidOpenTextDocumentParams(lsp.TextDocumentItem(path.as_uri(), kind, 1, text)))
    await shown.wait()
    server = psutil.Process(client._server.pid)  # type: ignore[union-attr]
    waits, sizes = [], []
    lines = text.count("\n")
    worked = _processor_time(server)
    for number in range(edits):
        await asyncio.sleep(rest)
        shown.clear()
        at = lsp.Position(number * 37 % lines, 0)
        change = lsp.TextDocumentContentChangePartial(range=lsp.Range(at, at), text="x" if number % 5 else "the the ")
        about = lsp.VersionedTextDocumentIdentifier(version=number + 2, uri=path.as_uri())
        began = perf_counter()
        client.text_document_did_change(lsp.DidChangeTextDocumentParams(about, [change]))
        await shown.wait()
        waits.append(perf_counter() - began)
        sizes.append(server.memory_info().rss)
    worked = _processor_time(server) - worked
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()  # type: ignore[no-untyped-call]
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
