"""Tasks by name: `nox -s test`, `lint`, `fast`, `bench -- FOLDER`."""

from __future__ import annotations

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
def bench(session: nox.Session) -> None:
    """Measure accuracy on a folder of articles with known truth."""
    session.install("--editable", ".[dev]")
    session.run("python", "-m", "benchmarks.accuracy", *session.posargs)
