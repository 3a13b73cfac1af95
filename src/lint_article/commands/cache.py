"""`lint-article cache`: what is kept between runs, and how to be rid of it."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from lint_article.commands.output import run_and_exit
from lint_article.errors import CLEAN, UserError
from lint_article.reporters.terminal import visible

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Show or delete what is kept between runs.")
Folder = Annotated[str, typer.Option("--cache-dir", metavar="FOLDER", help="The folder, if it is not the user's own.")]


@app.command()
def clear(cache_dir: Folder = "") -> None:
    """Delete what is kept between runs: findings, and remarks on grammar."""
    run_and_exit(partial(_clear, cache_dir))


@app.command()
def show(cache_dir: Folder = "") -> None:
    """Say where findings and remarks on grammar are kept, and how much there is."""
    run_and_exit(partial(_show, cache_dir))


def _clear(folder: str) -> int:
    from lint_article.engine import sealed_files
    from lint_article.grammar.cache_file import delete
    from lint_article.grammar.places import cache_file, report_folder

    try:
        freed = sealed_files.clear(report_folder(folder)) + delete(cache_file(folder))
    except OSError as error:
        raise UserError(f"The cache cannot be deleted: {error.strerror or error}.") from None
    sys.stdout.write(f"{_size(freed)} freed.\n")
    return CLEAN


def _show(folder: str) -> int:
    from lint_article.engine import sealed_files
    from lint_article.grammar.places import cache_file, report_folder

    reports, remarks = report_folder(folder), cache_file(folder)
    for place, size in ((reports, sealed_files.size(reports)), (remarks, _size_of(remarks))):
        sys.stdout.write(f"{visible(str(place))}: {_size(size) if size else 'nothing kept yet'}\n")
    return CLEAN


def _size_of(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0


def _size(count: int) -> str:
    return f"{count / 1_000_000:.1f} MB" if count >= 100_000 else f"{count / 1000:.0f} KB"
