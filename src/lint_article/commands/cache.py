"""`lint-article cache`: what is kept between runs, and how to be rid of it."""

from __future__ import annotations

import sys
from functools import partial
from typing import Annotated

import typer

from lint_article.commands.output import finish
from lint_article.errors import CLEAN

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="What is kept between runs: remarks on grammar.")
Folder = Annotated[str, typer.Option("--cache-dir", metavar="FOLDER", help="The folder, if it is not the user's own.")]


@app.command()
def clear(cache_dir: Folder = "") -> None:
    """Delete the remarks on grammar that are kept between runs."""
    finish(partial(_clear, cache_dir))


@app.command()
def show(cache_dir: Folder = "") -> None:
    """Say where the remarks are kept, and how much there is."""
    finish(partial(_show, cache_dir))


def _clear(folder: str) -> int:
    from lint_article.grammar.cache import forget
    from lint_article.grammar.places import cache_file

    sys.stdout.write(f"{_size(forget(cache_file(folder)))} freed.\n")
    return CLEAN


def _show(folder: str) -> int:
    from lint_article.grammar.places import cache_file

    file = cache_file(folder)
    sys.stdout.write(f"{file}: {_size(file.stat().st_size) if file.exists() else 'nothing kept yet'}\n")
    return CLEAN


def _size(count: int) -> str:
    return f"{count / 1_000_000:.1f} MB" if count >= 100_000 else f"{count / 1000:.0f} KB"
