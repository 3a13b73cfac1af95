"""What a run writes: two tables, a page, and the parts of the tables while it goes on."""

from __future__ import annotations

from pathlib import Path

from lint_article.backlist.item import is_address
from lint_article.dataclass import dataclass
from lint_article.errors import UserError

_ENDING = ".parquet"


@dataclass(frozen=True, slots=True)
class Outputs:
    """The files: `2024-findings.parquet` goes with `2024-manuscripts.parquet`, `2024-summary.html`, `2024-parts`."""

    findings: Path
    manuscripts: Path
    page: Path
    parts: Path


def outputs_for(said: str) -> Outputs:
    """Return the files of a run by that of the findings; raise UserError if they cannot be written there."""
    findings = Path(said)
    if is_address(said):
        raise UserError(f"{said} is an address.", "Name a file of this machine; copy it when it is complete.")
    if findings.suffix != _ENDING:
        raise UserError(f"{said} does not end in {_ENDING}.", "`--out findings.parquet` is an example.")
    if findings.is_dir() or not findings.parent.is_dir():
        raise UserError(f"{said} cannot be written.", "Name a file in a folder that exists.")
    return Outputs(findings, *(_beside(findings, name) for name in (f"manuscripts{_ENDING}", "summary.html", "parts")))


def _beside(findings: Path, name: str) -> Path:
    stem = findings.stem
    before = stem.removesuffix("findings") if stem.endswith("findings") else f"{stem}-"
    return findings.with_name(f"{before}{name}")
