"""What pages show beside the facts: texts with their figures, matrices, the timeline, citations, rules."""

from __future__ import annotations

import datetime as dt

import pytest

from verify.report import schema
from verify.report.language import ENGLISH, language
from verify.report.page import GroupView, NoteView
from verify.report.pages.citing import citation
from verify.report.pages.links import Links
from verify.report.pages.matrix import matrices
from verify.report.pages.rules import used
from verify.report.pages.texts import FATES, Texts, fate_lists
from verify.report.pages.timeline import WIDTH, timeline
from verify.report.view import Views
from verify.report.whole import page


@pytest.fixture
def views(bridge: schema.Report) -> Views:
    return Views(bridge)


def group(bridge: schema.Report, attribute: str) -> GroupView:
    return next(one for one in page(bridge).groups if one.attribute == attribute)


def test_a_text_is_whole_and_its_figures_stand_in_their_states(bridge: schema.Report, views: Views) -> None:
    first = next(iter(Texts(views, bridge.texts)))
    body = next(block for block in first.blocks if block.section == "body")
    assert "".join(each.text for each in body.stretches) == (
        "镜湖大桥全长55公里，总投资120亿元，2021年5月8日开工。大桥是全国最长的跨海大桥。"
    )
    found = [(each.text, each.figure.state) for each in body.stretches if each.figure]
    assert found[:3] == [("55公里", "conflict"), ("120亿元", "agreement"), ("2021年5月8日", "conflict")]


def test_every_figure_of_the_census_is_in_a_text_or_in_a_list(bridge: schema.Report, views: Views) -> None:
    lists = {one.fate: one for one in fate_lists(views)}
    for fate in FATES:
        told = [
            item.ignored.values() if fate == "ignored" else [getattr(item, fate)] for item in bridge.census
        ]
        count = sum(sum(each) for each in told)
        assert (lists[fate].count if fate in lists else 0) == count
        if fate in lists:
            assert sum(len(items) for _, items in lists[fate].rules) == count


def test_a_matrix_has_a_row_for_each_fact_and_a_column_for_each_document(bridge: schema.Report) -> None:
    (told,) = matrices(page(bridge).groups)
    assert told.entity == "镜湖大桥"
    assert [source.publisher for source in told.sources] == ["海港日报", "山城晚报", "云港网"]
    (row,) = [row for row in told.rows if row.group.attribute == "length"]
    cells = [[(member.stated, cluster) for member, cluster in cell] for cell in row.cells]
    assert cells == [[("55公里", 0)], [("65公里", 1)], [("约5.5万米", 0)]]


def test_a_thing_of_one_document_has_no_matrix(bridge: schema.Report) -> None:
    alone = [one for one in page(bridge).groups if one.sources == (1,)]
    assert alone
    assert list(matrices(alone)) == []


def test_the_timeline_puts_days_in_order(bridge: schema.Report, views: Views) -> None:
    told = timeline(page(bridge).groups, views.claims)
    assert told is not None
    (row,) = told.rows
    assert row.group.attribute == "start of construction"
    assert row.days == ("2021-05-08", "2021-06")
    day, month = row.marks
    # From 8 May to 30 June are 53 days, on the axis less 40 at either end.
    length = WIDTH - 80
    assert (day.left, day.width, day.cluster) == (40, 0, 0)
    assert (month.left, month.width, month.cluster) == (
        40 + 24 * length // 53,
        960 - (40 + 24 * length // 53),
        1,
    )
    assert told.ticks == ((40, "2021-05-08"),)


@pytest.mark.parametrize(
    ("earliest", "latest", "english", "chinese"),
    [
        ("2021-05-08", "2021-05-08", "2021-05-08", "2021年5月8日"),
        ("2021-06-01", "2021-06-30", "2021-06", "2021年6月"),
        ("2024-02-01", "2024-02-29", "2024-02", "2024年2月"),
        ("2023-02-01", "2023-02-27", "2023-02-01 to 2023-02-27", "2023年2月1日 至 2023年2月27日"),
        ("2024-01-01", "2024-12-31", "2024", "2024年"),
        ("2049-01-01", "2051-12-31", "2049 to 2051", "2049年 至 2051年"),
        ("2022-01-01", "2022-03-31", "2022-01 to 2022-03", "2022年1月 至 2022年3月"),
        ("2023-04-01", "2024-03-31", "2023-04 to 2024-03", "2023年4月 至 2024年3月"),
        ("9999-01-01", "9999-12-31", "9999", "9999年"),
        ("0618-01-01", "0618-12-31", "0618", "618年"),
    ],
)
def test_whole_months_and_years_are_told_as_such(
    earliest: str, latest: str, english: str, chinese: str
) -> None:
    assert ENGLISH.days(earliest, latest) == english
    assert language("zh").days(earliest, latest) == chinese


def test_a_date_says_nothing_more_where_its_words_say_it(bridge: schema.Report) -> None:
    told = {member.stated: member.beside for member in group(bridge, "start of construction").members}
    assert told == {
        "2021年5月8日": "",
        "2021年6月": "",
    }


def test_a_number_line_is_marked_in_the_unit_of_its_sources(bridge: schema.Report) -> None:
    line = group(bridge, "length").line
    assert line is not None
    assert [tick.label for tick in line.ticks] == ["55公里", "65公里"]


@pytest.mark.parametrize(
    ("message", "gap", "derivation", "sided"),
    [
        ("a says 5 km, b says 6 km", "", (), False),
        ("a says 5 km, b says 6 km (gap 17%)", "17%", (), False),
        ("a says 5 km, b says 6 km", "17%", (), True),
        ("two lengths", "", (), True),
        ("two lengths", "", ("5 + 0 = 5",), False),
    ],
)
def test_what_a_message_tells_is_not_told_again(
    message: str, gap: str, derivation: tuple[str, ...], sided: bool
) -> None:
    note = NoteView("V101-0", "V101", "error", "", message, "5 km", "6 km", gap, derivation, ())
    assert note.sided is sided


@pytest.mark.parametrize(
    ("days", "years"),
    [
        (("2019-03-01", "2022-01-05"), ["2020", "2021", "2022"]),
        (("1980-06-01", "2021-01-01"), ["1986", "1992", "1998", "2004", "2010", "2016"]),
        (("2021-02-01", "2021-03-01"), ["2021-02-01"]),
        (("2021-02-01", "2021-02-01"), ["2021-02-01"]),
    ],
)
def test_the_axis_names_as_many_years_as_there_is_room_for(days: tuple[str, str], years: list[str]) -> None:
    from verify.report.pages.timeline import _Axis

    first, last = map(dt.date.fromisoformat, days)
    axis = _Axis(first, last)
    assert [label for _, label in axis.ticks()] == years
    assert all(0 <= place <= WIDTH for place, _ in axis.ticks())


def test_without_dates_there_is_no_timeline(bridge: schema.Report, views: Views) -> None:
    assert timeline([group(bridge, "length")], views.claims) is None


def test_a_citation_tells_who_says_what_where(bridge: schema.Report) -> None:
    told = group(bridge, "length")
    lines = citation(told, ENGLISH).splitlines()
    assert lines[0].startswith("**镜湖大桥 · length** (conflict; 3 documents, 3 origins")
    assert lines[0].endswith(f"`{told.id}`)")
    assert lines[2:] == [
        "- 55公里 (海港日报, 2022-01-24, a.txt:5:7)",
        "- 约5.5万米 (云港网, 2022-01-26, c.md:7:7)",
        "- 65公里 (山城晚报, 2022-01-25, b.txt:5:7)",
    ]


def test_what_is_allowed_is_told_once_for_all_properties_of_which_it_holds(bridge: schema.Report) -> None:
    (attribute,) = [one for one in bridge.attributes if one.name == "length"]
    more = (
        attribute.model_copy(update={"name": "height", "id": "x"}),
        attribute.model_copy(update={"name": "limit", "allowed": schema.Allowed(exact=True)}),
        attribute.model_copy(
            update={"name": "loose", "allowed": schema.Allowed(tolerance="0.05", varies=True)}
        ),
        attribute.model_copy(update={"name": "free", "catalogued": False}),
    )
    told = used(bridge.model_copy(update={"attributes": (attribute, *more)}), ENGLISH)
    found = {one.allowed: one.properties for one in told.allowed}
    assert found["number against number, no rounding"] == ("limit",)
    assert found["a gap of up to 5% is allowed; an older figure is superseded, not wrong"] == ("loose",)
    assert ("height", "length") in found.values()
    assert dict(told.codes)["V101"] == "value conflict"
    assert dict(used(bridge, language("zh")).codes)["V101"] == "数值冲突"


@pytest.mark.parametrize(
    ("here", "anchor", "address"),
    [
        ("", "g-1", "#g-1"),
        ("report.html", "g-1", "report/things-1.html#g-1"),
        ("report.html", "s-1", "#s-1"),
        ("report/things-1.html", "g-1", "#g-1"),
        ("report/things-1.html", "t-1", "document-1.html#t-1"),
        ("report/things-1.html", "s-1", "../report.html#s-1"),
    ],
)
def test_links_are_relative_to_the_page_that_they_stand_on(here: str, anchor: str, address: str) -> None:
    homes = {"g-1": "report/things-1.html", "t-1": "report/document-1.html", "s-1": "report.html"}
    assert Links({}, (), here, homes if here else {}).to(anchor) == address


def test_a_figure_that_stands_in_no_text_leads_to_its_document() -> None:
    link = Links({"c1": 3, "c2": 4}, {3})
    assert (link.spot("c1", 1), link.spot("c2", 1), link.spot("c9", 1)) == ("#m-3", "#t-1", "")
