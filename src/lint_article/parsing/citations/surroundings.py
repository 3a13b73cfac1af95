"""What the whole text says of the names that it prints before years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from lint_article.dataclass import dataclass
from lint_article.parsing.citations.candidate import Candidate
from lint_article.parsing.citations.taxonomic_names import Taxa
from lint_article.parsing.language.identify import guess_languages
from lint_article.text import Span
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import TermPattern

_WORD = Pattern(r"(?<!\p{L})\p{Lu}[\p{L}\p{M}'’-]+")
_PLACED = TermPattern(r"\b(?&place-preposition)\s+(\p{Lu}[\p{L}\p{M}’'-]+)")
_NUMBERED = Pattern(
    r"(?<!\p{L})(\p{Lu}[\p{L}\p{M}'’-]+)\s(?:(?!1[5-9]\d|20\d)\d{3}|1[0-4]\d\d|[2-9][1-9]\d\d|[3-9]\d{3}|\d{5})(?![\d\p{L}]|[.,–-]\d)"
)
# A specimen: its collector, the numbers, the first herbarium that has it: `Lovett 2256, 2257, MO`.
_NO_YEAR = r"(?:(?!1[5-9]\d\d|20\d\d)\d{3,4}|\d{5})(?!\d)"
_SPECIMEN = Pattern(
    rf"\p{{Lu}}[\p{{L}}'’-]+\s{_NO_YEAR}(?:,\s\d{{2,5}}){{0,5}},?\s?[(\[]?(\p{{Lu}}{{1,6}})(?=[,;.!)\]])"
)
_HERBARIUM = Pattern(r",?\s?[(\[]?\p{Lu}{1,6}(?=[,;.!)\]])")
_SPECIMENS = 2  # herbaria that a text about specimens names


@dataclass(frozen=True, slots=True)
class CitingStyle:
    """The forms of the citations that the list answers: how often each is printed, and what stands beside it."""

    shapes: Counter[str]
    pages: int
    cells: int
    given: int

    @property
    def total(self) -> int:
        """How many citations the list answers."""
        return self.shapes.total()

    def share(self, candidate: Candidate) -> float:
        """Return the share of the candidate's form, 0 to 1."""
        return self.shapes[shape(candidate)] / max(1, self.total)


def style_of(cited: Collection[Candidate]) -> CitingStyle:
    """Return the forms of these citations."""
    return CitingStyle(
        Counter(map(shape, cited)),
        sum(one.locator is not None for one in cited),
        sum(one.cell for one in cited),
        sum(bool(one.names[0].given) for one in cited),
    )


def shape(candidate: Candidate) -> str:
    """Name the printed form of a candidate, comma included."""
    return f"{candidate.form}{',' if candidate.comma else ''}"


@dataclass(slots=True)
class Surroundings:
    """The text, how it cites, and how often it prints a name apart from a year.

    `is_checklist`, `has_commas`: it prints authorities of taxa that its list lacks, and mostly `Abel, 1904`.
    Of the list: its authors' family names, folded, and the year of its oldest work (0: none has one).
    """

    prose: str
    cited: Counter[str]
    taxa: Taxa
    clusters: Collection[int]
    rows: Collection[Span]
    style: CitingStyle
    authors: frozenset[str] = frozenset()
    oldest: int = 0
    is_checklist: bool = False
    has_commas: bool = False
    _printed: Counter[str] | None = None
    _placed: Counter[str] | None = None
    _numbered: frozenset[str] | None = None
    _herbaria: frozenset[str] | None = None

    @property
    def language(self) -> str:
        """The tag of the main language of the text; English if none is clear."""
        return next(iter(guess_languages(self.prose)), "en")

    def apart(self, word: str) -> int:
        """Count the places where the word is printed outside citations."""
        if self._printed is None:
            self._printed = Counter(_WORD.findall(self.prose))
        return self._printed[word] - self.cited[word]

    def is_place(self, word: str) -> bool:
        """Tell whether the text mostly says `in`, `from` or `at` before the word: of people and works it says `by`."""
        if self._placed is None:
            self._placed = Counter(match[1] for match in _PLACED.finditer(self.prose))
        return 2 * self._placed[word] >= max(1, self.apart(word))

    def is_collector(self, word: str) -> bool:
        """Tell whether the text prints the word before a number that is no year, as collectors of specimens have."""
        if self._numbered is None:
            self._numbered = frozenset(match[1] for match in _NUMBERED.finditer(self.prose))
        return word in self._numbered

    def is_specimen(self, candidate: Candidate) -> bool:
        """Tell whether a herbarium follows the number, as after the other specimens of the text."""
        if not _HERBARIUM.match(self.prose, candidate.end):
            return False
        if self._herbaria is None:
            self._herbaria = frozenset(match[1] for match in _SPECIMEN.finditer(self.prose))
        return len(self._herbaria) >= _SPECIMENS

    def often_apart(self, word: str) -> float:
        """Return how many times as often the word is printed apart from a year as before one."""
        return self.apart(word) / max(1, self.cited[word])
