"""The command without a name: `check`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import typer
import typer.core

from lint_article.commands.output import user_error
from lint_article.errors import FAILED, did_you_mean, nearest_file

VERSION = ("--version", "-V")
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")


class CheckByDefault(typer.core.TyperGroup):
    """`lint-article draft.txt` is `lint-article check draft.txt`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take words that begin with no command as those of `check`."""
        own = {word for parameter in self.get_params(ctx) for word in parameter.opts}
        args = ["--suggest=safe" if word == "--suggest" else word for word in args]
        options = args[: args.index("--")] if "--" in args else args
        if any(word in VERSION for word in options):
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
            near = did_you_mean(word, self.commands) or nearest_file(word)
            user_error(
                f"There is no command or file `{word}`.", near or f"The commands are {', '.join(self.commands)}."
            )
            raise typer.Exit(FAILED)

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """Complete the options of `check` too."""
        items = super().shell_complete(ctx, incomplete)
        if incomplete.startswith("-"):
            check = self.commands["check"]
            items += check.shell_complete(check.context_class(check, info_name="check", parent=ctx), incomplete)
        return items
