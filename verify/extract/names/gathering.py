"""Gather the names of one document from its texts, each with what its places tell of it.

Comes in: the folded title and blocks of one document.  Goes out: ``Found`` entries by their lower-case
spelling, and the pairs that brackets declare.  Which of them are names, and which name one thing, is left to
``found`` and ``mentions``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from verify.catalog.catalog import Catalog
from verify.extract.lexicon.alternation import alternation
from verify.extract.lexicon.nouns import cut, ends_word
from verify.extract.lexicon.words import lowered
from verify.extract.names.found import Found
from verify.extract.names.hanzi import EDITION, SHORTEST, is_phrase
from verify.extract.names.known import Known
from verify.extract.names.listed import Lister, Text
from verify.extract.names.places import Places
from verify.extract.names.spotting import Spot, Spotter
from verify.extract.names.titles import in_title_case, is_distinct, is_heading, shared_opening, shared_subject
from verify.text.alternatives import either
from verify.text.fold import folded
from verify.text.script import is_western

_MARK_REACH = 12
_PLACE_REACH = 5
_POSITION_REACH = 20
_WAY_REACH = 48
_OF_PLACE = re.compile(r"\b([a-z]+) of (?:the )?$")
_REPEATED = 2
_DATE = "date"
_HAN = re.compile("[\u3400-\u9fff]{2,}")
_BEHIND_SMALL = re.compile(r"(?<![A-Za-z])[a-z]+ $")
"""In a heading that writes other words small a capital tells a name: Fares in Saltmere."""
_WORD_REACH = 3
_DOT = "·"
_NAME_REACH = 8
_OWNED = re.compile(r"的[大小新老幼]?$")
"""Between an owner and what it has."""
_OWNED_REACH = 2
_WITH_NUMBER = re.compile(r"\b[A-Z]{1,3}-?[0-9]{1,4}\b")
_EDITION = "届"
_ADMINISTRATIVE = "省市县区州"
"""End the names of places."""
_NEVER_BEGINS = frozenset("p c r u ud ug uj ul uz f d m q y".split())  # noqa: SIM905
"""jieba's tags of single characters that never begin a name."""


@dataclass(slots=True)
class Gathered:
    """What the texts of a document name."""

    found: dict[str, Found] = field(default_factory=dict)
    links: list[tuple[str, str]] = field(default_factory=list)
    """Pairs of names that brackets join, the second as written."""
    shorthand: list[tuple[str, str]] = field(default_factory=list)
    """Names with the abbreviation of a bracket that is only a category noun: 中心（AIDC）."""
    before: dict[str, list[str]] = field(default_factory=dict)
    """The few characters that stand before each name."""


class Gatherer:
    """Gathers names with the words of a catalogue."""

    def __init__(self, catalog: Catalog, spotter: Spotter, places: Places) -> None:
        self._spotter = spotter
        self._places = places
        ranks = {
            folded(w) for lang in catalog.languages for e in lang.ranks for w in e.words if not w.isascii()
        }
        pointing = {folded(w) for lang in catalog.languages for w in lang.demonstratives}
        articles = {folded(w) for lang in catalog.languages for w in lang.articles}
        self._lister = Lister(catalog)
        self._rank = alternation(word for word in ranks if len(word) > 1)
        self._editions = tuple(mark for mark in sorted(pointing) if mark.endswith(_EDITION))
        counting = ((*lang.measures, *lang.measures_alone) for lang in catalog.languages)
        self._counting = frozenset(word for words in counting for word in words)
        self._digits = frozenset(digit for lang in catalog.languages for digit in lang.digits)
        self._pointing = tuple(sorted(mark for mark in ranks | pointing if not mark.isascii()))
        self._marks = (*self._pointing, *sorted(mark for mark in articles if not mark.isascii()))
        positions = [folded(word) for lang in catalog.languages for word in lang.positions]
        self._positions = re.compile(rf"\b(?:{alternation(positions).pattern}) $")
        events = (w for one in catalog.attributes if _DATE in one.units for w in one.words)
        happens = alternation(folded(word) for word in events if _HAN.fullmatch(word))
        apart = either(folded(w) for lang in catalog.languages for w in lang.not_names if _HAN.fullmatch(w))
        works = either(noun for kind in catalog.kinds if kind.undertaking for noun in kind.nouns)
        self._news = re.compile(
            rf"(?<=[\u3400-\u9fff]{{2}})(?:(?:全[线面部]|正式|即将)?(?:{happens.pattern})(?![\u3400-\u9fff])"
            rf"|(?:{apart})(?![\u3400-\u9fff]{{0,2}}(?:{works})))"  # 三期扩建工程
        )
        words = {lowered(folded(word)) for one in catalog.attributes for word in one.words}
        names = {lowered(folded(word)) for lang in catalog.languages for word in lang.not_names}
        self._measured = words | names
        counted = {folded(word) for entry in catalog.nouns for word in entry.words}
        counted |= {*map(folded, catalog.units.spellings)}
        self._counted = frozenset(noun[at:] for noun in counted for at in range(len(noun)))
        """What the nouns of what is counted end with."""
        self._placing = tuple(folded(word) for lang in catalog.languages for word in lang.placing)
        capitals = either(folded(word) for lang in catalog.languages for word in lang.capitals)
        self._capital = re.compile(rf"(?:{capitals})[,，]? ?$")
        self._routes = [re.compile(one) for lang in catalog.languages for one in lang.routes]
        self._acting = tuple(word for lang in catalog.languages for word in lang.acting)

    def gather(
        self, title: str, texts: Sequence[Text], known: Known | None
    ) -> tuple[dict[str, Found], list[tuple[str, str]], list[tuple[str, str]]]:
        """Return the names of a document, the pairs that brackets join, and abbreviations that are nouns."""
        one = Gathered()
        place = 0
        titled = in_title_case(title)
        corners = {one.head for one in texts if one.head}
        for index, (text, in_table, _) in enumerate([Text(title, False), *texts]):
            head = index == 0 or is_heading(text)
            headed = head and in_title_case(text)
            capitals = not in_table and not headed
            for spot in self._spotter.spots(text, known, capitals=capitals):
                told = index == 0 and not (titled and not spot.kind)
                listed = in_table and text not in corners  # the head of all rows is no cell
                self._spot(one, text, spot, place, known, in_title=told, in_table=listed)
                alone = " " not in spot.name and not _BEHIND_SMALL.search(text, 0, spot.start)
                plain = is_western(text) and (headed or (head and alone))
                plain = plain and not is_distinct(spot.name, text)
                if plain and is_western(spot.name) and not spot.kind and spot.key in one.found:
                    one.found[spot.key].headed += 1
            place += len(text) + 1
        found = one.found
        links = _grown(found, one.before, one.links)
        links += self._owned(found, one.before)
        self._add_opening(found, title, [one.text for one in texts if not one.in_table])
        self._add_rows(found, texts, known)
        for key, alias in links:
            first = found[key].first
            kind = self._spotter.kind_of(alias) or found[key].kind
            found.setdefault(lowered(alias), Found(Counter([alias]), kind, first=first))
        _split_editions(found)
        for key, entry in list(found.items()):
            short = self._spotter.short(key, entry.kind)
            if short and not entry.describes:
                found.setdefault(short, Found(Counter([short]), entry.kind, first=entry.first))
                links.append((key, short))
        return found, links, one.shorthand

    def _owned(self, found: dict[str, Found], before: Mapping[str, list[str]]) -> list[tuple[str, str]]:
        """Name what common words tell right behind the name of what has it: 溪谷动物园 + 大熊猫中心.

        Elsewhere the text may call it by these words alone.  Not what is made in numbers, nor work upon it.
        """
        links: list[tuple[str, str]] = []
        for key, stretches in before.items():
            entry = found.get(key)
            if entry is None or not entry.common or entry.known or not self._spotter.may_be_owned(entry.kind):
                continue
            behind = [owner for stretch in stretches if (owner := self._owner_before(stretch, found))]
            if not behind or len(set(behind)) > 1:
                continue
            owner, many = behind[0], len(behind)
            found[owner + key] = Found(
                Counter({owner + key: entry.count}),
                entry.kind,
                in_title=entry.in_title,
                begins_title=found[owner].begins_title and entry.in_title,
                first=min(entry.first, max(0, entry.first - len(owner))),
                inner=entry.inner,
                told=entry.told,
            )
            found[owner].names = Counter({owner: max(1, found[owner].count - many)})
            found[owner].in_title &= not entry.in_title
            if len(stretches) == many:
                del found[key]
            else:
                entry.common = False
                links.append((owner + key, key))
        return links

    def _owner_before(self, text: str, found: Mapping[str, Found]) -> str:
        """Return the longest name of a thing, no place, that a text ends with; empty for none."""
        names = (text[start:] for start in range(len(text) - SHORTEST))
        told = next((name for name in names if name in found), "")
        entry = found.get(told)
        proper = entry is not None and entry.kind and not (entry.common or self._spotter.is_place(entry.kind))
        return told if proper else ""

    def _spot(
        self,
        one: Gathered,
        text: str,
        spot: Spot,
        place: int,
        known: Known | None,
        *,
        in_title: bool,
        in_table: bool,
    ) -> None:
        """Note one name at its place, with the bracket behind it."""
        placed = not spot.entity and self._spotter.is_place(spot.kind)
        if placed and self._places.goes_on(text, spot.start, spot.end):
            return
        key = spot.key
        declared = known is not None and key in known.surfaces
        if is_western(spot.name) and in_table and not (spot.entity or declared):
            return
        self._note(one.found, text, spot, place, in_title=in_title)
        entry = one.found[key]
        entry.told += not in_table
        entry.known |= declared
        if not is_western(spot.name) and not spot.entity:
            one.before.setdefault(key, []).append(text[max(0, spot.start - _NAME_REACH) : spot.start])
        alias = self._spotter.alias(text, spot.end)
        if alias and self._spotter.is_noun(alias):
            entry.spelled[lowered(alias)] = ""  # 下称“公司”: no name elsewhere
            if is_western(alias):
                one.shorthand.append((key, lowered(alias)))
        elif alias and (other := _numbered_before(text, spot, alias, one.found)):
            one.links.append((other, alias))
        elif alias and (spot.inner or spot.kind or " " in spot.name or spot.start == 0):
            one.links.append((key, alias))  # not of the last word of a title in title case
            if letters := self._spotter.letters(text, spot.end):
                one.links.append((key, letters))

    def _note(self, found: dict[str, Found], text: str, spot: Spot, place: int, *, in_title: bool) -> None:
        entry = found.get(spot.key)
        if entry is None:
            entry = found[spot.key] = Found(kind=spot.kind, catalogue_id=spot.entity)
        entry.names[spot.name] += 1
        entry.kind = entry.kind or spot.kind
        entry.common = spot.common
        entry.marked += spot.marked + spot.apposed
        before = self._positions.sub("", text[max(0, spot.start - _POSITION_REACH) : spot.start])
        placed = any(word in before[-max(_PLACE_REACH, len(word)) :] for word in self._placing)
        placed = placed or self._capital.search(before) is not None
        placed = placed or any(
            one.search(text, max(0, spot.start - _WAY_REACH), spot.start) for one in self._routes
        )
        placed = placed or (in_title and not spot.kind and self._is_home(text, spot.start))
        entry.placed += placed
        entry.in_title = entry.in_title or (in_title and not placed and (spot.inner or " " in spot.name))
        entry.begins_title = entry.begins_title or (in_title and spot.start == 0)
        entry.first = min(entry.first, place + spot.start)
        entry.inner += spot.inner
        surface = lowered(text[spot.start : spot.end])
        if surface != spot.key:
            entry.spelled[surface] = spot.edition
        if spot.edition:
            entry.editions[spot.edition] += 1 + in_title
        if not spot.entity:
            ranked = self._rank.search(spot.name) is not None
            entry.described += ranked or self._describes(text, spot.start, proper=not spot.common)

    def _is_home(self, text: str, start: int) -> bool:
        """Say whether a title tells of what is at home in a place: a good year for the hills of Lomeda.

        Not where a measure of it is told, or what is done to it: the making of Tarnhelm.
        """
        noun = _OF_PLACE.search(text, max(0, start - _POSITION_REACH), start)
        return noun is not None and noun[1] not in self._measured and not noun[1].endswith(self._acting)

    def _describes(self, text: str, start: int, *, proper: bool) -> bool:
        """Say whether a name is only a description there: 首个X, 该X, 最大的X, 首个上线的X.

        An article alone makes no description of a proper name: 全新的长河大桥.  Nor does what tells which
        one of a row is meant: 本届长河戏剧节.
        """
        before = text[max(0, start - _MARK_REACH) : start]
        if proper and before.endswith(self._editions):
            return False  # 本届云湖乒乓球公开赛 is which one of its row
        marks = self._pointing if proper else self._marks
        return before.rstrip("的").endswith(marks) or (
            before.endswith("的") and any(mark in before for mark in marks if len(mark) > 1)
        )

    def _add_rows(self, found: dict[str, Found], texts: Sequence[Text], known: Known | None) -> None:
        """Add the names of the things that the rows of tables tell of."""
        names = {key: one.kind for key, one in found.items() if one.told or one.known or one.catalogue_id}
        for cell, kind in self._lister.rows(texts, {**(known.kinds if known else {}), **names}).items():
            found.setdefault(lowered(cell), Found(Counter([cell]), kind, known=True))

    def _add_opening(self, found: dict[str, Found], title: str, blocks: Sequence[str]) -> None:
        opening = self._spotter.chinese.without_news(
            EDITION.sub("", shared_opening(title, blocks, self._news))
        )
        opening = self._spotter.chinese.without_new(opening)
        if not opening and not is_western(title) and not any(one.in_title for one in found.values()):
            opening = shared_subject(title, blocks)
        key = lowered(opening)
        if key in self._measured or (opening[-1:] in self._counting and opening[-2:-1] in self._digits):
            return  # 连扳三局
        if any(_DOT in other and other.split(_DOT)[0] in key for other in found):
            return  # 作家莱娜·瓦尔, of 莱娜·瓦尔加
        if key in self._counted and any(key in other for other in found):
            return  # 熊猫, of 青岩动物园大熊猫中心
        if not opening or is_phrase(opening) or self._is_owned(opening, blocks, found):
            return
        if not any(other.startswith(key) or other in key for other in found):
            kind = self._spotter.kind_of(opening)
            found[key] = Found(Counter([opening, opening]), kind, in_title=True, first=0, told=1)

    def _is_owned(self, opening: str, blocks: Sequence[str], found: Mapping[str, Found]) -> bool:
        """Say whether a text tells whose a title's opening is, with 的 between: 碧湖动物园的大熊猫双胞胎.

        Or it only ends another word there (专项债 of 专项债券).
        """
        words = cut(opening)
        places = [(text, one.start()) for text in blocks for one in re.finditer(re.escape(opening), text)]
        sure = len(words[-1][0]) > 1 or len(words[0][0]) == 1
        ends = sure or any(ends_word(text, at, at + len(opening)) for text, at in places)
        before = (_OWNED.sub("", text[max(0, at - _NAME_REACH - _OWNED_REACH) : at]) for text, at in places)
        return not ends or any(self._owner_before(text, found) for text in before)


def _grown(
    found: dict[str, Found], before: dict[str, list[str]], links: list[tuple[str, str]]
) -> list[tuple[str, str]]:
    """Lengthen names by what stands before them each time.

    That is one character (松 + 鸟市医院), or, of common words, the name of a place (长河市 + 公共图书馆).
    """
    renamed: dict[str, str] = {}
    for key, stretches in before.items():
        if len(stretches) < _REPEATED or len({stretch[-1:] for stretch in stretches}) > 1:
            continue
        chars = {_place_before(stretch, found) or _single_before(stretch) for stretch in stretches}
        one = next(iter(chars))
        if len(chars) > 1 or not "\u3400" <= one[:1] <= "\u9fff" or one in _ADMINISTRATIVE:
            continue
        begins = len(one) == 1 and any(tag in _NEVER_BEGINS for _, tag in cut(one))
        if begins or found[key].marked or found[key].known or (len(one) > 1 and not found[key].common):
            continue
        entry = found.pop(key)
        entry.names = Counter({one + name: count for name, count in entry.names.items()})
        entry.first -= len(one)
        entry.common = False
        found[one + key] = entry
        renamed[key] = one + key
    return [(renamed.get(key, key), alias) for key, alias in links]


def _numbered_before(text: str, spot: Spot, alias: str, found: Mapping[str, Found]) -> str:
    """Return the name before a place that the bracket behind that holds: tram line T2 in X (X电车T2线)."""
    before = text[max(0, spot.start - _POSITION_REACH) : spot.start]
    told = [one for one in _WITH_NUMBER.findall(before) if one in alias and one not in spot.name]
    return next((key for one in told for key in sorted(found) if f" {key}".endswith(f" {lowered(one)}")), "")


def _place_before(text: str, found: Mapping[str, Found]) -> str:
    """Return the name with 市 or the like that a text ends with; empty for none."""
    names = (text[start:] for start in range(len(text) - SHORTEST))
    return next((name for name in names if name in found and name[-1] in _ADMINISTRATIVE), "")


def _single_before(text: str) -> str:
    """Return the last character of a text where it is a word of its own; empty where it only ends one."""
    words = cut(text[-_WORD_REACH:])
    return words[-1][0] if words and len(words[-1][0]) == 1 else ""


def _split_editions(found: dict[str, Found]) -> None:
    """Tell the editions of one name apart where a document speaks of several."""
    for entry in list(found.values()):
        if len(entry.editions) < 2:
            continue
        main = entry.editions.most_common(1)[0][0]
        for surface, edition in sorted(entry.spelled.items()):
            if edition and edition != main:
                del entry.spelled[surface]
                one = Found(Counter([next(iter(entry.names))]), entry.kind, first=entry.first)
                one.editions[edition] = 1
                one.inner = 1
                found[surface] = one
        entry.editions = Counter({main: entry.editions[main]})
