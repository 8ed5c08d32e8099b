"""Findings: which code, how grave, in which words, under which id."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest

from builders import ACTUAL, DESIGNED, FLOPS, KM, MB, MIB, PFLOPS, M, S, claim, num, period, q, raw
from verify import checks
from verify.checks.facts import Facts
from verify.compare.definitions import judge_definitions
from verify.compare.group import group
from verify.model.claim import Claim, Confidence
from verify.model.definition import Definition
from verify.model.document import Source
from verify.model.entity import Attribute, Entity
from verify.model.finding import Finding, Severity
from verify.model.quantity import Hedge, Quantity
from verify.model.span import Span
from verify.normalize.bounds import bounded

LENGTH = Attribute("length", "length", "meter", varies=True)
FIXED = replace(LENGTH, varies=False)
Q1 = period("一季度", "2022-01-01", "2022-03-31", "quarter")


def km(number: str, hedge: Hedge = Hedge.BARE, p: str | None = None) -> Quantity:
    return q(f"{number}公里{'' if hedge is Hedge.BARE else hedge}", number, "1", p, KM, hedge)


def found(
    claims: Sequence[Claim], attribute: Attribute = FIXED, sources: Sequence[Source] = (), notes: bool = False
) -> tuple[Finding, ...]:
    groups = group(claims, [attribute], sources).items
    entities = (Entity("bridge", "大桥"),)
    items = checks.run(Facts(groups, tuple(claims), tuple(sources), entities, (attribute,))).items
    return tuple(one for one in items if notes or one.severity is not Severity.NOTE)


E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTE
LOW, MEDIUM = Confidence.LOW, Confidence.MEDIUM

ROWS = [
    ("value conflict", claim("a", km("55")), claim("b", km("66")), [("V101", E)]),
    (
        "a link of medium confidence",
        claim("a", km("55"), confidence=MEDIUM),
        claim("b", km("66")),
        [("V101", W)],
    ),
    ("a link of low confidence", claim("a", km("55"), confidence=LOW), claim("b", km("66")), [("V108", W)]),
    ("a part unstated on one side", claim("a", km("55"), time=Q1), claim("b", km("66")), [("V108", W)]),
    ("a part stated on both", claim("a", km("55"), time=Q1), claim("b", km("66"), time=Q1), [("V101", E)]),
    ("magnitude", claim("a", km("55")), claim("b", q("55米", "55.0", "1", None, M)), [("V103", E)]),
    ("magnitude, other digits", claim("a", km("55")), claim("b", km("551")), [("V102", E)]),
    (
        "unit",
        claim("a", q("25 MB", "25", "1", None, MB)),
        claim("b", q("25 MiB", "25", "1", None, MIB)),
        [("V103", E)],
    ),
    (
        "bound",
        claim("a", km("1200", Hedge.MORE_THAN, "100")),
        claim("b", km("1200", Hedge.AT_MOST, "100")),
        [("V104", E)],
    ),
    ("possible", claim("a", km("189")), claim("b", km("190", p="10")), [("V108", W)]),
    ("one document", claim("a", km("55")), claim("a", km("66"), at=9), [("V201", E)]),
    ("one document, possible", claim("a", km("189")), claim("a", km("190", p="10"), at=9), [("V108", W)]),
    ("agreement", claim("a", km("55")), claim("b", km("55")), []),
]


@pytest.mark.parametrize(("a", "b", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_codes_and_severities(a: Claim, b: Claim, expected: list[tuple[str, Severity]]) -> None:
    assert [(one.code, one.severity) for one in found([a, b])] == expected


def notes(claims: Sequence[Claim], attribute: Attribute = FIXED, sources: Sequence[Source] = ()) -> list[str]:
    items = found(claims, attribute, sources, notes=True)
    assert {one.severity for one in items} <= {N}
    return sorted(one.code for one in items)


def test_notes() -> None:
    dated = (Source("a", "a", published=dt.date(2022, 1, 1)), Source("b", "b", published=dt.date(2022, 6, 1)))
    assert notes([claim("a", km("55")), claim("b", km("55", Hedge.ABOUT))]) == ["V105"]
    assert notes([claim("a", km("55")), claim("b", km("66"))], LENGTH, dated) == ["V106", "V602", "V602"]
    assert notes([claim("a", km("55")), claim("b", km("66"), scope="phase 1")]) == ["V107", "V602", "V602"]
    apart = [claim("a", km("55"), modality=DESIGNED), claim("b", km("66"), modality=ACTUAL)]
    assert notes(apart) == ["V107", "V602", "V602"]
    assert notes([claim("a", km("55"))]) == ["V602"]
    release = "记者从建设部门获悉，这座大桥的主线全长55公里，双向都有三条车道"
    assert notes([claim(source, km("55"), context=release) for source in "ab"]) == ["V601"]


def test_document_against_itself_and_others() -> None:
    items = found([claim("a", km("55")), claim("a", km("66"), at=9), claim("b", km("55"))])
    assert [one.code for one in items] == ["V101", "V201"]
    assert {place.source_id for place in items[1].locations} == {"a"}
    assert len(items[0].locations) == 3


def test_findings_stand_in_the_order_of_their_places() -> None:
    def pair(entity: str, line: int) -> list[Claim]:
        one = claim("a", km("55"), entity=entity, at=10 * line)
        other = claim("a", km("66"), entity=entity, at=10 * line + 100)
        return [one._replace(line=line, column=3), other._replace(line=line + 10, column=3)]

    items = found([*pair("z", 5), *pair("a", 7), *pair("m", 2)])
    assert [(one.locations[0].line, one.code) for one in items] == [(2, "V201"), (5, "V201"), (7, "V201")]


def test_the_head_of_a_finding_is_one_of_the_two_compared() -> None:
    # b and c differ the most; a is on the side of b and stands first
    claims = [claim("a", km("61")), claim("b", km("60.6")), claim("c", km("90"))]
    (one,) = (item for item in found(claims) if item.code == "V101")
    assert [place.source_id for place in one.locations] == ["b", "c", "a"]
    assert "b:1:1 says 60.6公里, c:1:1 says 90公里" in one.message


def test_places_are_told_by_their_path() -> None:
    sources = (Source("a", "news/a.txt"), Source("b", "news/b.txt"))
    (one,) = found([claim("a", km("55")), claim("b", km("66"))], sources=sources)
    assert "news/a.txt:1:1 says 55公里, news/b.txt:1:1 says 66公里" in one.message


def test_one_origin_is_told_with_its_reason() -> None:
    sources = (Source("a", "a", publisher="日报"), Source("b", "b", credits=("日报",)))
    (one,) = found([claim("a", km("55")), claim("b", km("55"))], sources=sources, notes=True)
    assert one.code == "V601"
    assert one.message.endswith("2 documents, but one origin: a, b (b names 日报 as its source)")


def test_values_of_two_units_are_told_in_that_of_the_coarser() -> None:
    (one,) = found([claim("a", km("55")), claim("b", q("66999米", "66999", "1", None, M))])
    assert (one.expected, one.found) == ("55公里", "66999米 (66.999公里)")
    assert "b:1:1 says 66999米 (66.999公里)" in one.message
    assert "nothing meets: 54.5 to under 55.5公里, and 66.9985 to under 66.9995公里" in one.message


def test_message_says_who_what_where_and_how_far_apart() -> None:
    (one,) = found([claim("a.txt", km("55")), claim("b.txt", km("66"), at=12)])
    # 11 / 66 = 16.66… %
    assert one.message == (
        "value conflict: 大桥, length: "
        "a.txt:1:1 says 55公里, b.txt:1:13 says 66公里 "
        "(gap 16.7%, the second is larger): nothing meets: 54.5 to under 55.5公里, and 65.5 to under 66.5公里"
    )
    assert (one.expected, one.found, one.gap) == ("55公里", "66公里", "16.7%")
    assert one.claim_ids == ("a.txt@0", "b.txt@12")
    assert one.group_id is not None


def test_id_is_of_the_judgement_alone() -> None:
    (one,) = found([claim("a", km("55")), claim("b", km("66"))])
    assert one.id.startswith("V101-")
    assert len(one.id) == 17
    (elsewhere,) = found([claim("z", km("66"), at=40), claim("y", km("55"), at=7)])
    (repeated,) = found([claim("a", km("55")), claim("b", km("66")), claim("c", km("66"))])
    (respelled,) = found([claim("a", q("55000米", "55000", "1000", None, M)), claim("b", km("66"))])
    assert one.id == elsewhere.id == repeated.id == respelled.id
    (other_value,) = found([claim("a", km("55")), claim("b", km("67"))])
    (third_value,) = found([claim("a", km("55")), claim("b", km("66")), claim("c", km("77"))])
    (hedged,) = found([claim("a", km("55")), claim("b", km("66", Hedge.EXACTLY))])
    (other_entity,) = found([claim("a", km("55"), entity="road"), claim("b", km("66"), entity="road")])
    assert len({one.id, other_value.id, third_value.id, hedged.id, other_entity.id}) == 5


def test_one_finding_a_group_and_code() -> None:
    (one,) = found([claim(source, km(value)) for source, value in (("a", "50"), ("b", "66"), ("c", "91"))])
    assert "(2 more such pairs)" in one.message
    assert one.gap == "45.1%"  # 41 / 91 = 45.05… %, the worst of the three
    assert len(one.locations) == 3


PETAFLOP = q("1 Petaflop", "1", "1", None, PFLOPS)


def per_second(text: str, value: int, u: int) -> Quantity:
    return bounded(raw(text, num(str(value), str(u)), FLOPS))


def definition(right: Quantity, source: str = "a") -> Definition:
    return Definition(source, Span(4, 20), 1, 5, PETAFLOP, right, "1 Petaflop等于…")


def test_definition_that_holds() -> None:
    judged = judge_definitions([definition(per_second("1000万亿次每秒", 10**15, 10**12))])
    assert checks.run(Facts(definitions=judged.items)).items == ()


def test_definition_that_is_wrong() -> None:
    wrong = per_second("100万亿次每秒", 10**14, 10**12)
    judged = judge_definitions([definition(wrong), definition(wrong, "b")])
    (one,) = checks.run(Facts(definitions=judged.items)).items
    assert (one.code, one.severity) == ("V401", E)
    assert [place.source_id for place in one.locations] == ["a", "b"]
    assert one.message == (
        "wrong definition of a unit: a:1:5 says that 1 Petaflop is "
        "100万亿次每秒 (0.1 Petaflop) (gap 90%); also fits × 10: a digit or a decimal point?"
    )


def test_definition_of_another_dimension_is_an_issue() -> None:
    stage = judge_definitions([definition(q("3秒", "3", "1", None, S))])
    assert [issue.code for issue in stage.issues] == ["definition-dimensions"]
    assert checks.run(Facts(definitions=stage.items)).items == ()


def test_every_check_has_codes_and_a_page() -> None:
    kinds = checks.kinds()
    codes = [code for kind in kinds for code in kind.CODES]
    assert len(codes) == len(set(codes))
    for kind in kinds:
        assert kind.__doc__ is not None
        for word in ("Why:", "Passes:", "Fails:", "silence"):
            assert word in kind.__doc__
