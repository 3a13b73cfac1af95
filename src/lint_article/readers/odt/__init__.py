"""OpenDocument texts (LibreOffice)."""

from lint_article.readers.format import Format

FORMATS = {
    "odt": Format(
        (".odt", ".ott", ".fodt"),
        "odt.reader:read_odt",
        signs=(b"mimetypeapplication/vnd.oasis.opendocument.text",),
        names=("opendocument",),
        contained=True,
    )
}
