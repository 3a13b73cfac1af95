"""Org, with the citations of org-cite and org-ref."""

from lint_article.readers.format import Format

FORMATS = {
    "org": Format(
        (".org",),
        "org.reader:read_org",
        markup="*/_+=~[]<>|#\\^$&{}:@",
        joins=r"(?m:^[ \t]*(?:\d{1,9}[.)]|[-+*:|#])(?:\s|$))|.?[*/_+=~\[\]<>|#\\^$&{}]+.?",
    )
}
