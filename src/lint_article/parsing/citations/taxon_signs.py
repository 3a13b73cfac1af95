"""Signs that names before a year are the authority of a taxon, or are none although they stand behind one."""

from __future__ import annotations

import re

from lint_article.parsing.citations.candidate import Candidate
from lint_article.parsing.citations.surroundings import Surroundings
from lint_article.parsing.citations.taxonomic_names import is_taxon_authority
from lint_article.text.pattern import Pattern

_LINE_START = Pattern(r"\n[ \t]?[(\[]$")
_LINE_END = re.compile(r"[)\]]?[ \t]*(?:\n|$)")


def is_taxon(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether the names and the year stand as the authority of a taxon does."""
    return is_taxon_authority(around.prose, candidate, around.taxa)


def is_taxon_in_checklist(candidate: Candidate, around: Surroundings) -> bool:
    """Tell the same in a text that prints authorities that its list lacks."""
    return around.is_checklist and is_taxon(candidate, around)


def is_without_comma_of_others(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether the bracket has no comma, as authorities of this text have: `Xenia crassa (Schenk 1896)`."""
    return around.has_commas and _is_without_comma(candidate, around) and is_taxon(candidate, around)


def is_without_comma_in_prose(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether the bracket has no comma, in a text that is no checklist and has few authorities with one."""
    is_known = around.has_commas or around.is_checklist
    return not is_known and _is_without_comma(candidate, around) and is_taxon(candidate, around)


def _is_without_comma(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether names and a year without a comma fill a bracket within a line: names of taxa end lines."""
    is_within = _LINE_END.match(around.prose, candidate.end) is None
    return candidate.form == "paren" and not (candidate.comma or candidate.lead) and is_within


def is_line_behind_taxon(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether a bracket is all of a line, behind one that ends with the name of a taxon."""
    start = candidate.starts[0]
    begins = _LINE_START.search(around.prose, max(start - 3, 0), start) is not None
    return begins and _LINE_END.match(around.prose, candidate.end) is not None and is_taxon(candidate, around)
