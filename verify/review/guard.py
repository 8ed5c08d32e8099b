"""Who may talk to the page: the browser of the person who started it, and nobody's script.

Comes in: every request.  Goes out: the answer of the page with the headers that lock it, or a refusal.
Checked are the ``Host`` (against rebinding of names), ``Origin`` and ``Sec-Fetch-Site`` of writes, a one-time
token that becomes a cookie, and a token in every form (OWASP's synchronizer token, here derived from the
session by HMAC).  Style sheets and the script hold nothing of anybody and need no cookie.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Awaitable, Callable

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

__all__ = ["COOKIE", "POLICY", "Guard", "Refusal"]

COOKIE = "verify-review"

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",  # with none, browsers send "Origin: null" with our own forms
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}

_READING = frozenset({"GET", "HEAD"})

Next = Callable[[Request], Awaitable[Response]]
Refusal = Callable[[Request, str], Response]
"""Shows a person why she may not come in."""


def _plainly(_: Request, why: str) -> Response:
    return PlainTextResponse(f"Refused: {why}.\n", status_code=403)


class Guard:
    """The checks of one running page.

    Args:
        hosts: What ``Host`` may be, with port, lower case.
        once: The token of the address that is printed at the start; a fresh one by default.
    """

    def __init__(self, hosts: frozenset[str], once: str | None = None) -> None:
        self._hosts = hosts
        self._once: str | None = once or secrets.token_urlsafe(32)
        self.entrance = f"/enter?token={self._once}"
        self.refuse: Refusal = _plainly
        """How a refusal is shown; the application puts its own page here."""
        self._key = secrets.token_bytes(32)
        self._sessions: set[str] = set()

    async def __call__(self, request: Request, call_next: Next) -> Response:
        """Answer a request: starlette's form of middleware."""
        response = self._refusal(request.method, request.url.path, request.headers, request)
        if response is None:
            response = await call_next(request)
        for name, value in _HEADERS.items():
            response.headers[name] = value
        return response

    def csrf(self, request: Request) -> str:
        """Return the token that the forms of this session carry."""
        session = request.cookies.get(COOKIE, "")
        return hmac.new(self._key, session.encode(), hashlib.sha256).hexdigest()

    def meant(self, request: Request, token: str) -> bool:
        """Say whether a form comes from a page of this session."""
        return hmac.compare_digest(self.csrf(request).encode(), token.encode())

    def _refusal(self, method: str, path: str, headers: Headers, request: Request) -> Response | None:
        if headers.get("host", "").lower() not in self._hosts:
            return _plainly(request, "this page answers to its own address alone")
        if path == "/enter":
            return self._enter(request)
        if method in _READING and path.startswith("/static/"):
            return None
        if request.cookies.get(COOKIE) not in self._sessions:
            return self.refuse(
                request, "open the address that `verify review` printed; it holds a token for one use"
            )
        if method not in _READING and not self._own(headers):
            return self.refuse(request, "a write that comes from another page")
        return None

    def _own(self, headers: Headers) -> bool:
        """Say whether a write comes from our own pages; browsers send ``Origin`` with every POST."""
        if headers.get("sec-fetch-site", "same-origin") != "same-origin":
            return False
        scheme, _, host = headers.get("origin", "").lower().partition("://")
        return scheme in ("http", "https") and host in self._hosts

    def _enter(self, request: Request) -> Response:
        given = request.query_params.get("token", "")
        if self._once is None or not hmac.compare_digest(given.encode(), self._once.encode()):
            if request.cookies.get(COOKIE) in self._sessions:
                return RedirectResponse("/", status_code=303)
            return self.refuse(
                request, "this token was used or is wrong; start `verify review` again for another"
            )
        self._once = None
        session = secrets.token_urlsafe(32)
        self._sessions.add(session)
        response = RedirectResponse("/", status_code=303)
        response.set_cookie(COOKIE, session, httponly=True, samesite="strict", path="/")
        return response
