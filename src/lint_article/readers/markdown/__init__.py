"""Markdown of Pandoc, Quarto, R Markdown, MyST, MDX and manubot, in files of its own and in Jupyter notebooks."""

from lint_article.readers.format import Format

_JOINS = r"(?m:^[ \t>]*(?:\d{1,9}[.)]|[-+*:~])(?:\s|$))|&#?\w+;|.?[\\`*_\[\]<>#|~^$&@]+.?"
_SIGNS = "\\`*_[]<>#|~^$&@"

FORMATS = {
    "markdown": Format(
        (".md", ".markdown", ".mdx", ".qmd", ".rmd"), "markdown.reader:read_markdown", markup=_SIGNS, joins=_JOINS
    ),
    "notebook": Format(
        (".ipynb",),
        "markdown.notebook:read_notebook",
        signs=(b'"cell_type":',),
        holders=(".txt", ".json", ""),
        markup=_SIGNS + '"',
        joins=_JOINS,
        names=("jupyter",),
    ),
}
