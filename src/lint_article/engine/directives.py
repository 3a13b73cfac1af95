"""Directives in a manuscript's comments, and the stretches of the text that they speak for.

`lint-article: ignore RULE, RULE -- reason` speaks for the paragraph that it stands in or, alone on its line, for the
one that follows; `ignore-next-line` for the next line of the file, `ignore-file` for the whole file; `disable` for all
that follows, up to an `enable` of the rule. Without a rule they speak for all. Word makes a dash of the two hyphens and
a capital of the first letter.

`vale off`, `vale on`, `vale Style.Rule = NO` and `= YES` speak for rules of Vale's styles, as they do in Vale.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from lint_article.dataclass import dataclass
from lint_article.document import Comment, Document
from lint_article.text import Place, Span, place_at

_DIRECTIVE = re.compile(
    r"\s*lint-article\s?:\s*(?P<verb>[\w-]*)(?P<words>.*?)(?:\s(?:--|[–—])\s.*)?\s*", re.DOTALL | re.IGNORECASE
)
_VALES = re.compile(r"\s*vale (?:(?P<switch>off|on)|(?P<rule>\S+\.\S+) = (?P<says>NO|YES))\s*")
_WORD = re.compile(r"[\w-]+(?:\.[\w-]+)*")
_LONGEST = 10_000  # code points of a line that are looked at
_ALL = "all"
VERBS = ("ignore", "ignore-next-line", "ignore-file", "disable", "enable")


@dataclass(frozen=True, slots=True)
class Directive:
    """One word of a directive: the rule or family that it names (or `all`), and the stretch that it speaks for.

    `line` is the place of the line that it speaks for instead of a stretch. `is_vales`: it speaks for rules of Vale's
    styles only.
    """

    comment: Comment
    verb: str
    word: str
    stretch: Span
    line: Place | None = None
    is_vales: bool = False


class _Said(NamedTuple):
    comment: Comment
    verb: str
    word: str
    is_vales: bool = False

    def is_ending(self, other: _Said) -> bool:
        """Tell whether what is said by another holds no longer from here on."""
        words = (other.word,) if self.is_vales else (_ALL, other.word)
        return self.verb == "enable" and self.is_vales == other.is_vales and self.word in words


def directives(document: Document) -> Iterator[Directive]:
    """Yield what the comments say, in their order; a verb that is not known is yielded as it stands."""
    said = [one for comment in document.comments for one in _words(comment)]
    for index, one in enumerate(said):
        comment, verb, word, is_vales = one
        if verb == "disable":
            ends = (later.comment.span.start for later in said[index + 1 :] if later.is_ending(one))
            stretch = Span(comment.span.start, next(ends, len(document.text)))
        else:
            stretch = _stretch(document, comment, verb)
        line = _next_line(document, comment) if verb == "ignore-next-line" else None
        yield Directive(comment, verb, word, stretch, line, is_vales)


def _stretch(document: Document, comment: Comment, verb: str) -> Span:
    if verb == "ignore-file":
        return Span(0, len(document.text))
    if verb == "ignore-next-line":
        return Span(comment.span.start, comment.span.start)
    return _paragraph(document, comment)


def _words(comment: Comment) -> Iterator[_Said]:
    if match := _DIRECTIVE.fullmatch(comment.text):
        for word in _WORD.findall(match["words"]) or [_ALL]:
            yield _Said(comment, match["verb"], word)
    elif match := _VALES.fullmatch(comment.text):
        verb = "disable" if "off" in match.groups() or "NO" in match.groups() else "enable"
        yield _Said(comment, verb, match["rule"] or _ALL, is_vales=True)


def _next_line(document: Document, comment: Comment) -> Place:
    origin = comment.origin or document.map.origin(comment.span)
    last = place_at(document.parts[origin.part], origin.end)
    return replace(last, line=last.line + 1)


def _paragraph(document: Document, comment: Comment) -> Span:
    """Return the innermost block around the comment; the one that follows if it stands alone between two.

    A comment in Word is on words of the text, and speaks for their paragraph and all of these words.
    """
    at = comment.span.start
    inside = [block.span for block in document.blocks if block.span.start < at < block.span.end]
    beside = [block.span for block in document.blocks if at in (block.span.start, block.span.end)]
    following = (block.span for block in document.blocks if block.span.start >= comment.span.end)
    if inside or (beside and (len(comment.span) or not _is_alone_on_line(document, comment))):
        return min(inside or beside, key=len).union(comment.span)
    return next(following, Span(at, at))


def _is_alone_on_line(document: Document, comment: Comment) -> bool:
    """Tell whether nothing else stands on the comment's lines."""
    origin = comment.origin or document.map.origin(comment.span)
    text = document.parts[origin.part].text
    before = re.split(r"[\r\n]", text[max(origin.start - _LONGEST, 0) : origin.start])[-1]
    after = re.split(r"[\r\n]", text[origin.end : origin.end + _LONGEST])[0]
    return not before.strip() and not after.strip()
