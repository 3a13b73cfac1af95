"""The user's dictionary: words that are right, which the settings list or name files of."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lint_article.errors import UserError
from lint_article.regular_files import read_settings

ENDINGS = (".txt", ".dic")


def is_file_of_words(entry: str) -> bool:
    """Tell whether an entry of `dictionary` is the name of a file."""
    return entry.endswith(ENDINGS)


@cache
def read_dictionary(entries: tuple[str, ...]) -> frozenset[str]:
    """Return the words that entries list, folded; raise UserError for a file that cannot be read."""
    words: set[str] = set()
    for entry in entries:
        words |= _words_of_file(Path(entry)) if is_file_of_words(entry) else {fold_word(entry)}
    return frozenset(words - {""})


def fold_word(word: str) -> str:
    """Return a word, or words, without what makes no difference: case, the form of apostrophes and blanks."""
    return " ".join(word.casefold().replace("’", "'").split())


def _words_of_file(path: Path) -> set[str]:
    """Return the words of a file, one a line; `#` begins a comment, and a .dic file of Hunspell has flags after `/`."""
    try:
        lines = read_settings(path).removeprefix("\ufeff").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is not in UTF-8"
        hint = "A dictionary has one word a line." if path.exists() else "Check the path."
        raise UserError(f"The dictionary {path} cannot be read: {why}.", hint) from None
    if path.suffix == ".dic":
        lines = [line.partition("/")[0] for line in lines if not line.strip().isdecimal()]
    return {fold_word(line.partition("#")[0]) for line in lines}
