"""What is fuzzed: manuscripts of every format through the whole command, and each file that is read beside them."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from benchmarks.fuzz.packages import epub, odt, zipped
from lint_article.config import Settings
from lint_article.config.load import forget_settings, settings_for
from lint_article.document import Source
from lint_article.engine.baseline import read_baseline
from lint_article.engine.grammar import Grammar
from lint_article.engine.job import Job
from lint_article.engine.load import read
from lint_article.engine.run import check
from lint_article.errors import UserError
from lint_article.grammar.settings import GrammarSettings
from lint_article.parsing.parse import parse
from lint_article.readers.formats import FORMATS, format_of
from lint_article.reporters import facts, output_formats, reporter, tables
from lint_article.reporters.style import plain
from lint_article.rulebook import SheetError, read_sheet, rulebook, sheets

Faults = Callable[[Path], Iterator[str]]

GRAMMAR = Grammar()  # the engines' processes serve all files
_TOML = """select = ["all"]
ignore = ["TXT", {rule = "CIT001", quote = "some words", reason = "as agreed"}]
fail-on = "error"
[rules]
repeated-word = "off"
uncited-reference = {severity = "error"}
[per-file-ignores]
"old/*" = ["citations"]
[overrides."letters/**"]
fail-on = "error"
[limits]
seconds = 5
[grammar]
engine = "none"
"""
_BASELINE = """{"version": 1, "files": {"draft.txt": [
{"rule": "repeated-word", "words": "the the", "before": "It was ", "after": " sea", "count": 2}]}}"""


def manuscript_faults(path: Path, engine: str) -> Iterator[str]:
    """Yield the traceback of whatever a manuscript makes the command raise."""
    settings = Settings(grammar=GrammarSettings(engine=engine, cache=False))
    report = check(Job(str(path), path.name, settings, tuple(rulebook()), fix=("safe", "unsafe")), GRAMMAR)
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


def _raised(use: Callable[[Path], object], *lawful: type[Exception]) -> Faults:
    """Return what yields the traceback of what a function raises beside the errors that users can cure."""

    def faults(path: Path) -> Iterator[str]:
        try:
            use(path)
        except Exception as error:
            if not isinstance(error, lawful):
                yield traceback.format_exc()

    return faults


def _read_settings(path: Path) -> None:
    forget_settings()
    settings_for(path.parent, config=path)


def _read_csl_yaml(path: Path) -> None:
    parse(read(Source(str(path), "csl-yaml", path.read_bytes())))


OTHERS: Mapping[str, tuple[str, Faults]] = {
    "csl-yaml": ("refs.yaml", _raised(_read_csl_yaml)),
    "settings": ("lint-article.toml", _raised(_read_settings, UserError)),
    "sheet": ("double-comma.toml", _raised(read_sheet, SheetError)),
    "baseline": ("baseline.json", _raised(read_baseline, UserError)),
}


def seeds(paths: Sequence[Path]) -> dict[str, list[tuple[str, bytes]]]:
    """Return for each target the names and bytes of what is damaged."""
    files = [file for path in paths for file in (sorted(path.rglob("*")) if path.is_dir() else [path])]
    found: dict[str, list[tuple[str, bytes]]] = {}
    for file in files:
        data = file.read_bytes() if file.is_file() else b""
        form = format_of(file.name, data)
        if isinstance(form, str) and (form != "plain" or file.suffix == ".txt"):
            found.setdefault(form, []).append((f"draft{file.suffix}", data))
    packed = {"epub": (epub, "html"), "odt": (odt, "plain"), "archive": (lambda data: zipped({"a.tex": data}), "latex")}
    for form, (pack, inside) in packed.items():
        pages = [pack(data) for name, data in found.get(inside, ()) if name.endswith((".html", ".txt", ".tex"))]
        found.setdefault(form, []).extend((f"draft{FORMATS[form].endings[0]}", data) for data in pages)
    found["csl-yaml"] = [("refs.yaml", file.read_bytes()) for file in files if file.suffix == ".yaml"]
    some = [("double-comma.toml", path.read_bytes()) for path in sheets().values()]
    found |= {"settings": [("lint-article.toml", _TOML.encode())], "sheet": some}
    found |= {"baseline": [("baseline.json", _BASELINE.encode())]}
    return found


def faults_of(target: str, engine: str = "none") -> Faults:
    """Return what yields the faults of a file of this target; `engine` checks the grammar of manuscripts."""
    return OTHERS[target][1] if target in OTHERS else partial(manuscript_faults, engine=engine)
