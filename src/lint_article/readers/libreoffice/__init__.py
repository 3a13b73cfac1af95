"""Files of old Word and RTF, as an installed LibreOffice converts them."""

from lint_article.readers.format import Format

FORMATS = {"libreoffice": Format((), "libreoffice.reader:read_converted", searched=False)}
