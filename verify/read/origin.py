"""Who published a text, who wrote it, and whom it credits.

Comes in: the fields that the head of a file stated and the blocks.  Goes out: the ``Source``.
Whether two documents are of one origin is left to ``compare``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence

from verify.model.document import Block, Issue, Section, Source
from verify.read import words
from verify.read.dates import day_of
from verify.read.fields import Field
from verify.read.raw import Raw

_HAN = "一-鿿"
_FROM = re.compile(
    r"(?:文章来源|稿件来源|消息来源|来源|转载自|摘自|本文(?:来自|源自))\s*[：:]?\s*([^\s，。；;,|｜（）()【】]{2,30})"
)
_FROM_EN = re.compile(r"\bSource:\s*([^|,;()\n]{2,40}[^|,;()\n\s.])")
_MEDIUM_AT_END = re.compile(
    rf"[（(]([{_HAN}]{{1,12}}(?:报|网|社|台|刊|周刊|杂志|频道|客户端|新闻|财经|在线))[）)]\s*$"
)
_DATELINE = re.compile(rf"[（(]?([{_HAN}]{{1,6}}[社网报台])[{_HAN}]{{0,8}}[0-9]{{1,2}}月[0-9]{{1,2}}日[电讯]")
_REPORTER = re.compile(
    rf"(?:^|[^{_HAN}])(?P<medium>[{_HAN}]{{0,10}}?)(?:见习|实习|特约|首席|全媒体)?(?:记者|通讯员)[\s:：]+"
    rf"(?P<names>[{_HAN}·]{{2,5}}(?:[\s、]+[{_HAN}·]{{2,5}}){{0,4}})\s*[）)]?\s*$"
)
_BY = re.compile(r"^By ([A-Z][\w.'-]+(?: [A-Z][\w.'-]+){1,3})\b")
_ITSELF = frozenset({"", "本报", "本台", "本网", "本刊", "本社", "本站", "我报", "我台"})
_WORDS = re.compile(r"[A-Za-z]+")
_LETTERS = re.compile(rf"[{_HAN}]")
_SAMPLE = 20_000
_TEXT = frozenset({Section.LEAD, Section.BODY, Section.SUMMARY, Section.BOILERPLATE, Section.METADATA})


def source(
    raw: Raw, source_id: str, stated: Mapping[Field, str], blocks: Sequence[Block]
) -> tuple[Source, list[Issue]]:
    """Return the source of a document, and an issue where its stated date is none."""
    spoken = language(blocks)
    credits = tuple(dict.fromkeys(_credits(blocks)))
    reporter = next(_reporters(blocks), "")
    publisher, author = stated.get(Field.PUBLISHER, ""), stated.get(Field.AUTHOR, "")
    if not publisher and author:
        # Front matter of collected news names the medium as its author.
        publisher, author = author, ""
    publisher = publisher or next(iter(credits), "")
    dated = stated.get(Field.PUBLISHED, "")
    published = day_of(dated, spoken)
    issues = []
    if dated and published is None:
        message = f"publication date not understood: {dated[:40]!r}; write it as 2022-01-24"
        issues.append(Issue("unknown-date", message, source_id))
    return (
        Source(
            id=source_id,
            path=raw.path,
            title=_one_line(stated.get(Field.TITLE, "") or _title(blocks)),
            publisher=_one_line(publisher),
            author=_one_line(author or reporter),
            published=published or _byline_date(blocks, spoken),
            language=spoken,
            sha256=raw.sha256,
            own=raw.own,
            credits=tuple(credit for credit in credits if credit != stated.get(Field.PUBLISHER)),
        ),
        issues,
    )


def language(blocks: Sequence[Block]) -> str:
    """Return ``zh`` where Chinese characters outnumber Latin words, else ``en``; empty without any."""
    han = latin = seen = 0
    for block in blocks:
        han += len(_LETTERS.findall(block.text))
        latin += len(_WORDS.findall(block.text))
        seen += len(block.text)
        if seen > _SAMPLE:
            break
    return "" if not han + latin else "zh" if han >= latin else "en"


def _credits(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if block.section not in _TEXT:
            continue
        head, tail = block.text[: words.SHORT], block.text[-words.SHORT :]
        if len(block.text) < words.SHORT:
            for match in (_FROM.search(head), _FROM_EN.search(head)):
                if match:
                    yield match[1]
        for match in (_DATELINE.match(head), _MEDIUM_AT_END.search(tail)):
            if match and match[1] not in _ITSELF:
                yield match[1]
        byline = _REPORTER.search(tail)
        if byline and byline["medium"] not in _ITSELF:
            yield byline["medium"]


def _reporters(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if block.section in _TEXT:
            if byline := _REPORTER.search(block.text[-words.SHORT :]):
                yield byline["names"]
            elif by := _BY.match(block.text[: words.SHORT]):
                yield by[1]


def _title(blocks: Sequence[Block]) -> str:
    titles = [block.text for block in blocks if block.section is Section.TITLE]
    return words.ORIGINAL_TITLE.sub("", titles[0], count=1) if titles else ""


def _byline_date(blocks: Sequence[Block], spoken: str) -> dt.date | None:
    for block in blocks[: words.BYLINE_BLOCKS]:
        if block.section is Section.METADATA and words.is_byline(block.text):
            return day_of(block.text, spoken)
    return None


def _one_line(text: str) -> str:
    return " ".join(text.split())
