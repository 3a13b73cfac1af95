"""The command line: its words and nothing else; each command's work is imported when it is called."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer
import typer.core

from lint_article import __version__
from lint_article.commands import cache, languagetool
from lint_article.commands.output import exit_now, run_and_exit, status, user_error
from lint_article.commands.streams import guard
from lint_article.errors import FAILED, did_you_mean
from lint_article.folders import modules_in, packages_in

if TYPE_CHECKING:
    from lint_article.engine.plan import BaselineRequest, ChangesRequest

_VERSION = ("--version", "-V")
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")


class _CheckByDefault(typer.core.TyperGroup):
    """`lint-article draft.txt` is `lint-article check draft.txt`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        own = {word for parameter in self.get_params(ctx) for word in parameter.opts}
        args = ["--suggest=safe" if word == "--suggest" else word for word in args]
        options = args[: args.index("--")] if "--" in args else args
        if any(word in _VERSION for word in options):
            args = ["--version"]
        elif args[:1] == ["help"] and not Path("help").exists():
            args = [*args[1:2], "--help"]
        elif args and args[0] not in self.commands and args[0] not in own:
            self._refuse_no_command(args[0])
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def _refuse_no_command(self, word: str) -> None:
        """End with a sentence for a bare word that is neither a command nor a file."""
        if _WORD.fullmatch(word) and not Path(word).exists():
            from lint_article.engine.missing import nearest_file

            near = did_you_mean(word, self.commands) or nearest_file(word)
            user_error(
                f"There is no command or file `{word}`.", near or f"The commands are {', '.join(self.commands)}."
            )
            raise typer.Exit(FAILED)

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        items = super().shell_complete(ctx, incomplete)
        if incomplete.startswith("-"):
            check = self.commands["check"]
            items += check.shell_complete(check.context_class(check, info_name="check", parent=ctx), incomplete)
        return items


app = typer.Typer(
    name="lint-article",
    cls=_CheckByDefault,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="`lint-article PATH` is short for `lint-article check PATH`; for its options: `lint-article check --help`.",
)


def _rule_words(incomplete: str) -> list[str]:
    from lint_article.rulebook import FAMILIES, rulebook

    words = ["all", *FAMILIES, *FAMILIES.values(), *(word for rule in rulebook() for word in (rule.name, rule.code))]
    return [word for word in words if word.startswith(incomplete)]


def _format_names(incomplete: str) -> list[str]:
    from lint_article.readers.formats import FORMATS

    return [name for name in FORMATS if name.startswith(incomplete)]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"lint-article {__version__}")
        raise typer.Exit


def _rules(help: str) -> Any:
    return typer.Option(metavar="RULE", autocompletion=_rule_words, help=help)


def _output_formats(incomplete: str) -> list[str]:
    return [name for name in modules_in("reporters/formats") if name.startswith(incomplete)]


def _engines(incomplete: str) -> list[str]:
    return [name for name in (*packages_in("grammar"), "none") if name.startswith(incomplete)]


_ENGINES = ", ".join((*packages_in("grammar"), "none"))
_OUTPUT_FORMATS = ", ".join(modules_in("reporters/formats"))
Paths = Annotated[
    list[str] | None, typer.Argument(metavar="[PATH]...", help="Manuscripts and folders; - is standard input.")
]
Select = Annotated[list[str] | None, _rules("Run these rules only: names, codes, families (TXT, citations) or all.")]
ExtendSelect = Annotated[list[str] | None, _rules("Run these rules too.")]
Ignore = Annotated[list[str] | None, _rules("Do not run these rules.")]
OutputFormat = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME[=FILE]",
        autocompletion=_output_formats,
        help=f"The output format: {_OUTPUT_FORMATS}. With =FILE it is written there; may be repeated.",
    ),
]
Output = Annotated[
    Path | None, typer.Option("--output-file", "--output", "-o", metavar="FILE", help="Write the findings to a file.")
]
FailOn = Annotated[
    Literal["error", "warning", "suggestion", "never"] | None,
    typer.Option(help="The lowest severity that makes the exit status 1 (default: warning)."),
]
Grammar = Annotated[
    str | None,
    typer.Option(metavar="NAME", autocompletion=_engines, help=f"The grammar engine: {_ENGINES}; or two, joined by +."),
]
Format = Annotated[
    str, typer.Option(metavar="NAME", autocompletion=_format_names, help="Read all files as this format.")
]
StdinFilename = Annotated[
    str, typer.Option(metavar="PATH", help="The name of standard input, which also gives its format.")
]
Bibliography = Annotated[
    list[Path] | None, typer.Option(metavar="FILE", help="A file with the references behind citation keys.")
]
BaselineFile = Annotated[
    tuple[str, str] | None,
    typer.Option(
        "--baseline",
        metavar="use|write|prune FILE",
        help="Report new findings only: write the known ones into a file, use it, or prune it of those that are gone.",
    ),
]
Changed = Annotated[
    bool, typer.Option("--changed", help="Report findings only on lines that differ from the last git commit.")
]
ChangedSince = Annotated[
    str, typer.Option(metavar="REVISION", help="The same for a branch, a tag or another revision.")
]
Staged = Annotated[bool, typer.Option("--staged", help="The same for what is staged for the next commit.")]
AddIgnore = Annotated[
    str, typer.Option(metavar="REASON", help="Add an entry of `ignore` to the settings for each finding.")
]
Config = Annotated[Path | None, typer.Option(metavar="FILE", help="Read the settings from this file.")]
Isolated = Annotated[bool, typer.Option("--isolated", help="Read no settings.")]
Color = Annotated[Literal["auto", "always", "never"], typer.Option(help="Whether to use colours.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of an internal error.")]


@app.callback()
def _group(
    version: Annotated[
        bool, typer.Option(*_VERSION, callback=_version, is_eager=True, help="Print the version.")
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
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Neither read nor write the cache.")] = False,
    cache_dir: Annotated[Path | None, typer.Option(metavar="FOLDER", help="Keep the cache in this folder.")] = None,
    jobs: Annotated[int | None, typer.Option(min=0, metavar="N", help="Processes; 0 is one per processor.")] = None,
    color: Color = "auto",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print findings and errors only.")] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="Print counts per rule.")] = False,
    show_files: Annotated[bool, typer.Option("--show-files", help="Print the files that would be checked.")] = False,
    show_settings: Annotated[
        bool, typer.Option("--show-settings", help="Print the settings and their source.")
    ] = False,
    debug: Debug = False,
) -> None:
    """Check manuscripts and print what is found."""
    from lint_article.commands.check import Printing, check, fixes
    from lint_article.commands.outputs import split_formats
    from lint_article.commands.show import print_files, print_settings
    from lint_article.engine.plan import CheckRequest

    printed, written = split_formats(output_format or ())
    said = {
        "select": _split_list(select),
        "extend-select": _split_list(extend_select),
        "ignore": _split_list(ignore),
        "output-format": printed,
        "fail-on": fail_on,
        "grammar": {
            "engine": grammar,
            "cache": False if no_cache else None,
            "cache-dir": str(cache_dir.absolute()) if cache_dir else None,
        },
        "languagetool": {"allow-remote": allow_remote or None},
        "bibliography": [str(path.absolute()) for path in bibliography or ()] or None,
        "force-exclude": force_exclude or None,
        "jobs": jobs,
    }
    named = tuple(map(_path, paths or ["."]))
    wanted = fixes(fix, unsafe_fixes, diff)
    known = _baseline(baseline)
    asked = CheckRequest(
        named,
        _drop_unset(said),
        config,
        isolated,
        stdin_filename,
        format,
        wanted,
        fix and not diff,
        known,
        _changes({"--changed": changed, "--changed-since": changed_since, "--staged": staged}, wanted),
    )
    is_recording = bool(add_ignore) or (known is not None and known.verb == "write")
    prints = not is_recording and (bool(printed) or not written)
    printing = Printing(
        output, color, diff, statistics, exit_zero, quiet, debug, written, prints, is_recording, add_ignore
    )
    if show_files or show_settings:
        run_and_exit(partial(print_files if show_files else print_settings, asked), debug)
    run_and_exit(partial(check, asked, printing), debug)


@app.command()
def inspect(
    path: Annotated[str, typer.Argument(help="A manuscript; - is standard input.")],
    output_format: Annotated[Literal["full", "json"], typer.Option(help="The output format.")] = "full",
    bibliography: Bibliography = None,
    format: Format = "",
    stdin_filename: StdinFilename = "-",
    debug: Debug = False,
) -> None:
    """Show what was parsed: every citation and how it was judged, every reference, every link."""
    from lint_article.commands.inspect import inspect_manuscript

    shown_as = stdin_filename if path == "-" else _path(path)
    named = tuple(map(str, bibliography or ()))
    run_and_exit(partial(inspect_manuscript, path, shown_as, output_format, format, named), debug)


@app.command()
def references(
    path: Annotated[str, typer.Argument(help="A manuscript; - is standard input.")],
    to: Annotated[Literal["csl-json", "bibtex", "ris"], typer.Option(help="The format to print.")] = "csl-json",
    bibliography: Bibliography = None,
    format: Format = "",
    stdin_filename: StdinFilename = "-",
    debug: Debug = False,
) -> None:
    """Print the reference list as data for reference managers and other programs."""
    from lint_article.commands.references import export_references

    shown_as = stdin_filename if path == "-" else _path(path)
    named = tuple(map(str, bibliography or ()))
    run_and_exit(partial(export_references, path, shown_as, to, format, named), debug)


@app.command()
def annotate(
    path: Annotated[str, typer.Argument(help="A manuscript.")],
    output: Annotated[Path, typer.Option("--output-file", "--output", "-o", metavar="FILE", help="The file to write.")],
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
    """Write a copy of a manuscript with the findings in it: Word comments, PDF highlights, comments in markup."""
    from lint_article.commands.annotate import annotate_manuscript
    from lint_article.engine.plan import CheckRequest

    said = {
        "select": _split_list(select),
        "extend-select": _split_list(extend_select),
        "ignore": _split_list(ignore),
        "grammar": {"engine": grammar},
        "bibliography": [str(one.absolute()) for one in bibliography or ()] or None,
    }
    asked = CheckRequest((_path(path),), _drop_unset(said), config, isolated, format=format)
    run_and_exit(partial(annotate_manuscript, asked, output, suggest or "", style), debug)


@app.command()
def explain(
    rule: Annotated[str, typer.Argument(help="A rule's name or code, or a family.", autocompletion=_rule_words)],
) -> None:
    """Explain a rule: what it flags, why, and what it leaves alone."""
    from lint_article.commands.rules import print_rule

    run_and_exit(partial(print_rule, rule))


@app.command()
def rules(
    output_format: Annotated[Literal["full", "json"], typer.Option(help="The output format.")] = "full",
) -> None:
    """List all rules."""
    from lint_article.commands.rules import print_rules

    run_and_exit(partial(print_rules, output_format))


@app.command()
def lsp(debug: Debug = False) -> None:
    """Serve an editor as a language server, over standard input and output."""
    from lint_article.commands.lsp import serve_editor

    run_and_exit(serve_editor, debug)


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


def _baseline(said: tuple[str, str] | None) -> BaselineRequest | None:
    """Return what the command line wants done with a baseline, if it names one."""
    if said is None:
        return None
    from lint_article.commands.baseline import baseline_request  # late: few runs have one

    return baseline_request(*said)


def _changes(said: dict[str, bool | str], fix: tuple[str, ...]) -> ChangesRequest | None:
    """Return which lines are wanted, if not all; edits move lines, so that fixes cannot be told to keep to some."""
    options = [option for option, value in said.items() if value]
    if not options:
        return None
    from lint_article.engine.plan import ChangesRequest
    from lint_article.errors import UserError

    options += ["--fix"] if fix else []
    if len(options) > 1:
        raise UserError(f"`{options[0]}` and `{options[1]}` cannot be combined.")
    return ChangesRequest(str(said["--changed-since"]), bool(said["--staged"]))


def _split_list(words: Iterable[str] | None) -> list[str] | None:
    """Return the words of an option that may be repeated and may list several with commas."""
    return None if words is None else [word.strip() for said in words for word in said.split(",") if word.strip()]


def _path(word: str) -> str:
    """Return a path in its shortest form; an address keeps its slashes."""
    return word if "://" in word else str(Path(word))


def _drop_unset(said: dict[str, Any]) -> dict[str, Any]:
    """Return what the command line states, without what it leaves open."""
    tables = {key: _drop_unset(value) if isinstance(value, dict) else value for key, value in said.items()}
    return {key: value for key, value in tables.items() if value is not None and value != {}}


def main() -> None:
    """Run the command line, as a process of its own: it collects no garbage and leaves without taking itself apart.

    On a short article either would take longer than the checking.
    """
    gc.disable()
    guard()
    exit_now(status(_run))


def _run() -> int:
    try:
        app()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0
