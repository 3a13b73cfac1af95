"""Who may ask: only pages of our own address, so that no other page can, by whatever name it calls us."""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import ip_address

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Guard:
    """Refuses requests to a name that is not ours, and from other pages those that change something."""

    def __init__(self, app: ASGIApp, host: str, names: Iterable[str] = ()) -> None:
        self._app = app
        self._is_local = is_loopback(host)
        self._names = {"localhost", *(name.lower() for name in names)} | ({host.lower()} if host else set())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request that may be made."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if not self._is_ours(host):
            refusal = PlainTextResponse("This page is not served under this name.\n", 421)
            await refusal(scope, receive, send)
        elif scope["method"] not in ("GET", "HEAD") and not _is_from_us(headers, host):
            refusal = PlainTextResponse("Another page must not ask for this.\n", 403)
            await refusal(scope, receive, send)
        else:
            await self._app(scope, receive, _with_headers(send))

    def _is_ours(self, host: str) -> bool:
        """Tell whether a Host header names us; a number cannot be another site's name for us."""
        name = host_name(host)
        return name in self._names or (is_loopback(name) if self._is_local else is_address(name))


def host_name(host: str) -> str:
    """Return the name or address in a Host header, without its port."""
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.partition(":")[0].lower()


def is_loopback(name: str) -> bool:
    """Tell whether a name or address is of this machine only."""
    return name == "localhost" or (is_address(name) and ip_address(name).is_loopback)


def is_address(name: str) -> bool:
    """Tell whether a name is a numeric address."""
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _is_from_us(headers: Headers, host: str) -> bool:
    return headers.get("origin") in (f"http://{host}", f"https://{host}")


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in {"Content-Security-Policy": _POLICY, **_HEADERS}.items():
                headers.setdefault(name, value)
        await send(message)

    return sending
