"""`lint-article languagetool`: installing LanguageTool, and keeping a server of it between runs."""

from __future__ import annotations

import sys
from functools import partial
from typing import Annotated

import typer

from lint_article.commands.output import run_and_exit
from lint_article.errors import CLEAN, FINDINGS, UserError

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="LanguageTool on this machine.")
VERSION = "6.8"
SIZE = "259 MB to download and 395 MB on disk"


@app.command()
def install(yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False) -> None:
    """Download LanguageTool for this user; its size is named first."""
    run_and_exit(partial(_install, yes))


@app.command()
def start(
    idle: Annotated[int, typer.Option(metavar="SECONDS", help="End it after so long without use; 0 is never.")] = 3600,
) -> None:
    """Start a server that later runs use, so that each need not start its own."""
    run_and_exit(partial(_start, idle))


@app.command()
def stop() -> None:
    """Stop the server that `start` has started."""
    run_and_exit(_stop)


@app.command()
def status() -> None:
    """Say what is installed and what is running; exit with 1 if no server runs."""
    run_and_exit(_status)


def _install(yes: bool) -> int:
    from lint_article.grammar.languagetool.server import installed_version

    if installed_version():
        sys.stdout.write(f"LanguageTool {installed_version()} is installed.\n")
        return CLEAN
    _ask_consent(yes)
    try:
        from language_tool_python.download_lt import LocalLanguageTool
    except ImportError:
        hint = 'Install it: pip install "lint-article[languagetool]"'
        raise UserError("The package that installs LanguageTool is missing.", hint) from None
    try:
        LocalLanguageTool.from_version_name(VERSION).download()
    except (Exception, SystemExit) as error:  # the package raises a kind of its own for each step
        raise UserError(f"LanguageTool could not be installed: {error}", "It needs Java 17 or later.") from error
    sys.stdout.write(f"LanguageTool {VERSION} is installed.\n")
    return CLEAN


def _ask_consent(yes: bool) -> None:
    """Name the size and ask; raise UserError unless the answer is yes."""
    sys.stderr.write(f"LanguageTool {VERSION} is {SIZE}.\n")
    if yes:
        return
    if not sys.stdin.isatty():
        raise UserError(
            "Nobody can be asked whether to go on.", "Say so beforehand: lint-article languagetool install --yes"
        )
    if not typer.confirm("Go on?", err=True):
        raise UserError("LanguageTool was not installed.", "The embedded engine needs no download: --grammar harper")


def _start(idle: int) -> int:
    from lint_article.grammar.languagetool import kept

    server = kept.start(idle)
    sys.stdout.write(f"LanguageTool {server.version} runs at {server.address}.\n")
    return CLEAN


def _stop() -> int:
    from lint_article.grammar.languagetool import kept

    sys.stdout.write("LanguageTool is stopped.\n" if kept.stop() else "No LanguageTool was running.\n")
    return CLEAN


def _status() -> int:
    from lint_article.grammar.languagetool import kept
    from lint_article.grammar.languagetool.server import installed_version

    server, found = kept.status(), installed_version()
    sys.stdout.write(f"Installed: {found or 'no'}\n")
    sys.stdout.write(f"Running: {f'{server.version} at {server.address}' if server else 'no'}\n")
    return CLEAN if server else FINDINGS
