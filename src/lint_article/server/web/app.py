"""The addresses of the server, and what each answers."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from lint_article.readers.formats import ENDINGS
from lint_article.server.web.body import BrokenError, TooLargeError, read_upload
from lint_article.server.web.desk import Desk, Dropped, FullError
from lint_article.server.web.guard import Guard
from lint_article.server.web.messages import Refusal, Review

_OF_REVIEW = "frame-ancestors 'none'"  # the page's own policy says the rest
_FORGOTTEN = "It is forgotten: results are kept for an hour, and until the server ends."
_MEGABYTE = 1_000_000


def make_app(desk: Desk, host: str, names: Iterable[str] = (), limit: int = 50 * _MEGABYTE) -> Starlette:
    """Return the application; `limit` is how many bytes may be dropped at once."""
    answers = _Answers(desk, limit)
    one = "/manuscripts/{key}"
    routes = [
        Route("/", answers.page),
        Route("/desk.css", answers.style),
        Route("/desk.js", answers.script),
        Route("/manuscripts", answers.add, methods=["POST"]),
        Route(one, answers.state),
        Route(one, answers.forget, methods=["DELETE"]),
        Route(f"{one}/review", answers.review),
        Route(f"{one}/files/{{number:int}}", answers.file),
    ]
    guard = Middleware(Guard, host=host, names=tuple(names))
    return Starlette(routes=routes, middleware=[guard])


class _Answers:
    """What is answered, by the names of the addresses."""

    def __init__(self, desk: Desk, limit: int) -> None:
        self._desk = desk
        self._limit = limit

    async def page(self, _: Request) -> Response:
        accepted = ",".join(sorted(ENDINGS))
        page = _resource("desk.html").replace("{accepted}", accepted)
        page = page.replace("{limit}", str(self._limit)).replace("{megabytes}", str(self._limit // _MEGABYTE))
        return HTMLResponse(page)

    async def style(self, _: Request) -> Response:
        colours = files("lint_article.reporters.review").joinpath("colours.css").read_text(encoding="utf-8")
        return Response(colours + _resource("desk.css"), media_type="text/css")

    async def script(self, _: Request) -> Response:
        return Response(_resource("desk.js"), media_type="text/javascript")

    async def add(self, request: Request) -> Response:
        try:
            key = await run_in_threadpool(self._desk.add, await read_upload(request, self._limit))
        except TooLargeError:
            return _refuse(413, f"Files of more than {self._limit // _MEGABYTE} MB are not taken.")
        except FullError:
            return _refuse(503, "Too many manuscripts are waiting. Try again in a minute.")
        except (BrokenError, ValueError, ClientDisconnect):
            return _refuse(400, "What was sent is not complete.")
        return JSONResponse({"key": key}, 202)

    async def state(self, request: Request) -> Response:
        key = request.path_params["key"]
        dropped = self._desk.get(key)
        if dropped is None:
            return _refuse(404, _FORGOTTEN)
        return JSONResponse(
            {"name": dropped.name, "stage": dropped.stage, "ahead": self._desk.ahead(key), **_of(dropped)}
        )

    async def forget(self, request: Request) -> Response:
        self._desk.forget(request.path_params["key"])
        return Response(status_code=204)

    async def review(self, request: Request) -> Response:
        review = self._review(request)
        if review is None:
            return PlainTextResponse(_FORGOTTEN, 404)
        return HTMLResponse(review.page, headers={"Content-Security-Policy": _OF_REVIEW})

    async def file(self, request: Request) -> Response:
        review, number = self._review(request), request.path_params["number"]
        if review is None or number >= len(review.downloads):
            return PlainTextResponse(_FORGOTTEN, 404)
        found = review.downloads[number]
        headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(found.name, safe='')}"}
        return Response(found.data, media_type="application/octet-stream", headers=headers)

    def _review(self, request: Request) -> Review | None:
        dropped = self._desk.get(request.path_params["key"])
        return dropped.result if dropped and isinstance(dropped.result, Review) else None


def _of(dropped: Dropped) -> dict[str, object]:
    """Return what is said of a result."""
    match dropped.result:
        case Review(counts=counts, downloads=downloads):
            return {"counts": dict(counts), "files": [one.label for one in downloads]}
        case Refusal(message=message, hint=hint):
            return {"error": f"{message} {hint}".strip()}
    return {}


def _refuse(status: int, error: str) -> Response:
    return JSONResponse({"error": error}, status)


def _resource(name: str) -> str:
    return files("lint_article.server.web").joinpath(name).read_text(encoding="utf-8")
