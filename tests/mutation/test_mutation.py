"""Every figure of the seeds, changed in one source: the report says what the oracle says.

``sweep`` tells how; each test goes over one source and one kind of mutation, and lists where the two differ.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from copies import Corpus
from figures import figure
from in_file import Partnered, corpus_date, in_its_file, partnered
from mutations import Kind, Mutation, of_date, of_figure
from oracle_dates import date
from sweep import Bench, Outcome, benches

from verify import api
from verify.model.period import Period

ROOT = Path(__file__).parents[2]
CORPORA = {"seeds": ROOT / "seeds", "articles": ROOT.parent / "shared" / "seeds"}
SOURCES = {
    f"{name}-{file.stem.split('_')[0]}": (name, number)
    for name, folder in CORPORA.items()
    for number, file in enumerate(sorted(folder.glob("*.txt")))
}
MANY_ENOUGH = 50
"""Figures in a corpus of five sources; the test is about something."""


@cache
def corpus(name: str) -> Corpus:
    return Corpus.of(CORPORA[name], api.load_rules())


@cache
def figures_of(source: str) -> tuple[Bench, ...]:
    name, number = SOURCES[source]
    return tuple(benches(corpus(name), number))


@cache
def outcomes(source: str) -> tuple[Outcome, ...]:
    return tuple(
        bench.outcome(mutation)
        for bench in figures_of(source)
        if bench.pair
        for mutation in bench.mutations()
    )


def test_the_articles_are_here():
    if not CORPORA["articles"].is_dir():
        if os.environ.get("CI"):
            pytest.fail("../shared/seeds is missing")
        pytest.skip("../shared/seeds is not here")
    assert sum(name.startswith("articles") for name in SOURCES) == sum(
        name.startswith("seeds") for name in SOURCES
    )


@pytest.mark.parametrize("source", SOURCES)
def test_a_copy_of_a_figure_is_its_partner(source):
    assert [bench.claim.quote for bench in figures_of(source) if bench.pair is None] == []


@pytest.mark.parametrize("kind", Kind, ids=lambda kind: kind.replace(" ", "-"))
@pytest.mark.parametrize("source", SOURCES)
def test_a_mutation_is_judged_as_the_oracle_says(source, kind):
    tried = [outcome for outcome in outcomes(source) if outcome.mutation.kind is kind]
    faults = [str(outcome) for outcome in tried if outcome.fault]
    assert not faults, "\n".join((f"{len(faults)} of {len(tried)}:", *faults))


@pytest.mark.parametrize("name", [name for name, folder in CORPORA.items() if folder.is_dir()])
def test_enough_was_tried(name):
    sources = [source for source in SOURCES if SOURCES[source][0] == name]
    assert sum(len(figures_of(source)) for source in sources) >= MANY_ENOUGH
    assert {outcome.mutation.kind for source in sources for outcome in outcomes(source)} == set(Kind)


def first_of_each_kind(name: str) -> Iterator[tuple[Partnered, Mutation]]:
    """The figures that two sources give, each with one mutation of a kind; of dates all."""
    for shared in partnered(corpus(name)):
        claim = shared.claim
        if isinstance(claim.value, Period):
            published = corpus_date(corpus(name), claim)
            yield from ((shared, m) for m in of_date(claim.quote, published) if date(m.text, published))
            continue
        seen: set[Kind] = set()
        found = figure(claim.quote)
        for mutation in of_figure(found) if found else ():
            if mutation.kind not in seen:
                seen.add(mutation.kind)
                yield shared, mutation


@pytest.mark.parametrize("name", [name for name, folder in CORPORA.items() if folder.is_dir()])
def test_a_figure_changed_in_its_own_file_is_judged_as_the_oracle_says(name, tmp_path):
    tried, faults = 0, []
    for shared, mutation in first_of_each_kind(name):
        tried += 1
        if fault := in_its_file(corpus(name), shared, mutation, tmp_path):
            faults.append(
                f"{shared.claim.source_id} {shared.claim.quote} → {mutation.text} [{mutation.kind}]: {fault}"
            )
    assert tried, "no figure stands in two sources"
    assert not faults, "\n".join((f"{len(faults)} of {tried}:", *faults))
