"""A server in place of LanguageTool, which answers as it is told."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, NamedTuple
from urllib.parse import parse_qs

from lint_article.grammar.languagetool.engine import LanguageTool
from lint_article.grammar.settings import LanguageToolSettings

INFO = {"software": {"name": "LanguageTool", "version": "6.7", "commit": "abc"}}
NOTHING: dict[str, Any] = {"matches": [], "warnings": {"incompleteResults": False}}
Answer = Callable[[str], tuple[int, Any]]


class Drip(NamedTuple):
    """An answer of which a byte comes every few seconds."""

    body: Any
    pause: float


class Stub:
    """A server that answers /v2/check as it is told and keeps the texts that it was sent."""

    def __init__(self, answer: Answer, headers: dict[str, str] | None = None) -> None:
        self.texts: list[str] = []
        self.info: Any = INFO
        self.forms: list[dict[str, list[str]]] = []
        stub = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.reply(200, stub.info)

            def do_POST(self) -> None:
                form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
                stub.forms.append(form)
                stub.texts.append(form["text"][0])
                self.reply(*answer(form["text"][0]))

            def reply(self, status: int, body: Any) -> None:
                said, pause = body if isinstance(body, Drip) else Drip(body, 0)
                data = said if isinstance(said, bytes) else json.dumps(said).encode()
                self.send_response(status)
                for name, value in (headers or {}).items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                for at in range(len(data)) if pause else ():
                    time.sleep(pause)
                    self.wfile.write(data[at : at + 1])
                self.wfile.write(b"" if pause else data)

            def log_message(self, *args: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.handle_error = lambda *_: None  # type: ignore[method-assign]  # clients that hang up are wanted
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


def engine_at(stub: Stub, timeout: float = 5.0) -> LanguageTool:
    return LanguageTool(LanguageToolSettings(url=stub.url, timeout=timeout))


@contextmanager
def stubs() -> Iterator[Callable[..., Stub]]:
    """Give a function that starts a server; all are ended with the test."""
    made: list[Stub] = []

    def make(answer: Answer = lambda _: (200, NOTHING), **headers: str) -> Stub:
        made.append(Stub(answer, headers))
        return made[-1]

    yield make
    for one in made:
        one.close()
