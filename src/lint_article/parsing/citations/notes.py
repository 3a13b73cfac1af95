"""Citations in notes: `Rupert Abbot, Wells of the Plain (Cellar Press, 2010), 14–16; Calder, “Vicar’s Pump,” 40.`"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint_article.dataclass import dataclass
from lint_article.document import Block, Field, Name, Section
from lint_article.text import Span
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import YEAR, TermPattern, parts, words

_LINE = Pattern(r"[^\S\n]*(?:\[\^?\w{1,9}\]:?|[¹²³⁰⁴-⁹]+|\(?\d{1,4}[.):\]]?)?[^\S\n]*(?P<words>\S[^\n]*)")
_SEMICOLON = Pattern(r";\s|\.\s(?=(?:See|Cf|Compare)\b)")
_WORD = r"\p{Lu}[\p{L}\p{M}.'’‐-]*"
_PERSON = rf"(?:{_WORD}\s+(?:(?&particle)\s+){{0,2}}){{0,3}}(?P<family>\p{{Lu}}[\p{{L}}\p{{M}}'’‐-]+)"
_LEAD = Pattern(r"(?:(?P<lead>\p{L}+)[.,]?\s+)")
_NAMED = TermPattern(
    rf"(?P<names>{_PERSON}(?:,\s+{_PERSON}(?=,?\s+(?:,|(?&and)|&)\s))*(?:,?\s+(?:(?&and)|&)\s+{_PERSON})?)"
    r"(?P<etal>,?\s+(?&et-al))?,\s+(?:(?&editor|translator),\s+)?(?P<title>[“\"‘«\p{Lu}])"
)
_PUBLISHED = Pattern(rf"(?<=[\p{{L}}\p{{N}}’”'\".,]\s)\((?:[^()]{{1,100}}?[\s,])?(?P<year>{YEAR})\)(?=\s?[:,.;]|$)")
_QUOTED = Pattern(r"[“\"«](?P<title>[^”\"»]{3,300})[”\"»]")
_LONGEST = 1_500  # code points of a note that are read
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class NotedWork:
    """What a note says of one work: its authors as printed, the words behind them, the year of a full note."""

    span: Span
    names: tuple[Name, ...]
    et_al: bool
    title: Span
    year: Field | None


def find_noted_works(prose: str, sections: Sequence[Section], blocks: Sequence[Block]) -> Iterator[NotedWork]:
    """Yield the works that footnotes, or the lines of a part headed as notes, name with their authors."""
    notes = list(_find_notes(prose, sections, blocks))
    for note in notes if len(notes) >= _FEWEST else ():
        for piece in _part(prose, note):
            work = _read(prose, piece)
            if work:
                yield work


def _find_notes(prose: str, sections: Sequence[Section], blocks: Sequence[Block]) -> Iterator[Span]:
    marked = [block.span for block in blocks if block.kind == "footnote"]
    yield from (Span(span.start, min(span.end, span.start + _LONGEST)) for span in marked)
    for section in sections if not marked else ():
        if section.role == "notes" and section.heading:
            for line in _LINE.finditer(prose, section.heading.end, section.span.end):
                yield Span(line.start("words"), min(line.end(), line.start("words") + _LONGEST))


def _part(prose: str, note: Span) -> Iterator[Span]:
    at = note.start
    for stop in _SEMICOLON.finditer(prose, note.start, note.end):
        yield Span(at, stop.start())
        at = stop.end()
    yield Span(at, note.end)


def _read(prose: str, piece: Span) -> NotedWork | None:
    match = _NAMED.match(prose, _skip_lead(prose, piece), piece.end)
    if not match:
        return None
    names = tuple(
        Name(family, span=Span(*span))
        for family, span in zip(match.captures("family"), match.spans("family"), strict=True)
    )
    start = match.start("title")
    published = _PUBLISHED.search(prose, start, piece.end)
    year = Field(published["year"], Span(*published.span("year"))) if published else None
    quoted = _QUOTED.match(prose, start, piece.end)
    end = quoted.end() if quoted else published.start() if published else piece.end
    close = published.end() if published else _page(prose, start, piece.end)
    return NotedWork(Span(match.start("names"), close), names, bool(match["etal"]), Span(start, end), year)


def _page(prose: str, start: int, end: int) -> int:
    """Return where what is cited ends: before the full stop of the note."""
    return start + len(prose[start:end].rstrip(". \n"))


def _skip_lead(prose: str, piece: Span) -> int:
    """Return where the names begin, behind words such as `See also` and `Quoted in`."""
    known = parts("see", "see-also", "cited-in") | words("bracket-lead")
    at = piece.start
    while (lead := _LEAD.match(prose, at, piece.end)) and lead["lead"].lower() in known:
        at = lead.end()
    return at
