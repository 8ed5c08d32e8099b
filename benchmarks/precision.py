"""Print how a reader judged the groups with more than one claim in the corpora of tests/eval/precision.

python benchmarks/precision.py [-v]

A group is known by its corpus, its verdict and the figures in it; one that nobody has read yet is printed
with the words around its figures.  With -v, those judged wrong are printed as well.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import Any

import yaml

from verify import api
from verify.model.claim import Claim
from verify.model.group import Group
from verify.model.report import Report

FOLDER = Path(__file__).parents[1] / "tests" / "eval" / "precision"
AROUND = 30


def main(verbose: bool) -> None:
    """Print how many groups are right, wrong and unread, by verdict."""
    known = {name(one): one for one in yaml.safe_load((FOLDER / "judged.yaml").read_text("utf-8"))}
    counts: Counter[tuple[str, str]] = Counter()
    for topic in yaml.safe_load((FOLDER / "corpora.yaml").read_text("utf-8")):
        report = read(topic["docs"])
        claims = {claim.id: claim for claim in report.claims}
        texts = topic["docs"]
        for group in report.groups:
            members = [claims[one] for cluster in group.clusters for one in cluster.claim_ids]
            if len(members) < 2:
                continue
            entry = judged(topic["topic"], group, members)
            judgement = known.get(name(entry), {"judgement": "unread"})["judgement"]
            counts[entry["verdict"], judgement] += 1
            if judgement == "unread" or (verbose and judgement == "wrong"):
                sys.stdout.write("\n".join([f"{judgement}: {entry}", *map(around(texts), members), ""]))
    for (verdict, judgement), count in sorted(counts.items()):
        sys.stdout.write(f"{verdict}: {count} {judgement}\n")


def read(docs: dict[str, str]) -> Report:
    """Return the report of some documents."""
    with tempfile.TemporaryDirectory() as folder:
        for file, text in docs.items():
            (Path(folder) / file).write_text(text, encoding="utf-8")
        return api.check([folder], base=folder)


def judged(topic: str, group: Group, members: list[Claim]) -> dict[str, Any]:
    """Return the entry of a group in the list of judgements, without the judgement."""
    figures = sorted(f"{PurePath(claim.source_id).name} {claim.quote}" for claim in members)
    return {"topic": topic, "verdict": group.verdict.value, "figures": figures}


def name(entry: dict[str, Any]) -> tuple[str, str, tuple[str, ...]]:
    """Return what a group is known by."""
    return entry["topic"], entry["verdict"], tuple(entry["figures"])


def around(texts: dict[str, str]) -> Callable[[Claim], str]:
    """Return a function that shows a claim in its words."""

    def shown(claim: Claim) -> str:
        text, (start, end) = texts[PurePath(claim.source_id).name], claim.span
        before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
        return f"    {claim.source_id}: …{before}[{text[start:end]}]{after}…".replace("\n", " ")

    return shown


if __name__ == "__main__":
    main("-v" in sys.argv[1:])
