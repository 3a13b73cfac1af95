"""What checking one file may take of the machine: beyond it there is a finding, and the other files are checked."""

from __future__ import annotations

import os
import re
import sys
import time
import traceback
from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.hostile import files

from command_line import check
from lint_article.document import Document, Limits, Reading, Source
from lint_article.engine import budget, containment, reader, run
from lint_article.engine.grammar import Grammar
from lint_article.engine.job import Job
from lint_article.parsing.parse import parse
from lint_article.rulebook import rulebook
from lint_article.workers.messages import unpack
from making import QUIET

REASON = re.compile(r"Cannot be read: (.*)\.")


def reasons(folder: Path, name: str, data: bytes, limits: Limits = Limits()) -> list[str]:
    path = folder / name
    path.write_bytes(data)
    job = Job(str(path), name, replace(QUIET, limits=limits), tuple(rulebook()))
    report = run.check(job, Grammar())
    assert report.faults == () and report.trouble is None
    return [REASON.fullmatch(one.message)[1] for one in report.diagnostics if one.code == "SRC001"]  # type: ignore[index]


def said(what: str, name: str) -> list[str]:
    return [f"{what} (`limits.{name}` in the settings)"]


@pytest.mark.parametrize("make", [files.recursive_pdf, files.doubling_pdf])
def test_a_pdf_without_end_costs_its_own_findings_only(tmp_path: Path, make: object) -> None:
    data = make()  # type: ignore[operator]
    assert len(data) < 6000
    (tmp_path / "a.txt").write_text("It was the the sea.", encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(data)
    (tmp_path / "c.txt").write_text("It was the the sea.", encoding="utf-8")
    ran = check(tmp_path, "--output-format", "concise", "--limit", "memory=150", "a.txt", "b.pdf", "c.txt")
    assert ran.status == 1
    assert [line.split(": ")[0] for line in ran.out.splitlines()] == ["a.txt:1:8", "b.pdf:1:1", "c.txt:1:8"]
    assert "it needs more than 150 MB of memory (`limits.memory` in the settings)" in ran.out


def test_a_reader_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    limits = Limits(seconds=1, memory=0)
    long = files.many_paragraphs_docx(300_000)
    assert reasons(tmp_path, "a.docx", long, limits) == said(
        "it takes more than 1 s of the processor's time", "seconds"
    )


def test_a_reader_that_dies_is_started_anew(tmp_path: Path) -> None:
    assert reasons(tmp_path, "a.docx", files.docx(files._body(""))) == []
    assert containment._Reader.running
    containment._Reader.running._worker.kill()
    time.sleep(0.1)
    [reason] = reasons(tmp_path, "a.docx", files.docx(files._body("")))
    assert reason.startswith("it is damaged, or it needs more than 800 MB of memory")
    assert reasons(tmp_path, "a.docx", files.docx(files._body(""))) == []


def test_a_reader_that_took_memory_for_a_long_text_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(containment, "_LONG", 0)
    text = files.docx(files._body("<w:p><w:r><w:t>Reefs.</w:t></w:r></w:p>"))
    assert reasons(tmp_path, "a.docx", text) == []
    assert containment._Reader.running is None
    assert reasons(tmp_path, "a.docx", text) == []


def test_a_fault_of_ours_in_a_reader_keeps_its_place() -> None:
    def fail(_: Source) -> Reading:
        raise KeyError("an oversight")

    answer = unpack(reader._pack(reader._answer(fail, Source("a.docx", "docx", b""))))
    assert isinstance(answer, KeyError)
    assert "in fail" in "".join(traceback.format_exception(answer))
    unpicklable = reader._pack(ValueError(lambda: None))
    assert isinstance(unpack(unpicklable), RuntimeError)


def test_what_a_word_file_unpacks_to_is_counted_while_it_is_read(tmp_path: Path) -> None:
    limits = Limits(unpacked_size=1)
    too_much = said("it unpacks to more than 1 MB", "unpacked-size")
    for make in (files.long_docx, files.binary_docx):
        assert reasons(tmp_path, "a.docx", make(1_000_000), limits) == too_much
        assert reasons(tmp_path, "a.docx", make(9_000), limits) == []


@pytest.mark.parametrize("make", [files.utf_16_docx, files.split_docx])
def test_a_document_type_in_a_word_file_is_refused_however_it_is_written(tmp_path: Path, make: object) -> None:
    assert reasons(tmp_path, "a.docx", make()) == ["it is damaged (a document type is not allowed)"]  # type: ignore[operator]


def test_entities_have_one_sum(tmp_path: Path) -> None:
    started = time.process_time()
    assert reasons(tmp_path, "a.xml", files.entity_jats(100)) == [
        "the XML is not well formed here (its entities are longer than 200,000 characters together)"
    ]
    assert reasons(tmp_path, "a.xml", files.entity_jats(2)) == []
    assert time.process_time() - started < 10


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    data = b"It was the the sea.\n" * 60_000
    too_large = said("it has more than 1 MB", "file-size")
    assert reasons(tmp_path, "a.txt", data, Limits(file_size=1)) == too_large
    ran = check(tmp_path, "--limit", "file-size=1", "-", stdin=data)
    assert (ran.status, too_large[0] in ran.out) == (1, True)


def test_a_text_that_takes_too_long_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def parse_without_end(reading: Reading) -> Document:
        while reading.text:
            pass
        return parse(reading)

    monkeypatch.setattr(run, "parse", parse_without_end)
    monkeypatch.setattr(budget, "_STEP", 0.01)
    limits = Limits(seconds=1)
    too_long = said("it takes more than 1 s of the processor's time", "seconds")
    assert [reasons(tmp_path, "a.txt", b"x", limits) for _ in range(2)] == [too_long] * 2
    monkeypatch.undo()
    assert reasons(tmp_path, "a.txt", b"x", limits) == []


def test_findings_of_a_rule_are_listed_up_to_a_number(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It was the the sea. " * 20 + "A caf\x07 here.", encoding="utf-8")
    ran = check(tmp_path, "--limit", "findings=3", "--output-format", "concise", "a.txt")
    assert [line.split(": ", 1)[1] for line in ran.out.splitlines()] == [
        *["suggestion TXT010 repeated-word: Repeated word: `the the`."] * 2,
        "suggestion TXT010 repeated-word: Repeated word: `the the` "
        "(and 17 more of repeated-word; `limits.findings` is 3).",
        "error TXT004 control-character: U+0007 is a control character without meaning in a manuscript.",
    ]
    fixed = check(tmp_path, "--limit", "findings=3", "--fix", "--unsafe-fixes", "a.txt")
    assert "the the" not in (tmp_path / "a.txt").read_text(encoding="utf-8"), fixed.err


def test_a_project_can_only_lower_limits(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It was so.", encoding="utf-8")
    settings = tmp_path / "lint-article.toml"
    for value, status in ((500, 0), (900, 2), (0, 2)):
        settings.write_text(f"[limits]\nmemory = {value}\n", encoding="utf-8")
        ran = check(tmp_path, "a.txt")
        assert ran.status == status, ran.err
    assert "`limits.memory` can only be lowered by a project's file, from 800 (lint-article.toml:2)." in ran.err
    assert check(tmp_path, "--config", "lint-article.toml", "a.txt").status == 0
    assert (
        "`limits.tea` is not a setting (the command line)"
        in check(tmp_path, "--isolated", "--limit", "tea=1", "a.txt").err
    )


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes and devices in folders")
def test_pipes_devices_and_links_out_of_the_project_are_not_read(tmp_path: Path) -> None:
    project = tmp_path / "project"
    (project / ".git").mkdir(parents=True)
    victim = tmp_path / "victim.txt"
    victim.write_text("It was the the sea.", encoding="utf-8")
    os.mkfifo(project / "f.txt")
    (project / "z.txt").symlink_to("/dev/zero")
    (project / ".gitignore").symlink_to("/dev/zero")
    (project / "lint-article.toml").symlink_to("/dev/zero")
    (project / "x.txt").symlink_to("../victim.txt")
    (project / "own.txt").write_text("It was so.", encoding="utf-8")
    (project / "y.txt").symlink_to("own.txt")
    ran = check(project, "--fix", "--unsafe-fixes", ".")
    assert ran.status == 0, ran
    assert "note: f.txt, x.txt, z.txt: links out of the project, devices and pipes are not read" in ran.err
    assert victim.read_text(encoding="utf-8") == "It was the the sea."
    assert "in 2 files" in ran.err
    assert check(project, "z.txt").err.startswith("error: z.txt cannot be read: it is neither a file nor a folder.")
    assert check(project, "x.txt").status == 0 and "the the" in check(project, "x.txt").out, "the user has named it"


@pytest.mark.parametrize(
    ("key", "value"),
    [("bibliography", '["../refs.bib"]'), ("rule-folders", '["../rules"]'), ("baseline", '"../b.json"')],
)
def test_a_projects_settings_name_no_file_outside_of_it(tmp_path: Path, key: str, value: str) -> None:
    project = tmp_path / "project"
    (project / ".git").mkdir(parents=True)
    for name in ("refs.bib", "b.json"):
        (tmp_path / name).write_text("", encoding="utf-8")
    (project / "a.txt").write_text("It was so.", encoding="utf-8")
    (project / "lint-article.toml").write_text(f"{key} = {value}\n", encoding="utf-8")
    ran = check(project, "a.txt")
    assert ran.status == 2
    assert "lies outside the project, so a project's file cannot name it (lint-article.toml:1)." in ran.err
