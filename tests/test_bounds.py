"""Every dependency has a lowest version that exists; `.ci/run` checks the fixtures with these."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
DEPENDENCIES = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]


def test_every_dependency_has_a_lowest_version() -> None:
    shape = re.compile(r"[a-z0-9-]+(?:==|>=)\d+(?:\.\d+)+(?:,<[\d.]+)?")
    assert [one for one in DEPENDENCIES if not shape.fullmatch(one)] == []


def test_the_constraints_are_the_lowest_versions() -> None:
    ran = subprocess.run([sys.executable, ROOT / ".ci/lowest.py"], capture_output=True, text=True, check=True)
    lowest = [one.partition(",")[0].replace(">=", "==") for one in DEPENDENCIES]
    assert ran.stdout.split() == lowest
