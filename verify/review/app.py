"""The page as a Starlette application: one editor, one report, one store.

Comes in: requests that ``guard`` let through.  Goes out: HTML that works without scripts, redirects after
writes (so that a reload writes nothing), and the exports.  What is decided is left to ``desk``.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import yaml
from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from verify.errors import UsageError
from verify.model.judgement import Choice, Correction, Naming
from verify.report.wording import equals
from verify.review.bodies import body_of
from verify.review.desk import Desk, Form
from verify.review.guard import Guard
from verify.review.keys import CHOICES, KEYS
from verify.review.queue import VERDICTS, Filter, Item
from verify.store.store import Overtaken
from verify.text.visible import visible

__all__ = ["application"]

_STATIC = Path(__file__).parent / "static"
_LANES = files("verify.report") / "templates" / "lanes.css"
_FILES = {
    "lanes.css": (_LANES.read_bytes, "text/css"),
    "review.css": ((_STATIC / "review.css").read_bytes, "text/css"),
    "review.js": ((_STATIC / "review.js").read_bytes, "text/javascript"),
}
_LONGEST = 10_000
"""Characters of a field; a reason is a sentence or two."""


def application(desk: Desk, guard: Guard) -> Starlette:
    """Return the application.

    Args:
        desk: What is decided, and by whom.
        guard: Who may come in.
    """
    pages = _Pages(desk, guard)
    routes = [
        Route("/", pages.queue),
        Route("/item/{subject}", pages.item),
        Route("/item/{subject}/decide", pages.decide, methods=["POST"]),
        Route("/undo", pages.undo, methods=["POST"]),
        Route("/redo", pages.redo, methods=["POST"]),
        Route("/log", pages.log),
        Route("/log.jsonl", pages.log_lines),
        Route("/log.csv", pages.log_table),
        Route("/decisions.json", pages.decisions),
        Route("/rules.yaml", pages.rules),
        Route("/keys", pages.keys),
        Route("/static/{name}", _static),
    ]
    return Starlette(routes=routes, middleware=[Middleware(BaseHTTPMiddleware, dispatch=guard)])


class _Pages:
    """The answers, one method a route."""

    def __init__(self, desk: Desk, guard: Guard) -> None:
        self._desk = desk
        self._guard = guard
        self._templates = _environment()

    async def queue(self, request: Request) -> Response:
        wanted = _filter(request.query_params)
        page = await run_in_threadpool(self._desk.page, wanted, _whole(request.query_params.get("page"), 1))
        rows = [(item, sorted(self._desk.states(item))) for item in page.items]
        counts = await run_in_threadpool(self._desk.counts)
        orphans = await run_in_threadpool(self._desk.orphans)
        return self._shown(
            request,
            "queue.html.j2",
            page=page,
            rows=rows,
            wanted=wanted,
            counts=counts,
            verdicts=VERDICTS,
            orphans=orphans,
            query=_query(wanted),
        )

    async def item(self, request: Request) -> Response:
        found = self._desk.item(request.path_params["subject"])
        if found is None:
            return self._missing(request)
        return await self._item_page(request, found)

    async def decide(self, request: Request) -> Response:
        found = self._desk.item(request.path_params["subject"])
        if found is None:
            return self._missing(request)
        fields = await self._fields(request)
        if fields is None:
            return self._foreign(request)
        wanted = _filter(fields)
        try:
            await run_in_threadpool(self._desk.decide, found, _form(fields))
        except Overtaken as overtaken:
            return await self._item_page(request, found, fields=fields, overtaken=overtaken, status=409)
        except UsageError as error:
            return await self._item_page(request, found, fields=fields, mistake=str(error), status=422)
        following = await run_in_threadpool(self._desk.after, found.subject, wanted)
        query = _query(wanted)
        where = f"/item/{following.subject}{query}" if following else f"/{query}"
        return RedirectResponse(where, status_code=303)

    async def undo(self, request: Request) -> Response:
        return await self._turned(request, "undo")

    async def redo(self, request: Request) -> Response:
        return await self._turned(request, "redo")

    async def log(self, request: Request) -> Response:
        records = await run_in_threadpool(lambda: list(self._desk.store.records()))
        broken = await run_in_threadpool(self._desk.store.verify)
        return self._shown(
            request, "log.html.j2", records=records[::-1][:500], total=len(records), broken=broken
        )

    async def log_lines(self, _: Request) -> Response:
        records = await run_in_threadpool(lambda: list(self._desk.store.records()))
        text = "".join(json.dumps(asdict(record), ensure_ascii=False) + "\n" for record in records)
        return _download(text, "application/x-ndjson", "decisions-log.jsonl")

    async def log_table(self, _: Request) -> Response:
        records = await run_in_threadpool(lambda: list(self._desk.store.records()))
        out = io.StringIO()
        writer = csv.writer(out)
        writer.writerow(["seq", "at", "editor", "action", "of", "subject", "choice", "reason", "hash"])
        for record in records:
            after = record.after or {}
            cells = [record.seq, record.at, record.editor, record.action, record.of or "", record.subject]
            cells += [after.get("choice", ""), after.get("reason", ""), record.hash]
            writer.writerow([_no_formula(str(cell)) for cell in cells])
        return _download(out.getvalue(), "text/csv", "decisions-log.csv")

    async def decisions(self, _: Request) -> Response:
        found = await run_in_threadpool(self._desk.judgements)
        text = json.dumps({"decisions": [body_of(item) for item in found]}, ensure_ascii=False, indent=1)
        return _download(text + "\n", "application/json", "decisions.json")

    async def rules(self, _: Request) -> Response:
        found = await run_in_threadpool(self._desk.judgements)
        namings = [(item.naming, item.reason) for item in found if item.naming is not None]
        return _download(_naming_rules(namings), "application/yaml", "names.yaml")

    async def keys(self, request: Request) -> Response:
        return self._shown(request, "keys.html.j2")

    async def _turned(self, request: Request, which: str) -> Response:
        fields = await self._fields(request)
        if fields is None:
            return self._foreign(request)
        turn = self._desk.store.undo if which == "undo" else self._desk.store.redo
        try:
            record = await run_in_threadpool(turn, self._desk.editor)
        except Overtaken as overtaken:
            subject = overtaken.current.subject
            found = self._desk.item(subject)
            if found is None:
                return RedirectResponse("/", status_code=303)
            return await self._item_page(request, found, overtaken=overtaken, status=409)
        where = f"/item/{record.subject}" if record and self._desk.item(record.subject) else "/"
        return RedirectResponse(where, status_code=303)

    async def _item_page(
        self,
        request: Request,
        item: Item,
        *,
        fields: Mapping[str, str] | None = None,
        overtaken: Overtaken | None = None,
        mistake: str = "",
        status: int = 200,
    ) -> Response:
        asked = fields if fields is not None else request.query_params
        left, right = _place(asked.get("left")), _place(asked.get("right"))
        sides = await run_in_threadpool(self._desk.sides, item, left, right)
        before, behind = self._desk.neighbours(item.subject)
        return self._shown(
            request,
            "item.html.j2",
            status=status,
            sides=sides,
            item=item,
            before=before,
            behind=behind,
            wanted=_filter(asked),
            query=_query(_filter(asked)),
            fields=dict(fields or {}),
            overtaken=overtaken,
            mistake=mistake,
            others=_others(sides.left, sides.right, len(item.claim_ids)),
        )

    async def _fields(self, request: Request) -> Mapping[str, str] | None:
        """Return the fields of a form of ours; None where it comes from elsewhere."""
        form = await request.form(max_files=0, max_fields=40)
        fields = {name: value for name, value in form.items() if isinstance(value, str)}
        return fields if self._guard.meant(request, fields.get("csrf", "")) else None

    def _shown(self, request: Request, name: str, *, status: int = 200, **context: Any) -> Response:
        template = self._templates.get_template(name)
        html = template.render(
            editor=self._desk.editor, csrf=self._guard.csrf(request), choices=CHOICES, keys=KEYS, **context
        )
        return HTMLResponse(visible(html), status_code=status)

    def _missing(self, request: Request) -> Response:
        return self._shown(
            request,
            "told.html.j2",
            status=404,
            title="Not in this report",
            why="The sources or the rules have changed since this address was made."
            " What was decided stays in the log.",
        )

    def _foreign(self, request: Request) -> Response:
        return self._shown(
            request,
            "told.html.j2",
            status=403,
            title="Nothing was written",
            why="The form is not of this session: open the page again and decide once more.",
        )


def _environment() -> Environment:
    environment = Environment(
        loader=ChoiceLoader([PackageLoader("verify.review"), PackageLoader("verify.report")]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.filters["equals"] = equals
    return environment


async def _static(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in _FILES:
        return Response(status_code=404)
    content, kind = _FILES[name]
    return Response(content(), media_type=f"{kind}; charset=utf-8")


def _filter(values: Mapping[str, str]) -> Filter:
    return Filter(
        verdict=values.get("verdict", "")[:40],
        state=values.get("state", "")[:40],
        words=values.get("q", "")[:200],
    )


def _query(wanted: Filter) -> str:
    parts = {"verdict": wanted.verdict, "state": wanted.state, "q": wanted.words}
    query = urlencode({name: value for name, value in parts.items() if value})
    return f"?{query}" if query else ""


def _form(fields: Mapping[str, str]) -> Form:
    """Return what was sent.  Raises UsageError for what no form of ours sends."""
    try:
        choice = Choice(fields.get("choice", ""))
    except ValueError:
        raise UsageError("choose one of the verdicts") from None
    for name, value in fields.items():
        if len(value) > _LONGEST:
            raise UsageError(f"{name} is longer than {_LONGEST:,} characters")
    return Form(
        seen=_whole(fields.get("seen"), 0),
        choice=choice,
        reason=fields.get("reason", ""),
        left=_place(fields.get("left")),
        right=_place(fields.get("right")),
        corrections=_corrections(fields),
        naming=_naming(fields),
    )


def _corrections(fields: Mapping[str, str]) -> tuple[Correction, ...]:
    found = []
    for side in ("left", "right"):
        pin = _place(fields.get(side))
        parts = [fields.get(f"{side}-{part}", "").strip() for part in ("figure", "meant", "entity")]
        if pin is not None and any(parts):
            found.append(Correction(pin, *parts))
    return tuple(found)


def _naming(fields: Mapping[str, str]) -> Naming | None:
    kind = fields.get("naming", "")
    first, second = fields.get("first-name", "").strip(), fields.get("second-name", "").strip()
    if kind not in ("same", "never") or not first or not second:
        return None
    return Naming(first, second, kind == "same")


def _naming_rules(namings: list[tuple[Naming, str]]) -> str:
    """Return entries for ``rules/entities``: names that are one thing, names that never are."""
    lines = ["# Made by editors on the review page; copy into a folder of rules, under entities/.\n"]
    for number, (naming, reason) in enumerate(namings, start=1):
        entry: dict[str, Any] = {"id": f"desk.{number}", "name": naming.first}
        entry["aliases" if naming.same else "never_same"] = [naming.second]
        text = yaml.safe_dump([entry], allow_unicode=True, sort_keys=False)
        lines.append("".join(f"# {line}\n" for line in reason.splitlines()) + text)
    return "".join(lines)


def _others(left: int | None, right: int | None, count: int) -> tuple[int, int] | None:
    """Return which source stands at the right after ``[`` and after ``]``; None with two or fewer."""
    if left is None or right is None or count <= 2:
        return None
    ring = [place for place in range(count) if place != left]
    at = ring.index(right)
    return ring[at - 1], ring[(at + 1) % len(ring)]


def _whole(text: str | None, usual: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else usual


def _place(text: str | None) -> int | None:
    found = _whole(text, -1)
    return found if found >= 0 else None


def _no_formula(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def _download(text: str, kind: str, name: str) -> Response:
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(
        text.encode("utf-8", "surrogatepass"), media_type=f"{kind}; charset=utf-8", headers=headers
    )
