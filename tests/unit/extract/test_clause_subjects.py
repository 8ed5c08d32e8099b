"""What the subject of an English sentence tells: a part of the thing spoken of, or work done to it."""

from __future__ import annotations

import pytest

from tests.unit.extract.test_keys import claims

STATION = "The Ridge Power Station works. "
DAMS = "The upper dam is 118 metres high, the lower dam 76 metres high."
FOODS = "Marlow Foods grew in 2023. "


@pytest.mark.parametrize(
    ("text", "quote", "scope"),
    [
        (f"{STATION}The powerhouse is 176 metres long.", "176 metres", "地下厂房"),
        (f"{STATION}The upper dam is 118 metres high.", "118 metres", "upper dam"),
        (
            f"{STATION}{DAMS}",
            "76 metres",
            "lower dam",
        ),
        (f"{STATION}The powerhouse, a cavern 176 metres long, is deep.", "176 metres", "地下厂房"),
        (f"{STATION}The station, a cavern 176 metres long, is deep.", "176 metres", None),
        (f"{STATION}The station is 176 metres long.", "176 metres", None),
        (f"{STATION}It is 176 metres long.", "176 metres", None),
        (f"{STATION}The total length is 680 metres.", "680 metres", None),
        (f"{STATION}The complex is 680 metres long.", "680 metres", None),
        (
            f"{FOODS}Bread remained its best division with revenue of £688 million.",
            "£688 million",
            "bread",
        ),
        (f"{FOODS}Chilled foods contributed revenue of £497 million.", "£497 million", "chilled food"),
        (f"{FOODS}Revenue was £1,462 million.", "£1,462 million", None),
        (f"{FOODS}The company made a profit of £61 million.", "£61 million", None),
        ("Quillhook sends events. Failed deliveries are retried up to 8 times.", "up to 8", None),
        ("Repairs to the Ridge Bridge cost €12 million.", "€12 million", "repairs to"),
        ("Painting the Ridge Bridge cost €12 million.", "€12 million", "绘画"),
        ("Building the Ridge Bridge cost €260 million.", "€260 million", None),
        ("The Ridge Bridge cost €260 million.", "€260 million", None),
        # what is measured stands behind the attribute's word
        ("Ridge County grew. Exports of green tea came to 43,100 tonnes.", "43,100 tonnes", "green tea"),
        ("Ridge County grew. Its output of pears was 5,200 tonnes.", "5,200 tonnes", "pear"),
        ("Ridge Bridge opened. The length of the undersea section is 2 km.", "2 km", "海底段"),
        ("Ridge Bridge opened. The length of the bridge is 2 km.", "2 km", None),
        ("Ridge Bridge opened. The length of Ridge Bridge is 2 km.", "2 km", None),
        ("Ridge Bridge opened. The cost of the project was £12 million.", "£12 million", None),
        ("云岭合作社开张。2023年采收水梨5020吨。", "5020吨", "水梨"),
        ("云岭合作社开张。2023年生产硅片3亿片。", "3亿片", None),
        ("云岭工厂一期工程投产。每年生产硅片12万吨。", "12万吨", "phase 1"),
        # one of those that were just counted, told by a superlative alone
        ("The Ridge Line has nine tunnels, the longest 12.4 km long.", "12.4 km", "longest"),
        ("The Ridge Line has nine tunnels, the longest of which is 12.4 km long.", "12.4 km", "longest"),
        ("Ridge had 37 shocks, the strongest with a magnitude of 4.6.", "magnitude of 4.6", "strongest"),
        ("云岭线有隧道9座，其中最长的一座长12.4公里。", "12.4公里", "最长"),
        ("云岭线有隧道9座，最长的为12.4公里。", "12.4公里", "最长"),
        ("云岭剧院有三个厅，最大的厅有800座。", "800座", "最大的厅"),
    ],
)
def test_part_that_a_subject_tells(text: str, quote: str, scope: str | None) -> None:
    found = {quote: claim.qualifiers.scope for quote, claim in claims(text).items()}
    assert found[quote] == scope


@pytest.mark.parametrize(
    ("text", "quote", "planned"),
    [
        (
            "A firm offered to build the Ridge Bridge, 16.8 km long, with a main span of 580 metres.",
            "16.8 km",
            True,
        ),
        (
            "A firm offered to build the Ridge Bridge, 16.8 km long, with a main span of 580 metres.",
            "580",
            True,
        ),
        ("The Ridge Bridge was estimated to cost €3.1 billion.", "€3.1 billion", True),
        ("The Ridge Company hopes to sell 300 cars.", "300", True),
        ("The Ridge Bridge will open soon, and has a main span of 580 metres.", "580 metres", False),
        ("The crowd at the Ridge Bridge was estimated at 3,000 people.", "3,000 people", False),
        ("岭湖大桥核准时估算投资98亿元。", "98亿元", True),
        ("嶺湖大橋核准時估算投資98億元。", "98億元", True),
    ],
)
def test_what_is_only_planned(text: str, quote: str, planned: bool) -> None:
    found = {stated: claim.qualifiers.modality for stated, claim in claims(text).items() if quote in stated}
    assert [one is not None for one in found.values()] == [planned]
