"""Spot names in a text, occurrence by occurrence.

Comes in: folded text.  Goes out: ``Spot``s: names of the catalogue, names that the corpus declares, names
in marks, phrases with category nouns, capitals in Latin script.  Which of them are names, and of what, is
left to ``mentions``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import chain

from verify.catalog.catalog import Catalog
from verify.extract.lexicon.longest import Longest
from verify.extract.lexicon.nouns import cut, ends_word
from verify.extract.lexicon.words import lowered
from verify.extract.names.brackets import Brackets
from verify.extract.names.category_nouns import CategoryNouns
from verify.extract.names.hanzi import SHORTEST, foreign_start, is_common, is_proper
from verify.extract.names.known import Known, written_small
from verify.extract.names.latin import Capitals, LatinNames
from verify.extract.names.marked_names import MarkedNames
from verify.extract.names.models import branded, glossed
from verify.extract.names.name_starts import NameStarts
from verify.extract.names.phrases import Phrases
from verify.extract.names.series import called
from verify.text.alternatives import either
from verify.text.fold import folded
from verify.text.script import is_western

_YEAR_BEFORE = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:年|赛季)?\s?[“《]?$")
_YEAR_AFTER = re.compile(r"[”》]?\s?((?:19|20)\d\d)(?![\d年])")
_YEAR_BEGINS = re.compile(r"(?:19|20)\d\d(?:年|赛季)? ?")
_LETTERED = re.compile(r"[A-Z]{1,2}[0-9]{1,3}")
_DOT = "·"
_OF = " of "
_PART_AT = re.compile(r"\b(?:[Tt]he|an?) ((?:[a-z-]+ ){0,3}?[a-z-]+) (?:of|at|in) (?:the )?$")
"""Before the name of a whole, what tells a part of it: the panda centre at."""
_PHRASE_REACH = 60
_WORDS = frozenset(["n", "v", "vn"])
_NEXT_WORD = re.compile(r" [a-z]+\b")
_DEFINED = re.compile(
    r"[”》]?(?:[（(][^（）()]{1,30}[)）])?是((?:[^，。；！？,;的]{2,20}的|一[\u3400-\u9fff])[^，。；！？,;]{2,20})[，。；,]"
)
"""Behind a name, what it is: 是某公司的双发宽体客机, 是一款轿车."""
_SHORT = 1000
"""Characters of texts of which what was found is kept."""
_KEPT = 1 << 15
"""So many texts: each is read twice, for what its document declares and for what the corpus does."""
_Named = tuple[tuple[int, int, str], ...]
"""Begin, end and kind of names."""
_Places = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A name at a place of a text."""

    name: str
    start: int
    end: int
    kind: str = ""
    entity: str = ""
    """Id of rules/entities; empty where none names it."""
    edition: str = ""
    """Year of one of a row of events."""
    common: bool = False
    """It holds common words only, so that it may well describe."""
    inner: bool = True
    """Its place tells a name: a capital that only begins a sentence does not."""
    marked: bool = False
    """It stands in marks."""
    apposed: bool = False
    """A noun right before its marks says what it is."""
    key: str = field(init=False)
    """The name in lower case."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", lowered(self.name))


class Spotter:
    """Spots names with the kinds and entities of a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        surfaces = [
            (lowered(folded(name)), entry.id, entry.kind)
            for entry in catalog.entities
            for name in (entry.name, *entry.aliases)
        ]
        self._catalogue = {surface: (entity, kind) for surface, entity, kind in reversed(surfaces)}
        self._catalogue_names = Longest(self._catalogue)
        kinds = [(lowered(folded(noun)), kind.id) for kind in catalog.kinds for noun in kind.nouns]
        self._noun_kind = dict(reversed(kinds))
        endings = {lowered(folded(word)): kind.id for kind in catalog.kinds for word in kind.endings}
        opening = either(lowered(word) for lang in catalog.languages for word in lang.determiners)
        self._determined = re.compile(rf" (?:{opening}) ", re.IGNORECASE)
        self.measuring = _measuring(catalog)
        """English words that tell what is measured or counted, or how: net, annual, deliveries."""
        self.markets = _markets(catalog)
        """Regions with a word that adds nothing to them, and so no names of things: 北美市场."""
        self.chinese = nouns = CategoryNouns(catalog, self._noun_kind, endings)
        self._made, self._recurring, self._bodies = nouns.made, nouns.recurring, nouns.bodies
        self._telling = frozenset(kind.id for kind in catalog.kinds if kind.tells)
        self._starts = NameStarts(catalog, nouns)
        self._before_models = (*self._starts.sorting, *(n for n in nouns.class_nouns if len(n) >= SHORTEST))
        self._phrases = Phrases(catalog, nouns, self._starts)
        self._marked = MarkedNames(nouns)
        self._latin = LatinNames(catalog, self._noun_kind, endings)
        self._ending = re.compile(f"(?:{self.chinese.nouns.pattern})$")
        works = [noun for noun, kind in self._noun_kind.items() if kind in nouns.works]
        self._works = re.compile(rf"(?:(?<=[\u3400-\u9fff])| )(?:{either(works)})$")
        self._brackets = Brackets(catalog)
        self._kept = lru_cache(_KEPT)(self._read)

    def spots(self, text: str, known: Known | None, *, capitals: bool = True) -> Sequence[Spot]:
        """Return the names of a text; ``capitals`` says that those of Latin script tell names there."""
        lower = lowered(text)
        named = tuple(known.find(text, lower)) if known else ()
        rows = tuple(known.rows.find(lower)) if known else ()
        read = self._kept if len(text) <= _SHORT else self._read
        return read(text, named, rows, capitals)

    def _read(self, text: str, named: _Named, rows: _Places, capitals: bool) -> tuple[Spot, ...]:
        """Return the names of a text that holds names which the corpus declares, and others of their rows."""
        found = []
        for spot in filter(None, map(self._teller, self._spots(text, named, rows))):
            if not capitals and is_western(spot.name) and not spot.entity:
                spot = replace(spot, inner=False)  # noqa: PLW2901
            spot = self._defined(self._as_event(spot, text), text)  # noqa: PLW2901
            found.append(self._of_year(spot, text) if spot.kind in self._recurring else spot)
        return tuple(found)

    def opens_noun(self, text: str, place: int) -> bool:
        """Say whether a noun in Latin script begins behind a place: the ferry, of Taking the ferry."""
        return self._determined.match(text, place) is not None

    def alias(self, text: str, end: int) -> str:
        """Return the other name that a bracket at ``end`` gives, of an event without its year."""
        alias = self._brackets.alias(text, end)
        year = _YEAR_BEGINS.match(alias)
        return alias[year.end() :] if year and self.kind_of(alias) in self._recurring else alias

    def letters(self, text: str, end: int) -> str:
        """Return the letters that stand for a name behind its original, in a bracket at ``end``."""
        return self._brackets.letters(text, end)

    def _as_event(self, spot: Spot, text: str) -> Spot:
        """Return a name of no kind with that of the bracket behind its year: Tour of X 2023 (…自行车赛)."""
        after = _YEAR_AFTER.match(text, spot.end) if not spot.kind else None
        kind = self.kind_of(self.alias(text, after.end())) if after else ""
        return replace(spot, kind=kind) if kind in self._recurring else spot

    def _defined(self, spot: Spot, text: str) -> Spot:
        """Return a name of no kind with that which a text tells it is: 云隼500是某公司的双发客机."""
        told = _DEFINED.match(text, spot.end) if not spot.kind else None
        kind = self.chinese.kind_of(lowered(told[1])) if told else ""
        return replace(spot, kind=kind) if kind and kind not in self.chinese.places else spot

    def _teller(self, spot: Spot) -> Spot | None:
        """Return what a report is of, where its name tells: 远山公司年报, 长河公开赛竞赛规程.

        None where only other words tell what that is: 诺压平用药须知.
        """
        body = self.chinese.modifier(spot.key) if spot.kind in self._telling else ""
        named = bool(body) and not (spot.entity or spot.common or spot.kind in self._recurring)
        if named and not self.chinese.kind_of(body):
            return None
        kind = self.chinese.kind_of(body)
        if not kind or kind in self.chinese.places | self.chinese.natural or not self.chinese.modifier(body):
            return spot  # 东湖人口普查: no lake's
        return replace(spot, name=spot.name[: len(body)], end=spot.start + len(body), kind=kind)

    @staticmethod
    def _of_year(spot: Spot, text: str) -> Spot:
        """Return a name with the year beside it: 2024东湖马拉松, Lakeside Marathon 2024."""
        before = _YEAR_BEFORE.search(text, max(0, spot.start - 6), spot.start)
        if before:
            return replace(spot, start=before.start(), edition=before.group(1))
        after = _YEAR_AFTER.match(text, spot.end)
        return replace(spot, end=after.end(), edition=after.group(1)) if after else spot

    def _spots(self, text: str, named: _Named, rows: _Places) -> Iterator[Spot]:
        lower = lowered(text)
        cover = _Cover()
        for start, end in self._catalogue_names.find(lower):
            entity, kind = self._catalogue[lower[start:end]]
            cover.add(start, end)
            yield Spot(text[start:end], start, end, kind, entity)
        runs = tuple(chain.from_iterable(self._glossed(text, one) for one in self._latin.find(text)))
        for spot in self._told(text, lower, named, rows, runs):
            if not cover.meets(spot.start, spot.end):
                cover.add(spot.start, spot.end)
                yield spot
        latin = [one for one in runs if not cover.meets(one.start, one.end)]
        for one in latin:
            cover.add(one.start, one.end)
            end, kind = self._with_noun(lower, one)
            if end > one.end:
                cover.add(one.end, end)
                yield Spot(text[one.start : end], one.start, end, kind)
                continue
            told = one.kind or self.chinese.kind_before(lower, one.start)
            yield Spot(one.name, one.start, one.end, told, inner=one.inner)
        openings = {text[start : start + SHORTEST] for start, _, _ in named}
        for phrase in self._phrases.find(text, lower, cover.meets, openings):
            yield Spot(phrase.name, phrase.start, phrase.end, phrase.kind, common=phrase.common)

    def _glossed(self, text: str, one: Capitals) -> Iterator[Capitals]:
        """Yield a name as far as the bracket behind it tells its other name.

        The bracket of Terminal 2 of Yanqi Airport (雁栖机场) is of the airport; that of the panda centre at
        Qingyan Zoo (青岩动物园大熊猫中心) of the centre.
        """
        alias = self.alias(text, one.end)
        han = lowered(alias) if alias and not is_western(alias) else ""
        kind = self.chinese.kind_of(han)
        head, mark, rest = one.name.rpartition(_OF)
        kinds = self._latin.kind_of(head), self._latin.kind_of(rest)
        if (
            mark
            and all(kinds)
            and kinds[0] != kinds[1]
            and (kind == kinds[1] or head[-1].isdigit() > bool(han))
        ):
            yield replace(one, name=head, end=one.start + len(head), kind=kinds[0])
            yield replace(one, name=rest, start=one.end - len(rest), kind=kinds[1], inner=True)
            return
        whole = _PART_AT.search(text, max(0, one.start - _PHRASE_REACH), one.start)
        nouns = [noun for noun in self.chinese.nouns.finditer(han) if noun.end() < len(han)]
        inner = any(self._noun_kind[noun.group()] == one.kind for noun in nouns)
        told = whole is not None and self._latin.kind_of(whole.group(1)) == kind
        if whole and one.kind and kind and ((told and inner) or (kind != one.kind and (told or inner))):
            yield replace(
                one, name=text[whole.start(1) : one.end], start=whole.start(1), kind=kind, inner=True
            )
            return
        yield one

    def _with_noun(self, lower: str, one: Capitals) -> tuple[int, str]:
        """Return the end of a number of letters with the noun in Chinese behind it, and its kind: T3航站楼.

        Not of what is made: the S7 of S7手机 is a name without its class.
        """
        noun = self.chinese.nouns.match(lower, one.end) if _LETTERED.fullmatch(one.name) else None
        kind = self._noun_kind[noun.group()] if noun else ""
        named = noun and kind not in self._made and ends_word(lower, noun.start(), noun.end())  # S317省道
        return (noun.end(), kind) if noun and named else (one.end, "")

    def _told(
        self, text: str, lower: str, named: _Named, rows: _Places, runs: Sequence[Capitals]
    ) -> Iterator[Spot]:
        """Yield the names that more than nouns and capitals tell, the surest first; they may overlap."""
        for start, end in branded(text, self._before_models):
            yield Spot(text[start:end], start, end, self.chinese.kind_behind(lower, end))
        for start, end in glossed(text, self._before_models):
            yield Spot(text[start:end], start, end, self.chinese.kind_behind(lower, end))
        yield from self._known(text, lower, named, runs)
        for start, end in self._brackets.shortened(text):
            yield Spot(text[start:end], start, end, self.kind_of(text[start:end]))
        for end, original in self._brackets.originals(text):
            foreign = foreign_start(text, end)
            start = self._starts.ending_at(text, end) if foreign < 0 else foreign
            name, kind = text[start:end], self.kind_of(text[start:end]) or self.kind_of(original)
            words = any(len(word) > 1 and tag in _WORDS for word, tag in cut(name))
            if _DOT not in name and words and " " not in original:
                continue  # 企业版支持（Enterprise）
            if _DOT in name and foreign < 0:
                continue  # 由让·努维尔, whose begin nothing tells
            if len(name) >= SHORTEST and (kind or _DOT in name or is_proper(name)):
                yield Spot(name, start, end, kind)
        for start, end, kind in self._of_rows(text, lower, rows):
            yield Spot(text[start:end], start, end, kind)
        for one in self._marked.editions(text):
            yield Spot(one.name, one.start, one.end)
        for one in (*self._marked.marked(text, lower), *self._marked.called(text, lower)):
            yield Spot(one.name, one.start, one.end, one.kind, marked=True, apposed=one.apposed)

    def _known(self, text: str, lower: str, named: _Named, runs: Sequence[Capitals]) -> Iterator[Spot]:
        """Yield the names that the corpus declares, where no longer one begins with them."""
        numbered = {one.start for one in runs if one.name[-1].isdigit()}
        longest = {one.start: one.end for one in runs}
        kinds = {one.start: one.kind for one in runs}
        for start, end, kind in named:
            goes_on = start in numbered and not text[end - 1].isdigit()  # Reactor of Reactor 4
            goes_on |= text[end - 1].isdigit() and longest.get(start, end) > end  # S7 of S7 Pro
            goes_on |= longest.get(start, end) > end and kinds[start] not in {"", kind}  # Avon of Avon Museum
            if not goes_on and not self._goes_on(lower, end, kind):
                told = kind or self.chinese.kind_before(lower, start)
                yield Spot(text[start:end], start, end, told)

    def _of_rows(self, text: str, lower: str, rows: _Places) -> Iterator[tuple[int, int, str]]:
        """Yield the names that tell one of a row by its number, with what the noun behind them says."""
        for start, end in (*rows, *called(text, self._before_models)):
            noun = self.chinese.nouns.match(lower, end)
            built = noun is not None and self.is_thing(self._noun_kind[noun.group()])
            if not (written_small(text, start, end) or built):  # 青岬机场2号航站楼: longer than 2号
                told = self.chinese.kind_behind(lower, end) or self.kind_of(text[start:end])
                yield start, end, told

    def _goes_on(self, lower: str, end: int, kind: str) -> bool:
        """Say whether a name is only the beginning of a longer one: 江南电网 of 江南电网公司."""
        noun = self.chinese.nouns.match(lower, end) or _NEXT_WORD.match(lower, end)
        following = self._noun_kind.get(noun.group().strip()) if noun else None
        return following not in {None, kind, *self.chinese.works} and bool(kind)

    def is_place(self, kind: str) -> bool:
        """Say whether a kind is one of places (whose noun a name may leave out)."""
        return kind in self.chinese.places

    def is_region(self, name: str) -> bool:
        """Say whether a name in small letters is that of a region of the rules."""
        return self._latin.is_region(name)

    def may_be_owned(self, kind: str) -> bool:
        """Say whether a thing of a kind is one of what something has: neither made in numbers nor work."""
        return bool(kind) and kind not in self._made | self.chinese.works | self._recurring | self._telling

    def tells_class(self, kind: str, common: bool) -> bool:
        """Say whether common words before a noun of a kind tell a class of what is made: 农业无人机."""
        return common and kind in self._made

    def may_tell_class(self, key: str, kind: str) -> bool:
        """Say whether words before a noun of what is made, no model and no number, may tell a class of it."""
        return (
            kind in self._made and bool(self.chinese.modifier(key)) and key.isalpha() and not has_latin(key)
        )

    def is_noun(self, name: str) -> bool:
        """Say whether a name is only a category noun."""
        return lowered(name) in self._noun_kind

    def short(self, name: str, kind: str) -> str:
        """Return a name without the noun that its kind may leave out; empty where it may not."""
        found = self._ending.search(name) if kind in self.chinese.places else None
        if found is None or self._noun_kind[found.group()] != kind or len(found.group()) > 1:
            return ""
        shorter = name[: found.start()]
        return shorter if len(shorter) >= SHORTEST and not is_common(shorter) else ""

    def undertaking(self, name: str) -> str:
        """Return what stands before the noun for work that ends a name in small letters; empty for none."""
        ends = self._works.search(name)
        return name[: ends.start()] if ends else ""

    def is_thing(self, kind: str) -> bool:
        """Say whether things of a kind are built, and neither bodies nor made in numbers."""
        of_others = self.chinese.places | self.chinese.bodies | self.chinese.works | self.chinese.recurring
        return kind not in of_others | self._made | self._telling

    def kind_of(self, name: str) -> str:
        """Return the kind that the last noun of a name tells; empty where none does."""
        lower = lowered(name)
        return self.chinese.kind_of(lower) or self._latin.kind_of(lower)


def has_latin(text: str) -> bool:
    """Say whether a text holds letters of ASCII."""
    return any(char.isascii() for char in text)


class _Cover:
    """Tells whether a stretch meets what is taken, by one flag a character."""

    def __init__(self) -> None:
        self._places: set[int] = set()

    def add(self, start: int, end: int) -> None:
        """Take a stretch."""
        self._places.update(range(start, end))

    def meets(self, start: int, end: int) -> bool:
        """Say whether any character of ``[start, end)`` is taken."""
        return bool(self._places) and not self._places.isdisjoint(range(start, end))


def _measuring(catalog: Catalog) -> frozenset[str]:
    """Return the English words of which the words of attributes and nouns are made."""
    told = chain(
        (word for entry in catalog.attributes for word in (*entry.words, *entry.after)),
        (word for noun in catalog.nouns for word in noun.words),
        (word for lang in catalog.languages for entry in lang.scopes for word in entry.words),
    )
    return frozenset(part for word in told if word.isascii() for part in lowered(word).split(" "))


def _markets(catalog: Catalog) -> frozenset[str]:
    """Return the names of regions with each word for a market behind them."""
    regions = [name for one in catalog.regions for name in (one.name.zh, one.name.en, *one.aliases)]
    words = [word for lang in catalog.languages for word in lang.markets]
    return frozenset(lowered(folded(f"{region}{word}")) for region in regions for word in words)
