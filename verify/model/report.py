"""The whole result of a run, before any format."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from verify.model.claim import Claim, Mention
from verify.model.document import Document, Issue
from verify.model.draft import DraftFigure
from verify.model.entity import Attribute, Entity, Link
from verify.model.finding import Finding
from verify.model.group import Group, Passage
from verify.model.judgement import Amendment
from verify.model.page import CodePage


@dataclass(frozen=True, slots=True)
class Census:
    """Where the numerals of a document went; the fates add up to ``figures``."""

    source_id: str
    figures: int
    claim: int
    qualifier: int
    gloss: int
    unresolved: int
    ignored: tuple[tuple[str, int], ...]
    """Rule and count, sorted."""
    unclaimed: int


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that the formats show, sorted."""

    documents: Sequence[Document]
    entities: Sequence[Entity]
    attributes: Sequence[Attribute]
    claims: Sequence[Claim]
    mentions: Sequence[Mention]
    groups: Sequence[Group]
    findings: Sequence[Finding]
    issues: Sequence[Issue]
    census: Sequence[Census]
    passages: tuple[Passage, ...] = ()
    """Runs of 40 characters (25 words) and more that documents share anywhere."""
    skipped: int = 0
    """Files of a folder that are in no known format."""
    links: Sequence[Link] = ()
    """Why what documents speak of was taken for one entity."""

    drafts: tuple[str, ...] = ()
    """Ids of the documents that were held against the others; groups are of the others alone then."""
    drafted: tuple[DraftFigure, ...] = ()
    """Their figures, in the order of each draft."""
    pages: tuple[CodePage, ...] = ()
    """Of the codes of the findings."""

    amendments: tuple[Amendment, ...] = ()
    """What became of each rereading that editors decided."""

    chinese: Mapping[str, str] = field(default_factory=dict, compare=False)
    """What the rules call their units and words in Chinese, by canonical name."""

    dated: bool = False
    """True where a suppression with an end was met, so that the day of the run matters."""

    @property
    def incomplete(self) -> bool:
        """True when something was not read."""
        return any(issue.incomplete for issue in self.issues)


MARKER = "claim-verify report"
"""Stands in the first ``MARKED`` characters of every output whose format has room for it."""

MARKED = 500
"""Characters at the head of a file in which the marker is looked for."""

CLAIMS_HEAD = "claim_id,source_id,publisher,published,section,"
"""How ``claims.csv`` begins, which has no room for a marker."""

MENTIONS_HEAD = '{"source_id": '
"""How every line of ``mentions.jsonl`` begins, which has none either …"""

MENTIONS_SPAN = ', "span": {"start": '
"""… and what follows a little later."""


FINDINGS_HEAD = re.compile(
    r"::(?:error|warning|notice) [^\n:]*\btitle="
    r"|[^\n]*: (?:(?:error|warning|note)\[V[0-9]{3}\]|issue\[[a-z-]+\]) "
    r"|[^\n:]*:[0-9]+:[0-9]+: [^\n]*: (?:supported|doubtful|contradicted|single-source|unsupported)\b"
    r"|left out: "
    r"|[0-9,]+ (?:sources?|drafts? against [0-9,]+ sources?), [0-9,]+ (?:claims?|figures?): "
)
"""How findings, and figures of a draft, begin as text and as workflow commands."""


def is_own_output(head: str) -> bool:
    """Say whether a text that begins so is a report of this program, never to be read as a source."""
    start = head[:MARKED]
    if MARKER in start or start.startswith(CLAIMS_HEAD) or FINDINGS_HEAD.match(start):
        return True
    return start.startswith(MENTIONS_HEAD) and MENTIONS_SPAN in start
