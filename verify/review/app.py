"""The page as a Starlette application: one editor, one report, one store.

Comes in: a desk, and who may come in.  Goes out: the application.  Pages are left to ``pages``, files to
``exports``; a page that cannot be shown says why, and nothing of how the program is built.
"""

from __future__ import annotations

import gc
import logging
import socket
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from verify.review.desk import Desk
from verify.review.exports import Exports
from verify.review.guard import Guard, Next
from verify.review.pages import Pages
from verify.review.rendering import Renderer
from verify.store.store import Unavailable

__all__ = ["application", "listening", "settle"]

_STATIC = Path(__file__).parent / "static"
_LANES = files("verify.report") / "templates" / "lanes.css"
_FILES = {
    "lanes.css": (_LANES.read_bytes, "text/css"),
    "review.css": ((_STATIC / "review.css").read_bytes, "text/css"),
    "review.js": ((_STATIC / "review.js").read_bytes, "text/javascript"),
}
_TOLD = {
    400: ("Not understood", "This is nothing that a page of ours sends."),
    404: ("No such page", "Nothing is kept at this address."),
    405: ("Not understood", "This address is not written to."),
}
_log = logging.getLogger(__name__)


def listening(host: str, port: int) -> socket.socket:
    """Return a socket that answers at an address; port 0 takes any free one.  Raises OSError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.create_server((host, port), family=family)
    # asyncio does so only for sockets that name their protocol; without, each answer waits 40 ms for an
    # acknowledgement between its head and its body.
    made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return made


def settle() -> None:
    """Let Python look no more for cycles in what stays as long as the page does: a look takes seconds."""
    gc.collect()
    gc.freeze()


def application(desk: Desk, guard: Guard) -> Starlette:
    """Return the application.

    Args:
        desk: What is decided, and by whom.
        guard: Who may come in.
    """
    shown = Renderer(guard, desk.editor, desk.language)
    guard.refuse = shown.refused
    pages, exports = Pages(desk, guard, shown), Exports(desk)
    routes = [
        Route("/", pages.queue),
        Route("/item/{subject}", pages.item),
        Route("/item/{subject}/decide", pages.decide, methods=["POST"]),
        Route("/undo", pages.undo, methods=["POST"]),
        Route("/redo", pages.redo, methods=["POST"]),
        Route("/decisions", pages.decisions),
        Route("/rules", pages.rules),
        Route("/log", pages.log),
        Route("/keys", pages.keys),
        Route("/alive", pages.alive),
        Route("/decisions.json", exports.decisions),
        Route("/names.yaml", exports.rules),
        Route("/log.jsonl", exports.log_lines),
        Route("/log.csv", exports.log_table),
        Route("/static/{name}", _static),
    ]
    # The guard is the outermost, so that its headers are on what failed as well.
    middleware = [
        Middleware(BaseHTTPMiddleware, dispatch=guard),
        Middleware(BaseHTTPMiddleware, dispatch=_Failing(shown)),
    ]
    return Starlette(routes=routes, middleware=middleware, exception_handlers={HTTPException: _told(shown)})


def _told(shown: Renderer) -> Callable[[Request, Exception], Response]:
    def told(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 400
        title, why = _TOLD.get(status, _TOLD[400])
        return shown.told(request, status, title, why)

    return told


class _Failing:
    """Shows what went wrong while a page was made; the log on stderr has the rest."""

    def __init__(self, shown: Renderer) -> None:
        self._shown = shown

    async def __call__(self, request: Request, call_next: Next) -> Response:
        try:
            return await call_next(request)
        except Unavailable as error:
            _log.error("%s", error)
            return self._shown.told(
                request,
                503,
                "The database does not answer",
                "Nothing was written. Go back, and send the form again when it does: what you wrote is still"
                " there.",
            )
        except Exception:
            _log.exception("a page could not be made")
            return self._shown.told(
                request,
                500,
                "This page could not be made",
                "The mistake is in the program; the terminal in which it runs tells more."
                " Nothing was written.",
            )


async def _static(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in _FILES:
        raise HTTPException(404)
    content, kind = _FILES[name]
    return Response(content(), media_type=f"{kind}; charset=utf-8")
