"""What is found and not reported, because a comment or the settings say so; unused suppressions are findings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import NamedTuple

from lint_article.config import Ignore
from lint_article.dataclass import dataclass
from lint_article.document import Document, Finding
from lint_article.engine.diagnostic import Diagnostic
from lint_article.engine.directives import VERBS, Directive, directives
from lint_article.errors import UserError, did_you_mean
from lint_article.rulebook import Rule, Rulebook
from lint_article.text import Origin, Place, Span

_SAID = r"(?P<said>lint-article:[ \t]*+(?:ignore(?:-file|-next-line)?|disable)[ \t]++(?P<rule>[A-Za-z][\w-]*+))"
# What looks like a comment and is printed, by format, and why it is.
_PRINTED = {
    "plain": (
        re.compile(rf"(?:<!--|[%#]|//|/\*)[ \t]*+{_SAID}"),
        "plain text has no comments; use `[[ignore]]` in the settings",
    ),
    "markdown": (
        re.compile(rf":[ \t]*+<?#?>?[ \t]*+[(\"'][ \t]*+{_SAID}"),
        "a comment of this form needs an empty line before it",
    ),
}


@dataclass(slots=True)
class _Suppression:
    """Rules that are not reported in some stretches, or on a line; `at` is where the manuscript says so, if it does."""

    word: str
    rules: frozenset[str]
    stretches: tuple[Span, ...]
    at: Span
    origin: Origin | None = None
    line: Place | None = None
    used: bool = field(default=False, init=False)

    def is_ignoring(self, found: Diagnostic) -> bool:
        if found.rule not in self.rules:
            return False
        if self.line:
            return _line_of(found.place) == _line_of(self.line)
        return any(_is_touching(stretch, found.span) for stretch in self.stretches)


class Unused(NamedTuple):
    """A finding of `unused-suppression`, and its place in the source if the text leaves it out."""

    finding: Finding
    origin: Origin | None


@dataclass(frozen=True, slots=True)
class Suppressed:
    """The diagnostics that remain, how many do not, and the findings of `unused-suppression`."""

    kept: list[Diagnostic]
    count: int
    unused: list[Unused]


def suppress(
    document: Document, found: Sequence[Diagnostic], ignores: Sequence[Ignore], rules: Sequence[Rule], book: Rulebook
) -> Suppressed:
    """Return what remains of the diagnostics; `rules` are those that were run."""
    unused = list(_in_print(document))
    said = [*_in_comments(document, book, unused), *_in_settings(document, ignores, book)]
    kept = [diagnostic for diagnostic in found if not _is_covered(diagnostic, said)]
    run = {rule.name for rule in rules}
    idle = (suppression for suppression in said if not suppression.used and suppression.rules & run)
    unused += [_find_unused(one.at, one.origin, one.word, "it reports nothing here") for one in idle]
    return Suppressed(kept, len(found) - len(kept), unused)


def _is_covered(diagnostic: Diagnostic, said: Sequence[_Suppression]) -> bool:
    covering = [suppression for suppression in said if suppression.is_ignoring(diagnostic)]
    for suppression in covering:
        suppression.used = True
    return bool(covering)


def _in_comments(document: Document, book: Rulebook, unused: list[Unused]) -> Iterator[_Suppression]:
    for directive in directives(document):
        at, origin = directive.comment.span, directive.comment.origin
        if directive.verb not in VERBS:
            hint = did_you_mean(directive.verb, VERBS)
            unused.append(_find_unused(at, origin, directive.word, f"there is no directive `{directive.verb}`", hint))
        elif directive.is_vales:
            yield from _in_vales_comment(directive, book)
        elif directive.verb != "enable":
            try:
                rules = frozenset(rule.name for rule in book.find_rules(directive.word))
            except UserError as error:
                unused.append(_find_unused(at, origin, directive.word, "no rule has this name", error.hint))
            else:
                yield _Suppression(directive.word, rules, (directive.stretch,), at, origin, directive.line)


def _in_vales_comment(directive: Directive, book: Rulebook) -> Iterator[_Suppression]:
    """Yield what a comment of Vale's silences; it may be meant for Vale alone, so it is never reported as unused."""
    rules = frozenset(rule.name for rule in book if rule.is_vales and directive.word in ("all", rule.name))
    if directive.verb == "disable" and rules:
        silenced = _Suppression(directive.word, rules, (directive.stretch,), directive.comment.span)
        silenced.used = True
        yield silenced


def _in_print(document: Document) -> Iterator[Unused]:
    """Yield the directives that look like comments and are printed."""
    if "lint-article:" in document.text and document.source.format in _PRINTED:
        pattern, why = _PRINTED[document.source.format]
        for match in pattern.finditer(document.prose):
            yield Unused(Finding(Span(*match.span("said")), {"rule": match["rule"], "why": why}), None)


def _in_settings(document: Document, ignores: Sequence[Ignore], book: Rulebook) -> Iterator[_Suppression]:
    """Yield the ignored quotes that can be judged: those whose words stand here, or whose file is named."""
    for entry in ignores:
        stretches = tuple(_find_quote(document.text, entry.quote)) if entry.quote else ()
        if stretches or (entry.quote and entry.path):
            rules = frozenset(rule.name for rule in book.find_rules(entry.rule))
            yield _Suppression(entry.rule, rules, stretches, stretches[0] if stretches else Span(0, 0))


def is_quoted(text: str, quote: str) -> bool:
    """Tell whether the text has these words."""
    return any(True for _ in _find_quote(text, quote))


def count_quotes(text: str, quote: str) -> int:
    """Return how often the text has these words."""
    return sum(1 for _ in _find_quote(text, quote))


def _find_quote(text: str, quote: str) -> Iterator[Span]:
    pattern = r"\s+".join(re.escape(word) for word in quote.split())
    return (Span(*match.span()) for match in re.finditer(pattern, text))


def _line_of(place: Place) -> tuple[str | None, int | None, int]:
    return place.path, place.page, place.line


def _is_touching(stretch: Span, span: Span) -> bool:
    return stretch.overlaps(span) or (len(span) == 0 and stretch.start <= span.start <= stretch.end)


def _find_unused(at: Span, origin: Origin | None, word: str, why: str, hint: str = "") -> Unused:
    near = f" (d{hint[1:]})" if hint.startswith("Did") else ""
    return Unused(Finding(at, {"rule": word, "why": why + near}), origin)
