"""What is seen on a page of a PDF: runs of glyphs, rows made of them, link areas. Plain data, in points."""

from __future__ import annotations

from collections.abc import MutableSequence
from dataclasses import field

from lint_article.dataclass import dataclass

Edges = MutableSequence[float]


@dataclass(slots=True)
class Run:
    """Glyphs set side by side in one face and size on one baseline; x grows to the right, y upwards, both in points.

    `lefts` and `rights` hold the edges of each character of `text`. `fixed` is a typewriter face, `maths` one made for
    mathematics. `spaced`: the file sets a space before it. `pale`: it is printed in light colour. `beside` is the room
    that a drop cap takes before it. `turn` is the quarter turns to the right that set them upright; edges and baseline
    are those after it.
    """

    text: str
    lefts: Edges
    rights: Edges
    baseline: float
    size: float
    bold: bool = False
    fixed: bool = False
    turn: int = 0
    maths: bool = False
    spaced: bool = False
    pale: bool = False
    beside: float = 0.0

    @property
    def left(self) -> float:
        """The left edge of the first glyph, or of the drop cap that it stands beside."""
        return self.lefts[0] - self.beside

    @property
    def right(self) -> float:
        """The right edge of the last glyph."""
        return self.rights[-1]

    def replace(self, at: int, chars: str) -> None:
        """Set other characters in the place of one; each has its edges."""
        self.text = self.text[:at] + chars + self.text[at + 1 :]
        for _ in chars[1:]:
            self.lefts.insert(at, self.lefts[at])
            self.rights.insert(at, self.rights[at])


@dataclass(frozen=True, slots=True)
class Area:
    """The rectangle of a link annotation and the address that it leads to."""

    left: float
    bottom: float
    right: float
    top: float
    target: str

    def is_around(self, x: float, y: float) -> bool:
        """Tell whether a point lies in the rectangle."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top


@dataclass(slots=True)
class Page:
    """One page: its runs in the order of the file, each turned upright, and its link areas.

    `turn` is the quarter turns to the right that the page is shown with, so runs with the same turn are seen upright.
    `broken`: it could not be read. `pictured`: pictures cover it from edge to edge.
    """

    number: int
    turn: int
    runs: list[Run]
    areas: list[Area]
    broken: bool = False
    pictured: bool = False


@dataclass(slots=True)
class Row:
    """One printed line of a column, its characters and their edges; stretches are half-open indexes into `text`.

    `turn` is not 0 for what is seen on its side. `beside` is the room that a drop cap takes before it. `room` is the
    right edge of the column that it stands in, `measure` the width; `ragged`: its lines do not all reach that edge.
    `cells` counts what wide gaps set apart. `holes` are the rows that were set aside, each with the index of the
    character that it stands before.
    """

    page: int
    text: str
    lefts: Edges
    rights: Edges
    baseline: float
    size: float
    bold: bool
    fixed: bool
    turn: int = 0
    beside: float = 0.0
    cells: int = 1
    room: float = 0.0
    measure: float = 0.0
    ragged: bool = False
    raised: list[tuple[int, int]] = field(default_factory=list)
    maths: list[tuple[int, int]] = field(default_factory=list)
    links: list[tuple[int, int, str]] = field(default_factory=list)
    holes: list[tuple[int, Row]] = field(default_factory=list)
    start: int = 0

    @property
    def left(self) -> float:
        """The left edge of the first glyph, or of the drop cap that it stands beside."""
        return self.lefts[0] - self.beside

    @property
    def right(self) -> float:
        """The right edge of the last glyph."""
        return self.rights[-1]

    @property
    def end(self) -> int:
        """Where the row ends in the text of the part; `start` is where it begins."""
        return self.start + len(self.text)


Column = list[Row]
