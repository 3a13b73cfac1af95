"""LaTeX and BibTeX."""

from lint_article.readers.format import Format

FORMATS = {
    "latex": Format(
        (".tex", ".ltx", ".rnw", ".snw"),
        "latex.reader:read_latex",
        signs=(b"\\documentclass",),
        markup="\\{}$&#%_^~",
        joins=r"\\[A-Za-z@]+|--+|''|``|[?!]`|<<|>>|,,",
    )
}
