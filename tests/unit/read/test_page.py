"""HTML and Markdown: what is text, what separates blocks, what survives."""

from __future__ import annotations

import pytest

from verify.model.span import OffsetMap, Span
from verify.read.dates import day_of
from verify.read.page import page
from verify.read.runs import Builder, Run
from verify.read.scan import attributes

HTML = {
    "inline elements do not split": ("在<span><a href='x'>上海临港</a></span>启动", ["在上海临港启动"]),
    "block elements split": ("<p>一<div>二</div>三<li>四", ["一", "二", "三", "四"]),
    "a break splits": ("一<br>二<br/>三", ["一", "二", "三"]),
    "entities": ("a &amp; b&nbsp;&lt;5 &#x4e2d;&#25991;", ["a & b\xa0<5 中文"]),
    "no entities": ("R&D a&b;c &nosuch; ?x=1&copy=2", ["R&D a&b;c &nosuch; ?x=1&copy=2"]),
    "unseen": ("<script>1<p>2</script><style>3</style><svg><text>4</text></svg><iframe>5</iframe>6", ["6"]),
    "self-closed svg hides nothing": ("<svg/>7", ["7"]),
    "comments": ("a<!-- 1 > 2 -->b<!---->c<!doctype x>d<?php 5 ?>e", ["abcde"]),
    "attributes are no text": ('<img alt="99" title="a > b" width=120>5', ["5"]),
    "an apostrophe in no attribute": ("<p don't>3</p> it's 4", ["3", "it's 4"]),
    "less than": ("PUE < 1.3 且 x<5，3<4", ["PUE < 1.3 且 x<5，3<4"]),
    "Chinese in angle brackets": ("<中新社>电", ["<中新社>电"]),
    "a broken declaration": ("a!<![[<", ["a!<![[<"]),
    "a tag without an end": ("5<p", ["5<p"]),
    "stray closing tags": ("</div></b>5</p>6", ["5", "6"]),
    "superscript": ("10<sup>18</sup>、m<sup>2</sup>、x<sup>注1</sup>", ["10¹⁸、m²、x注1"]),
    "subscript": ("CO<sub>2</sub>", ["CO2"]),
    "upper case": ("<P>一</P><BR>二<SCRIPT>3</sCrIpT>", ["一", "二"]),
    "layout table": ("<table><tr><td>" + "长" * 201 + "</td><td>b</td></tr></table>", ["长" * 201, "b"]),
}


@pytest.mark.parametrize("name", HTML)
def test_html(name: str) -> None:
    text, expected = HTML[name]
    assert [draft.run.text for draft in page(Run.whole(text), "a", mixed=False).drafts] == expected


MARKDOWN = {
    "headings": ("# 一\n## 二 ##\n三\n===\n四\n---\n#五", ["一", "二", "三", "四", "#五"]),
    "lists": ("- a\n* b\n1. c\n2) d\n3.5亿", ["a", "b", "c", "d\n3.5亿"]),
    "emphasis": ("**a** b __c__ *d* ~~e~~ 2*3 2**3 a_b_c", ["a b c d e 2*3 2**3 a_b_c"]),
    "links": ('[a](x_(1) "t") [b][1] ![c](9.png) <http://e.org/7> [d]', ["a b   [d]"]),
    "reference definitions": ("a\n\n[1]: http://e.org/7", ["a"]),
    "code spans": ("`<div>` and `a & b`", ["<div> and a & b"]),
    "fenced code": ("a\n```py\n5\n```\nb\n~~~\n6", ["a", "b\n~~~\n6"]),
    "escapes": (r"3\*4 \# 5", ["3*4 # 5"]),
    "quotes": ("> 一\n> 二\n\n三", ["一\n二", "三"]),
    "wrapped lines": ("a b\nc d\n\ne", ["a b\nc d", "e"]),
    "a line a paragraph": ("一。\n二！\n三", ["一。", "二！", "三"]),
    "rules": ("a\n\n***\n- - -\nb", ["a", "b"]),
    "HTML between": ("# 一\n<div>*二*\n\n# 三</div>\n**四**", ["一", "*二*\n\n# 三", "四"]),
    "table without outer bars": ("a|b\n-|-\n1|2\n\nc", ["a", "b", "1", "2", "c"]),
    "no table": ("a|b\nc|d", ["a|b\nc|d"]),
}


@pytest.mark.parametrize("name", MARKDOWN)
def test_markdown(name: str) -> None:
    text, expected = MARKDOWN[name]
    assert [draft.run.text for draft in page(Run.whole(text), "a", mixed=True).drafts] == expected


def test_spans_of_cells() -> None:
    text = (
        "<table><thead><tr><th rowspan=2>地区</th><th colspan=2>装机</th></tr>"
        "<tr><th>2020</th><th>2021</th></tr></thead>"
        "<tr><td rowspan=2>东州</td><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>"
    )
    cells = {draft.run.text: draft.cell for draft in page(Run.whole(text), "a", mixed=False).drafts}
    four = cells["4"]
    assert four is not None
    assert (four.row, four.field, four.heads) == (4, "装机 2021", ("2021", "装机", "东州"))


@pytest.mark.parametrize("text", ["5<!-- x 6", "5<script>6", "5<style>6<p>7"])
def test_unclosed_markup_is_an_issue(text: str) -> None:
    shown = page(Run.whole(text), "a", mixed=False)
    assert [draft.run.text for draft in shown.drafts] == ["5"]
    assert [(issue.code, issue.span) for issue in shown.issues] == [("unclosed-markup", Span(1, 2))]


def test_attributes() -> None:
    assert attributes("""<meta name="a b" content='x > "y"' CHARSET=utf-8 flag>""") == {
        "name": "a b",
        "content": 'x > "y"',
        "charset": "utf-8",
    }


DATES = {
    ("Mon, 24 Jan 2022 03:05:25 GMT", "zh"): "2022-01-24",
    ("Mon, 24 Jan 2022 16:00:00 GMT", "zh"): "2022-01-25",
    ("Mon, 24 Jan 2022 16:00:00 GMT", "en"): "2022-01-24",
    ("2022-01-26 04:35:02 +0800", "zh"): "2022-01-26",
    ("2022-01-26T23:35:02-05:00", "zh"): "2022-01-27",
    ("2022-05-21", "zh"): "2022-05-21",
    ("2022/5/1 08:00", "zh"): "2022-05-01",
    ("2021年10月25日", "zh"): "2021-10-25",
    ("2021年10月25日 09:30", "zh"): "2021-10-25",
    ("October 24, 2021", "en"): "2021-10-24",
    ("24 October 2021", "en"): "2021-10-24",
    ("20211025", "zh"): "2021-10-25",
    ("2022-02-30", "zh"): None,
    ("2022-13-01", "zh"): None,
    ("yesterday", "en"): None,
    ("120221025", "zh"): None,
    ("9999-12-31 23:00 GMT", "zh"): None,
}


@pytest.mark.parametrize(("text", "language"), DATES)
def test_dates(text: str, language: str) -> None:
    expected = DATES[text, language]
    day = day_of(text, language)
    assert (None if day is None else day.isoformat()) == expected


def test_run_of_a_run() -> None:
    """A run cut from a rewritten run still knows its place in the file."""
    outer = Builder()
    source = Run.whole("x&amp;yz&lt;")
    outer.copy(source, 0, 1)
    outer.add("&", Span(1, 6))
    outer.copy(source, 6, 8)
    outer.add("<", Span(8, 12))
    run = outer.run()
    assert run.text == "x&yz<"
    assert run.offsets.span(0, 5) == Span(0, 12)
    assert run.cut(1, 3).offsets.span(0, 2) == Span(1, 7)
    assert run.cut(4, 5).offsets.span(0, 1) == Span(8, 12)
    assert run.cut(2, 4).offsets == OffsetMap.identity(2, 6)
