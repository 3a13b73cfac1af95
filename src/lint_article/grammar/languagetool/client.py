"""One request to a LanguageTool server, and nothing behind the user's back.

The standard library's own client: it follows no redirect (which could post the text to another host), asks no proxy
(which would see the text even for this machine), and says what status came back.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from functools import partial
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from queue import Empty, SimpleQueue
from typing import Any
from urllib.parse import urlencode

from lint_article.grammar.engine import EngineError
from lint_article.grammar.languagetool.address import Address
from lint_article.threads import start_thread

Answer = tuple[int, bytes]

LARGEST = 16 * 1024 * 1024
_BUSY = (429, 426, 503)
_PAUSES = (0.5, 1.0, 2.0)


class GoneError(EngineError):
    """Nobody answers there, or no longer."""


class NonsenseError(EngineError):
    """What came is not an answer of LanguageTool."""


class RefusedError(EngineError):
    """The server will not do what is asked, however small the text: address, language or an option is wrong."""

    def __init__(self, message: str) -> None:
        super().__init__(message, "Check the language and the `languagetool` settings.", final=True)


def ask(address: Address, path: str, timeout: float, form: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Return the server's answer to a GET, or to a POST of a form; wait and ask again while it is busy.

    `timeout` is for the whole of a request. Raises GoneError, RefusedError, or another EngineError for what a smaller
    text may cure (too long, too slow, a fault).
    """
    for pause in (*_PAUSES, None):
        status, body = _within(timeout, partial(_exchange, address, path, timeout, form))
        if status not in _BUSY or pause is None:
            return _read(address, status, body)
        time.sleep(pause)
    raise AssertionError("the last pause returns")


def _within(seconds: float, exchange: Callable[[], Answer]) -> Answer:
    """Return what the exchange returns; raise EngineError if it takes longer, however steadily bytes drip in.

    It is then left to itself in its thread, and ends with the process.
    """
    done: SimpleQueue[Answer | BaseException] = SimpleQueue()
    start_thread(_into, done, exchange)
    try:
        answer = done.get(timeout=seconds)
    except Empty:
        raise EngineError(f"LanguageTool took more than {seconds:g} s") from None
    if isinstance(answer, BaseException):
        raise answer
    return answer


def _into(done: SimpleQueue[Answer | BaseException], exchange: Callable[[], Answer]) -> None:
    try:
        done.put(exchange())
    except BaseException as error:  # it is raised where the answer is awaited
        done.put(error)


def _exchange(address: Address, path: str, timeout: float, form: Mapping[str, str] | None) -> Answer:
    kind = HTTPSConnection if address.scheme == "https" else HTTPConnection
    connection = kind(address.host, address.port, timeout=timeout)
    body = urlencode(form, errors="replace").encode() if form else None
    headers = {"Accept": "application/json", "Content-Type": "application/x-www-form-urlencoded"} if form else {}
    try:
        connection.request("POST" if form else "GET", f"{address.path}/v2/{path}", body, headers)
        response = connection.getresponse()
        return response.status, response.read(LARGEST + 1)
    except TimeoutError:
        raise EngineError(f"LanguageTool took more than {timeout:g} s") from None
    except (OSError, HTTPException, ValueError) as error:
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
    if len(body) > LARGEST:
        raise NonsenseError(f"LanguageTool answered more than {LARGEST >> 20} MB")
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        answer = None
    if not isinstance(answer, dict):
        raise NonsenseError("LanguageTool gave an answer that cannot be read")
    return answer


def _first_line(body: bytes) -> str:
    return body.decode("utf-8", "replace").strip().partition("\n")[0][:200]


def version(address: Address, timeout: float = 10.0) -> str:
    """Return the version of the server at an address; raise EngineError if none answers."""
    try:
        software = ask(address, "info", timeout).get("software")
    except NonsenseError:
        software = None
    if not isinstance(software, dict) or software.get("name") != "LanguageTool":
        raise RefusedError(f"what answers at {address} is not LanguageTool")
    return "-".join(str(software[key]) for key in ("version", "commit") if software.get(key))
