"""The command as a process; signals are heeded before anything else is loaded."""

from __future__ import annotations

from lint_article import compiled, ends


def main() -> None:
    """Run the command line."""
    ends.heed_signals()
    compiled.use()
    from lint_article.cli import main

    main()


if __name__ == "__main__":
    main()
