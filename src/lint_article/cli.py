"""The command line: its words and nothing else; each command's work is imported when it is called."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated, Literal

import typer
import typer.core

from lint_article import __version__
from lint_article.commands import cache, languagetool
from lint_article.commands.checking import read_limits, said_settings, shown_path, start_check
from lint_article.commands.group import VERSION, CheckByDefault
from lint_article.commands.options import (
    AddIgnore,
    BaselineFile,
    Bibliography,
    Changed,
    ChangedSince,
    Color,
    Config,
    Debug,
    ExtendSelect,
    FailOn,
    Format,
    Grammar,
    Ignore,
    Isolated,
    Jobs,
    Limit,
    Manuscript,
    NoCache,
    Output,
    OutputFormat,
    Paths,
    Select,
    Staged,
    StdinFilename,
    TextOrJson,
    complete_kinds,
    complete_rules,
)
from lint_article.commands.output import run_and_exit

app = typer.Typer(
    name="lint-article",
    cls=CheckByDefault,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="`lint-article PATH` is short for `lint-article check PATH`; for its options: `lint-article check --help`.",
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"lint-article {__version__}")
        raise typer.Exit


@app.callback()
def _group(
    version: Annotated[
        bool, typer.Option(*VERSION, callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Find what a good copy editor would query: citations, references, links, broken words, grammar."""


@app.command()
def check(
    paths: Paths = None,
    select: Select = None,
    extend_select: ExtendSelect = None,
    ignore: Ignore = None,
    output_format: OutputFormat = None,
    output: Output = None,
    fix: Annotated[bool, typer.Option("--fix", help="Write the safe fixes into the files.")] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="With --fix or --diff: unsafe fixes as well.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would write, and write nothing.")] = False,
    fail_on: FailOn = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 even if there are findings.")] = False,
    grammar: Grammar = None,
    allow_remote: Annotated[
        bool, typer.Option("--allow-remote", help="Allow a grammar server on another machine.")
    ] = False,
    bibliography: Bibliography = None,
    baseline: BaselineFile = None,
    changed: Changed = False,
    changed_since: ChangedSince = "",
    staged: Staged = False,
    add_ignore: AddIgnore = "",
    format: Format = "",
    stdin_filename: StdinFilename = "-",
    config: Config = None,
    isolated: Isolated = False,
    force_exclude: Annotated[bool, typer.Option("--force-exclude", help="Apply `exclude` to named files too.")] = False,
    no_cache: NoCache = False,
    cache_dir: Annotated[Path | None, typer.Option(metavar="FOLDER", help="Keep the cache in this folder.")] = None,
    limit: Limit = None,
    jobs: Jobs = None,
    color: Color = "auto",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print findings and errors only.")] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="Print counts per rule, in any format.")] = False,
    show_files: Annotated[bool, typer.Option("--show-files", help="Print the files that would be checked.")] = False,
    show_settings: Annotated[
        bool, typer.Option("--show-settings", help="Print the settings and their source.")
    ] = False,
    debug: Debug = False,
) -> None:
    """Check manuscripts and print what is found."""
    start_check(**locals())


@app.command()
def inspect(
    path: Manuscript,
    output_format: TextOrJson = "full",
    bibliography: Bibliography = None,
    format: Format = "",
    stdin_filename: StdinFilename = "-",
    debug: Debug = False,
) -> None:
    """Show what was parsed: every citation and how it was judged, every reference, every link."""
    from lint_article.commands.inspect import print_facts
    from lint_article.commands.parsed import parse_named

    run_and_exit(lambda: print_facts(parse_named(path, stdin_filename, format, bibliography), output_format), debug)


@app.command()
def references(
    path: Manuscript,
    to: Annotated[Literal["csl-json", "bibtex", "ris"], typer.Option(help="The format to print.")] = "csl-json",
    bibliography: Bibliography = None,
    format: Format = "",
    stdin_filename: StdinFilename = "-",
    debug: Debug = False,
) -> None:
    """Print the reference list as data for reference managers and other programs."""
    from lint_article.commands.parsed import parse_named
    from lint_article.commands.references import print_references

    run_and_exit(lambda: print_references(parse_named(path, stdin_filename, format, bibliography), to), debug)


@app.command()
def annotate(
    paths: Annotated[list[str], typer.Argument(help="Manuscripts.")],
    output: Annotated[
        str,
        typer.Option(
            *("--output-file", "--output", "-o"),
            metavar="FILE",
            help="The file to write, - to print it; for several, a folder.",
        ),
    ],
    suggest: Annotated[
        Literal["safe", "all"] | None,
        typer.Option(metavar="[=all]", help="Word: set safe fixes in as tracked changes; with =all, likely ones too."),
    ] = None,
    style: Annotated[
        Literal["comment", "todo", "critic"],
        typer.Option(help="LaTeX and Markdown: comments, \\todo{} or CriticMarkup."),
    ] = "comment",
    select: Select = None,
    extend_select: ExtendSelect = None,
    ignore: Ignore = None,
    grammar: Grammar = None,
    bibliography: Bibliography = None,
    format: Format = "",
    config: Config = None,
    isolated: Isolated = False,
    debug: Debug = False,
) -> None:
    """Write copies of manuscripts with the findings in them: Word comments, PDF highlights, comments in markup."""
    from lint_article.commands.annotate import annotate_manuscripts
    from lint_article.engine.plan import CheckRequest

    said = said_settings(select, extend_select, ignore, {"engine": grammar}, bibliography)
    asked = CheckRequest(tuple(map(shown_path, paths)), said, config, isolated, format=format)
    run_and_exit(partial(annotate_manuscripts, asked, output, suggest or "", style), debug)


@app.command()
def archive(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE...", help="Folders, patterns, ZIP and TAR files, addresses such as s3://…"),
    ],
    out: Annotated[
        str, typer.Option("--out", "-o", metavar="FILE", help="The table of the findings, which ends in .parquet.")
    ],
    scheduler: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Check on a Dask cluster that is running: tcp://host:8786.")
    ] = "",
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Check all again, and replace what is there.")] = False,
    jobs: Jobs = None,
    select: Select = None,
    extend_select: ExtendSelect = None,
    ignore: Ignore = None,
    grammar: Grammar = None,
    bibliography: Bibliography = None,
    format: Format = "",
    config: Config = None,
    isolated: Isolated = False,
    no_cache: NoCache = False,
    limit: Limit = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")] = False,
    debug: Debug = False,
) -> None:
    """Check a backlist of any size into tables, with a page that sums them up; the same command goes on with it."""
    from lint_article.commands.archive import check_archive
    from lint_article.engine.plan import CheckRequest

    kept = {"engine": grammar, "cache": False if no_cache else None}
    said = said_settings(select, extend_select, ignore, kept, bibliography, jobs=jobs, limits=read_limits(limit))
    asked = CheckRequest(("-",), said, config, isolated, format=format)
    named = tuple(map(shown_path, sources))
    run_and_exit(partial(check_archive, named, out, asked, scheduler, overwrite, quiet), debug)


@app.command()
def explain(
    rule: Annotated[str, typer.Argument(help="A rule's name or code, or a family.", autocompletion=complete_rules)],
) -> None:
    """Explain a rule: what it flags, why, and what it leaves alone."""
    from lint_article.commands.rules import print_rule

    run_and_exit(partial(print_rule, rule))


@app.command()
def rules(
    output_format: TextOrJson = "full",
) -> None:
    """List all rules."""
    from lint_article.commands.rules import print_rules

    run_and_exit(partial(print_rules, output_format))


@app.command(name="new-rule")
def new_rule(
    name: Annotated[str, typer.Argument(help="The rule's name: what is wrong, as in `long-sentence`.")],
    kind: Annotated[
        str, typer.Option(metavar="KIND", autocompletion=complete_kinds, help="What it is: phrase, occurrence, …")
    ] = "phrase",
    folder: Annotated[Path | None, typer.Option(metavar="FOLDER", help="The folder of the sheet.")] = None,
) -> None:
    """Write the sheet of a rule of your own, with comments and examples."""
    from lint_article.commands.new_rule import write_new_rule

    run_and_exit(partial(write_new_rule, name, kind, folder))


@app.command(name="test-rules")
def test_rules(
    folder: Annotated[
        Path | None, typer.Argument(help="The folder of the sheets; default: those that the settings name.")
    ] = None,
) -> None:
    """Run the examples of rules of your own."""
    from lint_article.commands.test_rules import test_rules

    run_and_exit(partial(test_rules, folder))


@app.command()
def lsp(debug: Debug = False) -> None:
    """Serve an editor as a language server, over standard input and output."""
    from lint_article.commands.lsp import serve_editor

    run_and_exit(serve_editor, debug)


@app.command()
def serve(
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 is any that is free.")] = 8765,
    allow_host: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="A name that browsers may call this machine by.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, metavar="MB", help="The largest upload, in megabytes.")] = 50,
    open_browser: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    select: Select = None,
    extend_select: ExtendSelect = None,
    ignore: Ignore = None,
    grammar: Grammar = None,
    config: Config = None,
    isolated: Isolated = False,
    debug: Debug = False,
) -> None:
    """Serve a page to drop manuscripts on, for this machine only unless told otherwise; nothing is kept on disk."""
    from lint_article.commands.serve import serve_page
    from lint_article.engine.plan import CheckRequest

    said = said_settings(select, extend_select, ignore, {"engine": grammar, "cache": False})
    asked = CheckRequest(("-",), said, config, isolated)
    run_and_exit(partial(serve_page, asked, host, port, allow_host or (), limit, open_browser), debug)


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(help="The folder of the manuscripts.")] = Path(),
    profile: Annotated[
        Literal["minimal", "journal", "strict", "copy-editor"], typer.Option(help="The settings to start from.")
    ] = "journal",
) -> None:
    """Write settings for the manuscripts of a folder, after a look at them."""
    from lint_article.commands.init import write_settings

    run_and_exit(partial(write_settings, folder, profile))


app.add_typer(languagetool.app, name="languagetool")
app.add_typer(cache.app, name="cache")
