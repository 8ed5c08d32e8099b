"""What the report must say of five articles on computing centres, and of the same facts in ``seeds``.

Every expected value is worked out by hand from SEMANTICS.md.  Of the real articles only a figure with its
few words is quoted; ``000`` to ``004`` are the beginnings of the file names.
"""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction
from typing import Any

import pytest

from told import Told, members

LINGANG, HANGZHOU, NANJING = "centre.lingang", "centre.hangzhou", "centre.nanjing"
JIANGBEI = "district.jiangbei"
SHANGHAI = {"000", "001", "003"}
RANK_CODES = {"V109", "V110", "V205", "V206"}
PEAK = [("000", "高达3740Petaflops"), ("001", "高达3740Petaflops"), ("003", "超过每秒374亿亿次")]


def number(text: str) -> Fraction:
    return Fraction(text)


# --- the design peak compute of the Lingang centre


@pytest.mark.parametrize(("mark", "quote"), PEAK)
def test_peak_compute_is_exact(report: Told, mark: str, quote: str) -> None:
    claim = report.claim(mark, quote)
    assert (claim["entity_id"], claim["attribute_id"]) == (LINGANG, "compute.peak")
    assert claim["value"]["base_unit"] == "flop/second"
    assert number(claim["value"]["base_number"]) == Fraction(374, 100) * 10**18
    assert claim["qualifiers"]["modality"] == "designed"
    assert claim["qualifiers"]["scope"] is None


@pytest.mark.parametrize("mark", ["000", "001"])
def test_peak_compute_as_written_is_bare_with_emphasis(report: Told, mark: str) -> None:
    value = report.claim(mark, "高达3740Petaflops")["value"]
    assert value["stated"] == "高达3740Petaflops"
    assert (number(value["number"]), value["unit"]) == (3740, "petaflop/second")
    assert (value["hedge"], value["emphasis"]) == ("bare", "高达")
    # The last digit written is worth 1 petaflop: half of it on either side, the upper end left out.
    assert number(value["lower"]) == Fraction(37395) * 10**14
    assert number(value["upper"]) == Fraction(37405) * 10**14
    assert (value["lower_closed"], value["upper_closed"]) == (True, False)
    assert (value["soft_lower"], value["soft_upper"]) == (value["lower"], value["upper"])


def test_peak_compute_above_is_open_upwards(report: Told) -> None:
    value = report.claim("003", "超过每秒374亿亿次")["value"]
    assert (value["hedge"], value["emphasis"]) == ("more_than", "")
    assert number(value["lower"]) == Fraction(374) * 10**16
    assert (value["lower_closed"], value["upper"]) == (False, None)
    # The last digit that is not zero is worth 亿亿, 10^16.
    assert number(value["soft_upper"]) == Fraction(375) * 10**16


def test_peak_compute_is_an_agreement_of_three_documents(report: Told) -> None:
    group = report.group(report.claim(*PEAK[0]))
    assert group["verdict"] == "agreement"
    assert report.documents(sorted(members(group))) == SHANGHAI
    assert len(group["clusters"]) == 1
    assert number(group["clusters"][0]["number"]) == Fraction(374, 100) * 10**18


def test_clause_shared_word_for_word_makes_two_origins(report: Told) -> None:
    group = report.group(report.claim(*PEAK[0]))
    assert sorted(report.origins(group), key=len) == [{"003"}, {"000", "001"}]
    assert report.cluster(report.claim(*PEAK[0]))["independent_origins"] == 2
    shared = [p for p in group["passages"] if "3740Petaflops" in p["text"]]
    assert [{report.mark(source) for source in p["source_ids"]} for p in shared] == [{"000", "001"}]


def test_the_two_origins_share_a_release_and_that_is_said(report: Told) -> None:
    group = report.group(report.claim(*PEAK[0]))
    assert "3 documents, 2 origins, which share a release" in group["explanation"]
    release = [p for p in group["passages"] if {report.mark(s) for s in p["source_ids"]} == {"000", "003"}]
    assert len(release) == 1
    assert len(release[0]["text"]) >= 40
    assert release[0]["text"] in report.text("000")
    assert release[0] in report.report["passages"]


def test_hedges_differ_and_that_is_said(report: Told) -> None:
    above = report.claim(*PEAK[2])
    group = report.group(report.claim(*PEAK[0]))
    assert group["relation"] == "hedge differs"
    against = [c for c in group["comparisons"] if above["id"] in (c["a"], c["b"])]
    assert against
    assert {(c["line"], c["relation"]) for c in against} == {(4, "hedge differs")}
    (finding,) = [
        f for f in report.report["findings"] if f["code"] == "V105" and f["group_id"] == group["id"]
    ]
    assert finding["severity"] == "note"
    for words in ("高达3740", "超过每秒374亿亿次"):
        assert words in group["explanation"]
        assert words in finding["message"]


def test_summary_list_is_no_further_source(report: Told) -> None:
    claims = report.claims_at("003", "374亿亿次", kind="quantity")
    assert sorted(claim["section"] for claim in claims) == ["body", "summary"]
    assert {report.cluster(claim)["claim_ids"][0] for claim in claims} == {
        report.cluster(report.claim(*PEAK[0]))["claim_ids"][0]
    }
    assert len(report.group(claims[0])["origins"]) == 2


# --- its launch


def test_launch_is_an_agreement(report: Told) -> None:
    with_year = report.claim("000", "2022年1月24日", kind="date")
    inherited = report.claims_at("001", "1月24日", kind="date")
    assert [claim["section"] for claim in inherited] == ["lead", "body"]
    for claim in (with_year, *inherited):
        assert (claim["entity_id"], claim["attribute_id"]) == (LINGANG, "date.launch")
        assert (claim["value"]["earliest"], claim["value"]["latest"]) == ("2022-01-24", "2022-01-24")
        assert claim["value"]["precision"] == "day"
        assert claim["id"] in report.cluster(with_year)["claim_ids"]
    group = report.group(with_year)
    assert (group["verdict"], group["relation"]) == ("agreement", "equal")
    assert report.cluster(with_year)["independent_origins"] == 2


def test_today_without_a_date_stays_unresolved(report: Told) -> None:
    (mention,) = report.mentions_at("003", "今天")
    assert mention["role"] == "unresolved"
    assert (mention["value"]["earliest"], mention["value"]["latest"]) == (None, None)
    (source,) = [s for s in report.report["sources"] if report.mark(s["id"]) == "003"]
    assert source["published"] is None


def test_today_without_a_date_neither_agrees_nor_conflicts(report: Told) -> None:
    claim = report.claim("003", "今天", kind="date")
    group = report.group(claim)
    assert claim["id"] in group["unresolved_claim_ids"]
    assert not any(claim["id"] in cluster["claim_ids"] for cluster in group["clusters"])
    assert not any(claim["id"] in (c["a"], c["b"]) for c in group["comparisons"])
    # Three documents speak of the launch, but only two of them agree on its day.
    assert "3 documents" not in report.group(report.claim("000", "2022年1月24日", kind="date"))["explanation"]


@pytest.mark.parametrize(
    ("mark", "quote", "entity", "day"),
    [
        ("002", "5月20日", HANGZHOU, "2022-05-20"),
        ("004", "4 月 29 日", NANJING, "2022-04-29"),
        ("004", "今天", NANJING, "2022-04-29"),
    ],
)
def test_other_launches_rest_on_one_source(
    report: Told, mark: str, quote: str, entity: str, day: str
) -> None:
    claim = report.claim(mark, quote, kind="date")
    assert (claim["entity_id"], claim["attribute_id"]) == (entity, "date.launch")
    assert (claim["value"]["earliest"], claim["value"]["latest"]) == (day, day)
    group = report.group(claim)
    assert (group["verdict"], report.origins(group)) == ("single-source", [{mark}])


# --- single sources

Case = dict[str, Any]
SINGLE: dict[str, Case] = {
    "site area": {
        "at": ("003", "约13万平方米"),
        "is": (LINGANG, "area.site", "130000", "meter**2", "about", None),
        "count": 2,
    },
    "racks of phase one": {
        "at": ("003", "5000个"),
        "is": (LINGANG, "count.racks", "5000", "[count of racks]", "bare", "phase 1"),
        "count": 2,
    },
    "PUE": {
        "at": ("001", "1.28"),
        "is": (LINGANG, "ratio.pue", "1.28", "dimensionless", "bare", None),
        "count": 1,
    },
    "days of construction": {
        "at": ("003", "168天"),
        # 168 × 86,400 s
        "is": (LINGANG, "duration.construction", "14515200", "second", "bare", None),
        "count": 2,
    },
    "energy saved": {
        "at": ("003", "约4500万千瓦时"),
        # 4.5 × 10^7 × 3.6 × 10^6 J
        "is": (LINGANG, "energy.saved", "162000000000000", "joule", "about", None),
        "count": 2,
    },
    "compute of Hangzhou": {
        "at": ("002", "40P FLOPS"),
        "is": (HANGZHOU, "compute.peak", "40000000000000000", "flop/second", "bare", "phase 1"),
        "count": 2,
    },
    "site area of Hangzhou": {
        "at": ("002", "2000平方米"),
        "is": (HANGZHOU, "area.site", "2000", "meter**2", "bare", "phase 1"),
        "count": 1,
    },
    "GDP of Jiangbei": {
        "at": ("004", "663.5 亿元"),
        "is": (JIANGBEI, "money.gdp", "66350000000", "CNY", "bare", None),
        "count": 1,
    },
}


@pytest.mark.parametrize("name", SINGLE)
def test_single_source_is_read(report: Told, name: str) -> None:
    case = SINGLE[name]
    entity, attribute, worth, unit, hedge, scope = case["is"]
    claims = report.claims_at(*case["at"], kind="quantity")
    assert len(claims) == case["count"]
    for claim in claims:
        value = claim["value"]
        assert (claim["entity_id"], claim["attribute_id"]) == (entity, attribute)
        assert number(value["base_number"]) == number(worth)
        assert value["base_unit"].replace("机柜", "racks") == unit
        assert value["hedge"] == hedge
        # Whether the days until 封顶 are those of a part, 主体结构, may be read either way.
        if name != "days of construction":
            assert claim["qualifiers"]["scope"] == scope


@pytest.mark.parametrize("name", SINGLE)
def test_single_source_is_said(report: Told, name: str) -> None:
    mark, quote = SINGLE[name]["at"]
    claims = report.claims_at(mark, quote, kind="quantity")
    group = report.group(claims[0])
    assert group["verdict"] == "single-source"
    assert report.origins(group) == [{mark}]
    assert len(group["clusters"]) == 1
    # Title, summary and body of one document are one source of one fact.
    assert members(group) == {claim["id"] for claim in claims}
    assert group["clusters"][0]["independent_origins"] == 1


def test_title_and_body_are_one_source(report: Told) -> None:
    sections = {claim["section"] for claim in report.claims_at("002", "40P FLOPS", kind="quantity")}
    assert sections == {"title", "body"}


def test_pue_is_a_mean(report: Told) -> None:
    assert report.claim("001", "1.28")["qualifiers"]["statistic"] == "mean"


@pytest.mark.parametrize("quote", ["663.5 亿元", "8.2%"])
def test_gdp_and_its_growth_hold_for_the_quarter(report: Told, quote: str) -> None:
    time = report.claim("004", quote)["qualifiers"]["time"]
    assert (time["earliest"], time["latest"]) == ("2022-01-01", "2022-03-31")


def test_growth_of_jiangbei(report: Told) -> None:
    claim = report.claim("004", "8.2%")
    assert claim["entity_id"] == JIANGBEI
    assert number(claim["value"]["base_number"]) == Fraction(82, 1000)
    assert claim["value"]["base_unit"] == "dimensionless"
    assert claim["qualifiers"]["base"] == "year-on-year"
    group = report.group(claim)
    assert (group["verdict"], report.origins(group)) == ("single-source", [{"004"}])
    assert claim["attribute_id"] != report.claim("004", "663.5 亿元")["attribute_id"]


@pytest.mark.parametrize(
    ("mark", "quote"), [("003", "约4500万千瓦时"), ("003", "10%左右"), ("003", "上百种"), ("004", "10 家")]
)
def test_time_of_another_sentence_is_not_inherited(report: Told, mark: str, quote: str) -> None:
    assert {
        (claim["qualifiers"]["time"] or {}).get("stated")
        for claim in report.claims_at(mark, quote, kind="quantity")
    } == {None}


def test_about_13_is_a_quarter_wide(report: Told) -> None:
    value = report.claim("003", "约13万平方米")["value"]
    # ± min(25 %, 25 × 10,000) and ± min(5 %, 5 × 10,000)
    assert [number(value[end]) for end in ("lower", "upper", "soft_lower", "soft_upper")] == [
        97500,
        162500,
        123500,
        136500,
    ]


# --- what must stay apart


def test_three_cities_never_meet_in_one_group(report: Told) -> None:
    mixed = [
        [report.claims[claim]["quote"] for claim in members(group)]
        for group in report.report["groups"]
        if len({"上海" if m in SHANGHAI else m for m in report.documents(sorted(members(group)))}) > 1
    ]
    assert mixed == []


def test_core_and_related_industry_are_two_attributes(report: Told) -> None:
    core, related = report.claim("003", "超过1万亿元"), report.claim("003", "超过10万亿元")
    assert number(core["value"]["base_number"]) == 10**12
    assert number(related["value"]["base_number"]) == 10**13
    assert core["attribute_id"] != related["attribute_id"]
    assert report.group(core)["id"] != report.group(related)["id"]
    for claim in (core, related):
        assert (claim["value"]["base_unit"], claim["value"]["hedge"]) == ("CNY", "more_than")
        assert claim["qualifiers"]["time"]["earliest"] == "2030-01-01"
        assert claim["qualifiers"]["modality"] == "planned"


def test_partners_are_those_of_two_entities(report: Told) -> None:
    few, many = report.claim("002", "10余家"), report.claim("004", "50 多家")
    assert (few["entity_id"], many["entity_id"]) == (HANGZHOU, NANJING)
    assert report.group(few)["id"] != report.group(many)["id"]
    for claim, low, high in ((few, 10, 20), (many, 50, 60)):
        assert claim["value"]["hedge"] == "between"
        assert (number(claim["value"]["lower"]), number(claim["value"]["upper"])) == (low, high)
        assert (claim["value"]["lower_closed"], claim["value"]["upper_closed"]) == (False, False)


def test_no_figure_and_no_date_conflicts(report: Told) -> None:
    told = [group for group in report.report["groups"] if group["key"]["dimension"] != "rank"]
    assert told
    doubtful = {"conflict", "possible-conflict"}
    assert [group["explanation"] for group in told if group["verdict"] in doubtful] == []
    wrong = {"unit slip", "conflict", "possible conflict"}
    assert [c for group in told for c in group["comparisons"] if c["relation"] in wrong] == []
    ids = {group["id"] for group in told}
    grave = [f for f in report.report["findings"] if f["severity"] != "note" and f["code"] not in RANK_CODES]
    assert [f["message"] for f in grave if f["group_id"] in {*ids, None}] == []


# --- ranks


def test_two_firsts_of_east_china_need_review(report: Told) -> None:
    rivals = [f for f in report.report["findings"] if f["code"] in RANK_CODES and f["severity"] != "note"]
    assert [(f["code"], f["severity"]) for f in rivals] == [("V110", "warning")]
    first, second = (report.claims[one] for one in sorted(rivals[0]["claim_ids"]))
    assert (first["value"]["superlative"], first["value"]["region"]) == ("first", "east-china")
    assert (second["entity_id"], second["value"]["region"]) == (NANJING, "east-china")


def test_the_summary_weakens_the_rank_of_the_body(report: Told) -> None:
    (weakened,) = [f for f in report.report["findings"] if f["code"] == "V206"]
    assert (weakened["severity"], weakened["group_id"]) == ("note", None)
    quotes = {report.claims[one]["section"]: report.claims[one]["quote"] for one in weakened["claim_ids"]}
    assert quotes == {"body": "全国居首", "summary": "全国最大的人工智能计算中心之一"}


# --- definitions


GLOSSES = [("000", "1Petaflop"), ("000", "1000万亿次"), ("001", "千万亿次")]


@pytest.mark.parametrize(("mark", "quote"), GLOSSES)
def test_gloss_explains_and_claims_nothing(report: Told, mark: str, quote: str) -> None:
    assert [mention["role"] for mention in report.mentions_at(mark, quote)] == ["gloss"]
    assert report.claims_at(mark, quote) == []


def test_both_definitions_hold(report: Told) -> None:
    assert [f["message"] for f in report.report["findings"] if f["code"] == "V401"] == []


# --- ranks

RANKS: list[tuple[str, str, str, bool, str, str]] = [
    # file, where the words begin, of whom, strict, category, region
    ("000", "华东首个", LINGANG, True, "计算中心", "east-china"),
    ("000", "华东地区首个", LINGANG, True, "计算中心", "east-china"),
    ("000", "亚洲最大", LINGANG, False, "计算中心", "asia"),
    ("001", "亚洲最大", LINGANG, False, "计算中心", "asia"),
    ("002", "浙江省首个", HANGZHOU, True, "基础设施", "zhejiang"),
    ("003", "居首", LINGANG, True, "算", "china"),
    ("003", "亚洲最大的人", LINGANG, False, "计算中心", "asia"),
    ("003", "华东地区首个", LINGANG, True, "计算中心", "east-china"),
    ("003", "全国最大", LINGANG, False, "计算中心", "china"),
    ("003", "最大的之一", LINGANG, False, "计算中心", "asia"),
    ("004", "长三角首个国产", NANJING, True, "算力中心", "yangtze-delta"),
    ("004", "长三角首个上线", NANJING, True, "基础设施", "yangtze-delta"),
    ("004", "华东区域首个", NANJING, True, "集群", "east-china"),
]


@pytest.mark.parametrize(("mark", "quote", "entity", "strict", "category", "region"), RANKS)
def test_rank_is_claimed(
    report: Told, mark: str, quote: str, entity: str, strict: bool, category: str, region: str
) -> None:
    value = report.claim(mark, quote, kind="rank")["value"]
    assert (value["strict"], value["region"]) == (strict, region)
    assert category in value["category"]


@pytest.mark.parametrize(("mark", "quote", "entity"), [case[:3] for case in RANKS])
def test_rank_is_that_of_the_centre(report: Told, mark: str, quote: str, entity: str) -> None:
    assert {claim["entity_id"] for claim in report.claims_at(mark, quote, kind="rank")} == {entity}


def test_first_and_largest_are_two_superlatives(report: Told) -> None:
    first = report.claim("000", "华东地区首个", kind="rank")["value"]["superlative"]
    largest = report.claim("000", "亚洲最大", kind="rank")["value"]["superlative"]
    assert first != largest


# --- what is no figure

TRAPS = [
    ("002", "1+4+3+N"),
    ("002", "一中心四平台"),
    ("003", "第四届"),
    ("003", "趋势一"),
    ("000", "600848"),
    ("001", "600848"),
    ("000", "w550h366"),
    ("000", "width:74px"),
    ("000", "Mon, 24 Jan"),
    ("002", 'width="1200"'),
    ("002", 'height="801"'),
    ("004", 'w="1257"'),
    ("004", 'data-vmark="'),
    ("001", "2022012622"),
    ("003", "wfr="),
]


@pytest.mark.parametrize(("mark", "quote"), TRAPS)
def test_trap_is_no_figure(report: Told, mark: str, quote: str) -> None:
    assert [claim["quote"] for claim in report.claims_at(mark, quote)] == []
    assert {mention["role"] for mention in report.mentions_at(mark, quote)} <= {"ignored"}


@pytest.mark.parametrize("item", range(1, 9))
def test_number_of_a_list_item_is_no_figure(report: Told, item: int) -> None:
    found = re.search(rf"^{item}\. ", report.text("003"), re.MULTILINE)
    assert found is not None
    assert [m["role"] for m in report.mentions_in("003", found.start(), found.start() + 1)] == ["ignored"]


def test_the_closer_to_1_states_no_pue(report: Told) -> None:
    assert report.claims_at("001", "越接近1") == []
    pue = [c["quote"] for c in report.report["claims"] if c["attribute_id"] == "ratio.pue"]
    assert pue == ["1.28"]


# --- the census, and places


def visible(text: str) -> str:
    """Blank out what a reader does not see, keeping every place: heads, tags, comments, styles, links."""
    hidden = [
        r"(?s)\A\s*---\n.*?\n---\n",
        r"(?s)<!--.*?-->",
        r"(?s)<style>.*?</style>",
        r"(?s)<[^<>]*>",
        r"(?m)^链接: .*$",
        r"\]\([^()]*\)",
    ]
    for pattern in hidden:
        text = re.sub(pattern, lambda found: " " * len(found.group()), text)
    return text


@pytest.mark.parametrize("mark", ["000", "001", "002", "003", "004"])
def test_mentions_cover_every_digit_of_the_visible_text(report: Told, mark: str) -> None:
    text = visible(report.text(mark))
    digits = {place for place, character in enumerate(text) if character in "0123456789"}
    covered: set[int] = set()
    for mention in report.mentions:
        if report.mark(mention["source_id"]) == mark:
            covered |= set(range(mention["span"]["start"], mention["span"]["end"]))
    assert digits
    assert [text[max(0, place - 6) : place + 6] for place in sorted(digits - covered)] == []


@pytest.mark.parametrize(
    ("mark", "quote"),
    [
        ("001", "千万亿"),
        ("002", "三个"),
        ("002", "四平台"),
        ("002", "一期"),
        ("003", "上百种"),
        ("003", "374亿亿"),
        ("003", "第四届"),
        ("003", "趋势一"),
        ("003", "十大"),
        ("003", "2018年"),
        ("004", "四大"),
        ("004", "一季度"),
        ("004", "翻了一番"),
    ],
)
def test_mentions_cover_chinese_numerals(report: Told, mark: str, quote: str) -> None:
    for start, end in report.places(mark, quote):
        assert report.mentions_in(mark, start, end), f"{quote} at {start}"


def test_census_adds_up_to_the_mentions(report: Told) -> None:
    mentions = Counter(mention["source_id"] for mention in report.mentions)
    roles = Counter((mention["source_id"], mention["role"]) for mention in report.mentions)
    rules = Counter((m["source_id"], m["rule"]) for m in report.mentions if m["role"] == "ignored")
    assert {one["source_id"] for one in report.report["census"]} == set(mentions)
    for one in report.report["census"]:
        source = one["source_id"]
        told = {role: one[role] for role in ("claim", "qualifier", "gloss", "unresolved", "unclaimed")}
        ignored = one["ignored"]
        assert sum(told.values()) + sum(ignored.values()) == one["figures"] == mentions[source]
        assert {role: roles[source, role] for role in told} == told
        assert {rule: rules[source, rule] for rule in ignored} == ignored


def test_figure_that_is_claimed_has_its_claim(report: Told) -> None:
    claimed = [mention for mention in report.mentions if mention["role"] == "claim"]
    assert claimed
    for mention in claimed:
        claim = report.claims[mention["claim_id"]]
        assert (claim["span"], claim["quote"]) == (mention["span"], mention["quote"])
        assert claim["value"] == mention["value"]
    figures = {c["id"] for c in report.claims.values() if c["value"]["kind"] == "quantity"}
    assert figures == {m["claim_id"] for m in claimed if m["value"]["kind"] == "quantity"}


def test_quote_stands_at_its_place(report: Told) -> None:
    for item in (*report.report["claims"], *report.mentions):
        text, span = report.text(report.mark(item["source_id"])), item["span"]
        before = text[: span["start"]]
        assert text[span["start"] : span["end"]] == item["quote"]
        assert span["line"] == before.count("\n") + 1
        assert span["column"] == len(before) - (before.rfind("\n") + 1) + 1


def test_every_claim_stands_in_one_group_and_one_cluster(report: Told) -> None:
    held: Counter[str] = Counter()
    for group in report.report["groups"]:
        held.update(claim for cluster in group["clusters"] for claim in cluster["claim_ids"])
        held.update(group["unresolved_claim_ids"])
    assert set(held) == set(report.claims)
    assert set(held.values()) == {1}


def test_verdicts_follow_from_origins_and_clusters(report: Told) -> None:
    for group in report.report["groups"]:
        if group["verdict"] == "agreement":
            assert len(group["clusters"]) == 1
            assert group["clusters"][0]["independent_origins"] >= 2
        if group["verdict"] == "single-source" and len(group["clusters"]) == 1:
            assert group["clusters"][0]["independent_origins"] == 1


def test_summary_counts_the_verdicts(report: Told) -> None:
    summary, verdicts = report.report["summary"], Counter(g["verdict"] for g in report.report["groups"])
    assert (summary["sources"], summary["claims"]) == (5, len(report.claims))
    assert summary["groups"] == sum(verdicts.values())
    assert summary["agreements"] == verdicts["agreement"]
    assert summary["conflicts"] == verdicts["conflict"]
    assert summary["possible_conflicts"] == verdicts["possible-conflict"]
    assert summary["single_source"] == verdicts["single-source"]
    assert summary["findings"] == len(report.report["findings"])


def test_everything_was_read(report: Told) -> None:
    assert report.report["issues"] == []
