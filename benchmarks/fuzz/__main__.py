"""python -m benchmarks.fuzz PATH... [--seconds N] [--seed N] [--keep FOLDER]: damage manuscripts until one crashes.

Every damaged manuscript goes through all rules and all reporters in this process. What is raised is named once for each
place in the code; the exit status tells whether anything was.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from benchmarks.fuzz.mutations import mutated
from lint_article.config import Settings
from lint_article.document import Source
from lint_article.engine.grammar import Grammar
from lint_article.engine.job import Job
from lint_article.engine.load import read
from lint_article.engine.run import check
from lint_article.grammar.settings import GrammarSettings
from lint_article.parsing.parse import parse
from lint_article.readers.formats import FORMATS, format_of
from lint_article.reporters import facts, output_formats, reporter, tables
from lint_article.reporters.style import plain
from lint_article.rulebook import rulebook

_SETTINGS = Settings(grammar=GrammarSettings(engine="none"))
_SLOW = 20.0  # seconds of CPU time
_PLACE = re.compile(r'lint_article/(\S+?)", line (\d+), in (\w+)')


def faults(path: Path) -> Iterator[str]:
    """Yield the traceback of whatever a manuscript makes the command raise."""
    report = check(Job(str(path), path.name, _SETTINGS, tuple(rulebook()), fix=("safe", "unsafe")), Grammar())
    yield from (fault.trace for fault in report.faults)
    try:
        for name in output_formats():
            "\n".join(reporter(name).lines([report], plain)).encode("utf-8", "surrogateescape")
        data = path.read_bytes()
        found = format_of(path.name, data)
        document = parse(read(Source(str(path), found if isinstance(found, str) else "plain", data)))
        _ = [*facts.lines(document), *tables.lines(document)]
    except Exception:
        yield traceback.format_exc()


def _manuscripts(paths: Sequence[Path]) -> list[tuple[Path, str]]:
    files = [file for path in paths for file in (sorted(path.rglob("*")) if path.is_dir() else [path])]
    known = {ending: name for name, entry in FORMATS.items() for ending in entry.endings}
    return [(file, known[file.suffix]) for file in files if file.suffix in known]


def main() -> int:
    """Damage manuscripts for a while; name each crash once."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="write what crashes here")
    arguments = parser.parse_args()
    manuscripts = _manuscripts(arguments.paths)
    random = Random(arguments.seed)  # noqa: S311 - damages, not secrets
    seen: set[str] = set()
    count, started = 0, time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        while time.monotonic() - started < arguments.seconds:
            original, form = random.choice(manuscripts)
            path = Path(folder, f"draft{original.suffix}")
            path.write_bytes(mutated(original.read_bytes(), form, random))
            count += 1
            before = time.process_time()
            found = list(faults(path))
            if time.process_time() - before > _SLOW:
                found.append(f"slow: {original.name}")
            for trace in found:
                kind = f"{' '.join(_PLACE.findall(trace)[-1]) if _PLACE.search(trace) else ''} {trace.splitlines()[-1]}"
                if (place := kind.split(":")[0]) not in seen:
                    seen.add(place)
                    print(f"{original.name}: {kind}", flush=True)
                    if arguments.keep:
                        arguments.keep.mkdir(parents=True, exist_ok=True)
                        (arguments.keep / f"{len(seen)}-{original.name}").write_bytes(path.read_bytes())
    print(f"{count} damaged manuscripts, {len(seen)} kinds of crash")
    return bool(seen)


if __name__ == "__main__":
    sys.exit(main())
