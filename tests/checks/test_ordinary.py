"""The whole program over ordinary paragraphs in which everything holds: it must not cry wolf.

Each paragraph of ``ordinary/paragraphs.yaml`` is a document, read once alone and once together with all the
others.  Run with ``-s`` to see what is said of them.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml

from verify import api
from verify.model.finding import Finding, Severity

PARAGRAPHS: list[dict[str, str]] = yaml.safe_load(
    (Path(__file__).parent / "ordinary" / "paragraphs.yaml").read_text(encoding="utf-8")
)
LANGUAGES_LEAST = {"zh": 130, "en": 50}
ERRORS, WARNINGS = 0, 0
"""False alarms at most, of either reading.  Lower them as they fall: no error is the aim."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("ordinary")
    for number, paragraph in enumerate(PARAGRAPHS):
        (root / f"{number:03}-{paragraph['kind'].replace(' ', '-')}.txt").write_text(
            paragraph["text"], encoding="utf-8"
        )
    return root


def of(findings: Sequence[Finding], severity: Severity) -> list[str]:
    return [f"{one.code} {one.message}" for one in findings if one.severity is severity]


def assert_quiet(findings: Sequence[Finding]) -> None:
    errors, warnings = of(findings, Severity.ERROR), of(findings, Severity.WARNING)
    counts = f"{len(PARAGRAPHS)} paragraphs: {len(errors)} errors, {len(warnings)} warnings"
    sys.stdout.write("\n".join([counts, *errors, *warnings, ""]))
    assert len(errors) <= ERRORS, errors
    assert len(warnings) <= WARNINGS, warnings


def test_there_are_two_hundred_of_every_kind_and_language() -> None:
    texts = [paragraph["text"] for paragraph in PARAGRAPHS]
    assert len(set(texts)) >= 200
    assert min(Counter(paragraph["kind"] for paragraph in PARAGRAPHS).values()) >= 15
    languages = Counter("en" if " " in text[:20] else "zh" for text in texts)
    assert all(languages[language] >= least for language, least in LANGUAGES_LEAST.items())


def test_a_paragraph_alone(folder: Path) -> None:
    assert_quiet(
        [one for path in sorted(folder.iterdir()) for one in api.check([path], base=folder).findings]
    )


def test_all_paragraphs_together(folder: Path) -> None:
    assert_quiet(api.check([folder], base=folder).findings)
