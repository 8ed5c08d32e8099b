"""The pages of one editor's desk.

Comes in: requests that ``guard`` let through.  Goes out: HTML that works without scripts, and redirects after
writes, so that a reload writes nothing.  What is decided is left to ``desk``, markup to the templates.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from verify.errors import FieldError
from verify.review.desk import Desk
from verify.review.forms import filter_of, form_of, place_of, query_of, whole_of
from verify.review.guard import Guard
from verify.review.items import VERDICTS, Item
from verify.review.naming import naming_rules
from verify.review.queue import PAGE, cut
from verify.review.rendering import Renderer
from verify.store.chain import Record
from verify.store.store import Overtaken

__all__ = ["Pages"]

_FIELDS = 40
"""A form of ours has fewer."""


class Pages:
    """The answers, one method a route."""

    def __init__(self, desk: Desk, guard: Guard, shown: Renderer) -> None:
        self._desk = desk
        self._guard = guard
        self._shown = shown

    async def queue(self, request: Request) -> Response:
        """Answer with a page of the queue."""
        wanted = filter_of(request.query_params)
        page = await run_in_threadpool(self._desk.page, wanted, whole_of(request.query_params.get("page"), 1))
        every, within = await run_in_threadpool(self._desk.counts)
        return self._shown.page(
            request,
            "queue.html.j2",
            page=page,
            rows=[(item, self._desk.states(item)) for item in page.items],
            wanted=wanted,
            every=every,
            within=within,
            verdicts=[verdict for verdict in VERDICTS if verdict in within],
            gone=len(await run_in_threadpool(self._desk.known, "orphaned")),
            query=query_of,
        )

    async def item(self, request: Request) -> Response:
        """Answer with an item."""
        found = self._desk.item(request.path_params["subject"])
        return self._missing(request) if found is None else await self._item(request, found)

    async def decide(self, request: Request) -> Response:
        """Write a decision, and lead to the next item; or only read what is in the fields."""
        found = self._desk.item(request.path_params["subject"])
        fields = await self._fields(request)
        if fields is None:
            return self._foreign(request)
        if found is None:
            return self._missing(request)
        try:
            if fields.get("act") == "read":
                told = await run_in_threadpool(self._desk.read, found, form_of(fields, partly=True))
                return await self._item(request, found, fields=fields, told=told)
            await run_in_threadpool(self._desk.decide, found, form_of(fields))
        except Overtaken as overtaken:
            return await self._item(request, found, fields=fields, overtaken=overtaken, status=409)
        except FieldError as error:
            mistake = self._shown.mistake(error)
            return await self._item(request, found, fields=fields, mistake=mistake, status=422)
        wanted = filter_of(fields)
        following = await run_in_threadpool(self._desk.after, found.subject, wanted)
        query = query_of(wanted)
        where = f"/item/{following.subject}{query}" if following else f"/{query}"
        return RedirectResponse(where, status_code=303)

    async def undo(self, request: Request) -> Response:
        """Take back, and lead to what was decided."""
        return await self._turned(request, self._desk.undo)

    async def redo(self, request: Request) -> Response:
        """Do again, and lead to what is decided."""
        return await self._turned(request, self._desk.redo)

    async def decisions(self, request: Request) -> Response:
        """Answer with what is in force, and how it stands here."""
        state = request.query_params.get("state", "")[:40]
        known = await run_in_threadpool(self._desk.known)
        some = [one for one in known if not state or state in one.states]
        page = cut(some, whole_of(request.query_params.get("page"), 1))
        counts = {name: sum(name in one.states for one in known) for name in _STATES}
        return self._shown.page(
            request, "decisions.html.j2", page=page, state=state, counts=counts, total=len(known)
        )

    async def rules(self, request: Request) -> Response:
        """Answer with what editors said of names, as it would be downloaded."""
        decided = await run_in_threadpool(self._desk.decided)
        named = [one for one in decided if one.judgement.naming is not None]
        text = await run_in_threadpool(naming_rules, decided, self._desk.reader.catalog)
        return self._shown.page(request, "rules.html.j2", named=named, text=text)

    async def log(self, request: Request) -> Response:
        """Answer with a page of the log, the newest first; on request, with a check of all of it."""
        last = (await run_in_threadpool(self._desk.store.head))[0]
        until = min(whole_of(request.query_params.get("before"), last + 1) - 1, last)
        records = await run_in_threadpool(self._desk.store.newest, until, PAGE)
        checked = "check" in request.query_params
        broken = await run_in_threadpool(self._desk.store.verify) if checked else []
        return self._shown.page(
            request,
            "log.html.j2",
            records=records,
            last=last,
            checked=checked,
            broken=broken,
            here_is=self._desk.item,
        )

    async def keys(self, request: Request) -> Response:
        """Answer with the keys."""
        return self._shown.page(request, "keys.html.j2")

    async def alive(self, _: Request) -> Response:
        """Answer that the page is there and the session known, before a form is sent."""
        return Response(status_code=204)

    async def _turned(self, request: Request, turn: Callable[[], Record | None]) -> Response:
        if await self._fields(request) is None:
            return self._foreign(request)
        try:
            record = await run_in_threadpool(turn)
        except Overtaken as overtaken:
            found = self._desk.item(overtaken.current.subject)
            if found is None:
                return RedirectResponse("/", status_code=303)
            return await self._item(request, found, overtaken=overtaken, status=409)
        where = f"/item/{record.subject}" if record and self._desk.item(record.subject) else "/"
        return RedirectResponse(where, status_code=303)

    async def _item(
        self,
        request: Request,
        item: Item,
        *,
        fields: Mapping[str, str] | None = None,
        overtaken: Overtaken | None = None,
        mistake: str = "",
        told: Mapping[int, str] | None = None,
        status: int = 200,
    ) -> Response:
        asked = fields if fields is not None else request.query_params
        wanted = filter_of(asked)
        sides = await run_in_threadpool(
            self._desk.sides, item, place_of(asked.get("left")), place_of(asked.get("right"))
        )
        before, behind, number, total = await run_in_threadpool(self._desk.neighbours, item.subject, wanted)
        return self._shown.page(
            request,
            "item.html.j2",
            status=status,
            view=sides,
            item=item,
            before=before,
            behind=behind,
            number=number,
            total=total,
            wanted=wanted,
            query=query_of,
            fields=dict(fields or {}),
            overtaken=overtaken,
            mistake=mistake,
            told=dict(told or {}),
            attributes=self._desk.reader.attributes(self._shown.language),
            kinds=self._desk.reader.kinds(self._shown.language),
        )

    async def _fields(self, request: Request) -> Mapping[str, str] | None:
        """Return the fields of a form of ours; None where it comes from elsewhere."""
        form = await request.form(max_files=0, max_fields=_FIELDS)
        fields = {name: value for name, value in form.items() if isinstance(value, str)}
        return fields if self._guard.meant(request, fields.get("csrf", "")) else None

    def _missing(self, request: Request) -> Response:
        return self._shown.told(
            request,
            404,
            "Not in this report",
            "The sources or the rules have changed since this address was made."
            " What was decided stays in the log.",
        )

    def _foreign(self, request: Request) -> Response:
        return self._shown.told(
            request,
            403,
            "Nothing was written",
            "The form is not of this session: open the page again and decide once more.",
        )


_STATES = ("decided", "corrected", "stale", "orphaned")
