"""The gate of SEMANTICS §2, part by part."""

from __future__ import annotations

import datetime as dt

import pytest

from builders import ACTUAL, DESIGNED, KM, PLANNED, S, claim, day, period, q, unresolved
from verify.compare.gate import Gate, Stated, Way, gate, stated
from verify.compare.judge import judge
from verify.model.claim import Confidence
from verify.model.entity import Attribute
from verify.model.group import Comparison, Relation
from verify.model.period import Period
from verify.model.quantity import Hedge, Quantity

FIXED = Attribute("length", "length", "meter")
STAFF = Attribute("length", "staff", "meter", catalogued=True, varies=True)
ROUTES = Attribute("count.routes", "routes", "meter", catalogued=True, varies=True, slowly=True)
OWN = Attribute("~cover", "cover", "meter", varies=True)
HUTS = Attribute("count of huts", "huts", "meter", varies=True)
ENROLLED = Attribute("length", "enrolled", "meter", catalogued=True, befell=True)
OF_STAFF = {"rule": STAFF, "attribute": STAFF.id}
TIMELESS = Attribute("length", "length", "meter", ignores=("time", "modality"))
LIMIT = Attribute("length", "length", "meter", exact=True, ignores=("statistic",))
LEAST, MOST = {"bound": "minimum"}, {"bound": "maximum"}
YEAR = period("2022年", "2022-01-01", "2022-12-31", "year")
JANUARY = period("2022年1月", "2022-01-01", "2022-01-31")
NEXT = period("2023年", "2023-01-01", "2023-12-31", "year")
END = day("2022-12-31")


def km(number: str, hedge: Hedge = Hedge.BARE) -> Quantity:
    return q(f"{number}公里", number, "1", None, KM, hedge)


def one(
    source: str = "a",
    value: Quantity | None = None,
    rule: Attribute = FIXED,
    published: str = "",
    **more: object,
) -> Stated:
    made = claim(source, value or km("55"), **more)  # type: ignore[arg-type]
    return stated(made, rule, dt.date.fromisoformat(published) if published else None)


COMPARE, AGREE, APART = Way.COMPARE, Way.AGREE_ONLY, Way.DIFFERENT

ROWS = [
    ("nothing stated", {}, {}, Gate(COMPARE)),
    ("another entity", {"entity": "tunnel"}, {}, Gate(APART, "entity")),
    ("another attribute", {"attribute": "height"}, {}, Gate(APART, "attribute")),
    ("another dimension", {"value": q("55秒", "55", "1", None, S)}, {}, Gate(APART, "dimension")),
    ("a part and the whole", {"scope": "phase 1"}, {}, Gate(APART, "scope")),
    (
        "planned and done to people",
        {"rule": ENROLLED},
        {"modality": PLANNED, "rule": ENROLLED},
        Gate(AGREE, "modality"),
    ),
    ("two parts that no word names", {"scope": "part"}, {"scope": "part"}, Gate(AGREE, "scope")),
    ("the whole said and unsaid", {"scope": "whole"}, {}, Gate(COMPARE)),
    ("statistics", {"statistic": "peak"}, {"statistic": "mean"}, Gate(APART, "statistic")),
    ("an off-peak interval", {"statistic": "peak"}, {"statistic": "off-peak"}, Gate(APART, "statistic")),
    ("the two ends of a limit", {**LEAST, "rule": LIMIT}, {**MOST, "rule": LIMIT}, Gate(APART, "statistic")),
    ("a limit and its end", {"rule": LIMIT}, {**MOST, "rule": LIMIT}, Gate(COMPARE)),
    ("a limit and its other end", {"rule": LIMIT}, {**LEAST, "rule": LIMIT}, Gate(COMPARE)),
    ("one statistic", {"statistic": "peak"}, {}, Gate(COMPARE, unstated=("statistic",))),
    ("by the day, and of all", {"statistic": "per day"}, {}, Gate(COMPARE, unstated=("statistic",))),
    ("by the day twice", {"statistic": "per day"}, {"statistic": "per day"}, Gate(COMPARE)),
    ("since the start", {"statistic": "cumulative"}, {}, Gate(COMPARE, unstated=("statistic",))),
    ("the same time", {"time": YEAR}, {"time": period("全年", "2022-01-01", "2022-12-31")}, Gate(COMPARE)),
    ("one time", {"time": YEAR}, {}, Gate(COMPARE, unstated=("time",))),
    ("a month is not its year", {"time": YEAR}, {"time": JANUARY}, Gate(APART, "time")),
    ("years", {"time": YEAR}, {"time": NEXT}, Gate(APART, "time")),
    ("an unresolved time", {"time": unresolved("去年")}, {"time": YEAR}, Gate(COMPARE, unstated=("time",))),
    ("bases", {"base": "year-on-year"}, {"base": "quarter-on-quarter"}, Gate(APART, "base")),
    ("one base", {"base": "year-on-year"}, {}, Gate(COMPARE, unstated=("base",))),
    ("one modality", {"modality": DESIGNED}, {}, Gate(COMPARE, unstated=("modality",))),
    ("modalities", {"modality": DESIGNED}, {"modality": ACTUAL}, Gate(AGREE, "modality")),
    ("what it was then, and its design", {"modality": DESIGNED}, {"time": YEAR}, Gate(AGREE, "modality")),
    ("as-of dates", {"as_of": YEAR}, {"as_of": NEXT}, Gate(AGREE, "as_of")),
    ("words that may be no part", {"scope": "预防性", "loose": True}, {}, Gate(AGREE, "scope")),
    (
        "words that hold each other",
        {"scope": "首排", "loose": True},
        {"scope": "首排座椅", "loose": True},
        Gate(COMPARE),
    ),
    (
        "in English whole words",
        {"scope": "niger", "loose": True},
        {"scope": "nigeria", "loose": True},
        Gate(APART, "scope"),
    ),
    ("other words", {"scope": "首排", "loose": True}, {"scope": "末排", "loose": True}, Gate(APART, "scope")),
    ("as-of dates that end together", {"as_of": YEAR}, {"as_of": END}, Gate(COMPARE)),
    (
        "one as-of date inside the other",
        {"as_of": YEAR},
        {"as_of": JANUARY},
        Gate(COMPARE, unstated=("as_of",)),
    ),
    (
        "what keeps apart comes before what leaves agreement",
        {"modality": DESIGNED, "time": YEAR},
        {"modality": ACTUAL, "time": NEXT},
        Gate(APART, "time"),
    ),
    ("two unstated", {"time": YEAR}, {"base": "year-on-year"}, Gate(COMPARE, unstated=("time", "base"))),
]


@pytest.mark.parametrize(
    ("actual", "plain", "time", "unstated"),
    [
        ("2024-02-01", "2024-02-01", YEAR, ()),
        ("2024-02-01", "", YEAR, ()),  # a table without a date, on a year that is over
        ("2022-06-01", "", YEAR, ("modality",)),
        ("", "", YEAR, ("modality",)),
        ("2024-02-01", "", None, ("modality",)),
    ],
)
def test_a_plain_figure_of_the_past_is_of_what_was(
    actual: str, plain: str, time: Period | None, unstated: tuple[str, ...]
) -> None:
    done, told = one("a", published=actual, modality=ACTUAL, time=time), one("b", published=plain, time=time)
    assert gate(done, told) == gate(told, done) == Gate(COMPARE, unstated=unstated)


@pytest.mark.parametrize(
    ("plan", "plain", "expected"),
    [
        ("2024-05-01", "2024-05-28", Gate(COMPARE, unstated=("modality",))),
        ("2024-05-01", "2024-05-29", Gate(AGREE, "modality")),
        ("2024-05-01", "", Gate(AGREE, "modality")),
        ("2024-05-29", "2024-05-01", Gate(COMPARE, unstated=("modality",))),
        ("", "2024-05-01", Gate(COMPARE, unstated=("modality",))),
    ],
)
def test_an_old_plan_is_not_what_came_of_it(plan: str, plain: str, expected: Gate) -> None:
    assert gate(one("a", published=plan, modality=PLANNED), one("b", published=plain)) == expected


@pytest.mark.parametrize(
    ("a", "b", "way"),
    [
        ({"published": "2024-05-22"}, {"published": "2024-05-24"}, COMPARE),
        ({"published": "2024-05-22"}, {"published": "2024-06-22"}, COMPARE),
        ({"published": "2024-05-22"}, {"published": "2024-06-23"}, AGREE),
        ({"published": "2024-05-22", "modality": ACTUAL}, {"published": "2024-05-24"}, AGREE),
        ({"published": "2024-05-22", "statistic": "cumulative"}, {"published": "2024-05-24"}, AGREE),
        ({"published": "2024-05-22"}, {"as_of": day("2024-05-24")}, AGREE),
        ({"published": "2024-05-22", **OF_STAFF}, {"published": "2024-05-24", **OF_STAFF}, AGREE),
    ],
)
@pytest.mark.parametrize(
    "rule", [HUTS, OWN, ROUTES], ids=["a count that no rule names", "words of its own", "what varies slowly"]
)
def test_what_varies_by_no_rule_or_slowly_is_the_same_for_a_month(
    rule: Attribute, a: dict[str, object], b: dict[str, object], way: Way
) -> None:
    left, right = ({"rule": rule, "attribute": rule.id, **told} for told in (a, b))
    assert gate(one("a", **left), one("b", **right)).way is way  # type: ignore[arg-type]


@pytest.mark.parametrize(("a", "b", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_parts(a: dict[str, object], b: dict[str, object], expected: Gate) -> None:
    left, right = one("a", **a), one("b", **b)  # type: ignore[arg-type]
    assert gate(left, right) == gate(right, left) == expected


def test_unresolved_times_of_one_source_are_known_by_their_words() -> None:
    last, this = unresolved("去年"), unresolved("今年")
    assert gate(one("a", time=last), one("a", time=this)) == Gate(APART, "time")
    assert gate(one("a", time=last), one("a", time=last)) == Gate(COMPARE)
    assert gate(one("a", time=last), one("b", time=last)) == Gate(COMPARE, unstated=("time",))


def test_ignored_parts_do_not_matter() -> None:
    left = one(rule=TIMELESS, time=YEAR, modality=DESIGNED)
    right = one("b", rule=TIMELESS, time=NEXT, modality=ACTUAL)
    assert gate(left, right) == Gate(COMPARE)


def test_what_varies_is_as_of_its_publication() -> None:
    early, late = (one(s, rule=STAFF, published=p) for s, p in (("a", "2022-01-24"), ("b", "2022-01-26")))
    assert gate(early, late) == Gate(AGREE, "as_of")
    assert gate(early, one("c", rule=STAFF, published="2022-01-24")) == Gate(COMPARE)
    assert gate(early, one("c", rule=STAFF)) == Gate(COMPARE, unstated=("as_of",))


@pytest.mark.parametrize("modality", [PLANNED, DESIGNED])
def test_what_is_planned_does_not_vary(modality: object) -> None:
    early, late = (
        one(s, rule=STAFF, published=p, modality=modality)
        for s, p in (("a", "2022-01-24"), ("b", "2022-01-26"))
    )
    assert gate(early, late) == Gate(COMPARE)


def test_stated_time_is_the_as_of_date_of_what_varies() -> None:
    stated_time = one(rule=STAFF, published="2023-06-01", time=YEAR)
    assert gate(stated_time, one("b", rule=STAFF, published="2023-06-01")) == Gate(AGREE, "as_of")


def test_fixed_attributes_take_no_publication_date() -> None:
    assert gate(one(published="2022-01-24"), one("b", published="2022-01-26")) == Gate(COMPARE)


def judged(a: Stated, b: Stated) -> Comparison:
    found = judge(a, b)
    assert judge(b, a) == found
    assert (found.a, found.b) == ("a@0", "b@0")
    return found


def test_conflict_of_equal_keys() -> None:
    found = judged(one(), one("b", km("65")))
    assert (found.line, found.relation) == (8, Relation.CONFLICT)


@pytest.mark.parametrize(
    "part", [{"time": YEAR}, {"modality": DESIGNED}, {"as_of": END}, {"confidence": Confidence.LOW}]
)
def test_doubt_makes_a_conflict_possible_at_most(part: dict[str, object]) -> None:
    found = judged(one(**part), one("b", km("65")))  # type: ignore[arg-type]
    assert (found.line, found.relation) == (7, Relation.POSSIBLE)
    assert found.bound.startswith("line 8, conflict, by the values alone; ")


def test_doubt_does_not_touch_agreement() -> None:
    assert judged(one(time=YEAR), one("b")).relation is Relation.IDENTICAL


def test_other_as_of_agrees_or_is_superseded() -> None:
    assert judged(one(as_of=YEAR), one("b", as_of=NEXT)).relation is Relation.IDENTICAL
    found = judged(one(as_of=YEAR), one("b", km("65"), as_of=NEXT))
    assert (found.line, found.relation) == (None, Relation.SUPERSEDED)


def test_other_modality_agrees_or_is_not_compared() -> None:
    agreed = judged(one(modality=PLANNED), one("b", modality=ACTUAL))
    assert (agreed.relation, agreed.bound) == (Relation.IDENTICAL, "the same words; modality differs")
    found = judged(one(modality=PLANNED), one("b", km("65"), modality=ACTUAL))
    assert (found.line, found.relation) == (None, Relation.NOT_COMPARED)


MAXIMA = [
    (DESIGNED, "peak", km("55"), ACTUAL, km("65"), Relation.POSSIBLE),
    (DESIGNED, "maximum", km("55"), ACTUAL, km("65"), Relation.POSSIBLE),
    (DESIGNED, "peak", km("65"), ACTUAL, km("55"), Relation.NOT_COMPARED),
    (DESIGNED, "mean", km("55"), ACTUAL, km("65"), Relation.NOT_COMPARED),
    (DESIGNED, None, km("55", Hedge.AT_MOST), ACTUAL, km("65"), Relation.POSSIBLE),
    (PLANNED, "peak", km("55"), ACTUAL, km("65"), Relation.NOT_COMPARED),
]


@pytest.mark.parametrize(("first", "statistic", "limit", "second", "measured", "relation"), MAXIMA)
def test_only_a_measured_value_above_a_designed_maximum_may_conflict(
    first: object,
    statistic: str | None,
    limit: Quantity,
    second: object,
    measured: Quantity,
    relation: Relation,
) -> None:
    found = judged(
        one("a", limit, modality=first, statistic=statistic),
        one("b", measured, modality=second, statistic=statistic),
    )
    assert found.relation is relation
