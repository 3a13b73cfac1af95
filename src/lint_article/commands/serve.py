"""`lint-article serve`."""

from __future__ import annotations

import gc
from collections.abc import Sequence

from lint_article.commands.output import info
from lint_article.engine.plan import CheckRequest, plan
from lint_article.errors import CLEAN, UserError

_MEGABYTE = 1_000_000


def serve_page(asked: CheckRequest, host: str, port: int, names: Sequence[str], megabytes: int, opens: bool) -> int:
    """Serve the page until a signal ends it. Raises UserError if that cannot be done."""
    gc.enable()  # the command turns it off for its short runs
    try:
        from lint_article.server.web.guard import is_loopback
        from lint_article.server.web.serving import serve
    except ModuleNotFoundError as error:
        raise UserError(f"The page needs the package {error.name}.", "pip install 'lint-article[serve]'") from None
    plan(asked)  # so that what is wrong with the settings is said now

    def tell(address: str) -> None:
        info(f"Drop manuscripts at {address}; Ctrl-C ends it.")
        if not is_loopback(host):
            info("note: Whoever can reach this machine can use the page, and what is sent there is not encrypted.")
        if opens:
            import webbrowser  # late: few runs want it

            webbrowser.open(address)

    serve(asked, host, port, names, megabytes * _MEGABYTE, tell)
    return CLEAN
