"""Citations of Pandoc, Quarto and manubot, and references to figures and sections, in the text of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint_article.dataclass import dataclass

# Pandoc: a key starts with a letter, a digit or _, and may have single signs inside; in braces it may be anything.
# manubot: a key that is an identifier (`doi:`, `url:` …) may have signs that end other keys.
_IDENTIFIERS = "doi|pmid|pubmed|pmcid|pmc|arxiv|isbn|url|https?|wikidata|clinicaltrials|biorxiv|medrxiv"
_SIGNS = r"[:.#$%&\-+?<>~/]"
_PLAIN = rf"(?:[\w]++|{_SIGNS}(?=\w)|(?<=:){_SIGNS}{{1,2}}(?=\w))*+"
_KEY = (
    rf"(?P<suppress>-?)@(?:\{{(?P<braced>[^{{}}\s]{{1,500}})\}}"
    rf"|(?P<identifier>(?:{_IDENTIFIERS}):[^\s;\]@]*[\w/)])|(?P<plain>\w{_PLAIN}))"
)
KEY = re.compile(_KEY, re.IGNORECASE)
_BARE = re.compile(rf"(?<![\w@.\\/:=&+%-]){_KEY}", re.IGNORECASE)
_BRACKETS = re.compile(r"(?<!\\)\[(?:[^\[\]\\]|\\.|\[[^\[\]]*\]){1,5000}+\]", re.DOTALL)
_STARTS_ITEM = re.compile(rf"(?:^|(?<=[\s;(\[*_])){_KEY}", re.IGNORECASE)
_NESTED = re.compile(r"\[[^\[\]]*@[^\[\]]*\]")
_LOCATOR = re.compile(r"[ \n]?\[[^\[\]@]{1,200}\](?![({:\[])")
_CROSS_REFERENCE = re.compile(
    r"(?:fig|tbl|tab|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|tip|nte|wrn|imp|cau|suppfig|supptbl|suppeq)[-:]",
    re.IGNORECASE,
)
_TRAILING = ".,:;?!"


@dataclass(frozen=True, slots=True)
class FoundKey:
    """A key and where it stands in the text, without its `@`."""

    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class FoundCitation:
    """A citation (or, if `refers`, a reference to a figure, table, equation or section) and its keys."""

    start: int
    end: int
    keys: tuple[FoundKey, ...]
    narrative: bool = False
    refers: bool = False


def citations_in(text: str) -> Iterator[FoundCitation]:
    """Give what is cited in a paragraph's text, in order: whole brackets first, then keys in the sentence."""
    told = at = 0
    while brackets := _BRACKETS.search(text, at):
        group = _group(text, *brackets.span())
        at = brackets.end() if group else brackets.start() + 1
        if group:
            yield from _bare(text, told, brackets.start())
            yield group
            told = at
    yield from _bare(text, told, len(text))


def _group(text: str, start: int, end: int) -> FoundCitation | None:
    """Return the brackets as a citation if each of their items has a key; a span's or a link's text is none."""
    if "@" not in text[start:end] or text[end : end + 1] in ("(", "{") or _NESTED.search(text, start + 1, end - 1):
        return None
    keys = [_key(match) for match in _STARTS_ITEM.finditer(text, start + 1, end - 1)]
    if not keys or not all("@" in item for item in text[start + 1 : end - 1].split(";") if item.strip()):
        return None
    refers = all(_CROSS_REFERENCE.match(key.key) for key in keys)
    return FoundCitation(
        start, end, tuple(key for key in keys if refers or not _CROSS_REFERENCE.match(key.key)), refers=refers
    )


def _bare(text: str, start: int, end: int) -> Iterator[FoundCitation]:
    for match in _BARE.finditer(text, start, end):
        key = _key(match)
        refers = bool(_CROSS_REFERENCE.match(key.key))
        locator = None if refers else _LOCATOR.match(text, key.end, len(text))
        stop = match.end() if match["braced"] else key.end
        yield FoundCitation(match.start(), locator.end() if locator else stop, (key,), narrative=True, refers=refers)


def _key(match: re.Match[str]) -> FoundKey:
    group = next(name for name in ("braced", "identifier", "plain") if match[name])
    key = match[group]
    if group == "identifier":
        key = key.rstrip(_TRAILING)
        while key.endswith(")") and key.count(")") > key.count("("):
            key = key[:-1].rstrip(_TRAILING)
    return FoundKey(match.start(group), match.start(group) + len(key), key)
