"""Files of old Word and RTF, as an installed LibreOffice converts them."""

from lint_article.readers.format import Format

FORMATS = {
    "libreoffice": Format(
        (), "odt.reader:read_odt", searched=False, contained=True, converter="libreoffice.convert:convert"
    )
}
