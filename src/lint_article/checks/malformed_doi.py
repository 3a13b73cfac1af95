"""DOIs that cannot work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import regex

from lint_article.document import Document, Edit, Finding, Fix, Reference
from lint_article.text import Span
from lint_article.text.pattern import Pattern

_FAULTS = (
    (
        Pattern(r"\bdoi:?\s+doi:?\s*(?=10\.)|\bdoi:\s?doi:\s?(?=10\.)", regex.IGNORECASE),
        "`doi:` appears twice",
        "doi:",
    ),
    (Pattern(r"\bdoi:\s?(?=https?://(?:dx\.)?doi\.org/doi:)", regex.IGNORECASE), "`doi:` appears twice", None),
    (
        Pattern(r"\bdoi(?:\.org/|:)\s?(?P<flag>\d{4,5}/[\w.()-]{4,})", regex.IGNORECASE),
        "it does not begin with `10.`",
        None,
    ),
    (
        Pattern(
            r"(?<![\w.])10\.[^\S\n]\d{4,5}/\S+|(?<![\w.])10\.\d{4,5}(?:/[^\S\n]|[^\S\n]/[^\S\n]?)(?=[\w.()-]*[\d.])[\w.()-]{3,}"
        ),
        "it contains a space",
        None,
    ),
    (
        Pattern(r"(?:doi\.org/|\bdoi:\s?)10\.\d{4,9},\S+", regex.IGNORECASE),
        "a comma replaces its slash",
        None,
    ),
    (
        Pattern(r"(?:https?://)?(?:dx\.)?doi\.org/(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:)\S+", regex.IGNORECASE),
        "the resolver appears twice",
        None,
    ),
    (
        Pattern(r"(?:doi\.org/|\bdoi:\s?)(?!10\.|doi|https?:|\d{4,5}/)\p{L}[\w.-]*\d[\w./-]*", regex.IGNORECASE),
        "it does not begin with `10.`",
        None,
    ),
    (
        Pattern(
            r"(?:doi\.org/|\bdoi:\s?)(?:10\.\d{1,3}|1[O0]\\?\.(?<!10\.)\d{4,9}|10\.\.\d{4,9})/\S+", regex.IGNORECASE
        ),
        "it does not begin with `10.` and four digits or more",
        None,
    ),
    (
        Pattern(
            r"(?<![\w.])10\.\d{4,9}/(?:\S*?&(?:lt|gt|amp);\S*|(?:[nxyz]{3,}\.?)+(?![\w./-])|[^\s()]*\([^\s()]*(?=\s|$))",
            regex.IGNORECASE,
        ),
        "it contains mark-up, is a placeholder, or is cut off",
        None,
    ),
)


_MARKUP = str.maketrans("", "", "{}\\\ufffc")
_SOUND = Pattern(r"(?:https?://[\w.-]+/|doi:\s?)*10\.\d{4,9}(?:\.\d+)*/\S+", regex.IGNORECASE)


def check(document: Document, _options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per DOI that is doubled, cut or parted; SICI names, with brackets and signs, are sound."""
    found = list(_check_prose(document))
    yield from found
    for reference in document.references:
        if reference.kind and not any(reference.span.contains(one.span) for one in found):
            yield from _check_field(reference)


def _check_field(reference: Reference) -> Iterator[Finding]:
    """Yield a finding for the DOI of a bibliography file that is none."""
    doi = reference.doi
    if doi and not _SOUND.fullmatch(written := doi.value.translate(_MARKUP).strip()):
        starts = written.lower().startswith("10.")
        why = "it contains a space" if starts and " " in written else "it does not have the form `10.1234/suffix`"
        yield Finding(doi.span, {"text": doi.value, "why": why})


def _check_prose(document: Document) -> Iterator[Finding]:
    text = document.prose
    if "10." not in text and "doi" not in text.lower():
        return
    for pattern, why, swap in _FAULTS:
        for match in pattern.finditer(text):
            span = Span(match.start(), match.start() + len(match.group().rstrip().rstrip(".,;")))
            fix = Fix(f"Replace with `{swap}`", (Edit(span, swap),), "safe") if swap else None
            yield Finding(span, {"text": span.of(text), "why": why}, fix)
