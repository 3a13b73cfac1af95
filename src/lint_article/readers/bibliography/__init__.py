"""Bibliography files: which ones a manuscript names, and the entries of each kind."""

from lint_article.readers.format import Format

FORMATS = {
    "bibtex": Format(
        (".bib",),
        "bibliography.files:read_bibtex",
        markup='\\{}$&#%_^~"@,=',
        joins=r"\\[A-Za-z@]+",
        names=("biblatex",),
        searched=False,
    ),
    "ris": Format((".ris",), "bibliography.files:read_ris", searched=False),
}
