"""Short documents on one thing, and what comes of their figures."""

from __future__ import annotations

from pathlib import Path

from verify import api
from verify.model.claim import Claim
from verify.model.group import Verdict
from verify.model.report import Report


def checked(folder: Path, *texts: str) -> Report:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in zip("abc", texts, strict=False):
        (folder / f"{name}.md").write_text(f"---\ndate: 2024-05-06\n---\n{text}\n", encoding="utf-8")
    return api.check([folder])


def verdict(report: Report, *quotes: str) -> Verdict | None:
    """Return the verdict of the group that holds a claim of each document, by their quotes; None for none."""
    wanted = [
        {claim.id for claim in report.claims if quote in claim.quote and claim.source_id.endswith(name)}
        for name, quote in zip(("a.md", "b.md"), quotes, strict=False)
    ]
    assert all(wanted), [claim.quote for claim in report.claims]
    for group in report.groups:
        ids = {one for cluster in group.clusters for one in cluster.claim_ids}
        if all(found & ids for found in wanted):
            return group.verdict
    return None


def told(report: Report, quote: str) -> Claim:
    (claim,) = (claim for claim in report.claims if quote in claim.quote)
    return claim
