"""What the command writes when its streams are closed, full or of another encoding, or when names are hostile."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from command_line import BAD, Ran, check, run
from lint_article.folders import modules_in

HOSTILE = "x\n::error file=README.md,line=1::pwned\x1b[31m\u202e.txt"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bad.txt").write_bytes(BAD)
    (tmp_path / "good.txt").write_text("A tea in Paris.\n", encoding="utf-8")
    return tmp_path


def shell(folder: Path, command: str) -> Ran:
    """Run a line of a shell in which `article` is the command, and `lint` its check without grammar."""
    article = f'set -o pipefail; article() {{ {sys.executable} -m lint_article "$@"; }}; '
    lint = 'lint() { article check --isolated --grammar none "$@"; }; '
    done = subprocess.run(["bash", "-c", article + lint + command], cwd=folder, capture_output=True)
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


FULL = "error: Standard output cannot be written: No space left on device.\n"
CLOSED = "error: Standard output cannot be written: it is closed.\n"


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("lint -q bad.txt > /dev/full", FULL),
        ("lint -q --output-format json good.txt > /dev/full", FULL),
        ("article rules > /dev/full", FULL),
        ("article --version > /dev/full", FULL),
        ("article --help > /dev/full", FULL),
        ("lint -q bad.txt >&-", CLOSED),
        ("lint -q --output-format json good.txt >&-", CLOSED),
        ("article explain CIT001 >&-", CLOSED),
        ("lint -q - <&-", "error: - cannot be read: standard input is closed.\n"),
        ("lint -q bad.txt 2>&- | head -c 0", ""),
        ("lint good.txt 2>&-", ""),
        ("lint good.txt 2> /dev/full", ""),
        ("lint bad.txt >&- 2>&- <&-", ""),
    ],
)
def test_what_cannot_be_written_is_one_sentence_and_status_2(folder: Path, command: str, said: str) -> None:
    assert shell(folder, command) == Ran(2, "", said)


def test_streams_that_are_not_needed_may_be_closed(folder: Path) -> None:
    assert shell(folder, "lint -q bad.txt <&-").status == 1
    assert shell(folder, "lint -q good.txt >&-") == Ran(0, "", "")
    assert shell(folder, "lint -q bad.txt 2>&-").status == 1
    written = shell(folder, "lint --output out.txt bad.txt <&-; cat out.txt")
    assert written.out.startswith("bad.txt:1:6: error SRC002")


def test_a_reader_that_has_seen_enough_is_no_error_to_speak_of(folder: Path) -> None:
    (folder / "bad.txt").write_text("They came , and left .\n\n" * 9000, encoding="utf-8")
    ran = shell(folder, "lint -q --output-format concise bad.txt | head -n 1")
    assert (ran.status, ran.err) == (2, "")
    assert ran.out.count("\n") == 1


@pytest.mark.slow
@pytest.mark.parametrize("limit", [8, 12, 24, 32])
def test_few_file_handles(folder: Path, limit: int) -> None:
    """Each run says what it could not do, and that is the system's; most can do everything."""
    ran = shell(folder, f"ulimit -n {limit}; article --isolated --no-cache bad.txt good.txt")
    assert ran.status in (1, 2)
    assert ("error: " in ran.err) == (ran.status == 2)
    assert "Traceback" not in ran.err and "fault of lint-article" not in ran.err


def test_what_an_encoding_lacks_is_escaped_as_json_has_it(folder: Path) -> None:
    (folder / "é😀.txt").write_bytes(BAD)
    plain = run(folder, "--grammar", "none", "--output-format", "json", "é😀.txt")
    for encoding in ("ascii", "latin-1", "utf-8"):
        ran = run(
            folder, *("--grammar", "none", "--output-format", "json", "é😀.txt"), env={"PYTHONIOENCODING": encoding}
        )
        assert json.loads(ran.out) == json.loads(plain.out)
        assert ran.out.isascii() == (encoding != "utf-8")


def test_half_a_character_is_written_as_a_sign_for_it(folder: Path) -> None:
    name = os.fsdecode(b"b\xe9.txt")
    (folder / name).write_bytes(BAD)
    for output_format in ("json", "sarif", "github", "concise", "full"):
        ran = check(folder, "--output-format", output_format, name)
        ran.out.encode()
        assert "\\ud" not in ran.out
    assert "b%E9.txt" in check(folder, "--output-format", "sarif", name).out


def steers(text: str) -> bool:
    return any((char < " " and char != "\n") or char in "\x7f\u202e" for char in text)


@pytest.mark.parametrize("output_format", modules_in("reporters/formats"))
def test_a_name_cannot_start_a_line_or_steer_a_terminal(folder: Path, output_format: str) -> None:
    (folder / HOSTILE).write_bytes(BAD)
    ran = check(folder, "--output-format", output_format, ".")
    assert ran.out and not steers(ran.err + ran.out)
    assert not [line for line in (ran.out + ran.err).splitlines() if line.startswith("::error file=README")]


def test_nor_in_notes_errors_and_lists(folder: Path) -> None:
    (folder / HOSTILE).write_bytes(b"")
    (folder / "d.txt").write_bytes(b"They came , \x1b[31mred\x1b[0m.\n")
    (folder / "m.md").write_text("See <https://example.org/\x1b[31m\u202e>.\n", encoding="utf-8")
    runs = [
        check(folder, "--show-files", "."),
        check(folder, "."),
        check(folder, HOSTILE + "none"),
        check(folder, "--diff", "d.txt"),
        run(folder, "inspect", "m.md"),
        run(folder, "inspect", HOSTILE + "none"),
        run(folder, "--show-settings", "--config", HOSTILE),
    ]
    for ran in runs:
        said = (ran.out + ran.err).replace("\t", "")
        assert said and not steers(said)
        assert not [line for line in said.splitlines() if line.startswith("::error")]
