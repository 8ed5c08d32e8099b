"""The report as a folder of pages: an index, a page for every few things, a page for each document.

Comes in: ``schema.Report``.  Goes out: pages by their names, the index first.  What they show is left to
``whole`` and the modules beside this one, markup to the templates.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from verify.model.report import MARKER
from verify.report import schema
from verify.report.page import GroupView, PageView, SectionView
from verify.report.pages.choices import choices, numbers
from verify.report.pages.frame import template, worded
from verify.report.pages.links import Links, spots
from verify.report.pages.matrix import matrices
from verify.report.pages.one import shown_claims
from verify.report.pages.rules import used
from verify.report.pages.texts import STATES, Texts, fate_lists
from verify.report.pages.timeline import timeline
from verify.report.view import Views, reading_order
from verify.report.whole import page as viewed
from verify.report.wording import VERDICTS

INDEX = "report.html"
FOLDER = "report"
FACTS = 60
"""A page of things ends with the thing that brings it to so many facts."""

_Bucket = tuple[str, tuple[GroupView, ...]]
"""Name of a page, and its facts."""


def pages(report: schema.Report) -> Iterator[tuple[str, str]]:
    """Yield every page with its name."""
    return iter(_Pages(report))


class _Pages:
    def __init__(self, report: schema.Report) -> None:
        self._report, self._page = report, viewed(report)
        self._views = Views(report, self._page.say)
        self._texts = Texts(self._views, () if self._page.drafts else report.texts)
        self._buckets = tuple(_buckets(self._page))
        self._documents = {
            source.number: f"{FOLDER}/document-{source.number}.html"
            for source in self._page.sources
            if source.number in self._texts.numbers
        }
        self._homes = self._places()
        self._shared = {
            "marker": MARKER,
            "page": self._page,
            "number": numbers(self._page.groups, report),
            "shown": shown_claims(self._page),
            "read": self._texts.numbers,
            "states": STATES,
            "index": INDEX,
            "buckets": tuple((name, _things(groups)) for name, groups in self._buckets),
            **worded(self._page),
        }
        self._spots = spots(report.mentions) if self._documents else {}
        self._marked = self._texts.marked()

    def __iter__(self) -> Iterator[tuple[str, str]]:
        yield INDEX, self._index()
        for number, (name, groups) in enumerate(self._buckets):
            yield name, self._of_things(number, name, groups)
        yield from self._of_documents()

    def _places(self) -> dict[str, str]:
        """Return the page of every anchor that another page links to."""
        homes = {f"s-{source.number}": INDEX for source in self._page.sources}
        homes |= {f"c-{item.member.claim_id}": INDEX for item in self._page.ranks}
        homes |= dict.fromkeys(("census", "texts", *VERDICTS), INDEX)
        homes |= {f"t-{number}": name for number, name in self._documents.items()}
        for name, groups in self._buckets:
            for group in groups:
                homes[f"g-{group.id}"] = name
                homes |= {f"c-{member.claim_id}": name for member in group.members}
        return homes

    def _filled(self, kind: str, name: str, **more: object) -> str:
        link = Links(self._spots, self._marked, name, self._homes)
        return template(kind).render(link=link, **self._shared, **more)

    def _index(self) -> str:
        known = numbers(self._page.groups, self._report)
        return self._filled(
            "index.html.j2",
            INDEX,
            choices=choices(self._page, known),
            used=used(self._report, self._page.say),
            documents=self._documents,
            listed=frozenset(),
        )

    def _of_things(self, number: int, name: str, groups: tuple[GroupView, ...]) -> str:
        return self._filled(
            "things.html.j2",
            name,
            sections=_sections(self._page, groups),
            things=_things(groups),
            matrices=tuple(matrices(groups)),
            timeline=timeline(groups, self._views.claims, self._page.say),
            before=self._buckets[number - 1][0] if number else "",
            after=self._buckets[number + 1][0] if number + 1 < len(self._buckets) else "",
        )

    def _of_documents(self) -> Iterator[tuple[str, str]]:
        found: dict[str, list[int]] = {}
        for number, mention in enumerate(self._report.mentions):
            found.setdefault(mention.source_id, []).append(number)
        census = {source.number: item for source, item in self._page.census}
        for text in self._texts:
            number = text.source.number
            ident = self._report.sources[number - 1].id
            lists = tuple(fate_lists(self._views, found.get(ident, ())))
            name = self._documents[number]
            yield (
                name,
                self._filled("document.html.j2", name, text=text, census=census.get(number), lists=lists),
            )


def _buckets(page: PageView) -> Iterator[_Bucket]:
    """Yield the facts of a few things together, a thing always whole."""
    facts: list[GroupView] = []
    number = 1
    for _, found in groupby(sorted(page.groups, key=_by_thing), key=lambda one: one.entity_id):
        facts += found
        if len(facts) >= FACTS:
            yield f"{FOLDER}/things-{number}.html", tuple(facts)
            facts, number = [], number + 1
    if facts:
        yield f"{FOLDER}/things-{number}.html", tuple(facts)


def _by_thing(group: GroupView) -> tuple[str, str, tuple[object, ...]]:
    return group.entity, group.entity_id, reading_order(group)


def _things(groups: Sequence[GroupView]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(group.entity for group in groups))


def _sections(page: PageView, groups: Sequence[GroupView]) -> tuple[SectionView, ...]:
    """Return the facts of a page by verdict."""
    here = {group.id for group in groups}
    found = (
        SectionView(
            section.verdict,
            section.title,
            section.meaning,
            tuple(group for group in section.groups if group.id in here),
        )
        for section in page.sections
    )
    return tuple(section for section in found if section.groups)
