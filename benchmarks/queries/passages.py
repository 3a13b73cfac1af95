"""Faults that are put in whole: sentences, tables and definitions with something wrong in them."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping

from benchmarks.queries.fault import Fault
from lint_article.document import Document
from lint_article.parsing.abstract import find_abstract

_END = re.compile(r"(?<=[a-z]{3})\.(?= [A-Z][a-z])")
_ROW_END = re.compile(r"(?<=[a-z]{3}\.)\n\n(?=[A-Z])")
PASSAGES: Mapping[str, str] = {
    "conflicting-definition": ". The tidal vault loss (TVL) rose. The total verge length (TVL) fell, and TVL rose",
    "repeated-definition": ". The tidal range index (TRIX) rose. The tidal range index (TRIX) fell, and TRIX rose",
    "unused-abbreviation": ". The quay wall tax load (QWTL) rose",
    "needless-abbreviation": ". The port noise index (PNIX) rose, and PNIX fell",
    "impossible-mean": " (M = 3.47, SD = 1.20, n = 25)",
    "broken-field": " (see Error! Reference source not found.)",
    "quotation-without-citation": ". They were “the slowest ferries that anybody here had ever seen at any time”",
}
_TABLE = "\n\nPort\tFerries\tTugs\nNorth\t12\t4\nSouth\t20\t5\nEast\t8\t6\nTotal\t41\t15\n\n"


def make_passage(rule: str, document: Document, chance: random.Random) -> Iterator[Fault]:
    """Yield a passage at the end of a sentence outside of the abstract and the references."""
    held = [find_abstract(document), *(reference.span for reference in document.references)]
    ends = [match.start() for match in _END.finditer(document.text)]
    ends = [at for at in ends if not any(span.start <= at < span.end for span in held)]
    for at in chance.sample(ends, min(len(ends), 9)):
        yield Fault(rule, at, at, PASSAGES[rule])


def make_total(document: Document, chance: random.Random) -> Iterator[Fault]:
    """Yield a table with a wrong total between two paragraphs."""
    gaps = [match.start() for match in _ROW_END.finditer(document.text)]
    for at in chance.sample(gaps, min(len(gaps), 9)):
        yield Fault("total-mismatch", at, at + 2, _TABLE)


def make_definition(document: Document, _chance: random.Random) -> Iterator[Fault]:
    """Yield an abbreviation that the abstract defines; by itself it is no fault."""
    yield from _put_in_abstract(document, "", ". The ferry delay tax (FDTX) rose")


def make_undefined(document: Document, chance: random.Random) -> Iterator[Fault]:
    """Yield the use in the text of what `make_definition` has defined."""
    if any(make_definition(document, chance)):
        for fault in make_passage("unused-abbreviation", document, chance):
            yield Fault("abstract-only-definition", fault.start, fault.end, ". The FDTX fell")


def make_abstract_number(document: Document, _chance: random.Random) -> Iterator[Fault]:
    """Yield a number in the abstract that the text does not have."""
    yield from _put_in_abstract(document, "number-only-in-abstract", ", as 48,131 pilots of all harbours said")


def _put_in_abstract(document: Document, rule: str, new: str) -> Iterator[Fault]:
    abstract = find_abstract(document)
    for end in _END.finditer(document.text, abstract.start, abstract.end):
        yield Fault(rule, end.start(), end.start(), new)


WHOLES = (make_definition, make_undefined, make_abstract_number, make_total)
