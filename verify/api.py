"""The program as a library: what the command line does, without printing.

Comes in: paths, texts, rule folders.  Goes out: the records of ``verify.model``.  Raises
``VerifyError`` for mistakes in the call or the rules; facts that do not hold together and trouble
with reading are data of the report.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from verify import codes, pipeline
from verify.cache.store import Store
from verify.catalog import load as rules_folders
from verify.catalog.catalog import Catalog
from verify.errors import NoDocumentError
from verify.model.claim import Claim
from verify.model.finding import State
from verify.model.group import Comparison
from verify.model.judgement import Decided
from verify.model.report import Report
from verify.model.stage import Stage
from verify.pipeline import Reading, Watch, Workers, unwatched
from verify.policy.applying import apply
from verify.policy.policy import Policy
from verify.read import revision as revisions

if TYPE_CHECKING:
    from verify.tables import TableReport

__all__ = [
    "Catalog",
    "Reading",
    "before",
    "check",
    "check_table",
    "compare",
    "extract",
    "load_rules",
    "parse",
    "parse_stage",
    "render",
    "rule_folders",
]

AnyPath = str | PathLike[str]

UNCHANGED = Policy()
"""Findings as the checks give them."""


def check(
    paths: Iterable[AnyPath],
    *,
    against: Iterable[AnyPath] = (),
    rules: Sequence[AnyPath] = (),
    rules_only: AnyPath | None = None,
    own: Sequence[str] = (),
    sources: Sequence[str] = (),
    exclude: Sequence[str] = (),
    base: AnyPath | None = None,
    cache: AnyPath | None = None,
    policy: Policy = UNCHANGED,
    decided: Sequence[Decided] = (),
    watch: Watch = unwatched,
    jobs: int = 1,
    engine: str = "local",
) -> Report:
    """Read the sources and return what they say together.

    Args:
        paths: Files and folders.
        against: Sources; with any, the paths are drafts, and each of their figures is held against these.
        rules: Rule folders layered over the shipped one, the last on top.
        rules_only: A rule folder in place of the shipped one.
        own: Patterns, as in ``.gitignore``, of documents that are the user's own, each an origin of its own;
            only they can suppress findings by a comment.
        sources: Patterns of documents that are not, whatever ``own`` says; alone, all others are own.
        exclude: Patterns of files to leave out.
        base: Folder to which the patterns and the paths of the report are relative; by default the current.
        cache: A folder for what was worked out before, the compiled rules and what each document says, made
            where it does not exist; without it nothing is kept.  The report is the same.
        policy: How grave a code is, what is suppressed, what was known before.
        decided: Decisions of editors: the sources are read as they say; ``amendments`` tells how.
        watch: Told of each step: what is being done, how many documents are done, of how many.
        jobs: How many processes share what is too much for one; 0 for one on each core.  The report is the
            same.  A script that asks for several does so under ``if __name__ == "__main__"``.
        engine: Who works: ``local``, ``dask`` (jobs as workers of dask on this machine), or ``dask://HOST:PORT``,
            a cluster that is there.

    Raises:
        UsageError: There is no such path, engine or cluster; NoDocumentError, no document in any of them.
        RulesError: A rule file holds mistakes.
    """
    report = pipeline.run(
        [Path(path) for path in paths],
        load_rules(rules, rules_only, cache),
        against=[Path(path) for path in against],
        own=own,
        foreign=sources,
        exclude=exclude,
        base=None if base is None else Path(base),
        store=None if cache is None else Store(Path(cache)),
        decided=decided,
        watch=watch,
        workers=Workers(jobs, engine),
    )
    if not report.documents and not report.incomplete:
        raise NoDocumentError("no document found: name a file, or a folder with files in a known format")
    judged = apply(report, policy, codes=codes.excusable(), today=policy.today or dt.date.today())
    return replace(judged, pages=codes.told({finding.code for finding in judged.findings}))


def before(
    revision: str,
    paths: Sequence[AnyPath],
    *,
    against: Sequence[AnyPath] = (),
    rules: Sequence[AnyPath] = (),
    rules_only: AnyPath | None = None,
    own: Sequence[str] = (),
    sources: Sequence[str] = (),
    exclude: Sequence[str] = (),
    base: AnyPath | None = None,
    cache: AnyPath | None = None,
    policy: Policy = UNCHANGED,
    jobs: int = 1,
    engine: str = "local",
) -> frozenset[str]:
    """Return the ids of the findings that ``check`` would have given at a revision of the repository.

    Rules and policy are those of now, so that the texts alone make the difference; what was suppressed
    then is left out.  Takes what ``check`` does and the name of a revision, as git knows it.  Raises
    UsageError as well where there is no such revision, or its files cannot be had from this clone.
    """
    folder = Path.cwd() if base is None else Path(base)
    read, held = [Path(path) for path in paths], [Path(path) for path in against]
    with revisions.revision(folder, revision, [*read, *held]) as then:
        there = [old for path in read if (old := then.then(path)).exists()]
        beside = [old for path in held if (old := then.then(path)).exists()]
        if not there or (held and not beside):
            return frozenset()
        try:
            report = check(
                there,
                against=beside,
                rules=rules,
                rules_only=rules_only,
                own=own,
                sources=sources,
                exclude=exclude,
                base=then.then(folder),
                cache=cache,
                policy=replace(policy, known=()),
                jobs=jobs,
                engine=engine,
            )
        except NoDocumentError:
            return frozenset()
    return frozenset(one.id for one in report.findings if one.state is not State.SUPPRESSED)


def check_table(
    path: AnyPath,
    *,
    rules: Sequence[AnyPath] = (),
    rules_only: AnyPath | None = None,
    cache: AnyPath | None = None,
    jobs: int = 1,
    engine: str = "local",
) -> TableReport:
    """Return the verdicts on the facts of a table of ready claims, CSV or Parquet: a row, a claim.

    Its columns are source, entity, attribute, value and, where there is more to say, unit and date.  Takes
    what ``check`` does; raises UsageError as well for a file that is no such table, or without pandas.
    """
    from verify.tables import check_table  # noqa: PLC0415 - pandas, for tables alone

    file = Path(path)
    catalog = load_rules(rules, rules_only, cache)
    with pipeline.engine(catalog, Workers(jobs, engine), file.stat().st_size) as working:
        return check_table(file, catalog, working)


def extract(
    paths: Iterable[AnyPath],
    *,
    rules: Sequence[AnyPath] = (),
    rules_only: AnyPath | None = None,
    cache: AnyPath | None = None,
) -> Sequence[Claim]:
    """Return the claims of the sources, sorted.  Takes and raises what ``check`` does."""
    return check(paths, rules=rules, rules_only=rules_only, cache=cache).claims


def parse(
    text: str,
    date: dt.date | None = None,
    *,
    rules: Sequence[AnyPath] = (),
    rules_only: AnyPath | None = None,
    cache: AnyPath | None = None,
) -> Sequence[Reading]:
    """Return every figure and date of a text, in its order, and how it was read.

    Relative dates are resolved against ``date``; without it they stay unresolved.  Raises RulesError.
    """
    return parse_stage(text, date, rules=rules, rules_only=rules_only, cache=cache).items


def parse_stage(
    text: str,
    date: dt.date | None = None,
    *,
    rules: Sequence[AnyPath] = (),
    rules_only: AnyPath | None = None,
    cache: AnyPath | None = None,
) -> Stage[Reading]:
    """Return as items what ``parse`` does, and as issues what is doubtful in the text, with its place.

    Doubtful is what cannot be read without guessing: 3百5千亿, 1O0, 9月99日.  Raises RulesError.
    """
    return pipeline.parse(text, load_rules(rules, rules_only, cache), date=date)


def compare(
    a: str,
    b: str,
    exact: bool = False,
    *,
    rules: Sequence[AnyPath] = (),
    rules_only: AnyPath | None = None,
    cache: AnyPath | None = None,
) -> Comparison:
    """Return two values against each other; ``exact`` compares number against number.

    Raises UsageError when a text does not hold exactly one figure, RulesError for broken rules.
    """
    return pipeline.compare_texts(a, b, load_rules(rules, rules_only, cache), exact=exact)


def render(report: Report, form: str = "json") -> str | bytes:
    """Return a report in a format of ``verify check --format``.  Raises UsageError where there is none."""
    from verify.report.build import build  # noqa: PLC0415 - pydantic, which nobody needs who prints nothing
    from verify.report.formats import find  # noqa: PLC0415

    return find(form).render(build(report))


def rule_folders(rules: Sequence[AnyPath] = (), rules_only: AnyPath | None = None) -> tuple[Path, ...]:
    """Return the rule folders in their order: shipped or its replacement first, additions on top."""
    base = rules_folders.shipped() if rules_only is None else Path(rules_only)
    return (base, *(Path(folder) for folder in rules))


def load_rules(
    rules: Sequence[AnyPath] = (), rules_only: AnyPath | None = None, cache: AnyPath | None = None
) -> Catalog:
    """Return the catalogue of the rules, read once a process; with ``cache``, compiled once for all.

    Raises RulesError, UsageError.
    """
    return _load(rule_folders(rules, rules_only), None if cache is None else Path(cache))


@lru_cache(maxsize=4)
def _load(folders: tuple[Path, ...], cache: Path | None) -> Catalog:
    return rules_folders.load(folders, None if cache is None else Store(cache))
