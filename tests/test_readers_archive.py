"""Archives of a LaTeX submission: the manuscript is found, with its files; nothing is unpacked beyond bounds."""

from __future__ import annotations

import gzip
import io
import tarfile
import tomllib
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from command_line import check
from lint_article.document import Limits
from lint_article.engine.lint import lint
from lint_article.readers import unpacking
from lint_article.readers.archive.main_member import find_mains
from lint_article.readers.unreadable import Unreadable
from lint_article.rulebook import rulebook
from making import document

MANUSCRIPTS = sorted((Path(__file__).parents[1] / "fixtures/manuscripts").glob("*/expected.toml"))
MAIN = r"\documentclass{article}\begin{document}\input{chapters/one}\bibliography{refs}\end{document}"
FILES = {
    "paper/main.tex": MAIN,
    "paper/chapters/one.tex": "Pilots read the the boards \\cite{ekberg,lost}.\n",
    "paper/refs.bib": "@book{ekberg, author = {Ekberg, Nils}, title = {Boards}, publisher = {Quays}, year = {1998}}\n",
    "paper/figure.png": "\0not read",
}
FOUND = [
    "chapters/one.tex:1:13: suggestion TXT010 repeated-word",
    "chapters/one.tex:1:41: error CIT010 undefined-citation-key",
]


def zipped(files: Mapping[str, str]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return held.getvalue()


def tarred(files: Mapping[str, str], mode: str = "w:gz") -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode=mode) as archive:  # type: ignore[call-overload]
        for name, text in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(text.encode())
            archive.addfile(entry, io.BytesIO(text.encode()))
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("sent.zip", zipped(FILES)),
        ("sent.tar.gz", tarred(FILES)),
        ("sent.tgz", tarred(FILES)),
        ("sent.tar", tarred(FILES, "w:")),
        ("sent.tar.bz2", tarred(FILES, "w:bz2")),
        ("sent.tar.xz", tarred(FILES, "w:xz")),
    ],
)
def test_places_name_the_archive_and_the_file_in_it(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    ran = check(tmp_path, "--isolated", "--output-format", "concise", name)
    assert [": ".join(line.split(": ")[:2]) for line in ran.out.splitlines()] == [
        f"{name}!paper/{one}" for one in FOUND
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == [name]


@pytest.mark.parametrize("expected", MANUSCRIPTS, ids=lambda path: path.parent.name)
def test_a_manuscript_in_an_archive_has_the_findings_of_the_manuscript(expected: Path) -> None:
    tex = expected.parent / f"{expected.parent.name}.tex"
    read = document(zipped({tex.name: tex.read_text(encoding="utf-8")}), "archive", "sent.zip")
    found = [
        [one.rule, " ".join(one.span.of(read.text).replace("’", "'").split())] for one in lint(read, list(rulebook()))
    ]
    assert sorted(found) == sorted(tomllib.loads(expected.read_text(encoding="utf-8"))["findings"])


def test_a_single_file_that_is_packed_is_read(tmp_path: Path) -> None:
    text = r"\documentclass{article}\begin{document}Tides of the the quays.\end{document}"
    (tmp_path / "2101.00001v1.gz").write_bytes(gzip.compress(text.encode()))
    ran = check(tmp_path, "--isolated", "--output-format", "concise", "2101.00001v1.gz")
    assert ran.out.startswith("2101.00001v1.gz!main.tex:1:49: suggestion TXT010 repeated-word")


WHOLE = rb"\documentclass{article}\begin{document}A\end{document}"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"a.tex": WHOLE, "main.tex": WHOLE}, ["main.tex", "a.tex"]),
        ({"response.tex": WHOLE + b" " * 99, "tides.tex": WHOLE}, ["tides.tex", "response.tex"]),
        ({"x/deep/main.tex": WHOLE, "tides.tex": WHOLE}, ["tides.tex", "x/deep/main.tex"]),
        ({"part.tex": WHOLE, "all.tex": WHOLE.replace(b"A", rb"\input{part}")}, ["all.tex"]),
        ({"z.tex": WHOLE, "main.tex": WHOLE, "00README.XXX": b"z.tex toplevelfile\n"}, ["z.tex", "main.tex"]),
        ({"class.tex": b"% \\documentclass{article}", "refs.bib": b""}, []),
    ],
)
def test_the_manuscript_is_found(files: Mapping[str, bytes], expected: list[str]) -> None:
    assert find_mains(files, "sent") == expected


def test_a_member_without_a_name_is_left_out() -> None:
    named = zipped({"xxxxx": "", "main.tex": MAIN})
    nameless = named.replace(b"xxxxx", b"\0xxxx")
    assert [*unpacking.unpack(nameless, lambda _: True, Limits())] == ["main.tex"]


def test_other_manuscripts_of_an_archive_are_named(tmp_path: Path) -> None:
    files = {"main.tex": WHOLE.decode(), "supplement.tex": WHOLE.decode()}
    (tmp_path / "sent.zip").write_bytes(zipped(files))
    ran = check(tmp_path, "--isolated", "--output-format", "concise", "sent.zip")
    assert "The text of `supplement.tex` was not checked: one manuscript of an archive is read." in ran.out


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (zipped({"main.tex": "a" * 30_000_000}), "it unpacks to more than 200 times its size"),
        (gzip.compress(b"\0" * 30_000_000), "it unpacks to more than 200 times its size"),
        (zipped({"notes.txt": "A"}), "it holds no LaTeX file"),
        (zipped({"../main.tex": WHOLE.decode()}), "it holds no LaTeX file"),
        (zipped(FILES)[:-30], "it is damaged, or no archive"),
        (tarred(FILES)[:100], "it is damaged, or no archive"),
        (b"\x1f\x8b" + b"\0" * 50, "it is damaged, or no archive"),
    ],
)
def test_what_is_broken_or_too_much_is_said(data: bytes, reason: str) -> None:
    problems = [dict(one.values)["reason"] for one in document(data, "archive", "sent.zip").problems]
    assert len(problems) == 1 and problems[0].startswith(reason)


def test_there_are_bounds_of_bytes_and_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "_MOST_MEMBERS", 3)
    with pytest.raises(Unreadable) as raised:
        unpacking.unpack(zipped(FILES), str.isascii, Limits())
    assert raised.value.reason == "it holds more than 3 files"
    text = "".join(f"{number:06}" for number in range(400_000))
    with pytest.raises(Unreadable) as raised:
        unpacking.unpack(tarred({"main.tex": text}), str.isascii, Limits(unpacked_size=1))
    assert raised.value.reason.startswith("it unpacks to more than 1 MB")
