"""The five real articles: every figure is read as ``articles.yaml`` says, and nothing else is read.

The list was made by hand, from the articles; its header explains the keys.  They lie in ../shared/seeds.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from scanned import shipped
from verify import api
from verify.model.claim import Mention
from verify.model.document import Section
from verify.model.period import Period
from verify.model.quantity import Quantity
from verify.model.span import Span

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
ARTICLES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("articles.yaml").read_text("utf-8"))
SILENT = {Section.METADATA, Section.BOILERPLATE}
PRECISIONS = {"part_of_year": {"part"}, "years": {"years", "plan"}, "none": {""}}
"""Names of a precision that the list and the program write differently."""

Case = dict[str, Any]


@pytest.fixture(scope="module")
def mentions() -> dict[str, list[Mention]]:
    if not SEEDS.is_dir():
        if os.environ.get("CI"):
            pytest.fail("../shared/seeds is missing")
        pytest.skip("../shared/seeds is not here")
    found: dict[str, list[Mention]] = {}
    for mention in api.check([SEEDS]).mentions:
        found.setdefault(Path(mention.source_id).name, []).append(mention)
    return found


def cases(key: str) -> list[Any]:
    return [
        pytest.param(article["file"], case, id=f"{article['file'][:3]} {case['quote'][:16]} {case['nth']}")
        for article in ARTICLES
        for case in article[key]
    ]


def text_of(file: str) -> str:
    return (SEEDS / file).read_text("utf-8")


def place(text: str, quote: str, nth: int) -> Span:
    """Return the span of the nth occurrence of a quote."""
    start = -1
    for _ in range(nth):
        start = text.find(quote, start + 1)
        assert start >= 0, f"{quote} stands less than {nth} times in the article"
    return Span(start, start + len(quote))


def places(text: str, case: Case) -> list[Span]:
    return [place(text, one["quote"], one.get("nth", 1)) for one in (case, *case.get("alt", ()))]


def options(case: Case, key: str) -> list[Any]:
    """Return the defensible readings of one part: the listed one, those of ``_alt``, or a list."""
    listed = case.get(key)
    return [*(listed if isinstance(listed, list) else [listed]), *case.get(f"{key}_alt", ())]


def number(text: Any) -> Fraction | None:
    return None if text is None else Fraction(str(text))


def unit_agrees(case: Case, key: str, unit: str) -> bool:
    """Say whether a unit is one of the listed; of a count, its head noun (算法 of 人工智能算法).

    A ratio is a dimension of its own here, dimensionless in the list.
    """
    names = {str(name).lower() for name in options(case, key)}
    nouns = {noun_of(name) for name in names if name.startswith("[")} | set(case.get("noun_alt", ()))
    if unit.lower() in names or (unit == "ratio" and "dimensionless" in names):
        return True
    return any(noun.endswith(noun_of(unit)) for noun in nouns)


def noun_of(unit: str) -> str:
    """Return what a count counts: 高校 of ``[count of 高校]`` and of ``高校``."""
    noun = unit.removeprefix("[count of ").removesuffix("]")
    return shipped().units.spellings.get(noun, noun)


def differences(case: Case, value: Quantity) -> Iterator[str]:
    """Yield what a quantity reads otherwise than the list."""
    if value.number not in {number(v) for v in options(case, "value") if v is not None}:
        yield f"value {value.number}"
    if not unit_agrees(case, "unit", value.unit.name):
        yield f"unit {value.unit.name}"
    if not unit_agrees(case, "base_unit", value.unit.base):
        yield f"base unit {value.unit.base}"
    if value.hedge not in options(case, "hedge"):
        yield f"hedge {value.hedge}"
    if value.form not in (options(case, "form") if "form" in case else ["point"]):
        yield f"form {value.form}"
    if value.emphasis != (case.get("emphasis") or ""):
        yield f"emphasis {value.emphasis}"
    if value.kind not in [*options(case, "parse_kind")]:
        yield f"kind {value.kind}"
    if case["lower"] != "unchecked" and not any(
        within(value, bounds) for bounds in (case, *case.get("bounds_alt", ()))
    ):
        yield f"bounds {value.hard}"


def within(value: Quantity, bounds: Case) -> bool:
    hard = value.hard
    ends = ((hard.lower, hard.lower_closed, "lower"), (hard.upper, hard.upper_closed, "upper"))
    return all(
        end == number(bounds[name]) and (end is None or closed == bounds[f"{name}_closed"])
        for end, closed, name in ends
    )


def date_differences(case: Case, value: Period) -> Iterator[str]:
    """Yield what a date reads otherwise than the list."""
    for key, day in (("earliest", value.earliest), ("latest", value.latest)):
        if case[key] != "unchecked" and case[key] != (day.isoformat() if day else None):
            yield f"{key} {day}"
    allowed: set[str] = set()
    for precision in options(case, "precision"):
        allowed |= PRECISIONS.get(precision, {precision})
    if value.resolved and value.precision not in allowed:
        yield f"precision {value.precision}"
    if value.hedge not in options(case, "hedge"):
        yield f"hedge {value.hedge}"


@pytest.mark.parametrize(("file", "case"), cases("figures"))
def test_figure_is_read(file: str, case: Case, mentions: dict[str, list[Mention]]) -> None:
    spans = places(text_of(file), case)
    there = [mention for mention in mentions[file] if mention.span in spans and mention.value is not None]
    if not there:
        roles = {mention.role for mention in mentions[file] if mention.span in spans}
        if roles and roles <= set(case["role"]):
            return
        near = [mention.quote for mention in mentions[file] if mention.span.meets(spans[0])]
        if case.get("optional"):
            pytest.skip("may be a mention or not")
        pytest.fail(f"{case['quote']} is not read; there stands {near}")
    assert list(_wrong(case, there[0])) == []


def _wrong(case: Case, mention: Mention) -> Iterable[str]:
    if isinstance(mention.value, Quantity):
        return differences(case, mention.value) if "quantity" in options(case, "kind") else ["a quantity"]
    if isinstance(mention.value, Period):
        return date_differences(case, mention.value) if "earliest" in case else ["a date"]
    return ["a rank"]


@pytest.mark.parametrize(("file", "case"), cases("ignored"))
def test_numeral_is_no_figure(file: str, case: Case, mentions: dict[str, list[Mention]]) -> None:
    span = places(text_of(file), case)[0]
    read = [
        m.quote
        for m in mentions[file]
        if m.span.meets(span) and m.value is not None and m.section not in SILENT
    ]
    if set(options(case, "role")) & {"unclaimed", "gloss"}:
        pytest.skip("may be read, as no claim")
    assert read == []


@pytest.mark.parametrize("article", ARTICLES, ids=[article["file"][:3] for article in ARTICLES])
def test_nothing_else_is_read(article: Case, mentions: dict[str, list[Mention]]) -> None:
    text = text_of(article["file"])
    known = [span for case in article["figures"] for span in places(text, case)]
    known += [span for case in article["ignored"] for span in places(text, case)]
    vague = set(article["tolerated"])
    spurious = [
        mention.quote
        for mention in mentions[article["file"]]
        if isinstance(mention.value, Quantity | Period)
        and mention.section not in SILENT
        and not any(mention.span.meets(span) for span in known)
        and not (isinstance(mention.value, Period) and not mention.value.resolved and mention.quote in vague)
    ]
    assert spurious == []
