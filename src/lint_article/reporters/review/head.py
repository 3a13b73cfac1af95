"""The head of a page that needs no other file: its policy names its own style and script, and forbids the rest."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files

from lint_article import __version__
from lint_article.reporters.review.markup import plain


def head(title: str, style: str, script: str = "") -> Iterator[str]:
    """Yield the lines of a page up to the end of its head; the script is to come last in its body."""
    scripts = f"script-src 'sha256-{_hash(script)}'; " if script else ""
    policy = f"default-src 'none'; style-src 'sha256-{_hash(style)}'; {scripts}base-uri 'none'; form-action 'none'"
    yield '<!doctype html><html lang="en"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f'<meta name="generator" content="lint-article {__version__}"><title>{plain(title)}</title>'
    yield f"<style>{style}</style></head>"


def resource(name: str) -> str:
    """Return the text of a file beside this one."""
    return files("lint_article.reporters.review").joinpath(name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    return b64encode(sha256(content.encode()).digest()).decode()
