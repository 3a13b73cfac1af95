"""Signs in the words around names and a year: who introduces authors, and says what they wrote, cites them."""

from __future__ import annotations

from lint_article.parsing.citations.candidate import Candidate
from lint_article.parsing.citations.surroundings import Surroundings
from lint_article.text.pattern import Pattern
from lint_article.vocabulary import words

_WORD_BEFORE = Pattern(r"(?P<name>\p{Lu}[\p{L}.’'-]*\s)?(?<!\p{L})(?P<word>\p{Ll}+)\.?\s*$")
_REACH = 30  # code points before the names
_CITATION_BEHIND = Pattern(r"\s?(?:\(\p{Lu}[^()\n]{2,80}\d{4}|\[\d)")
_BEHIND = Pattern(r"[)\]]?,?\s(?:(?P<adverb>\p{Ll}+)\s)?(?P<verb>\p{Ll}+)")


def is_introduced(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether a word stands before the names that introduces authors: `described by Abel 1936`.

    Behind a name, `in` leads from the authority of a taxon to its work: `Fairm in Marsel 1878`.
    """
    start = candidate.starts[0]
    before = _WORD_BEFORE.search(around.prose, max(0, start - _REACH), start)
    if before is None or (before["name"] and before["word"] in words("in-year")):
        return False
    return before["word"] in words("introducing", "see", "cited-in")


def is_subject(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether a verb follows of what authors do: `Abel (1936) described`, `Abel (1936) also found`."""
    behind = _BEHIND.match(around.prose, candidate.end) if candidate.form == "narrative" else None
    return behind is not None and not words("saying").isdisjoint((behind["adverb"], behind["verb"]))


def has_in_before_year(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether `in` stands before a year outside brackets: `the floods of Madison and Armonk in 2008`."""
    between = around.prose[candidate.names[-1].span.end : candidate.year.span.start]
    return candidate.form == "bare" and between.strip().lower() in words("in-year")


def is_told_with_citation(candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether a citation follows of the work that tells this: `found by Abel et al. in 2011 (Sand, 2012)`."""
    between = around.prose[candidate.names[-1].span.end : candidate.year.span.start].lower().split()
    is_dated = candidate.form == "bare" and bool(between) and between[-1] in words("in-year")
    return is_dated and _CITATION_BEHIND.match(around.prose, candidate.end) is not None
