"""Tasks by name: `nox -s test`, `lint`, `fast`, `docs`, `bench -- FOLDER`, `new-rule -- FAMILY/NAME`."""

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
    session.run("pytest", *session.posargs)


@nox.session
def fast(session: nox.Session) -> None:
    """Run the tests that take less than a minute together."""
    session.install("--editable", ".[dev]")
    session.run("pytest", "-m", "not slow", *session.posargs)


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
