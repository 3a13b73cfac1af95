"""A reference as linking sees it."""

from __future__ import annotations

from lint_article.dataclass import dataclass
from lint_article.document import Name, Reference
from lint_article.parsing.names.edit_distance import are_close
from lint_article.parsing.names.folding import fold
from lint_article.parsing.references.short_titles import read_short_title
from lint_article.parsing.references.year import find_access_dates
from lint_article.text import Span
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import YEAR, TermPattern

_CLOSED = TermPattern(
    r"(?:\s[-–—]\s[^\d.]{2,80})?(?:\s(?:\p{Lu}\p{Ll}\.?|(?i:(?&name-suffix)))(?=,))?"  # `Marlin Jr, K.`
    rf"[\s,\u060c]*(?:[\p{{Lu}}\p{{Lo}}][\p{{L}}.’' -]{{0,12}}?){{0,4}}[\s,.]*(?:[(（\[“\"«:.。《]|{YEAR}|$)"
)
_PRINTED_YEAR = Pattern(rf"(?<![\p{{L}}\d/:.–—-]){YEAR}(?![\p{{L}}\d/–—-]|\.\d)")
_FARTHEST_YEAR = 10


@dataclass(frozen=True, slots=True)
class Work:
    """A reference as linking sees it: folded family names of its authors, its years, its suffix."""

    index: int
    reference: Reference
    families: tuple[tuple[str, ...], ...]
    authors: tuple[Name, ...]
    years: frozenset[str]
    open_ended: bool
    text: str

    @property
    def count(self) -> int:
        """How many authors are listed."""
        return len(self.families)

    @property
    def is_dated(self) -> bool:
        """Tell whether the entry prints a year of its own, rather than a status (`in press`) or a day of access."""
        year = self.reference.year
        return year is not None and year.value[:1].isdigit() and not self.is_dated_by_access

    @property
    def is_dated_by_access(self) -> bool:
        """Tell whether the only date that the entry gives is the day on which a page was seen."""
        year, accessed = self.reference.year, self.reference.accessed
        return year is not None and accessed is not None and accessed.span.contains(year.span)

    def is_printing_year(self, year: str) -> bool:
        """Tell whether the entry prints a year beside its own: of a copyright, a lecture, another edition.

        The day on which a page was seen, addresses and spans of years or pages do not count.
        """
        links = [field.span for field in (*self.reference.urls, self.reference.doi) if field]
        extent = self.reference.span.start, self.reference.span.end
        silent = [*links, *find_access_dates(self.text, *extent, links)]
        return any(
            not any(span.contains(Span(found.start(), found.end())) for span in silent)
            for found in _PRINTED_YEAR.finditer(self.text, *extent)
            if found.group() == year
        )

    def years_from(self, cited: str) -> int | None:
        """Return how many years the cited one is from the work's, or None if it is too far to be meant."""
        listed = [year for year in self.years if year.isdigit()]
        if not cited.isdigit():
            return 1 if listed else None
        if not listed:
            return None
        apart = min(abs(int(cited) - int(year)) for year in listed)
        if apart <= _FARTHEST_YEAR:
            return apart
        return _FARTHEST_YEAR + 1 if any(are_close(cited, year, 1) for year in listed) else None

    def has_year(self, year: str) -> bool:
        """Tell whether an undated entry prints the year somewhere, or any entry ends with the status: `in press`."""
        if not year[:1].isdigit():
            return self.reference.span.of(self.text).lower().rstrip(" .)]").endswith(year.rstrip("."))
        dated = self.reference.year is not None and self.reference.year.value[:1].isdigit()
        return not dated and year in self.reference.span.of(self.text)


def make_work(text: str, index: int, reference: Reference, authors: tuple[Name, ...]) -> Work:
    """Return an entry as a work; `authors` are its own, or those that dashes repeat."""
    if len(authors) > 1 and authors[1].literal and _is_short_form(authors[0]):
        authors = authors[:1]
    families = tuple(tuple(fold(name.family).split()) for name in authors)
    years = frozenset(year[:4] if year[:1].isdigit() else year for year in reference.years)
    return Work(index, reference, families, authors, years, _is_open_ended(text, reference, authors), text)


def _is_short_form(name: Name) -> bool:
    """Tell whether this is an acronym, behind which the whole name is printed: `BfN – Bundesamt für Naturschutz`."""
    return not name.given and name.family.isalpha() and sum(map(str.isupper, name.family)) > 1


def _is_open_ended(text: str, reference: Reference, authors: tuple[Name, ...]) -> bool:
    """Tell whether more authors may follow those that were read: `et al.`, or no clean end of the list."""
    if reference.et_al or not reference.authors:
        return reference.et_al or not authors  # dashes repeat a list that was read whole
    if reference.year and reference.year.span.end < reference.authors[0].span.start:
        start = reference.label.span.end if reference.label else reference.span.start
        if read_short_title(text, start, reference.span.end):
            return False  # it tells how many they are
    return not _CLOSED.match(text, reference.authors[-1].span.end, reference.span.end)
