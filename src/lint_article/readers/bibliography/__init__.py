"""Bibliography files: which ones a manuscript names, and the entries of each kind."""

from lint_article.readers.format import Format

_CSL_TYPES = ("article-journal", "article", "book", "chapter", "paper-conference", "thesis", "report", "webpage")
_CSL_JSON = tuple(f'"type":{blank}"{kind}"'.encode() for kind in _CSL_TYPES for blank in ("", " "))
_CSL_YAML = tuple(f"type: {kind}\n".encode() for kind in _CSL_TYPES)

FORMATS = {
    "csl-json": Format((), "bibliography.files:read_csl_json", signs=_CSL_JSON, holders=(".json",), searched=False),
    "csl-yaml": Format(
        (), "bibliography.files:read_csl_yaml", signs=_CSL_YAML, holders=(".yaml", ".yml"), searched=False
    ),
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
