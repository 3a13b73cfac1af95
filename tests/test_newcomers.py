"""What a newcomer adds is one file: a rule, a check, an output format, a reader, a grammar engine, a language.

Each is added to a copy of the package as CONTRIBUTING.md says, and nothing that exists is changed.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
RULE = """
code     = "TXT099"
kind     = "pattern"
severity = "warning"
summary  = "Doubled comma"
message  = "Doubled comma in `{text}`."
pattern  = ',,+'
why      = "A doubled comma is a slip of the keyboard."
"""
CHECK = '''"""Report texts without a letter."""

from lint_article.document import Finding
from lint_article.text import Span


def check(document, _options):
    """Yield one finding at the start of a text that has no letter."""
    if not any(map(str.isalpha, document.text)):
        yield Finding(Span(0, 0), {})
'''
SHEET = """
code     = "TXT098"
kind     = "check"
severity = "warning"
summary  = "No letters"
message  = "The text has no letters."
why      = "It is not a manuscript."
"""
REPORTER = '''"""The number of findings of each file."""

from lint_article.reporters.reporter import Reporter


def lines(reports, _style):
    """Yield a line per file."""
    return (f"{report.path}\\t{len(report.diagnostics)}" for report in reports)


REPORTER = Reporter(lines, streams=True)
'''
FORMAT = '''"""Shouted text: what is in capitals is read in small letters."""

from lint_article.readers.format import Format

FORMATS = {"shout": Format((".shout",), "shout.reader:read_shout")}
'''
READER = '''"""Shouted text."""

from lint_article.readers.characters import decode
from lint_article.readers.writer import Writer


def read_shout(source):
    """Return the text in small letters, each derived from its capital."""
    raw = decode(source.data)
    writer = Writer(source, raw)
    block = writer.begin()
    for at, letter in enumerate(raw.strip()):
        writer.derive(letter.lower(), at, at + 1, "small letter")
    writer.end_block(block, "paragraph")
    return writer.reading()
'''
ENGINE = '''"""An engine that dislikes one word."""

from lint_article.grammar.engine import EngineEntry

ENGINE = EngineEntry("parrot.engine:open_parrot")
'''
PARROT = '''"""An engine that dislikes one word."""

from lint_article.grammar.passage import Match


class Parrot:
    """Dislikes `tide`."""

    name, version, profile = "parrot", "1", ""

    def language(self, tag, _text):
        """Return the language of the document, or English."""
        return tag or "en"

    def check(self, texts, _language):
        """Return a match for the word."""
        at = texts[0].find("tide")
        return [(Match(at, at + 4, "TIDE", "SEA", "`tide` is wet."),)]

    def prepare(self):
        pass

    def close(self):
        """End nothing."""


def open_parrot(_settings):
    """Return the engine."""
    return Parrot()
'''
CATEGORIES = """
[categories]
agreement = ["SEA"]
"""
TOOL = "import sys; sys.path.insert(0, 'tests'); import languages;"
LANGUAGE = """
and = ["kaj"]
month = ["januaro", "majo"]
accessed = ["vidita"]
heading-references = ["literaturo", "fontoj"]
function-word = "la kaj de al kun por estas en ne sed kiu tio"
none = [{none}]

[example]
citation = "(Baker kaj Voss, 2012)"
heading = "Literaturo"
entry = "Baker, K. kaj Voss, S. (2012). Havenoj kaj komerco. Havena Revuo, 4(1), 11–29."
authors = ["Baker", "Voss"]
year = "2012"
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    skipped = shutil.ignore_patterns("__pycache__", "*.pyc")
    for folder in ("src", "rules", "tests"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=skipped)
    return tmp_path


def add(copy: Path, path: str, text: str) -> None:
    target = copy / path
    assert not target.exists(), "nothing that exists is changed"
    target.parent.mkdir(exist_ok=True)
    target.write_text(text, encoding="utf-8")


def run(copy: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(copy / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, *words],
        cwd=copy,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def check(copy: Path, name: str, text: str, *words: str) -> str:
    (copy / name).write_text(text, encoding="utf-8")
    ran = run(copy, "-m", "lint_article", "check", "--grammar", "none", "--isolated", *words, name)
    assert ran.returncode in (0, 1), ran.stderr
    return ran.stdout


def rules(printed: str) -> list[str]:
    return [found["rule"] for found in json.loads(printed)]


@pytest.mark.slow
def test_a_rule_is_one_sheet(copy: Path) -> None:
    add(copy, "rules/text/double-comma.toml", RULE)
    assert rules(check(copy, "a.txt", "The tide,, then, turned.\n", "--output-format", "json")) == ["double-comma"]


@pytest.mark.slow
def test_a_check_is_a_sheet_and_a_file(copy: Path) -> None:
    add(copy, "rules/text/no-letters.toml", SHEET)
    add(copy, "src/lint_article/checks/no_letters.py", CHECK)
    assert rules(check(copy, "a.txt", "1 + 1 = 2\n", "--output-format", "json")) == ["no-letters"]


@pytest.mark.slow
def test_an_output_format_is_one_file(copy: Path) -> None:
    add(copy, "src/lint_article/reporters/formats/count.py", REPORTER)
    assert check(copy, "a.txt", "It was the the sea.\n", "--output-format", "count") == "a.txt\t1\n"


@pytest.mark.slow
def test_a_reader_is_one_folder(copy: Path) -> None:
    add(copy, "src/lint_article/readers/shout/__init__.py", FORMAT)
    add(copy, "src/lint_article/readers/shout/reader.py", READER)
    printed = check(copy, "a.shout", "IT WAS THE THE SEA.", "--output-format", "concise")
    assert [line.split(": ")[0] for line in printed.splitlines()] == ["a.shout:1:8"]


@pytest.mark.slow
def test_a_grammar_engine_is_one_folder(copy: Path) -> None:
    add(copy, "src/lint_article/grammar/parrot/__init__.py", ENGINE)
    add(copy, "src/lint_article/grammar/parrot/engine.py", PARROT)
    add(copy, "src/lint_article/grammar/parrot/categories.toml", CATEGORIES)
    (copy / "a.txt").write_text("The tide turned.\n", encoding="utf-8")
    words = ("check", "--isolated", "--no-cache", "--grammar", "parrot", "--output-format", "concise", "a.txt")
    printed = run(copy, "-m", "lint_article", *words).stdout
    assert printed.splitlines() == ["a.txt:1:5: warning GRM001 number-disagreement: `tide` is wet. (parrot: TIDE)"]


@pytest.mark.slow
def test_a_language_is_one_file(copy: Path) -> None:
    terms = run(copy, "-c", f"{TOOL} print(*languages.terms())").stdout.split()
    stated = ("and", "month", "accessed", "heading-references", "function-word")
    none = ", ".join(f'"{term}"' for term in terms if term not in stated)
    add(copy, "src/lint_article/vocabulary/eo.toml", LANGUAGE.format(none=none))
    run(copy, "-c", f"{TOOL} (languages.FOLDER / 'compiled.txt').write_text(languages.compiled(), encoding='utf-8')")
    entry = "Baker, K. kaj Voss, S. (2012). Havenoj. Havena Revuo, 4(1), 11–29."
    manuscript = f"(Baker kaj Voss, 2012).\n\nLiteraturo\n\n{entry}\n"
    printed = check(copy, "a.txt", manuscript, "--output-format", "json")
    assert rules(printed) == []
    (copy / "a.txt").write_text(manuscript, encoding="utf-8")
    facts = json.loads(run(copy, "-m", "lint_article", "inspect", "--output-format", "json", "a.txt").stdout)
    assert [name["family"] for name in facts["references"][0]["authors"]] == ["Baker", "Voss"]
