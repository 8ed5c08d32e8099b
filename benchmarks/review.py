"""Time the pages of ``verify review`` over as many groups as a large desk has.

usage: python benchmarks/review.py [--groups N] [--decided N] [--rounds N]

Makes a report of N groups (by default 20,000) with two or three claims each and a SQLite database in which
some (by default 5,000) are decided, serves them on loopback, and prints a Markdown table: the median and
the slowest answer of each page, over HTTP, in milliseconds.
"""

from __future__ import annotations

import argparse
import http.client
import re
import statistics
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

import uvicorn

from verify import api
from verify.model.judgement import Choice, Judgement
from verify.report import schema
from verify.review.app import application, listening, settle
from verify.review.bodies import body_of
from verify.review.desk import Desk
from verify.review.guard import Guard
from verify.review.reader import Reader
from verify.store.store import Circumstances, Store

GROUPS, DECIDED, ROUNDS = 20_000, 5_000, 30
SOURCES = 400
VERDICTS = ("agreement", "single-source", "possible-conflict", "conflict")


def claim(number: int, place: int, metres: int) -> schema.Claim:
    """Return a claim on the length of one bridge."""
    told = f"{metres:,}米"
    sentence = f"据报道，第{number}号大桥的主桥全长{told}，两岸居民期待已久，预计年内通车。"
    start = sentence.index(told)
    source = f"sources/{(number * 7 + place * 31) % SOURCES:03}.txt"
    where = schema.Span(start=start, end=start + len(told), line=number, column=start + 1)
    half = "1/2"
    value = schema.QuantityValue(
        form="point",
        stated=told,
        number=str(metres),
        unit="meter",
        hedge="bare",
        emphasis="",
        base_unit="meter",
        base_number=str(metres),
        lower=f"{metres - 1}",
        upper=f"{metres + 1}",
        lower_closed=True,
        upper_closed=False,
        soft_lower=f"{metres - 1}",
        soft_upper=f"{metres + 1}",
        precision=half,
    )
    qualifiers = schema.Qualifiers(
        modality=None, scope=None, statistic=None, time=None, as_of=None, base=None
    )
    return schema.Claim(
        id=f"{source}:{number}-{place}",
        source_id=source,
        section="body",
        span=where,
        quote=told,
        sentence=sentence,
        sentence_span=schema.Stretch(start=start, end=start + len(told)),
        entity_id=f"~bridge {number}",
        attribute_id="length.total",
        value=value,
        qualifiers=qualifiers,
        speaker="",
        confidence="high",
        rule="numeral+unit",
        trace=(),
    )


def group(number: int, claims: list[schema.Claim]) -> schema.Group:
    """Return their group; each stands for itself where they differ."""
    verdict = VERDICTS[number % len(VERDICTS)]
    sides = [[one.id for one in claims]] if verdict in VERDICTS[:2] else [[one.id] for one in claims]
    key = schema.Key(
        entity_id=claims[0].entity_id,
        attribute_id="length.total",
        dimension="meter",
        scope=None,
        statistic=None,
        time=None,
        base=None,
    )
    comparison = schema.Comparison(
        a=claims[0].id,
        b=claims[1].id,
        line=8 if verdict == "conflict" else 2,
        relation="conflict" if verdict == "conflict" else "equal",
        gap="1/7",
        bound="nothing meets",
        flags=(),
        derivation=("a: 700 meter", "b: 600 meter"),
    )
    return schema.Group(
        id=f"g-{number:012x}",
        key=key,
        verdict=verdict,
        clusters=tuple(
            schema.Cluster(
                claim_ids=ids, number="1", lower="0", upper="2", unit="meter", independent_origins=1
            )
            for ids in sides
        ),
        comparisons=(comparison,),
        origins=tuple((one.source_id,) for one in claims),
        passages=(),
        not_compared=(),
        unresolved_claim_ids=(),
        relation=comparison.relation,
        explanation="2 documents, 2 origins.",
    )


def report(groups: int) -> schema.Report:
    """Return a report of so many groups."""
    claims, made, findings = [], [], []
    for number in range(groups):
        members = [claim(number, place, 600 + number % 900 + 100 * place) for place in range(2 + number % 2)]
        claims += members
        made.append(group(number, members))
        if made[-1].verdict == "conflict":
            findings.append(
                schema.Finding(
                    id=f"V101-{number:012x}",
                    code="V101",
                    severity="error",
                    message="two lengths of one bridge",
                    expected="",
                    found="",
                    gap="14%",
                    locations=(),
                    claim_ids=tuple(one.id for one in members),
                    group_id=made[-1].id,
                    state="new",
                )
            )
    paths = sorted({one.source_id for one in claims})
    return schema.Report(
        summary=schema.Summary(
            sources=len(paths),
            claims=len(claims),
            groups=groups,
            agreements=0,
            conflicts=0,
            possible_conflicts=0,
            single_source=0,
            findings=len(findings),
            skipped=0,
        ),
        sources=tuple(
            schema.Source(
                id=path,
                path=path,
                title="Bridges",
                publisher="海湾日报",
                author="",
                published="2022-05-01",
                language="zh",
                sha256="0" * 64,
                own=False,
            )
            for path in paths
        ),
        entities=tuple(
            schema.Entity(
                id=f"~bridge {number}", name=f"第{number}号大桥", aliases=(), kind="bridge", catalogued=False
            )
            for number in range(groups)
        ),
        attributes=(schema.Attribute(id="length.total", name="length", dimension="meter", catalogued=True),),
        claims=tuple(claims),
        groups=tuple(made),
        findings=tuple(findings),
        drafts=(),
        issues=(),
        passages=(),
        census=(),
    )


class Browser:
    """Asks one page after another on one connection, as a browser does."""

    def __init__(self, port: int, entrance: str) -> None:
        """Come in by the address that the command prints."""
        self._connection = http.client.HTTPConnection("127.0.0.1", port)
        self._headers = {"origin": f"http://127.0.0.1:{port}"}
        self.get(entrance)

    def get(self, path: str) -> str:
        """Return a page."""
        return self._ask("GET", path)

    def post(self, path: str, fields: dict[str, str]) -> str:
        """Send a form."""
        return self._ask("POST", path, urlencode(fields))

    def _ask(self, method: str, path: str, body: str = "") -> str:
        headers = (
            {**self._headers, "content-type": "application/x-www-form-urlencoded"} if body else self._headers
        )
        self._connection.request(method, path, body or None, headers)
        answer = self._connection.getresponse()
        cookie = answer.getheader("set-cookie")
        if cookie:
            self._headers["cookie"] = cookie.partition(";")[0]
        text = answer.read().decode()
        if answer.status not in (200, 303):
            raise SystemExit(f"{method} {path}: {answer.status}")
        return text


def filled(url: str, desk: Desk, decided: int) -> None:
    """Decide every fourth or so of the items, as an editor did before."""
    store = Store(url, Circumstances("0", "0", "0"))
    step = max(1, len(desk.items) // decided)
    for item in desk.items[::step][:decided]:
        judgement = Judgement(item.subject, Choice.BOTH_STAND, "two figures of one plan", item.pins, 0, 1)
        store.decide(item.subject, 0, body_of(judgement), "Ben")
    store.close()


def timed(rounds: int, ask: Callable[[int], object]) -> tuple[float, float, float]:
    """Return of some calls the median, the slowest, and the median of processor time, in milliseconds.

    The first warms up.  Processor time is that of both ends, and does not grow where the machine is busy.
    """
    walls, processor = [], []
    for number in range(rounds + 1):
        begin, used = time.perf_counter(), time.process_time()
        ask(number)
        walls.append((time.perf_counter() - begin) * 1000)
        processor.append((time.process_time() - used) * 1000)
    return statistics.median(walls[1:]), max(walls[1:]), statistics.median(processor[1:])


def main() -> None:
    """Serve, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--groups", type=int, default=GROUPS)
    parser.add_argument("--decided", type=int, default=DECIDED)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'desk.db'}"
        made, reader = report(asked.groups), Reader(api.load_rules())
        store = Store(url, Circumstances("0", "0", "0"))
        filled(url, Desk(made, store, "Ann", reader), asked.decided)
        begin = time.perf_counter()
        desk = Desk(made, store, "Ann", reader)
        opening = time.perf_counter() - begin
        place = listening("127.0.0.1", 0)
        port = place.getsockname()[1]
        guard = Guard(frozenset({f"127.0.0.1:{port}"}))
        server = uvicorn.Server(uvicorn.Config(application(desk, guard), log_level="error", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [place]}, daemon=True)
        settle()
        thread.start()
        while not server.started:
            time.sleep(0.01)
        told = measured(desk, Browser(port, guard.entrance), asked.rounds)
        server.should_exit = True
        thread.join(10)
        store.close()
    print(f"{asked.groups:,} groups, {asked.decided:,} decided; opening the desk took {opening:.1f} s\n")
    print("| page | median, ms | slowest, ms | processor, ms |\n|---|---|---|---|")
    for name, (median, slowest, processor) in told.items():
        print(f"| {name} | {median:.0f} | {slowest:.0f} | {processor:.0f} |")


def measured(desk: Desk, browser: Browser, rounds: int) -> dict[str, tuple[float, float, float]]:
    """Return how long each page takes."""
    items, pages = desk.items, -(-len(desk.items) // 50)

    def decide(number: int) -> None:
        item = items[-1 - number]
        page = browser.get(f"/item/{item.subject}")
        hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page))
        browser.post(f"/item/{item.subject}/decide", {**hidden, "choice": "unresolved", "reason": "later"})

    asks = {
        "queue, page 1 …": lambda n: browser.get(f"/?page={n % pages + 1}"),
        "queue, the last pages": lambda n: browser.get(f"/?page={pages - n % pages}"),
        "queue, one verdict": lambda n: browser.get(f"/?verdict={VERDICTS[n % 4]}&page={n + 1}"),
        "queue, open": lambda n: browser.get(f"/?state=open&page={n + 1}"),
        "queue, decided": lambda n: browser.get(f"/?state=both-stand&page={n + 1}"),
        "search, many found": lambda n: browser.get("/?" + urlencode({"q": "大桥", "page": n + 1})),
        "search, one found": lambda n: browser.get("/?" + urlencode({"q": f"第{n * 13}号大桥 sources"})),
        "search, none found": lambda n: browser.get("/?q=nothing+of+the+kind"),
        "item": lambda n: browser.get(f"/item/{items[n * 17].subject}"),
        "item, within a search": lambda n: browser.get(
            f"/item/{items[n * 17].subject}?" + urlencode({"q": "大桥"})
        ),
        "item and decision, two requests": decide,
        "queue after a decision": lambda n: (decide(rounds + 1 + n), browser.get("/"))[1],
        "decisions": lambda n: browser.get(f"/decisions?page={n + 1}"),
        "log": lambda n: browser.get("/log"),
    }
    return {name: timed(rounds, ask) for name, ask in asks.items()}


if __name__ == "__main__":
    main()
