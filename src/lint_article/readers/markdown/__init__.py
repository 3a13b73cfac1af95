"""Markdown of Pandoc, Quarto, R Markdown, MyST, MDX and manubot."""

from lint_article.readers.format import Format

FORMATS = {
    "markdown": Format(
        (".md", ".markdown", ".mdx", ".qmd", ".rmd"),
        "markdown.reader:read_markdown",
        markup="\\`*_[]<>#|~^$&@",
        joins=r"(?m:^[ \t>]*(?:\d{1,9}[.)]|[-+*:~])(?:\s|$))|&#?\w+;|.?[\\`*_\[\]<>#|~^$&@]+.?",
    )
}
