"""The parsed manuscript: frozen facts, and nothing that acts."""

from lint_article.document.citation import STYLES, Citation, CitationItem, Evidence, Outcome, Resolution
from lint_article.document.damage import Certainty, Damage, Repair
from lint_article.document.document import Document
from lint_article.document.finding import Edit, Finding, Fix, Related, Safety
from lint_article.document.limits import MEGABYTE, Limits
from lint_article.document.reading import Block, BlockKind, Comment, Given, Mark, MarkKind, Problem, Reading, Source
from lint_article.document.recognition import Extent, Recognition
from lint_article.document.reference import Field, Name, Reference, Sameness, SameWork
from lint_article.document.remark import Remark
from lint_article.document.section import Link, Section

__all__ = [
    "MEGABYTE",
    "STYLES",
    "Block",
    "BlockKind",
    "Certainty",
    "Citation",
    "CitationItem",
    "Comment",
    "Damage",
    "Document",
    "Edit",
    "Evidence",
    "Extent",
    "Field",
    "Finding",
    "Fix",
    "Given",
    "Limits",
    "Link",
    "Mark",
    "MarkKind",
    "Name",
    "Outcome",
    "Problem",
    "Reading",
    "Recognition",
    "Reference",
    "Related",
    "Remark",
    "Repair",
    "Resolution",
    "Safety",
    "SameWork",
    "Sameness",
    "Section",
    "Source",
]
