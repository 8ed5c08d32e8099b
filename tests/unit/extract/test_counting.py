"""A count is of its noun, wherever that stands and whatever measure word helps to find it."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.support.scanned import shipped
from verify.extract.extractor import Extractor
from verify.model.claim import Claim
from verify.model.document import Block, Document, Section, Source
from verify.model.quantity import Quantity
from verify.model.span import OffsetMap

EXTRACTOR = Extractor(shipped())


def claim(text: str, words: str) -> Claim:
    """Return the claim of a text whose figure begins with some words."""
    language = "en" if text.isascii() else "zh"
    source = Source("text.txt", "text.txt", published=dt.date(2024, 10, 1), language=language)
    block = Block(Section.BODY, text, OffsetMap.identity(len(text)))
    found = EXTRACTOR.extract(Document(source, text, (block,))).claims
    return next(one for one in found if one.quote.startswith(words))


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (["该剧团有32名演员。", "该剧团有演员32人。", "The company has 32 actors."], "32"),
        (["车间现有焊工46人。", "车间有46名焊工。", "The shop has 46 welders."], "46"),
        (["图书馆有28名馆员。", "The library has 28 librarians."], "28"),
        (["合唱团有14位客席指挥。", "客席指挥14位。", "It has 14 guest conductors."], "14"),
        (["馆内有9名茶艺师。", "茶艺师有9名。"], "9"),
        (
            ["公司员工1,200人，其中咖啡师310人。", "It employs 1,200 people, 310 of them baristas."],
            "310",
        ),
        (["农场养了3,200头猪。", "农场存栏生猪3,200头。", "The farm keeps 3,200 pigs."], "3,200"),
        (["牧场奶牛存栏2.4万头。", "牧场存栏奶牛2.4万头。"], "2.4"),
        (["中心有流动献血车14辆。", "中心有14輛捐血車。", "It has 14 blood donation vehicles."], "14"),
        (["中心设捐血屋22间。", "中心设22间捐血屋。", "It runs 22 donation rooms."], "22"),
        (["无线摄像头共安装640台。", "园区有640台无线摄像头。", "It has 640 wireless cameras."], "640"),
        (["动物园饲养动物210种、3,100只。", "The zoo keeps 3,100 animals."], "3,100"),
        (["教堂的管风琴有3,120根音管。", "音管共3,120根。", "The organ has 3,120 organ pipes."], "3,120"),
        (["工厂有灌装线12条。", "The factory has 12 filling lines."], "12"),
    ],
)
def test_one_noun(texts: list[str], words: str) -> None:
    found = [claim(text, words) for text in texts]
    assert len({one.attribute_id for one in found}) == 1
    assert len({one.dimension for one in found}) == 1
    assert not {one.qualifiers.scope for one in found if not one.qualifiers.loose} - {None}


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("该剧团有32名演员。", "该剧团有32名歌手。", "32"),
        ("牧场存栏奶牛2.4万头。", "牧场存栏肉牛2.4万头。", "2.4"),
        ("集团有442辆公交车。", "集团有442辆氢燃料公交车。", "442"),
        ("动物园有动物320种。", "动物园有动物320只。", "320"),
        ("The company has 32 actors.", "The company has 32 singers.", "32"),
        ("The company has 46 welders.", "The company has 46 people.", "46"),
    ],
)
def test_another_noun(one: str, other: str, words: str) -> None:
    first, second = claim(one, words), claim(other, words)
    assert (first.attribute_id, first.dimension) != (second.attribute_id, second.dimension)


@pytest.mark.parametrize(
    ("text", "words", "attribute"),
    [
        # bought by the company, and no companies
        ("公司共加装640台。", "640", "growth of count of [count of 台]"),
        ("该剧团有78人。", "78", "count of 人"),
        ("这样的车有86辆。", "86", "count of 辆"),
        ("共有386个品牌销售额破亿元。", "386", "count of 品牌"),
        ("全省报告不良反应87例。", "87", "count of [count of 不良反应]"),
        ("全省报告病例87例。", "87", "people.cases"),
        ("There are 2,191 women among them.", "2,191", "count of [count of women]"),
        ("该县有妇女3200名。", "3200名", "count of 人"),
        # what is sold, shown or shipped is no place and no museum
        ("公司产品销往46个国家。", "46", "count.countries"),
        ("Robots were shipped to 12 countries.", "12", "count.countries"),
        ("展览由14家博物馆展出文物236件。", "14", "count of 博物馆"),
        ("展览由14家博物馆展出文物236件。", "236", "count.exhibits"),
        ("该公司通航城市46个。", "46", "count.destinations"),
        ("Robots were shipped to 12 buyers.", "12", "count.shipped"),
        ("该县有老人3200名。", "3200名", "count of 人"),
        ("The school has 28 senior teachers.", "28", "people.teachers"),
        ("It is a $3.1 billion company.", "$3.1", "~[USD]"),
        ("公司员工1,200人，其中女性310人。", "310", "people.staff"),
        ("事故造成3名焊工受伤。", "3", "people.injured"),
        ("公司在12个城市运营冷库31座。", "31", "count of [count of 冷库]"),
        ("公司在12个城市运营冷库31座。", "12", "count.cities"),
        ("在校研究生3,100人。", "3,100", "people.students"),
        # whom something befell, without a noun of their own
        ("Five people have died and 12 have been injured in the fire.", "12", "people.injured"),
        ("The number of columns per table is 1,600.", "1,600", "count of [count of 柱子]"),
        (
            "The maximum number of columns per table is limited to 1,600.",
            "limited",
            "count of [count of 柱子]",
        ),
        ("该剧团有32名演员受聘，平均年龄34岁。", "34", "age.any"),
    ],
)
def test_what_no_noun_of_the_count_is(text: str, words: str, attribute: str) -> None:
    assert claim(text, words).attribute_id == attribute


@pytest.mark.parametrize(
    ("text", "words", "scope"),
    [
        ("集团共有公交车3180辆。", "3180", None),  # the word of a part is what is counted
        ("集团有电动公交车2756辆，氢燃料公交车424辆。", "424", "氢燃料"),
    ],
)
def test_part_beside_the_noun(text: str, words: str, scope: str | None) -> None:
    known = claim(text, words).qualifiers
    assert known.scope == scope
    assert known.loose is (scope is not None)


def test_people_stay_people_by_name() -> None:
    value = claim("车间现有焊工46人。", "46").value
    assert isinstance(value, Quantity)
    assert (value.unit.name, value.unit.base, value.unit.counts) == ("人", "[count of 焊工]", True)


@pytest.mark.parametrize(
    "text",
    [
        "该公司有职工宿舍310间。",
        "该局受理乘客申诉310件。",
        "其中本国人申请310件。",
        "博物馆接待游客团体310批。",
        "该市计程车每日载客310趟。",
        "该市发放游客门票310张。",
    ],
)
def test_a_measure_word_of_things_counts_nobody(text: str) -> None:
    value = claim(text, "310").value
    assert isinstance(value, Quantity)
    assert value.unit.base not in {"人", "人次", "户"}


def test_whom_something_befell_are_what_was_counted_before() -> None:
    assert claim("The truck carried 300 pigs and 40 were injured.", "40").dimension == "[count of 生猪]"
    assert claim("The truck carried 300 pupils and 40 were injured.", "40").dimension == "人"
    assert claim("It burned for six hours and 40 were injured.", "40").dimension == "人"
