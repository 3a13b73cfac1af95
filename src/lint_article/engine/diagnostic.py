"""What is said about a manuscript: complete for any reporter."""

from __future__ import annotations

from lint_article.dataclass import dataclass
from lint_article.document import Safety
from lint_article.rulebook import Severity
from lint_article.text import Origin, Place, Span


@dataclass(frozen=True, slots=True)
class ExcerptLine:
    """One line of the manuscript, cut to a readable width: the flagged characters are text[start:end]."""

    number: int
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PlacedEdit:
    """An edit of the manuscript: the origin's characters are replaced by `text`."""

    origin: Origin
    place: Place
    end: Place
    text: str


@dataclass(frozen=True, slots=True)
class PlacedFix:
    """A fix in the manuscript's own places.

    `meant` is how safe the change itself is, also where `safety` is lowered because the format cannot be written.
    """

    title: str
    safety: Safety
    edits: tuple[PlacedEdit, ...]
    meant: Safety = "shown"


@dataclass(frozen=True, slots=True)
class PlacedRelated:
    """Another place worth showing, and why."""

    note: str
    place: Place
    end: Place


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding, stamped. `span` are code points of the document's text; `end` is exclusive.

    `kind` is the kind of its rule, as in the rule's sheet: `grammar` for what an engine found.
    """

    rule: str
    code: str
    kind: str
    severity: Severity
    message: str
    span: Span
    origin: Origin
    place: Place
    end: Place
    excerpt: tuple[ExcerptLine, ...]
    fix: PlacedFix | None = None
    related: tuple[PlacedRelated, ...] = ()

    @property
    def label(self) -> str:
        """The code and the name of the rule; a rule without a code is called by its name alone."""
        return self.code if self.code == self.rule else f"{self.code} {self.rule}"
