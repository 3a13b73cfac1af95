"""Typst."""

from lint_article.readers.format import Format

FORMATS = {
    "typst": Format(
        (".typ",),
        "typst.reader:read_typst",
        markup="\\`*_[]<>#$@~\"'",
        joins=r"(?m:^[ \t]*(?:\d{1,9}[.)]|[-+=/])(?:\s|$))|//|/\*|.?[\\`*_\[\]<>#$@~]+.?|--+",
    )
}
