"""Archives of a LaTeX submission: ZIP (Overleaf), TAR (arXiv), packed or not."""

from lint_article.readers.format import Format

FORMATS = {
    "archive": Format(
        (".zip", ".tar", ".tgz", ".gz", ".tbz2", ".bz2", ".txz", ".xz"),
        "archive.reader:read_archive",
        names=("tar",),
        searched=False,
        contained=True,
    )
}
