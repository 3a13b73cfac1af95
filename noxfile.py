"""Tasks by name: `nox -s test`, `lint`, `fast`, `docs`, `bench -- FOLDER`, `fuzz -- MINUTES` and others: `nox -l`."""

from __future__ import annotations

import re
from pathlib import Path

import nox

nox.options.sessions = ["lint", "test"]
nox.options.reuse_existing_virtualenvs = True


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and types."""
    session.install("--editable", ".[dev]")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("mypy")


@nox.session
def test(session: nox.Session) -> None:
    """Run all tests."""
    session.install("--editable", ".[dev]")
    session.run("pytest", "-n", "2", *session.posargs)


@nox.session
def fast(session: nox.Session) -> None:
    """Run the tests that take less than a minute together."""
    session.install("--editable", ".[dev]")
    session.run("pytest", "-n", "2", "-m", "not slow", *session.posargs)


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation site into .site."""
    session.install("--editable", ".[docs]")
    session.run("python", "-m", "sphinx", "-W", "--keep-going", "-q", "-b", "html", "docs", ".site")


@nox.session
def bench(session: nox.Session) -> None:
    """Measure accuracy on a folder of articles with known truth."""
    session.install("--editable", ".[dev]")
    session.run("python", "-m", "benchmarks.accuracy", *session.posargs)


@nox.session
def fuzz(session: nox.Session) -> None:
    """Damage manuscripts, settings, sheets and baselines for so many minutes; what crashes is kept in `crashes/`."""
    session.install("--editable", ".[dev]")
    minutes = session.posargs[0] if session.posargs else "10"
    session.run("python", "-m", "benchmarks.fuzz", "--minutes", minutes, "--keep", "crashes")


@nox.session
def hostile(session: nox.Session) -> None:
    """Try files that attack, and measure how the time grows with texts that take long."""
    session.install("--editable", ".[dev]")
    session.run("python", "-m", "benchmarks.hostile")
    session.run("python", "-m", "benchmarks.hostile.growth", *session.posargs)


@nox.session
def wheel(session: nox.Session) -> None:
    """Build the wheel twice and compare; ask for known vulnerabilities of what it needs."""
    session.install("build", "hatchling", "pip-audit", ".")
    session.run("python", ".ci/wheel.py")
    session.run("pip-audit", "--skip-editable", success_codes=[0, 1])


SHEET = """code     = "{code}"
kind     = "pattern"
severity = "suggestion"
summary  = "{summary}"
message  = "{summary}: `{{text}}`."
pattern  = ""
why      = "What the reader loses."

[[bad]]
text = ""
at   = [""]

[[good]]
text = ""
"""


@nox.session(name="new-rule", venv_backend="none")
def new_rule(session: nox.Session) -> None:
    """Write the sheet of a new rule, `text/double-comma`, with the next free code of its family."""
    if len(session.posargs) != 1 or not re.fullmatch(r"[a-z]+/[a-z]+(-[a-z]+)*", session.posargs[0]):
        session.error("Name the rule: nox -s new-rule -- text/double-comma")
    path = Path("rules", f"{session.posargs[0]}.toml")
    if not path.parent.is_dir() or path.exists():
        session.error(f"{path} exists." if path.exists() else f"No family is called {path.parent.name}.")
    codes = (
        re.search(r'^code\s*= "([A-Z]{3})(\d{3})"', sheet.read_text("utf-8")) for sheet in path.parent.glob("*.toml")
    )
    family, last = max((code[1], int(code[2])) for code in codes if code)
    summary = path.stem.replace("-", " ").capitalize()
    path.write_text(SHEET.format(code=f"{family}{last + 1:03}", summary=summary), encoding="utf-8")
    session.log(f"Wrote {path}. Fill in the pattern and the examples; then: pytest tests/test_rules.py -k {path.stem}")
