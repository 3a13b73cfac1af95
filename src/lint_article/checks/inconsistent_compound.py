"""Report compounds in another form than most: `data-set` among `data set`, `nonlinear` among `non-linear`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lint_article.checks._forms import find_departing
from lint_article.checks._options import words_of
from lint_article.document import Document, Finding
from lint_article.parsing.language.hyphenated import hyphenated_words
from lint_article.parsing.language.identify import vocabulary
from lint_article.parsing.language.own_words import own_uses

Forms = Mapping[str, Sequence[str]]  # each form with the words that have it, such as those of the plural


def check(document: Document, options: Mapping[str, object]) -> Iterator[Finding]:
    """Yield one finding per rare form of a compound, at its first use in the author's own English."""
    for forms in (*_find_listed(options), *_find_prefixed(document, options)):
        if sum(form in document.prose for form in forms) > 1:
            uses = {form: sorted(span for _, span in own_uses(document, words)) for form, words in forms.items()}
            yield from find_departing(uses, options)


def _find_listed(options: Mapping[str, object]) -> Iterator[Forms]:
    for compound in sorted(words_of(options, "compounds")):
        yield {form: (form, f"{form}s") for form in (compound, compound.replace(" ", "-"), compound.replace(" ", ""))}


def _find_prefixed(document: Document, options: Mapping[str, object]) -> Iterator[Forms]:
    """Yield both forms of the words with a prefix that the text has with a hyphen and without."""
    prefixes, words = words_of(options, "prefixes"), vocabulary(document.text)
    for prefix, word in sorted(hyphenated_words(document.prose)):
        if prefix in prefixes and prefix + word in words:
            yield {form: (form,) for form in (f"{prefix}-{word}", prefix + word)}
