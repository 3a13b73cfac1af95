"""Our own pack of Weir rules, beside those that make Harper's part-of-speech tags readable."""

from __future__ import annotations

import io
import json
import re
import tomllib
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from lint_article.grammar.harper.sheets import sheet_files

TAG = "LintArticleTag"
TAGS = ("NOUN", "PROPN", "VERB", "AUX", "ADJ", "ADV", "DET", "PRON", "ADP", "PART", "CCONJ", "SCONJ", "NUM")
_HOME = files(__package__)
_SOURCES = (
    *("profile.toml", "forms.toml"),
    *("cases.py", "forms.py", "letters.py", "linting.py", "phrases.py", "sheets.py", "words.py"),
)
_TESTS = re.compile(r"^test .*\n?", re.MULTILINE)
_MANIFEST = {
    "author": "lint-article",
    "version": "1",
    "description": "Errors of second-language authors",
    "license": "MIT",
}
_TAG_RULE = 'expr main {tag}\nlet message "{tag}"\nlet description "{tag}"\nlet kind "Miscellaneous"\nlet becomes ""\n'


@cache
def profile() -> dict[str, Any]:
    """Return which of Harper's rules run, what is said of them, and the version that this was measured with."""
    return tomllib.loads(_HOME.joinpath("profile.toml").read_text("utf-8"))


def sources() -> dict[str, str]:
    """Return the Weir source of each of our rules, by name."""
    home = _HOME.joinpath("weir")
    return {f.name.removesuffix(".weir"): f.read_text("utf-8") for f in home.iterdir() if f.name.endswith(".weir")}


def own_pack(tested: bool = False) -> bytes:
    """Return the pack as Harper loads it; `tested` keeps the rules' own tests in, which loading then runs."""
    import zipfile  # late: only the worker packs

    rules = {name: text if tested else _TESTS.sub("", text) for name, text in sources().items()}
    rules |= {TAG + tag: _TAG_RULE.format(tag=tag) for tag in TAGS}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("manifest.json", json.dumps(_MANIFEST))
        for name, text in sorted(rules.items()):
            archive.writestr(f"{name}.weir", text)
    return packed.getvalue()


@cache
def fingerprint() -> str:
    """Return what changes whenever our profile, our pack or our own checks change."""
    digest = sha256()
    for file in (*map(_HOME.joinpath, _SOURCES), *sheet_files("cases"), *sheet_files("phrases")):
        digest.update(file.read_bytes())
    for name, text in sorted(sources().items()):
        digest.update(f"{name}\n{text}".encode())
    return digest.hexdigest()
