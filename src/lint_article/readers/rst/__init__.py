"""reStructuredText, with the roles and directives of Sphinx and sphinxcontrib-bibtex."""

from lint_article.readers.format import Format

FORMATS = {
    "rst": Format(
        (".rst", ".rest"),
        "rst.reader:read_rst",
        markup="\\`*_|<>:",
        joins=r"(?m:^[ \t]*(?:\d{1,9}[.)]|[-+*|]|\.\.)(?:\s|$))|::|.?[\\`*_|]+.?",
        names=("restructuredtext", "sphinx"),
    )
}
