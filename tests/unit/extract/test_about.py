"""What a document is about, as the other documents of its corpus tell: a feature's title names only where."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify import api, pipeline
from verify.read import read

NEWS = "# 云岭市垃圾焚烧发电厂二期投产\n云岭市垃圾焚烧发电厂有职工318人。"
FEATURE = "# 走进石盘镇\n转运车开进石盘镇的云岭市垃圾焚烧发电厂。如今全厂有职工318人。"
PLACE = "# 石盘镇统计公报\n石盘镇下辖12个村。全镇有常住人口3.2万人。镇上有云岭市垃圾焚烧发电厂。"
QUAKE = "# 石坪地震\n石坪地震已致7人遇难。"
COUNTY = "# 石坪县发生地震\n石坪地震后，全县有常住人口12万人。"


@pytest.mark.parametrize(
    ("texts", "quote", "about"),
    [
        ((NEWS, FEATURE), "318人", "云岭市垃圾焚烧发电厂"),
        ((FEATURE,), "318人", "石盘镇"),
        # several texts on the place outweigh one on what stands there
        ((NEWS, FEATURE, PLACE, PLACE), "3.2万人", "石盘镇"),
        # what befell a place is not what stands there
        ((QUAKE, COUNTY), "12万人", "石坪县"),
    ],
)
def test_what_the_corpus_is_about(texts: tuple[str, ...], quote: str, about: str, tmp_path: Path) -> None:
    catalog = api.load_rules()
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.md").write_text(text, encoding="utf-8")
    documents = read([tmp_path], languages=catalog.languages).documents
    extractor = pipeline.tools(catalog).extractor
    known = extractor.known(documents)
    found = [extractor.extract(one, known.within(one)) for one in documents]
    told = {
        name
        for one in found
        for claim in one.claims
        if claim.quote.endswith(quote)
        for thing in one.candidates
        if thing.id == claim.entity_id
        for name in thing.names
    }
    assert about in told
    assert about != "云岭市垃圾焚烧发电厂" or "石盘镇" not in told
