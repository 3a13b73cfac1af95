"""One request to a LanguageTool server, and nothing behind the user's back.

The standard library's own client: it follows no redirect (which could post the text to another host), asks no proxy
(which would see the text even for this machine), and says what status came back.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any
from urllib.parse import urlencode

from lint_article.grammar.engine import EngineError
from lint_article.grammar.languagetool.address import Address

LARGEST = 64 * 1024 * 1024
_BUSY = (429, 426, 503)
_PAUSES = (0.5, 1.0, 2.0)


class GoneError(EngineError):
    """Nobody answers there, or no longer."""


class RefusedError(EngineError):
    """The server will not do what is asked, however small the text: address, language or an option is wrong."""


def ask(address: Address, path: str, timeout: float, form: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Return the server's answer to a GET, or to a POST of a form; wait and ask again while it is busy.

    Raises GoneError, RefusedError, or EngineError for what a smaller text may mend (too long, too slow, a fault).
    """
    for pause in (*_PAUSES, None):
        status, body = _exchange(address, path, timeout, form)
        if status not in _BUSY or pause is None:
            return _read(address, status, body)
        time.sleep(pause)
    raise AssertionError("the last pause returns")


def _exchange(address: Address, path: str, timeout: float, form: Mapping[str, str] | None) -> tuple[int, bytes]:
    kind = HTTPSConnection if address.scheme == "https" else HTTPConnection
    connection = kind(address.host, address.port, timeout=timeout)
    body = urlencode(form, errors="replace").encode() if form else None
    headers = {"Accept": "application/json", "Content-Type": "application/x-www-form-urlencoded"} if form else {}
    try:
        connection.request("POST" if form else "GET", f"{address.path}/v2/{path}", body, headers)
        response = connection.getresponse()
        return response.status, response.read(LARGEST)
    except TimeoutError:
        raise EngineError(f"LanguageTool took more than {timeout:.0f} s") from None
    except (OSError, HTTPException) as error:
        raise GoneError(f"no LanguageTool answers at {address}") from error
    finally:
        connection.close()


def _read(address: Address, status: int, body: bytes) -> dict[str, Any]:
    if 300 <= status < 400:
        raise RefusedError(f"{address} redirects to another address; the text was not sent there")
    if status in (400, 401, 403, 404):
        raise RefusedError(f"LanguageTool refused ({status}): {_first_line(body)}")
    if status != 200:
        raise EngineError(f"LanguageTool failed ({status})")
    try:
        answer = json.loads(body)
    except ValueError:
        raise RefusedError(f"what answers at {address} is no LanguageTool") from None
    if not isinstance(answer, dict):
        raise RefusedError(f"what answers at {address} is no LanguageTool")
    return answer


def _first_line(body: bytes) -> str:
    return body.decode("utf-8", "replace").strip().partition("\n")[0][:200]


def version(address: Address, timeout: float = 10.0) -> str:
    """Return the version of the server at an address; raise EngineError if none answers."""
    software = ask(address, "info", timeout).get("software")
    if not isinstance(software, dict) or software.get("name") != "LanguageTool":
        raise RefusedError(f"what answers at {address} is no LanguageTool")
    return "-".join(str(software[key]) for key in ("version", "commit") if software.get(key))
