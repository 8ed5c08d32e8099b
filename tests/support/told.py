"""What a run of the command line told, asked in a reader's words: the claim at a quote, and its group.

Comes in: paths of sources.  Goes out: the ``report.json`` and ``mentions.jsonl`` that ``verify run`` wrote,
with look-ups by the beginning of a file's name and a few words of its text.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from verify.cli import main

ROOT = Path(__file__).parents[2]
ARTICLES = ROOT.parent / "shared" / "seeds"
OWN = ROOT / "seeds"
TUTORIAL = ROOT / "docs" / "tutorial" / "sources"

Json = dict[str, Any]


def verify(*args: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run a command in this process, in a folder, and return what it did; ``shell`` starts the program."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    with contextlib.chdir(cwd), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = main(list(map(str, args)))
    told = (stream.buffer.getvalue().decode("utf-8") for stream in (out, err))  # type: ignore[attr-defined]
    return subprocess.CompletedProcess(args, status, *told)


def shell(
    *args: str | Path, cwd: Path = ROOT, env: dict[str, str] | None = None, stdin: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run the program as from a shell and return what it did."""
    return subprocess.run(
        [sys.executable, "-m", "verify", *map(str, args)],
        cwd=cwd,
        env={**os.environ, **(env or {})},
        input=stdin,
        encoding="utf-8",
        capture_output=True,
        check=False,
    )


def require(folder: Path) -> None:
    """Skip where the real articles are not at hand; fail instead where CI is to have them."""
    if folder.is_dir():
        return
    if os.environ.get("CI"):
        pytest.fail(f"{folder.name} of {folder.parent.name} is missing")
    pytest.skip(f"../{folder.parent.name}/{folder.name} is not here")


def told(out: Path, *sources: Path, rules: Path | None = None) -> Told:
    """Run ``verify run`` over folders of sources, by other ``rules`` alone if given; return what it told."""
    only = ["--rules-only", rules] if rules else []
    done = verify("run", *sources, *only, "--out", out)
    assert done.returncode == 0, done.stderr
    return Told(out, sources)


class Told:
    """A report with look-ups; ``mark`` is how the name of a source's file begins."""

    def __init__(self, out: Path, folders: Sequence[Path]) -> None:
        self.report: Json = json.loads((out / "report.json").read_text("utf-8"))
        lines = (out / "mentions.jsonl").read_text("utf-8").splitlines()
        self.mentions: list[Json] = [json.loads(line) for line in lines]
        self.claims: dict[str, Json] = {claim["id"]: claim for claim in self.report["claims"]}
        self.entities: dict[str, Json] = {entity["id"]: entity for entity in self.report["entities"]}
        self.attributes: dict[str, Json] = {entry["id"]: entry for entry in self.report["attributes"]}
        files = {file.name: file for folder in folders for file in folder.iterdir()}
        self._texts = {
            source["id"]: files[Path(source["path"]).name].read_text("utf-8")
            for source in self.report["sources"]
        }
        self._marks = {source["id"]: Path(source["path"]).name[:3] for source in self.report["sources"]}

    def rename(self, name: str, ident: str) -> None:
        """Give the things that bear a name another id in their claims."""
        bearing = {e["id"] for e in self.report["entities"] if name in (e["name"], *e["aliases"])}
        for claim in self.claims.values():
            if claim["entity_id"] in bearing:
                claim["entity_id"] = ident

    def mark(self, source_id: str) -> str:
        """Return the mark of a source."""
        return self._marks[source_id]

    def text(self, mark: str) -> str:
        """Return the text of a file."""
        return self._texts[self._source(mark)]

    def _source(self, mark: str) -> str:
        (found,) = (source for source, own in self._marks.items() if own == mark)
        return str(found)

    def places(self, mark: str, quote: str) -> list[tuple[int, int]]:
        """Return every place of a quote in a file; there is at least one."""
        text, places, start = self.text(mark), [], 0
        while (start := text.find(quote, start)) >= 0:
            places.append((start, start + len(quote)))
            start += 1
        assert places, f"{quote} does not stand in {mark}"
        return places

    def claims_at(self, mark: str, quote: str, *, kind: str = "") -> list[Json]:
        """Return the claims that meet a quote, wherever it stands in the file."""
        return list(self._at(self.report["claims"], mark, quote, kind))

    def mentions_at(self, mark: str, quote: str) -> list[Json]:
        """Return the mentions that meet a quote, wherever it stands in the file."""
        return list(self._at(self.mentions, mark, quote, ""))

    def mentions_in(self, mark: str, start: int, end: int) -> list[Json]:
        """Return the mentions that meet a stretch of a file."""
        here = [mention for mention in self.mentions if self.mark(mention["source_id"]) == mark]
        return [m for m in here if m["span"]["start"] < end and start < m["span"]["end"]]

    def _at(self, items: Sequence[Json], mark: str, quote: str, kind: str) -> Iterator[Json]:
        places = self.places(mark, quote)
        source = self._source(mark)
        for item in items:
            span = item["span"]
            inside = any(span["start"] < end and start < span["end"] for start, end in places)
            if item["source_id"] == source and inside and (not kind or item["value"]["kind"] == kind):
                yield item

    def claim(self, mark: str, quote: str, *, kind: str = "quantity", section: str = "") -> Json:
        """Return the first claim of a kind at a quote; fails where there is none."""
        found = [c for c in self.claims_at(mark, quote, kind=kind) if section in ("", c["section"])]
        near = [(m["quote"], m["role"]) for m in self.mentions_at(mark, quote)]
        assert found, f"no {kind} is claimed at {quote} in {mark}; read there: {near}"
        return found[0]

    def group(self, claim: Json) -> Json:
        """Return the group of a claim; it has exactly one."""
        found = [group for group in self.report["groups"] if claim["id"] in members(group)]
        assert len(found) == 1, f"{claim['id']} stands in {len(found)} groups"
        return dict(found[0])

    def cluster(self, claim: Json) -> Json:
        """Return the cluster of a claim; fails where it stands in none."""
        found = [cluster for cluster in self.group(claim)["clusters"] if claim["id"] in cluster["claim_ids"]]
        assert len(found) == 1, f"{claim['id']} stands in {len(found)} clusters of its group"
        return dict(found[0])

    def documents(self, claim_ids: Sequence[str]) -> set[str]:
        """Return the marks of the sources of claims."""
        return {self.mark(self.claims[claim]["source_id"]) for claim in claim_ids}

    def origins(self, group: Json) -> list[set[str]]:
        """Return the origins of a group as sets of marks."""
        return [{self.mark(source) for source in origin} for origin in group["origins"]]


def members(group: Json) -> set[str]:
    """Return the ids of all claims of a group."""
    clustered = {claim for cluster in group["clusters"] for claim in cluster["claim_ids"]}
    return clustered | set(group["unresolved_claim_ids"])
