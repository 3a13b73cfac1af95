"""`lint-article cache`: what is kept between runs, and how to be rid of it."""

from __future__ import annotations

import sys
from functools import partial
from typing import Annotated

import typer

from lint_article.commands.output import run_and_exit
from lint_article.errors import CLEAN, UserError
from lint_article.reporters.terminal import visible

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Show or delete the grammar cache.")
Folder = Annotated[str, typer.Option("--cache-dir", metavar="FOLDER", help="The folder, if it is not the user's own.")]


@app.command()
def clear(cache_dir: Folder = "") -> None:
    """Delete the remarks on grammar that are kept between runs."""
    run_and_exit(partial(_clear, cache_dir))


@app.command()
def show(cache_dir: Folder = "") -> None:
    """Say where the remarks are kept, and how much there is."""
    run_and_exit(partial(_show, cache_dir))


def _clear(folder: str) -> int:
    from lint_article.grammar.cache_file import delete
    from lint_article.grammar.places import cache_file

    try:
        sys.stdout.write(f"{_size(delete(cache_file(folder)))} freed.\n")
    except OSError as error:
        raise UserError(f"The cache cannot be deleted: {error.strerror or error}.") from None
    return CLEAN


def _show(folder: str) -> int:
    from lint_article.grammar.places import cache_file

    file = cache_file(folder)
    size = _size(file.stat().st_size) if file.exists() else "nothing kept yet"
    sys.stdout.write(f"{visible(str(file))}: {size}\n")
    return CLEAN


def _size(count: int) -> str:
    return f"{count / 1_000_000:.1f} MB" if count >= 100_000 else f"{count / 1000:.0f} KB"
