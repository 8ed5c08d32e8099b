"""However the claims are dealt, what is found is what one look at everything finds."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from checked import document, shipped
from verify import checks, pipeline
from verify.extract.known import Known
from verify.model.bucket import place
from verify.model.document import Document
from verify.model.extraction import Extraction
from verify.pipeline.partition import Told, map_partition

CHECKS = Path(__file__).parents[2] / "checks"
OF_EACH = 6


def texts(case: Any) -> list[str]:
    """Return the documents of a case, which is a text or lists them."""
    if isinstance(case, str):
        return [case]
    return [text for one in (case.values() if isinstance(case, dict) else case) for text in texts(one)]


@cache
def read() -> tuple[tuple[Document, ...], tuple[Extraction, ...]]:
    """Some texts for each check that the program has, as one corpus."""
    documents = [
        document(f"{path.parent.name}-{number}-{part}", text)
        for path in sorted(CHECKS.glob("*/positive.yaml"))
        for number, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8"))[:OF_EACH])
        for part, text in enumerate(texts(case))
    ]
    return tuple(documents), tuple(map_partition(shipped(), Told(None, Known(())), iter(documents)))


@pytest.mark.parametrize("claims", [1, 30, 10**6])
def test_the_number_of_buckets_changes_nothing(claims: int, monkeypatch: pytest.MonkeyPatch) -> None:
    documents, extractions = read()
    whole = checks.run(pipeline.gather(documents, extractions, shipped()).facts)
    assert len({finding.code for finding in whole.items}) > 30
    monkeypatch.setattr("verify.pipeline.bucket.CLAIMS", claims)
    report = pipeline.judge(documents, extractions, shipped())
    assert report.findings == whole.items


def test_the_bucket_of_a_thing_is_the_same_everywhere() -> None:
    # CRC-32 of the check value "123456789" is 0xCBF43926, as every table of check sums has it
    assert place("123456789", 1 << 32) == 0xCBF43926
    assert place("大桥\ud800", 7) < 7
