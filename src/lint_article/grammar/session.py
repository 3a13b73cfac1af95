"""From documents to remarks: passages, the cache, an engine for what the cache does not know, and the way back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from lint_article.dataclass import dataclass
from lint_article.document import Document, Remark
from lint_article.grammar import cache
from lint_article.grammar.categories import STYLE, category
from lint_article.grammar.engine import Engine, Failed, Matches
from lint_article.grammar.english import is_english
from lint_article.grammar.masking import passages
from lint_article.grammar.passage import Match, Passage
from lint_article.grammar.places import cache_file
from lint_article.grammar.registry import open_engine
from lint_article.grammar.settings import GrammarSettings
from lint_article.text import Span


@dataclass(frozen=True, slots=True)
class UncheckedText:
    """What the engine failed at, where that begins in the document, why, and what the user can do."""

    what: str
    reason: str
    hint: str = ""
    at: Span = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Checked:
    """One document's remarks in order and apart, what was not checked if anything, and notes for standard error."""

    remarks: tuple[Remark, ...] = ()
    unchecked: UncheckedText | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GrammarResult:
    """The engine that was asked, and what came of each document, in order."""

    engine: str
    version: str
    checked: tuple[Checked, ...]


@dataclass(frozen=True, slots=True)
class Session:
    """An engine that is ready to be started, and the cache in front of it."""

    settings: GrammarSettings
    engine: Engine

    def check(self, document: Document) -> Checked:
        """Return what the engine says of the document, and what it failed at."""
        shown = _select_passages(document, self.settings.quotations)
        text = "\n\n".join(passage.text for passage in shown)
        language = self.engine.language(self.settings.language or document.language, text) if shown else ""
        if not language:
            note = f"{document.source.path}: {self.engine.name} does not know the language: grammar was not checked."
            return Checked(notes=(note,) if shown else ())
        answers, notes = self._answers([passage.text for passage in shown], language)
        remarks: list[Remark] = []
        for passage, answer in zip(shown, answers, strict=True):
            if not isinstance(answer, Failed):
                remarks += _remarks(document, passage, answer, self)
        return Checked(tuple(remarks), _describe_unchecked(shown, answers), notes)

    def _answers(self, texts: Sequence[str], language: str) -> tuple[list[Matches | Failed], tuple[str, ...]]:
        engine, path = self.engine, cache_file(self.settings.cache_dir)
        keys = [cache.key(engine.name, engine.version, engine.profile, language, text) for text in texts]
        known = cache.recall(path, list(dict.fromkeys(keys))) if self.settings.cache else {}
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        found: dict[bytes, Matches | Failed] = dict(known)
        trouble = ""
        if missing:
            fresh = dict(zip(missing, engine.check(list(missing.values()), language), strict=True))
            found |= fresh
            good = {key: answer for key, answer in fresh.items() if not isinstance(answer, Failed)}
            trouble = cache.remember(path, good) if self.settings.cache and good else ""
        notes = (f"Remarks on grammar could not be kept for the next run: {trouble}.",) if trouble else ()
        return [found[key] for key in keys], notes


@contextmanager
def open_session(settings: GrammarSettings) -> Iterator[Session]:
    """Give a session; what it starts is ended with it.

    Raises UserError if the engine is unknown, not installed or not allowed.
    """
    engine = open_engine(settings)
    try:
        yield Session(settings, engine)
    finally:
        engine.close()


def check(documents: Sequence[Document], settings: GrammarSettings) -> GrammarResult:
    """Return the remarks on each document, in order; with engine "none" there are none."""
    if settings.engine == "none":
        return GrammarResult("none", "", tuple(Checked() for _ in documents))
    with open_session(settings) as session:
        checked = tuple(session.check(document) for document in documents)
        return GrammarResult(session.engine.name, session.engine.version, checked)


def _select_passages(document: Document, quotations: bool) -> list[Passage]:
    """Return the passages to check: of an English document not those in another language (a résumé, a quotation)."""
    english = is_english(document.prose) if not document.language else document.language.lower().startswith("en")
    return [passage for passage in passages(document, quotations) if not english or is_english(passage.text)]


def _remarks(document: Document, passage: Passage, matches: Matches, session: Session) -> Iterator[Remark]:
    """Yield the matches that can be trusted, none over another; a fix only where nothing but spaces differs."""
    settings, end = session.settings, 0
    dropped = {word.lower() for word in settings.words}
    for match in sorted(matches, key=lambda match: (match.start, -match.end)):
        said = passage.text[match.start : match.end]
        seen = match.start < match.end and match.start >= end and passage.is_trusted(match.start, match.end)
        if not seen or match.id in settings.disable or said.lower() in dropped:
            continue
        ours = category(session.engine.name, match)
        if settings.style or ours not in STYLE:
            end = match.end
            yield _remark(document, passage, match, session.engine.name, ours)


def _remark(document: Document, passage: Passage, match: Match, engine: str, ours: str) -> Remark:
    literal = passage.is_literal(match.start, match.end, document.text)
    span = passage.span(match.start, match.end)
    replacements = match.replacements[:5] if literal else ()
    return Remark(span, engine, match.id, ours, match.message, replacements)


def _describe_unchecked(shown: Sequence[Passage], answers: Sequence[Matches | Failed]) -> UncheckedText | None:
    failed = [(passage, answer) for passage, answer in zip(shown, answers, strict=True) if isinstance(answer, Failed)]
    if not failed:
        return None
    first = failed[0][0]
    start = first.span(0, len(first.text)).start
    reasons = dict.fromkeys(answer.reason for _, answer in failed)
    hints = dict.fromkeys(answer.hint for _, answer in failed if answer.hint)
    part = f" of {len(failed)} of {len(answers)} paragraphs" if len(failed) < len(answers) else ""
    return UncheckedText(f"The grammar{part}", "; ".join(reasons), " ".join(hints), Span(start, start))
