"""The report as a folder of pages: every link leads somewhere, and the index stays small."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from verify.report import schema
from verify.report.pages.several import FACTS, pages
from verify.report.write import write_run


class _Anchors(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.ids += [found["id"] or ""] if "id" in found else []
        self.links += [found["href"] or ""] if "href" in found else []


def anchors(folder: Path) -> dict[Path, _Anchors]:
    found = {}
    for file in (folder / "report.html", *sorted((folder / "report").glob("*.html"))):
        if file.exists():
            found[file] = _Anchors()
            found[file].feed(file.read_text("utf-8"))
    return found


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("split", ["none", "pages"])
def test_every_link_has_its_target_and_every_anchor_is_one(
    written: Callable[[str, str], dict[str, Path]], lang: str, split: str
) -> None:
    folder = next(iter(written(lang, split).values())).parent
    found = anchors(folder)
    assert len(found) == (1 if split == "none" else 1 + 1 + 3)
    for file, page in found.items():
        assert len(page.ids) == len(set(page.ids)), file
        assert page.links
        for link in page.links:
            name, _, anchor = link.partition("#")
            target = (file.parent / name).resolve() if name else file
            assert target in found, (file, link)
            assert not anchor or anchor in found[target].ids, (file, link)


def test_each_page_stands_by_itself(bridge: schema.Report) -> None:
    for name, text in pages(bridge):
        assert "default-src &#39;none&#39;" in text, name
        assert not re.search(r"<link|<img|@import|url\(| src=", text), name
        assert "claim-verify report" in text[:200], name


def many(report: schema.Report, groups: int) -> schema.Report:
    """The same facts again and again, of other things each time."""
    facts, entities = [], []
    for number in range(groups):
        fact = report.groups[number % len(report.groups)]
        thing = f"thing-{number // 3}"
        entities.append(
            schema.Entity(id=thing, name=f"镜湖大桥{number // 3}", aliases=(), kind="", catalogued=False)
        )
        key = fact.key.model_copy(update={"entity_id": thing})
        facts.append(fact.model_copy(update={"id": f"g-{number:012x}", "key": key}))
    known = tuple({one.id: one for one in entities}.values())
    return report.model_copy(update={"groups": tuple(facts), "entities": known})


def test_two_thousand_facts_leave_the_index_under_a_megabyte(bridge: schema.Report) -> None:
    found = dict(pages(many(bridge, 2000)))
    assert len(found["report.html"].encode()) < 1_000_000
    things = [text for name, text in found.items() if "/things-" in name]
    assert len(things) >= 2000 // (FACTS + 3)
    assert max(len(text.encode()) for text in things) < 1_000_000
    assert sum(text.count("<article class=") + text.count('<tr id="g-') for text in things) >= 2000


def test_pages_of_an_earlier_run_go_and_what_is_not_ours_stays(bridge: schema.Report, tmp_path: Path) -> None:
    write_run(many(bridge, 200), tmp_path, split="pages")
    before = {file.name for file in (tmp_path / "report").iterdir()}
    assert "things-2.html" in before
    (tmp_path / "report" / "own.html").write_text("<p>mine</p>", encoding="utf-8")
    paths = write_run(bridge, tmp_path, split="pages")
    assert {file.name for file in (tmp_path / "report").iterdir()} == {
        "things-1.html",
        "own.html",
        *(name for name in before if name.startswith("document-")),
    }
    assert tmp_path / "report" in paths
    write_run(bridge, tmp_path)
    assert [file.name for file in (tmp_path / "report").iterdir()] == ["own.html"]


def test_the_next_run_reads_no_page_as_a_source(bridge: schema.Report, tmp_path: Path) -> None:
    from verify import api

    write_run(bridge, tmp_path, split="pages")
    (tmp_path / "a.txt").write_text("镜湖大桥全长55公里。", encoding="utf-8")
    report = api.check([tmp_path], base=tmp_path)
    assert [document.source.path for document in report.documents] == ["a.txt"]
