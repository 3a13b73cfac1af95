"""`lint-article lsp`."""

from __future__ import annotations

import gc

from lint_article.errors import CLEAN, UserError


def serve_editor() -> int:
    """Serve an editor until it ends the session. Raises UserError if the extra is not installed."""
    gc.enable()  # the command turns it off for its short runs
    try:
        from lint_article.server.lsp.server import serve
    except ModuleNotFoundError as error:
        raise UserError(
            f"The language server needs the package {error.name}.", "pip install 'lint-article[lsp]'"
        ) from None
    serve()
    return CLEAN
