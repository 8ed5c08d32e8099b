"""From paths to a report.

Comes in: paths and a catalogue.  Goes out: what the documents say together.  Reading files, extracting and
judging are left to the stages.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from verify.cache.store import Store
from verify.catalog.catalog import Catalog
from verify.engine.shelf import DOCUMENTS, arranged, kept
from verify.errors import UsageError
from verify.model.judgement import Decided
from verify.model.memory import collecting_seldom
from verify.model.report import Report
from verify.pipeline.engines import Workers, engine
from verify.pipeline.judging import judge
from verify.pipeline.partition import Watch, extract_all, unwatched
from verify.pipeline.tools import tools
from verify.read import Reading as Files
from verify.read import read

ALONE = Workers()
"""This process does it all."""


@collecting_seldom()
def run(
    paths: Sequence[Path],
    catalog: Catalog,
    *,
    against: Sequence[Path] = (),
    own: Sequence[str] = (),
    foreign: Sequence[str] = (),
    exclude: Sequence[str] = (),
    base: Path | None = None,
    store: Store | None = None,
    decided: Sequence[Decided] = (),
    watch: Watch = unwatched,
    workers: Workers = ALONE,
) -> Report:
    """Read the paths and return what their documents say together.  Raises ``UsageError``.

    With ``against`` the paths are drafts, and the report is on what those sources say of their figures.  A
    draft that lies among the sources is none of them.  With ``store`` nothing is extracted twice.
    ``decided`` are decisions of editors, whose rereadings count.
    ``workers`` share the work; the report does not tell who did it.
    """
    watch("reading", 0, 0)

    def opened(files: Sequence[Path]) -> Files:
        return read(files, languages=catalog.languages, own=own, foreign=foreign, excludes=exclude, base=base)

    reading = opened(paths)
    drafts: frozenset[str] = frozenset()
    if against:
        drafts = frozenset(document.source.id for document in reading.documents)
        reading = _beside(reading, opened(against))
    characters = sum(len(document.text) for document in reading.documents)
    with engine(catalog, workers, characters) as working:
        kept = None if workers.elsewhere else store
        extractions = extract_all(reading.documents, working, kept, watch)
        if len(extractions) > DOCUMENTS:  # they wait on disk, and memory is for what follows
            tools(catalog).forget()
        watch("comparing", 0, 0)
        return judge(
            reading.documents,
            extractions,
            catalog,
            drafts=drafts,
            issues=reading.issues,
            skipped=reading.skipped,
            decided=decided,
            engine=working,
        )


def _beside(drafts: Files, sources: Files) -> Files:
    """Return drafts and sources together; a draft is no source, wherever it lies."""
    written = {document.source.path for document in drafts.documents}
    others = kept((one for one in sources.documents if one.source.path not in written), DOCUMENTS)
    issues = tuple(issue for issue in sources.issues if issue not in drafts.issues)
    if not others and not issues:
        raise UsageError("no source to hold the draft against: --against names nothing but the draft")
    both = chain(drafts.documents, others)
    documents = arranged(both, lambda document: document.source.path, DOCUMENTS)
    return Files(documents, (*drafts.issues, *issues), drafts.skipped + sources.skipped)
