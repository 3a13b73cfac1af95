"""Entries that print something in another form than nearly all others of their list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

import regex

from lint_article.checks._describe import name_reference
from lint_article.checks._options import number_of
from lint_article.document import Document, Finding, Reference
from lint_article.parsing.language.identify import languages_shown
from lint_article.parsing.linking.coverage import is_bibliography, is_in_bibliography
from lint_article.text.pattern import Pattern
from lint_article.text.phrases import series
from lint_article.vocabulary import words

_SURE = 0.85
_BEFORE_DOI = Pattern(r"(?:https?://(?:dx\.)?doi\.org/\s?|doi:?\s?|)\Z", regex.IGNORECASE)
_LONGEST_PREFIX = 20
_OPENED = Pattern(r"[(\[（［【][^()\[\]（）［］【】]*$")  # `(May 2014)`, `（2014）`
_LONGEST_DATE = 20
_WORDS = Pattern(r"&|\b\p{Ll}+\b")
_FULL_NAME = 3  # letters
_FEWEST_NAMES = 2
_JOINED = Pattern(r"[,;&.、，；]|\s\p{Ll}+\s")
_TITLE_WORD = Pattern(r"(?<=\s)\p{L}[\p{L}’'-]{3,}")
_FEWEST_WORDS = 5  # long ones of a title
_FEW, _MANY = 0.3, 0.85  # share of capitals, for names are in a title of either case


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per entry of a list whose other entries agree; files of entries are silent."""
    if is_bibliography(document):
        return
    for number in sorted({reference.list for reference in document.references}):
        listed = [
            i for i, r in enumerate(document.references) if r.list == number and not is_in_bibliography(document, i)
        ]
        differences: dict[int, list[str]] = {}
        for form_of in _FORMS:
            forms = {i: form for i in listed if (form := form_of(document.text, document.references[i]))}
            for index in _find_odd(forms, options):
                differences.setdefault(index, []).append(forms[index])
        for index in sorted(differences):
            values = {"entry": name_reference(document, index), "forms": series(differences[index])}
            yield Finding(document.references[index].span, values)


def _find_odd(forms: Mapping[int, str], options: Mapping[str, object]) -> list[int]:
    """Return the entries that depart from the list's usual form, if it has one."""
    counts = Counter(forms.values())
    if not counts:
        return []
    usual, uses = counts.most_common(1)[0]
    odd = [index for index, form in forms.items() if form != usual]
    is_usual = uses >= number_of(options, "fewest") and uses >= number_of(options, "times") * len(odd)
    return odd if is_usual else []


def _place_of_year(_: str, reference: Reference) -> str:
    if not _is_clear_article(reference) or reference.year is None or reference.title is None:
        return ""
    return f"the year {'before' if reference.year.span.start < reference.title.span.start else 'behind'} the title"


def _brackets_of_year(text: str, reference: Reference) -> str:
    if not _is_clear_article(reference) or reference.year is None:
        return ""
    at = reference.year.span.start
    is_bracketed = _OPENED.search(text, max(reference.span.start, at - _LONGEST_DATE), at)
    return "brackets around the year" if is_bracketed else "no brackets around the year"


def _join_of_authors(text: str, reference: Reference) -> str:
    if not _has_clear_names(text, reference):
        return ""
    between = text[reference.authors[-2].span.end : reference.authors[-1].span.start]
    joined = [word for word in _WORDS.findall(between) if word == "&" or word in words("and")]
    form = f"`{joined[0]}`" if joined else "only a comma" if "," in between else ""
    return f"{form} before the last author" if form else ""


def _given_names(text: str, reference: Reference) -> str:
    if not _has_clear_names(text, reference) or not all(name.given for name in reference.authors):
        return ""
    first = [name.given.replace("-", " ").split()[0].rstrip(".") for name in reference.authors]
    full = sum(len(word) >= _FULL_NAME and word[1:].islower() for word in first)
    if full in {0, len(first)}:
        return "full given names" if full else "initials for given names"
    return ""


def _form_of_doi(text: str, reference: Reference) -> str:
    if reference.doi is None:
        return ""
    at = text.find("10.", reference.doi.span.start, reference.doi.span.end)
    before = _BEFORE_DOI.search(text, max(reference.span.start, at - _LONGEST_PREFIX), at) if at > 0 else None
    return f"its DOI as `{before.group().lower().rstrip()}10…`" if before else ""


def _case_of_title(_: str, reference: Reference) -> str:
    """Return the case of an article's title that is surely English, if nearly all of its long words have it."""
    title = reference.title
    if title is None or not _is_clear_article(reference) or languages_shown(title.value)[:1] != ("en",):
        return ""
    long = [word for word in _TITLE_WORD.findall(title.value) if not word.isupper()]
    share = sum(word[0].isupper() for word in long) / max(len(long), 1)
    if len(long) < _FEWEST_WORDS or _FEW < share < _MANY:
        return ""
    return f"its title in {'title' if share >= _MANY else 'sentence'} case"


def _is_clear_article(reference: Reference) -> bool:
    sure = all(field and field.confidence >= _SURE for field in (reference.title, reference.container))
    is_book = reference.publisher or reference.place or reference.editors
    is_dated = reference.year is not None and reference.year.value.isdigit()
    return sure and is_dated and bool(reference.volume) and not is_book


def _has_clear_names(text: str, reference: Reference) -> bool:
    """Tell whether all authors are persons whose names are in order, with marks or small words between them."""
    names = reference.authors
    sure = reference.authors_confidence >= _SURE and bool(reference.title and reference.title.confidence >= _SURE)
    if (
        not sure
        or reference.et_al
        or len(names) < _FEWEST_NAMES
        or any(name.literal or not name.given for name in names)
    ):
        return False
    return all(_JOINED.search(text, one.span.end, other.span.start) for one, other in pairwise(names))


_FORMS: tuple[Callable[[str, Reference], str], ...] = (
    _place_of_year,
    _brackets_of_year,
    _join_of_authors,
    _given_names,
    _form_of_doi,
    _case_of_title,
)
