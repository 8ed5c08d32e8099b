"""Which things of several documents are one (``links.yaml``), and that no order of the documents matters."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
import yaml

from verify import api, pipeline
from verify.model.entity import Tie
from verify.model.group import Verdict
from verify.model.report import Report
from verify.report.suggest import suggestions

TABLE = yaml.safe_load(Path(__file__).with_name("links.yaml").read_text(encoding="utf-8"))


def write(docs: dict[str, str], folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in docs.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text + "\n", encoding="utf-8")
    return folder


def group_of(report: Report, name: str, quote: str) -> tuple[str, Verdict]:
    (claim,) = (c for c in report.claims if c.source_id.endswith(name) and quote in c.quote)
    (group,) = (g for g in report.groups if any(claim.id in cluster.claim_ids for cluster in g.clusters))
    return group.id, group.verdict


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["about"])
def test_figures_stand_in_one_group(row: dict[str, Any], tmp_path: Path) -> None:
    report = api.check([write(row["docs"], tmp_path)])
    for a, quote, b, other in row.get("same", ()):
        assert group_of(report, a, quote) == group_of(report, b, other)
    for a, quote, b, other in row.get("apart", ()):
        assert group_of(report, a, quote)[0] != group_of(report, b, other)[0]
    for a, quote, b, other in row.get("perhaps", ()):
        assert group_of(report, a, quote) == group_of(report, b, other)
        assert group_of(report, a, quote)[1] is Verdict.POSSIBLE


def test_every_tie_has_its_evidence(tmp_path: Path) -> None:
    (row,) = (row for row in TABLE if "apart" in row and "g.md" in row["docs"])
    report = api.check([write(row["docs"], tmp_path)])
    told = {item.feature: item.points for link in report.links for item in link.evidence}
    assert {link.tie for link in report.links} == {Tie.APART}
    assert told["different numbers in the names"] < 0
    assert told["different years of the event"] < 0


def test_what_is_suggested_is_loaded_and_joins(tmp_path: Path) -> None:
    row = next(row for row in TABLE if "perhaps" in row)
    docs = write(row["docs"], tmp_path / "docs")
    text = suggestions(api.check([docs], base=tmp_path))
    assert text == suggestions(api.check(sorted(docs.iterdir(), reverse=True), base=tmp_path))
    rules = write({"bridges.yaml": text}, tmp_path / "rules" / "entities").parent
    report = api.check([docs], rules=[rules])
    ((a, quote, b, other),) = row["perhaps"]
    assert group_of(report, a, quote) == group_of(report, b, other)
    assert group_of(report, a, quote)[1] is Verdict.CONFLICT
    assert suggestions(report).startswith("[]")


def test_nothing_nearly_joined_suggests_nothing(tmp_path: Path) -> None:
    report = api.check([write({"a.md": "云溪大桥全长2.1公里。"}, tmp_path)])
    assert yaml.safe_load(suggestions(report)) == []


# --- properties


DOCS = {
    "a.md": "云帆科技有限公司（以下简称“云帆科技”）有员工3200人。",
    "b.md": "Cloudsail Technologies (云帆科技) employs 3,300 people.",
    "c.md": "云帆科技现有员工3200人。北江地铁三号线全长21公里。",
    "d.md": "北江地铁3号线全长21.4公里。",
    "e.md": "云溪大桥全长2.1公里。",
    "f.md": "长河云溪大桥全长3.4公里。",
}
OTHERS = {"x.md": "翠湖博物馆有藏品1.2万件。", "y.md": "The Vale Dam is 120 m high."}


def quoted(report: Report) -> set[frozenset[str]]:
    claims = {claim.id: claim for claim in report.claims}
    return {
        frozenset(claims[one].quote for cluster in group.clusters for one in cluster.claim_ids)
        for group in report.groups
    }


def test_groups_depend_on_no_order_file_or_other_corpus(tmp_path: Path) -> None:
    folder = write(DOCS, tmp_path / "docs")
    whole = quoted(api.check([folder]))
    files = sorted(folder.iterdir())
    random.Random(5).shuffle(files)
    assert quoted(api.check(files)) == whole
    halves = [
        write(dict(list(DOCS.items())[part]), tmp_path / name)
        for name, part in (("one", slice(0, None, 2)), ("two", slice(1, None, 2)))
    ]
    assert quoted(api.check(halves)) == whole
    more = quoted(api.check([folder, write(OTHERS, tmp_path / "others")]))
    assert whole <= more
    assert len(more) == len(whole) + len(OTHERS)


def test_extractions_in_any_order_link_alike(tmp_path: Path) -> None:
    catalog = api.load_rules()
    from verify.read import read
    from verify.resolve.link import link

    documents = read([write(DOCS, tmp_path)], languages=catalog.languages).documents
    extractor = pipeline.tools(catalog).extractor
    found = [extractor.extract(one, extractor.known(documents)) for one in documents]
    assert link(found, catalog) == link(found[::-1], catalog)
