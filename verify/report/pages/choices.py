"""What the filters of a page offer, and the numbers by which facts are found.

Comes in: the facts of a page.  Goes out: options with their words, sorted as a reader seeks them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from verify.report import schema
from verify.report.page import GroupView, PageView

Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """Short names of things, properties and sources in the markup."""

    things: Mapping[str, int]
    properties: Mapping[str, int]
    sources: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Choices:
    """The options of each filter: value and words."""

    verdicts: Options
    things: Options
    properties: Options
    documents: Options


def numbers(groups: Iterable[GroupView], report: schema.Report) -> Numbers:
    """Return a number for each thing and property, in the order in which they are met."""
    things: dict[str, int] = {}
    properties: dict[str, int] = {}
    for group in groups:
        things.setdefault(group.entity_id, len(things))
        properties.setdefault(group.attribute_id, len(properties))
    return Numbers(things, properties, {one.id: n for n, one in enumerate(report.sources, start=1)})


def choices(page: PageView, known: Numbers) -> Choices:
    """Return the options of the filters of a page."""
    things = {group.entity_id: group.entity for group in page.groups}
    properties = {group.attribute_id: group.attribute for group in page.groups}
    return Choices(
        verdicts=tuple((verdict, words) for verdict, words, count in page.counts if count),
        things=_options(things, known.things),
        properties=_options(properties, known.properties),
        documents=tuple((str(one.number), f"{one.number}. {one.title}") for one in page.sources),
    )


def _options(names: Mapping[str, str], known: Mapping[str, int]) -> Options:
    ordered = sorted(names.items(), key=lambda item: (item[1], item[0]))
    return tuple((str(known[ident]), name) for ident, name in ordered)
