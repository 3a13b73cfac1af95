"""The command as a process; signals are heeded before anything else is loaded."""

from __future__ import annotations

from lint_article import ends


def main() -> None:
    """Run the command line, as a process of its own: it collects no garbage and leaves without taking itself apart.

    On a short article either would take longer than the checking.
    """
    ends.heed_signals()
    from lint_article import compiled, own_modules

    own_modules.use()
    import gc

    from lint_article.commands.output import exit_now, status
    from lint_article.commands.streams import guard

    gc.disable()
    guard()
    ended = status(_run)
    compiled.keep()
    exit_now(ended)


def _run() -> int:
    import sys

    from lint_article.commands.check_options import keep_options, recall_options
    from lint_article.commands.checking import start_check
    from lint_article.commands.words import read_words

    known = recall_options()
    try:
        said = read_words(sys.argv[1:], *known) if known else None
        if said is not None:
            start_check(**said)
        from lint_article.cli import app  # late: it loads all of typer

        keep_options(app)
        app()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


if __name__ == "__main__":
    main()
