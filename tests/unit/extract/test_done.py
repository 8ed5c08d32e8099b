"""What was done to some things says nothing of how many there are."""

from __future__ import annotations

import pytest

from tests.unit.extract.test_keys import claims


@pytest.mark.parametrize(
    ("text", "quote", "scope"),
    [
        ("谷阳酒店有客房320间。", "320间", None),
        ("谷阳酒店翻新客房120间。", "120间", "renovated"),
        ("谷陽酒店翻新客房120間。", "120間", "renovated"),
        ("The Vale Hotel has 320 rooms.", "320 rooms", None),
        ("The Vale Hotel renovated 120 rooms.", "120 rooms", "renovated"),
        ("谷阳机场取消航班126架次。", "126架次", "cancelled"),
        ("谷阳牧场在暴雪中损失羊260只。", "260只", "lost"),
        ("旱灾造成谷阳市1.26万头牛死亡。", "1.26万头", "died"),
        ("旱災造成谷陽市1.26萬頭牛死亡。", "1.26萬頭", "died"),
        ("谷阳市有牛12.6万头。", "12.6万头", None),
        ("暴雨造成谷阳市320间房屋损毁。", "320间", "destroyed"),
        ("The Vale Farm lost 260 sheep in the storm.", "260 sheep", "lost"),
        ("The Vale Stags won 91 games and lost 71 that year.", "91 games", None),
        ("The Vale Farm has 12,600 sheep.", "12,600 sheep", None),
        ("谷阳市更新公交车260辆。", "260辆", "replaced"),
        ("谷阳研究院现有修复师62人。", "62人", None),
        ("谷阳博物馆修复后展厅面积3000平方米。", "3000平方米", None),
    ],
)
def test_what_was_done_is_a_part_of_a_count_of_things(text: str, quote: str, scope: str | None) -> None:
    found = {stated: claim.qualifiers.scope for stated, claim in claims(text).items() if quote in stated}
    assert list(found.values()) == [scope]
