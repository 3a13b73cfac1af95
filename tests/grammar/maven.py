"""The real LanguageTool for the tests: fetched once by Maven, laid out as language-tool-python expects it."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

POM = Path(__file__).parents[1] / "languagetool/pom.xml"
TARGET = POM.parent / "target"


def pinned_version() -> str:
    """Return the version that the pom pins."""
    found = ElementTree.parse(POM).find(".//{*}languagetool.version")  # noqa: S314  # our own file
    assert found is not None and found.text
    return found.text


def languagetool() -> Path:
    """Return a folder for LTP_PATH that holds the pinned LanguageTool; skip where it cannot be had."""
    for program in ("java", "mvn"):
        if not shutil.which(program):
            pytest.skip(f"the real LanguageTool needs {program}")
    home = TARGET / f"LanguageTool-{pinned_version()}"
    if not (home / "languagetool-server.jar").exists():
        fetch(home)
    return TARGET


def fetch(home: Path) -> None:
    """Have Maven copy the jars, then write the one jar whose manifest names them all."""
    goal = ("dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={home / 'libs'}")
    ran = subprocess.run(["mvn", "-B", "-q", "-f", str(POM), *goal], capture_output=True, text=True, check=False)
    if ran.returncode:
        pytest.skip(f"Maven cannot fetch LanguageTool: {ran.stdout.strip()[:200]}")
    names = " ".join(f"libs/{jar.name}" for jar in sorted((home / "libs").glob("*.jar")))
    line, folded = f"Class-Path: ./ {names}", []
    while line:
        folded.append(line[:70])
        line = " " + line[70:] if line[70:] else ""
    with zipfile.ZipFile(home / "languagetool-server.jar", "w") as jar:
        jar.writestr("META-INF/MANIFEST.MF", "\r\n".join(("Manifest-Version: 1.0", *folded, "", "")))
