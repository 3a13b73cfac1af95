"""The text that poppler makes of a PDF is checked as the PDF is."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks import raw_text

PDF = Path(__file__).parents[1] / "fixtures" / "readers" / "pdf"


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason=raw_text.MISSING)
@pytest.mark.parametrize("layout", [[], ["--layout"]])
def test_raw_text_of_a_pdf_is_inspected(layout: list[str]) -> None:
    pdf = next(path for path in sorted(PDF.glob("*.pdf")) if path.stem == "statistics")
    command = [sys.executable, "-m", "benchmarks.raw_text", *layout, "inspect", "--output-format", "json", str(pdf)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[1])
    assert done.returncode == 0, done.stderr
    assert {"citations", "references"} <= json.loads(done.stdout).keys()


def test_a_missing_pdftotext_is_said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("PATH", "")
    assert raw_text.main(["check", "a.pdf"]) == 2
    assert capsys.readouterr().err == raw_text.MISSING + "\n"
