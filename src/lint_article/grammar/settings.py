"""What can be set about grammar; nothing but data, so that settings are read without importing an engine."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from lint_article.dataclass import dataclass
from lint_article.folders import packages_in


def engine_choices() -> tuple[str, ...]:
    """Return what `engine` may be: the name of a folder beside this file, or `none`."""
    return (*packages_in("grammar"), "none")


@dataclass(frozen=True, slots=True)
class LanguageToolSettings:
    """How LanguageTool is reached and what it is asked.

    `url`: a server of the user's own; "" uses the one that `languagetool start` keeps, else starts one for the run.
    `allow_remote`: text may go to a host that is not this machine; `allow_public`: even to the public service. Both
    come from the user's own settings or the command line, and never from a file of the repository.
    `picky`: its stricter rules too. `mother_tongue`: the author's language, for false friends.
    `disable`, `enable`: rule ids; `disable_categories`: category ids; all on top of the profile that we ship.
    `timeout`: seconds that one request may take.
    """

    url: str = ""
    allow_remote: bool = False
    allow_public: bool = False
    picky: bool = False
    mother_tongue: str = ""
    disable: tuple[str, ...] = ()
    enable: tuple[str, ...] = ()
    disable_categories: tuple[str, ...] = ()
    timeout: float = 60.0


@dataclass(frozen=True, slots=True)
class GrammarSettings:
    """Which engine checks the grammar, and of what.

    `engine`: `harper`, which is embedded; `languagetool`, a server; `lingotweaker`, the same rules without a server;
    `harper+lingotweaker` or `harper+languagetool` for both, of which the first one's remark stays where both have one;
    or `none`. A list of names is the same as names with `+`.
    `language`: a BCP 47 tag; "" takes the document's own, else English in the spelling that the document mostly uses.
    `quotations`: false leaves verbatim quotations out, since their grammar is not the author's.
    `style`: remarks on style, too: words that are redundant, rare or disliked by editors, but not wrong.
    `words`: words of the user's own, as in `dictionary`.
    `disable`: ids of engine rules whose remarks are dropped.
    `cache`: false neither reads nor keeps findings and remarks from run to run.
    `cache_dir`: where they are kept between runs; "" is the user's cache directory. It comes from the user's own
    settings or the command line, and never from a file of the repository.
    `incomplete`: what it means that an engine failed at a manuscript or a part of it: `error` makes the exit status 2,
    `warning` does not. Either way it is said, and reported by `unchecked-text`.
    """

    engine: str = field(default="harper", metadata={"choices": engine_choices, "joined_by": "+"})
    language: str = ""
    quotations: bool = True
    style: bool = False
    words: tuple[str, ...] = ()
    disable: tuple[str, ...] = ()
    cache: bool = True
    cache_dir: str = ""
    incomplete: Literal["error", "warning"] = "error"
    languagetool: LanguageToolSettings = field(default_factory=LanguageToolSettings)
