"""Check what poppler's pdftotext makes of PDFs: `python -m benchmarks.raw_text [--layout] ARGUMENTS OF lint-article`.

It takes the place of `lint-article` where PDFs are scored, so that raw text is measured as the PDFs are.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

MISSING = "pdftotext is not installed; it is part of poppler (poppler-utils)."


def main(arguments: Sequence[str]) -> int:
    """Run `lint-article` with the text of each PDF that the arguments name; return its exit status."""
    if shutil.which("pdftotext") is None:
        print(MISSING, file=sys.stderr)
        return 2
    options = ["-layout"] if "--layout" in arguments else []
    with TemporaryDirectory() as folder:
        named = [
            _text_of(Path(argument), Path(folder), options) if argument.endswith(".pdf") else argument
            for argument in arguments
            if argument != "--layout"
        ]
        return subprocess.run([sys.executable, "-m", "lint_article", *named], check=False).returncode


def _text_of(pdf: Path, folder: Path, options: Sequence[str]) -> str:
    """Write the text of a PDF and return its path."""
    text = folder / f"{pdf.stem}.txt"
    subprocess.run(["pdftotext", *options, str(pdf), str(text)], check=True)
    return str(text)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
