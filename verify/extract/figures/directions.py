"""Words of change around a figure, and their direction: 增长8%, 8.2% higher, cut deaths by 30 percent.

Comes in: folded text, where a figure begins or ends, and its unit.  Goes out: ``up``, ``down`` or nothing.
What figure a change is of is left to ``claims``; which of two figures came first to ``changing``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from verify.catalog.schema import LanguageEntry
from verify.extract.figures.kinds import SHARES, is_money
from verify.extract.lexicon.words import Surfaces, space_at
from verify.model.quantity import Unit
from verify.text.alternatives import either

_MOST_APART = 48
"""Characters between a word of change with its object and the figure."""
_CLAUSE_ENDS = ",;.:"
_MOST_OBJECT = 16
_OBJECT = "(?![后前的至到为])[\u3400-\u9fff]{2,10}(?<![为至到达占于超是了近约逾的])"
_LEVELS = "率比例重度价额准限槛点"
"""They end what a figure may be a level of (提高首付比例30%); of points it is a difference."""
_POINT = "percentage_point"
_SHARE_ONLY = "-share"
_MOST_COMPARED = 16
_MOST_TURNED = 120
"""Characters before *from* that hold the word of change by which two figures are what was and what is."""
_TIME = "second"
_TERM = "期"


def is_difference(unit: Unit) -> bool:
    """Say whether a unit is a share, or the points in which shares differ."""
    return unit.name in SHARES or unit.base == _POINT


class Changes:
    """Words of change before a figure, with their direction."""

    def __init__(self, languages: Iterable[LanguageEntry]) -> None:
        languages = tuple(languages)
        entries = [entry for language in languages for entry in language.changes]
        self._joints = frozenset([" ", *(word for entry in languages for word in entry.change_joints)])
        self._surfaces = Surfaces((word, entry.value) for entry in entries for word in entry.words)
        self._unless = Surfaces((word, "") for entry in entries for word in entry.unless)
        self._no_change = Surfaces((w, "") for language in languages for w in language.change_unless_behind)
        self._behind = Surfaces((word, entry.value) for entry in entries for word in entry.behind)
        verbs = either(word for entry in entries for word in entry.objects)
        self._object = re.compile(rf"({verbs}){_OBJECT}\Z")
        self._directions = {word: entry.value for entry in entries for word in entry.objects}
        self._changing = frozenset(word for entry in entries for word in entry.words)
        self._by = Surfaces(
            (word, not_before) for language in languages for word, not_before in language.change_by.items()
        )
        agents = [word for language in languages for word in language.agents_by]
        told = "|".join(re.escape(word).replace(r"\*", "[a-z]+") for word in agents)
        self._agent = re.compile(rf"\b(?:{told})\Z" if told else r"(?!)", re.IGNORECASE)
        self._levels = frozenset(word for language in languages for word in language.level_hedges)
        compared = [pattern for language in languages for pattern in language.compared]
        self._compared = re.compile(rf"(?:{'|'.join(compared)})\Z") if compared else None
        verbs = either(word for word in self._changing if word.isascii())
        said = r"(?:[^;:.]|\.(?=[0-9]))"
        rate = rf"(?: by)?[^,;:.]{{0,16}} [^a-z,;:]?[0-9]{said}{{0,24}}?,? ?"
        # of the same verb: visits rose from 480 to 640 and fees from £9 to £11
        both = rf"{said}{{0,40}}? from {said}{{1,24}}? to {said}{{1,40}}?"
        again = rf"{both}(?:,| and|,? while) [a-z' -]{{1,40}}"
        self._turned = re.compile(rf"\b(?:{verbs})(?:{rate}|{again})\Z", re.IGNORECASE)
        self._saved = Surfaces((word, True) for language in languages for word in language.saved)
        self._not_behind = Surfaces((w, True) for language in languages for w in language.not_changes_behind)
        self._grows = Surfaces((word, True) for language in languages for word in language.growing)
        self._of = Surfaces((word, True) for language in languages for word in language.growing_of)
        self.words = [*self._surfaces, *self._unless, *self._joints, *self._by]
        """Every word that is looked for before a figure."""
        self.words_behind = list(self._behind)

    def before(self, text: str, end: int, unit: Unit | None = None, floor: int = 0, behind: int = 0) -> str:
        """Return ``up``, ``down`` or an empty string for the word that ends at ``end``.

        Words whose value ends in ``-share`` (高, lower) tell a change only before a share.
        """
        place = end
        while place > floor and text[place - 1] in self._joints:
            place -= 1
        found = self._word(text, place, floor, unit, behind)
        if found and behind and unit is not None and self.is_none(text, place, unit, behind):
            return ""
        direction, _, only = found.partition("-")
        if only and unit is not None and self.compares(text, place):
            return direction
        return "" if only and (unit is None or not is_difference(unit)) else direction

    def is_none(self, text: str, end: int, unit: Unit, behind: int) -> bool:
        """Say whether a word that ends at ``end`` tells no change of the figure that ends at ``behind``.

        So it is where a hill rises 3 km above the sea, and a farm grows 40 ha of wheat.
        """
        if is_difference(unit) or is_money(unit.base):
            return False
        if self._not_behind.at(text, behind) is not None:
            return True
        grows = self._grows.before(text, end - (text[end - 1 : end] == " "))
        return grows is not None and (unit.counts or self._of.at(text, behind) is not None)

    def compares(self, text: str, place: int) -> bool:
        """Say whether a word of more or less that ends at a place is told of another: 比去年低8分."""
        found = self._surfaces.before(text, place)
        if found is None or not found[1].endswith(_SHARE_ONLY) or self._compared is None:
            return False
        return self._compared.search(text, max(0, found[0] - _MOST_COMPARED), found[0]) is not None

    def of_level(self, hedges: Iterable[str]) -> bool:
        """Say whether words before a figure tell what a level comes to: fell below 3%."""
        return any(word.lower() in self._levels for word in hedges)

    @staticmethod
    def is_term(text: str, end: int, unit: Unit) -> bool:
        """Say whether a time only tells how long something runs: 下调一年期利率."""
        return unit.base == _TIME and text[end : end + 1] == _TERM

    def turns(self, text: str, end: int) -> bool:
        """Say whether a word of change ends at ``end``: rose from 3 to 5 names no range.

        So does one with its rate, or with another that it has turned: rose by 4 per cent, from 50 to 52.
        """
        if self._word(text, end, 0):
            return True
        return self._turned.search(text, max(0, end - _MOST_TURNED), end) is not None

    def apart(self, text: str, place: int) -> bool:
        """Say whether a word ends there that parts a word of change from its figure: cut deaths by."""
        return self._by.before(text, place) is not None

    def _farther(self, text: str, place: int, floor: int, unit: Unit, behind: int) -> str:
        """Return the nearest word of change of the clause, some words before the figure."""
        joint = self._by.before(text, place, floor)
        if joint is None or any(text.startswith(f" {word} ", behind) for word in joint[1]):
            return ""  # shown by 64% of voters
        low = max(floor, place - _MOST_APART, *(text.rfind(mark, 0, place) + 1 for mark in _CLAUSE_ENDS))
        place = joint[0] - (text[joint[0] - 1 : joint[0]] == " ")
        if not is_difference(unit) and self._saved.before(text, place, low) is not None:
            return ""
        found = self._surfaces.before(text, place, low)
        if found is None and self._agent.search(text, low, place):
            return ""  # a rise in demand met by 200 MW
        while found is None and place > low:
            found = self._surfaces.before(text, place, low)
            place = text.rfind(" ", low, place)
        return "" if found is None else found[1].partition("-")[0]

    def of_object(self, text: str, place: int, unit: Unit) -> str:
        """Return the direction that a verb tells with its object: 下调准备金率0.5个百分点, 缩短工期40天.

        Words that only look like a numeral (二氧化碳) may stand in the object.
        """
        last = text[place - 1 : place]
        if not "\u3400" <= last <= "\u9fff":
            return ""
        if last in _LEVELS and unit.base != _POINT:
            return ""
        found = self._object.search(text, max(0, place - _MOST_OBJECT), place)
        if found is None or (not is_difference(unit) and self._is_saved(text, place, found[1])):
            return ""  # 节约用水12万吨
        return self._directions[found[1]]

    def _is_saved(self, text: str, place: int, verb: str) -> bool:
        """Say whether the amount of what a verb and the object that ends at a place tell is told itself."""
        return verb not in self._changing or self._saved.before(text, place) is not None

    def _word(self, text: str, place: int, floor: int, unit: Unit | None = None, behind: int = 0) -> str:
        found = self._surfaces.before(text, place, floor)
        if found is None and unit is not None and not unit.counts:
            return self._farther(text, place, floor, unit, behind) or self.of_object(text, place, unit)
        blocked = self._unless.before(text, place, floor)
        return "" if found is None or (blocked is not None and blocked[0] < found[0]) else found[1]

    def behind(self, text: str, end: int, unit: Unit) -> str:
        """Return the direction that the word behind a share tells: 8.2% higher, an 8.2% decline."""
        if unit.name not in SHARES:
            return ""
        found = self._behind.at(text, space_at(text, end))
        return found[1] if found else ""
