"""What can be taken along: decisions, names as rules, the log.

Comes in: a desk.  Goes out: files.  A log is written record by record, so that its length costs no memory.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from verify.review.bodies import entry_of
from verify.review.desk import Desk
from verify.review.naming import naming_rules
from verify.store.chain import Record

__all__ = ["Exports"]

_COLUMNS = ("seq", "at", "editor", "action", "of", "subject")


class Exports:
    """The downloads, one method a route."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def decisions(self, _: Request) -> Response:
        """Answer with what is in force, for ``verify run --decisions``."""
        found = await run_in_threadpool(self._desk.decided)
        text = json.dumps({"decisions": [entry_of(one) for one in found]}, ensure_ascii=False, indent=1)
        return _file([text + "\n"], "application/json", "decisions.json")

    async def rules(self, _: Request) -> Response:
        """Answer with what was said of names, for ``rules/entities``."""
        decided = await run_in_threadpool(self._desk.decided)
        text = await run_in_threadpool(naming_rules, decided, self._desk.reader.catalog)
        return _file([text], "application/yaml", "names.yaml")

    async def log_lines(self, _: Request) -> Response:
        """Answer with the log, a JSON object a line, all that its hashes cover."""
        return _file(_lines(self._desk.store.records()), "application/x-ndjson", "decisions-log.jsonl")

    async def log_table(self, _: Request) -> Response:
        """Answer with the log as a table for people."""
        return _file(_table(self._desk.store.records()), "text/csv", "decisions-log.csv")


def _lines(records: Iterable[Record]) -> Iterator[str]:
    for record in records:
        yield json.dumps(asdict(record), ensure_ascii=False) + "\n"


def _table(records: Iterable[Record]) -> Iterator[str]:
    yield _row([*_COLUMNS, "choice", "reason", "hash"])
    for record in records:
        cells = [getattr(record, name) for name in _COLUMNS]
        after = record.after or {}
        yield _row([*cells, after.get("choice"), after.get("reason"), record.hash])


def _row(cells: list[object]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow([_no_formula("" if cell is None else str(cell)) for cell in cells])
    return out.getvalue()


def _no_formula(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def _file(parts: Iterable[str], kind: str, name: str) -> Response:
    encoded = (part.encode("utf-8", "surrogatepass") for part in parts)
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(encoded, media_type=f"{kind}; charset=utf-8", headers=headers)
