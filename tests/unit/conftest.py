"""A small report, built by hand, for everything above the judgement.

Three sources tell of a reservoir: they agree on its capacity (two of them share a release), contradict
each other on the height of its dam, may contradict each other on its cost, and one alone gives its area.
"""

from __future__ import annotations

import datetime as dt
import re
from fractions import Fraction

import pytest

from verify.model.claim import Claim, Mention, Modality, Qualifiers, Role, Step, Value
from verify.model.document import Block, Document, Issue, Section, Source
from verify.model.entity import Attribute, Entity
from verify.model.finding import Finding, Location, Severity
from verify.model.group import Cluster, Comparison, Group, Key, NotCompared, Passage, Relation, Verdict
from verify.model.period import Period
from verify.model.quantity import Form, Hedge, Interval, Numeral, Quantity, Unit
from verify.model.rank import Rank
from verify.model.report import Census, Report
from verify.model.span import OffsetMap, Span

TEXTS = {
    "lake/a.txt": (
        "镜湖水库昨日蓄水。\n"
        "水库总库容3.2亿立方米，坝高86米，总投资约25亿元，是全省最大的水库之一。\n"
        "水面48平方公里。"
    ),
    "lake/b.txt": (
        "记者获悉，镜湖水库库容达320 million m³。\n大坝高68米，投资<b>21亿元</b>，2021年5月8日蓄水。"
    ),
    "lake/c.txt": "简讯：水库总库容3.2亿立方米，5月8日蓄水。=合计",
}

METRE = Unit("meter", "meter")
CUBIC = Unit("meter**3", "meter**3")
YUAN = Unit("CNY", "CNY")
KM2 = Unit("kilometer**2", "meter**2", Fraction(10**6))


def quantity(stated: str, number: str, last: str, unit: Unit, hedge: Hedge = Hedge.BARE) -> Quantity:
    value, worth = Fraction(number), Fraction(last)
    numeral = re.search(r"[0-9.]+(?:亿| million)?", stated)
    assert numeral is not None
    half = worth / 2 if hedge is Hedge.BARE else value / 4
    hard = Interval(value - half, value + half, True, hedge is not Hedge.BARE).scaled(unit.factor)
    soft = hard if hedge is Hedge.BARE else Interval(value * 19 / 20, value * 21 / 20)
    return Quantity(
        stated=stated,
        form=Form.POINT,
        numerals=(Numeral(Span(0, 1), numeral.group(), value, worth, worth),),
        unit=unit,
        hedge=hedge,
        hard=hard,
        soft=soft,
        wide=hard,
    )


def claim(ident: str, source: str, stated: str, attribute: str, value: Value, **more: object) -> Claim:
    text = TEXTS[source]
    start = text.index(stated)
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", start)
    sentence = text[line_start : len(text) if line_end < 0 else line_end]
    return Claim(
        id=ident,
        source_id=source,
        section=Section.BODY,
        span=Span(start, start + len(stated)),
        line=text.count("\n", 0, start) + 1,
        column=start - line_start + 1,
        quote=stated,
        sentence=sentence,
        entity_id="jinghu",
        attribute_id=attribute,
        value=value,
        rule="numeral+unit",
        context=sentence,
        context_span=Span(start - line_start, start - line_start + len(stated)),
        **more,  # type: ignore[arg-type]
    )


def claims() -> tuple[Claim, ...]:
    may8 = Period("2021年5月8日", dt.date(2021, 5, 8), dt.date(2021, 5, 8), "day")
    trace = (
        Step("attribute", "capacity", "clause", "总库容"),
        Step("entity", "镜湖水库", "document", "水库"),
    )
    return (
        claim(
            "c01",
            "lake/a.txt",
            "3.2亿立方米",
            "capacity",
            quantity("3.2亿立方米", "320000000", "10000000", CUBIC),
            trace=trace,
        ),
        claim("c02", "lake/a.txt", "86米", "height", quantity("86米", "86", "1", METRE)),
        claim(
            "c03",
            "lake/a.txt",
            "约25亿元",
            "cost",
            quantity("约25亿元", "2500000000", "100000000", YUAN, Hedge.ABOUT),
            qualifiers=Qualifiers(modality=Modality.DESIGNED),
        ),
        claim("c04", "lake/a.txt", "48平方公里", "area", quantity("48平方公里", "48", "1", KM2)),
        claim(
            "c05",
            "lake/a.txt",
            "最大的水库之一",
            "rank",
            Rank("最大的水库之一", "largest", False, "水库", "全省"),
        ),
        claim(
            "c06",
            "lake/b.txt",
            "320 million m³",
            "capacity",
            quantity("320 million m³", "320000000", "1000000", CUBIC),
            speaker="水利局",
        ),
        claim("c07", "lake/b.txt", "68米", "height", quantity("68米", "68", "1", METRE)),
        claim("c08", "lake/b.txt", "21亿元", "cost", quantity("21亿元", "2100000000", "100000000", YUAN)),
        claim(
            "c09",
            "lake/c.txt",
            "3.2亿立方米",
            "capacity",
            quantity("3.2亿立方米", "320000000", "10000000", CUBIC),
        ),
        claim("c10", "lake/b.txt", "2021年5月8日", "filled", may8),
        claim("c11", "lake/c.txt", "5月8日", "filled", Period("5月8日", None, None, "day")),
    )


def cluster(ids: tuple[str, ...], value: Quantity, origins: int) -> Cluster:
    return Cluster(ids, value.base_number, value.hard, value.unit.base, origins)


def group(
    ident: str, attribute: str, dimension: str, verdict: Verdict, *clusters: Cluster, **more: object
) -> Group:
    defaults: dict[str, object] = {
        "comparisons": (),
        "origins": (("lake/a.txt",), ("lake/b.txt",)),
        "passages": (),
        "not_compared": (),
        "unresolved_claim_ids": (),
        "relation": Relation.IDENTICAL,
        "explanation": "",
    }
    return Group(ident, Key("jinghu", attribute, dimension), verdict, clusters, **(defaults | more))  # type: ignore[arg-type]


def groups() -> tuple[Group, ...]:
    known = {item.id: item.value for item in claims()}

    def value(ident: str) -> Quantity:
        found = known[ident]
        assert isinstance(found, Quantity)
        return found

    equal = Comparison(
        "c06",
        "c09",
        2,
        Relation.EQUAL,
        Fraction(0),
        "same number and hedge",
        (),
        ("3.2亿 = 3.2 × 10⁸ = 320000000",),
    )
    apart = Comparison(
        "c02",
        "c07",
        8,
        Relation.CONFLICT,
        Fraction(9, 43),
        "[67.5, 68.5) and [85.5, 86.5) do not meet",
        ("digits swapped",),
    )
    maybe = Comparison("c03", "c08", 7, Relation.POSSIBLE, Fraction(4, 25), "H meet, S do not")
    return (
        group(
            "g1",
            "capacity",
            "meter**3",
            Verdict.AGREEMENT,
            cluster(("c06", "c01", "c09"), value("c06"), 2),
            comparisons=(equal,),
            origins=(("lake/a.txt", "lake/c.txt"), ("lake/b.txt",)),
            passages=(Passage(("lake/a.txt", "lake/c.txt"), "水库总库容3.2亿立方米"),),
            relation=Relation.EQUAL,
            explanation="All three give 320000000 cubic metres.",
        ),
        group(
            "g2",
            "height",
            "meter",
            Verdict.CONFLICT,
            cluster(("c02",), value("c02"), 1),
            cluster(("c07",), value("c07"), 1),
            comparisons=(apart,),
            relation=Relation.CONFLICT,
            explanation="86 and 68 metres cannot both hold.",
        ),
        group(
            "g3",
            "cost",
            "CNY",
            Verdict.POSSIBLE,
            cluster(("c08",), value("c08"), 1),
            cluster(("c03",), value("c03"), 1),
            comparisons=(maybe,),
            relation=Relation.POSSIBLE,
        ),
        group(
            "g4",
            "area",
            "meter**2",
            Verdict.SINGLE,
            cluster(("c04",), value("c04"), 1),
            origins=(("lake/a.txt",),),
            not_compared=(NotCompared("c04", "c06", "attribute"),),
        ),
        group(
            "g5",
            "filled",
            "date",
            Verdict.SINGLE,
            Cluster(("c10",), None, Interval(None, None), "date", 1),
            origins=(("lake/b.txt",),),
            unresolved_claim_ids=("c11",),
        ),
    )


def document(path: str, text: str) -> Document:
    publisher = {"lake/a.txt": "省报", "lake/b.txt": "Coast <Times>", "lake/c.txt": ""}[path]
    published = None if path == "lake/c.txt" else dt.date(2021, 5, 9)
    source = Source(path, path, f"镜湖蓄水 {path[5]}", publisher, "", published, "zh", "0" * 64)
    block = Block(Section.BODY, text, OffsetMap.identity(len(text)))
    return Document(source, text, (block,))


@pytest.fixture
def sample_report() -> Report:
    known = claims()
    heights = tuple(
        Location(item.source_id, item.span, item.line, item.column)
        for item in known
        if item.attribute_id == "height"
    )
    mentions = tuple(
        Mention(
            item.source_id, item.section, item.span, item.quote, item.value, Role.CLAIM, item.rule, item.id
        )
        for item in known
    )
    return Report(
        documents=tuple(document(path, text) for path, text in TEXTS.items()),
        entities=(Entity("jinghu", "镜湖水库", ("镜湖",), "reservoir", True),),
        attributes=(
            Attribute("area", "water area", "meter**2"),
            Attribute("capacity", "capacity", "meter**3", True),
            Attribute("cost", "cost", "CNY"),
            Attribute("filled", "filled on", "date"),
            Attribute("height", "height", "meter"),
            Attribute("rank", "rank", "rank"),
        ),
        claims=known,
        mentions=mentions,
        groups=groups(),
        findings=(
            Finding(
                "f1",
                "V101",
                Severity.ERROR,
                "height of 镜湖水库: 86米 against 68米",
                "86米",
                "68米",
                "21 %",
                heights,
                ("c02", "c07"),
                "g2",
            ),
            Finding(
                "f2",
                "V102",
                Severity.WARNING,
                "cost of 镜湖水库: 约25亿元 and 21亿元 may not fit",
                "",
                "",
                "16 %",
                (),
                ("c03", "c08"),
                "g3",
            ),
            Finding(
                "f3",
                "V201",
                Severity.NOTE,
                "area of 镜湖水库 rests on one source",
                "",
                "",
                "",
                (),
                ("c04",),
                "g4",
            ),
        ),
        issues=(Issue("no-date", "no date of publication; relative dates stay unresolved", "lake/c.txt"),),
        census=(
            Census("lake/a.txt", 5, 4, 0, 0, 0, (("list-number", 1),), 0),
            Census("lake/b.txt", 5, 4, 0, 0, 0, (), 1),
            Census("lake/c.txt", 3, 1, 0, 0, 1, (("list-number", 1),), 0),
        ),
    )
