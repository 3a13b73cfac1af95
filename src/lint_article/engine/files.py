"""Files are written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from lint_article.errors import UserError


def write_whole(path: str, data: bytes) -> None:
    """Replace the file by the bytes in one step, with the permissions that it had; raise UserError if that fails."""
    target = Path(path).resolve()
    scratch = ""
    try:
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(13, "Permission denied")
        handle, scratch = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(scratch).chmod(_mode(target))
        Path(scratch).replace(target)
    except OSError as error:
        Path(scratch).unlink(missing_ok=True) if scratch else None
        raise UserError(f"{path} cannot be written: {error.strerror or error}.", "It is as it was.") from None


def _mode(target: Path) -> int:
    if target.exists():
        return target.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
