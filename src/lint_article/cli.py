"""The command line: its words and nothing else; each command's work is imported when it is called."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer
import typer.core

from lint_article import __version__


class _CheckByDefault(typer.core.TyperGroup):
    """`lint-article draft.txt` is `lint-article check draft.txt`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        own = {word for parameter in self.get_params(ctx) for word in parameter.opts}
        if args and args[0] not in self.commands and args[0] not in own:
            args = ["check", *args]
        return super().parse_args(ctx, args)


app = typer.Typer(
    name="lint-article",
    cls=_CheckByDefault,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="A linter for scholarly manuscripts.",
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"lint-article {__version__}")
        raise typer.Exit


@app.callback()
def _group(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """A linter for scholarly manuscripts: citations, references, links, broken words, grammar."""


@app.command()
def check(
    paths: Annotated[list[str], typer.Argument(help="Manuscripts or folders; `-` is standard input.")],
    output_format: Annotated[str, typer.Option(help="full, concise or json")] = "full",
    select: Annotated[list[str] | None, typer.Option(help="Rules by name, code or family.")] = None,
    grammar: Annotated[str, typer.Option()] = "none",
    no_cache: Annotated[bool, typer.Option("--no-cache")] = False,
) -> None:
    """Check manuscripts and print what a copy editor would query."""
    from lint_article.commands.check import check_paths

    sys.exit(check_paths(paths, output_format, select or ["all"]))


@app.command()
def inspect(
    path: Annotated[str, typer.Argument(help="A manuscript; `-` is standard input.")],
    output_format: Annotated[str, typer.Option(help="full or json")] = "full",
) -> None:
    """Show what was parsed: every citation and how it was judged, every reference, every link."""
    from lint_article.commands.inspect import inspect_path

    sys.exit(inspect_path(path, output_format))


@app.command()
def explain(rule: Annotated[str, typer.Argument(help="A rule's name or code.")]) -> None:
    """Explain a rule: what it flags, why, and what it leaves alone."""
    from lint_article.commands.rules import explain

    sys.exit(explain(rule))


@app.command()
def rules() -> None:
    """List all rules."""
    from lint_article.commands.rules import print_rules

    sys.exit(print_rules())


def main() -> None:
    """Run the command line."""
    app()
