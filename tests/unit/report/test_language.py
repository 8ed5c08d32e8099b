"""The report in Chinese: every text has its twin, and no English is left but what is quoted or a name."""

from __future__ import annotations

import re
import tempfile
from html.parser import HTMLParser
from pathlib import Path
from string import Formatter

import pytest
import yaml

from printed import printed, sources
from verify import api
from verify.report import schema
from verify.report.build import build
from verify.report.formats import html
from verify.report.formats import report as markdown
from verify.report.language import language, told_in
from verify.report.phrases import translated
from verify.text.language import LANGUAGES

CHECKS = Path(__file__).parents[2] / "checks"
EACH = 5
"""So many texts of each check are read; all of them take too long for every run."""
_HAN = re.compile("[\u4e00-\u9fff]")
_OWN = ("word.", "phrase.", "code.", "superlative.", "part.", "issue.", "unit.")
"""Tables that tell English texts of the program in another language; English needs none."""


def keys(code: str) -> dict[str, str]:
    return {key: text for key, text in language(code).texts.items() if not key.startswith(_OWN)}


def slots(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_every_text_stands_in_every_language() -> None:
    first, *others = (keys(code) for code in LANGUAGES)
    assert len(first) > 200
    for other in others:
        assert set(other) == set(first)


def test_a_text_has_the_same_slots_in_every_language() -> None:
    first, *others = (keys(code) for code in LANGUAGES)
    for other in others:
        assert {key: slots(text) for key, text in other.items()} == {
            key: slots(text) for key, text in first.items()
        }


def test_every_code_of_a_finding_has_its_name_in_chinese() -> None:
    from verify import codes

    assert {key[5:] for key in language("zh").texts if key.startswith("code.")} == set(codes.known())


def test_a_phrase_takes_its_slots_from_the_english_text() -> None:
    for key, text in language("zh").texts.items():
        if key.startswith("phrase."):
            assert slots(text) <= slots(key), key


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("17.5 to under 18.5 cables", "17.5 至不足 18.5 cables"),
        ("over 5 meter", "大于 5 米"),
        ("9 meter²", "9 平方米"),
        ("3 watt/meter", "3 瓦每米"),
        ("phase 2", "2期"),
        ("一期 · phase 2", "一期 · 2期"),
        ("29500 [count of racks]", "29500 机柜"),
        ("“3 meter” and more meter", "“3 meter” and more 米"),
        ("the attribute allows a gap of 5%", "该属性允许相差 5%"),
        ("3 km to 4 km gives 33 %: taken as [1, 2]", "由 3 km 到 4 km 得 33 %：取 [1, 2]"),
        ("海港日报", "海港日报"),
    ],
)
def test_what_the_program_says_is_told_and_what_a_source_says_is_kept(text: str, told: str) -> None:
    words = {"meter": "米", "meter**2": "平方米", "watt": "瓦", "racks": "机柜数量"}
    assert translated(text, told_in("zh", words)) == told


class _Spoken(HTMLParser):
    """What the program itself says on a page: neither quoted nor a name of a file, rule or thing."""

    def __init__(self) -> None:
        super().__init__()
        self._open: list[tuple[str, str]] = []
        self.said: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.said += [found[name] or "" for name in ("aria-label", "data-copy") if name in found]
        if tag not in ("meta", "br", "input"):
            self._open.append((tag, found.get("class") or ""))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        quoted = {"style", "script", "mark", "bdi", "blockquote", "pre", "q", "option"}
        if not any(tag in quoted or "place" in kind.split() for tag, kind in self._open):
            self.said.append(data)


@pytest.fixture(scope="module")
def told() -> schema.Report:
    """Texts in Chinese in which every check finds something."""
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        for file in sorted(CHECKS.glob("V*/positive.yaml")):
            cases = [case for case in yaml.safe_load(file.read_text("utf-8")) if "draft" not in case]
            chinese = [case for case in cases if all(_HAN.search(printed(page)) for page in sources(case))]
            for number, case in enumerate(chinese[:EACH]):
                for part, page in enumerate(sources(case)):
                    path = base / f"{file.parent.name}-{number}-{part}.md"
                    path.write_text(printed(page), encoding="utf-8")
        report = build(api.check([base], base=base))
    assert len({finding.code for finding in report.findings}) > 20
    return report.model_copy(update={"call": schema.Call(lang="zh")})


def left(text: str) -> list[str]:
    """The English words of a text beside quotations and names of files."""
    own = re.sub(r"“[^”]*”|\S+\.md\S*|claim-verify|Markdown", "", text)
    return re.findall(r"(?<![A-Za-z])[a-z]{3,}", own)


def test_no_english_is_left_on_the_page(told: schema.Report) -> None:
    page = html.render(told)
    spoken = _Spoken()
    spoken.feed(page)
    assert len(spoken.said) > 1000
    assert {text for text in spoken.said if left(text)} == set()
    assert '<html lang="zh">' in page


def test_quotations_stay_as_they_are(told: schema.Report) -> None:
    sentences = [claim.sentence for claim in told.claims][:50]
    english = told.model_copy(update={"call": schema.Call()})
    for render in (html.render, markdown.render):
        in_chinese, in_english = render(told), render(english)
        assert in_chinese != in_english
        for sentence in sentences:
            assert (sentence in in_chinese) == (sentence in in_english)


def test_the_markdown_page_is_in_chinese_too(told: schema.Report) -> None:
    page = markdown.render(told)
    assert page.splitlines()[1].endswith("份来源的数字交叉核对")
    heads = [line for line in page.splitlines() if line.startswith(("# ", "## ", "| 属性", "| 编号"))]
    assert len(heads) > 6
    assert not [line for line in heads if left(line)]
