"""The server on its port."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterable

import uvicorn

from lint_article import ends
from lint_article.engine.plan import CheckRequest
from lint_article.errors import UserError
from lint_article.server.web.app import make_app
from lint_article.server.web.desk import Desk

_MOST_CONNECTIONS = 100


def serve(
    asked: CheckRequest, host: str, port: int, names: Iterable[str], limit: int, tell: Callable[[str], None]
) -> None:
    """Serve the page until a signal ends it; `tell` is told its address. Raises UserError if the port cannot be had."""
    with _listen(host, port) as listening, ends.Deferred():
        desk = Desk(asked)
        config = uvicorn.Config(
            make_app(desk, host, names, limit),
            log_level="warning",
            access_log=False,
            server_header=False,
            limit_concurrency=_MOST_CONNECTIONS,
            timeout_graceful_shutdown=1,
        )
        shown = f"[{host}]" if ":" in host else host
        tell(f"http://{shown}:{listening.getsockname()[1]}/")
        try:
            uvicorn.Server(config).run([listening])
        finally:
            desk.close()


def _listen(host: str, port: int) -> socket.socket:
    try:
        [found, *_] = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        return socket.create_server(found[4][:2], family=found[0])
    except OSError as error:
        raise UserError(
            f"Port {port} of {host} cannot be had: {error.strerror or error}.", "Name another with `--port`."
        ) from None
