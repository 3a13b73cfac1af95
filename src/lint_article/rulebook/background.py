"""Background manuscripts, in which an example of a sheet is set so that it states only what it adds or changes."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_FILE = "backgrounds.toml"  # beside the folders of the families


def set_in_background(folder: Path, raw: Mapping[str, object]) -> str:
    """Return the whole text of an example that names a background with `in`.

    `change` has words of the background and what they are in the example, `text` is added to its paragraph, `entries`
    to its reference list. Raises ValueError for a background that does not exist, and for words that are not in it
    exactly once.
    """
    known = _backgrounds(folder)
    background = known.get(str(raw["in"]))
    if background is None:
        raise ValueError(f"no background is called `{raw['in']}`; there are {', '.join(known)}")
    text = f"{background['text'].strip()}\n\nReferences\n\n{background['entries'].strip()}"
    text = _change(text, raw.get("change", {}))
    paragraph, heading, entries = text.partition("\n\nReferences\n\n")
    paragraph = " ".join(filter(None, (paragraph, str(raw.get("text", "")).strip())))
    entries = "\n".join(filter(None, (entries, str(raw.get("entries", "")).strip())))
    return f"{paragraph}{heading}{entries}\n"


def _change(text: str, changes: object) -> str:
    if not isinstance(changes, Mapping):
        raise ValueError("`change` must be a table from words to words")
    for words, new in changes.items():
        if text.count(words) != 1:
            raise ValueError(f"`{words}` is in the background {text.count(words)} times and not once")
        text = text.replace(words, new)
    return text


@cache
def _backgrounds(folder: Path) -> Mapping[str, Mapping[str, str]]:
    known: Mapping[str, Mapping[str, str]] = tomllib.loads((folder / _FILE).read_text(encoding="utf-8"))
    return known
