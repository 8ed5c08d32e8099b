"""What figures measure where the words are of another sentence, another language or another kind of thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify import api
from verify.model.claim import Claim


def claims(folder: Path, *texts: str) -> dict[str, Claim]:
    """Return the claims of some documents by their words."""
    for number, text in enumerate(texts):
        head = f"---\ntitle: 说明 {number}\ndate: 2024-03-0{number + 1}\n---\n\n"
        (folder / f"{number}.md").write_text(f"{head}{text}\n", "utf-8")
    return {claim.quote: claim for claim in api.check([folder], base=folder).claims}


@pytest.mark.parametrize(
    ("chinese", "one", "english", "other"),
    [
        ("园区共有92个室外展园。", "92个", "The park has 92 outdoor gardens.", "92 outdoor gardens"),
        ("园区设室外展园92个。", "92个", "The park has 92 gardens.", "92 gardens"),
        ("赛事设医疗站28个。", "28个", "The race had 28 medical stations.", "28 medical stations"),
        (
            "每个队列最多500条处理中的消息。",
            "最多500条",
            "It holds 500 in-flight messages.",
            "500 in-flight messages",
        ),
        ("最多可打开64个表。", "最多可打开64个", "It allows 64 open tables.", "64 open tables"),
    ],
)
def test_a_noun_counts_the_same_in_both_languages(
    tmp_path: Path, chinese: str, one: str, english: str, other: str
) -> None:
    found = claims(tmp_path, chinese, english)
    dimensions = {claim.dimension for quote, claim in found.items() if quote[-1] in one or quote in other}
    assert len(found) == 2
    assert len(dimensions) == 1


def test_a_compound_is_another_thing_than_its_last_word(tmp_path: Path) -> None:
    found = claims(tmp_path, "The line has 26 stations.", "The race had 26 medical stations.")
    assert len({claim.dimension for claim in found.values()}) == 2


@pytest.mark.parametrize(
    ("text", "quote", "attribute", "statistic"),
    [
        ("How large can a value be? Up to 16 MB.", "Up to 16 MB", "limit.value", None),
        ("What is the default timeout? It is 45 seconds.", "45 seconds", "limit.timeout", "default"),
        ("How long is the tunnel? It is 3.6 kilometres.", "3.6 kilometres", "length.total", None),
        ("Can I change it? The cache size is 64 MB.", "64 MB", "limit.cache", None),
    ],
)
def test_an_answer_is_of_what_its_question_asks(
    tmp_path: Path, text: str, quote: str, attribute: str, statistic: str | None
) -> None:
    claim = claims(tmp_path, text)[quote]
    assert (claim.attribute_id, claim.qualifiers.statistic) == (attribute, statistic)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The default page size is 4 KB and the default cache size is 64 MB.",
            {"4 KB": "limit.page", "64 MB": "limit.cache"},
        ),
        ("键最大1 KB，值最大16 MB。", {"1 KB": "limit.key", "16 MB": "limit.value"}),
        (
            "Keys can be up to 1 KB and values up to 16 MB.",
            {"up to 1 KB": "limit.key", "up to 16 MB": "limit.value"},
        ),
        ("可见性超时默认30秒，最长12小时。", {"30秒": "limit.timeout", "12小时": "limit.timeout"}),
        ("The 123-minute film cost 260 million yuan.", {"123-minute": "duration.runtime"}),
        ("The 318-hectare park has 12 lakes.", {"318-hectare": "area.site"}),
        ("学生3万人，教授312名。", {"3万人": "people.students", "312名": "count of [count of 教授]"}),
        ("The plant handles 1,200 tonnes a day with 24 MW.", {"24 MW": "power.installed"}),
    ],
)
def test_each_figure_has_the_word_that_is_its_own(
    tmp_path: Path, text: str, expected: dict[str, str]
) -> None:
    found = claims(tmp_path, text)
    assert {quote: found[quote].attribute_id for quote in expected} == expected


@pytest.mark.parametrize(
    ("text", "quote", "scope"),
    [
        ("二期占地12公顷，总投资13.5亿元。", "13.5亿元", "phase 2"),
        ("二期新增产能15万吨，全厂产能达25万吨。", "达25万吨", None),
        ("The second phase adds 5 MW. The plant has 210 employees.", "210 employees", None),
        ("60岁及以上人口为80.5万人。", "80.5万人", "aged 60+"),
        ("People aged 65 or over make up 13.7 percent.", "13.7 percent", "aged 65+"),
        ("The timeout is now 30 seconds (was 20 seconds).", "20 seconds", "before the change"),
        ("The limit was raised from 64 KB to 256 KB.", "64 KB", "before the change"),
        ("保护区计划将面积由4.8万公顷扩大至5.3万公顷。", "5.3万公顷", "after the change"),
        ("该片3月8日在北美上映。", "3月8日", "north-america"),
        (
            "Its corn output was 28.9 million tonnes and its soybean output 1.68 million tonnes.",
            "28.9 million tonnes",
            "maize",
        ),
    ],
)
def test_the_part_that_a_figure_is_of(tmp_path: Path, text: str, quote: str, scope: str | None) -> None:
    assert claims(tmp_path, text)[quote].qualifiers.scope == scope


@pytest.mark.parametrize(
    ("text", "quote", "time"),
    [
        ("公司全年营业收入5亿元。", "5亿元", "2023-01-01"),
        ("公司预计全年营业收入5亿元。", "5亿元", "2024-01-01"),
        ("The province's 2022 grain output was 41 million tonnes.", "41 million tonnes", "2022-01-01"),
        ("2022年全县粮食产量5万吨，其中小麦产量2万吨。", "2万吨", "2022-01-01"),
    ],
)
def test_the_year_that_a_figure_is_of(tmp_path: Path, text: str, quote: str, time: str) -> None:
    period = claims(tmp_path, text)[quote].qualifiers.time
    assert period is not None
    assert str(period.earliest) == time


def test_a_bracket_in_a_head_is_a_statistic(tmp_path: Path) -> None:
    table = (
        "| Limit | Value |\n|---|---|\n| Timeout (default) | 30 seconds |\n| Timeout (maximum) | 12 hours |"
    )
    found = claims(tmp_path, table)
    assert {quote: claim.qualifiers.statistic for quote, claim in found.items()} == {
        "30 seconds": "default",
        "12 hours": "maximum",
    }


def test_energy_by_the_year_is_no_power(tmp_path: Path) -> None:
    found = claims(tmp_path, "The plant generates 210 million kWh a year.")
    (claim,) = found.values()
    assert (claim.dimension, claim.qualifiers.statistic) == ("joule", "per year")


def test_a_thing_of_a_kind_has_attributes_of_its_own(tmp_path: Path) -> None:
    found = claims(tmp_path, "青松博览会4月18日开园。青松博览会为期45天。")
    assert {claim.attribute_id for claim in found.values()} == {"date.held", "duration.event"}


@pytest.mark.parametrize(
    ("text", "quote", "scope", "statistic"),
    [
        # 水电 is a word of the name, and no part of the station
        ("青松水电站总装机容量30万千瓦。", "30万千瓦", None, None),
        ("青松水电站安装4台机组，单机容量8万千瓦。", "8万千瓦", None, "per unit"),
        ("The Qingsong wind farm has 50 turbines of 6 MW each.", "6 MW", None, "per unit"),
        # the part that opens a sentence holds for its clauses, though they say 全长 and 全部
        ("8号线二期全长17公里，全部为地下线，设车站12座。", "12座", "phase 2", None),
        ("8号线二期全长17公里，设车站12座。", "17公里", "phase 2", None),
        ("球场的屋顶重3万吨。", "3万吨", "roof", None),
    ],
)
def test_of_what_part_and_how_told(
    tmp_path: Path, text: str, quote: str, scope: str | None, statistic: str | None
) -> None:
    found = claims(tmp_path, text)[quote].qualifiers
    assert (found.scope, found.statistic) == (scope, statistic)


def test_a_count_with_its_own_noun_is_of_nothing_that_another_counts(tmp_path: Path) -> None:
    found = claims(tmp_path, "公司在145个城市拥有479家零售中心。")
    assert found["145个"].attribute_id == "count.cities"
    assert found["479家"].attribute_id != "count.cities"
