"""Names in Latin script: what its capitals tell.

Comes in: folded text.  Goes out: ``Capitals``: runs of capitalised words that may be a name, with the
category noun behind them (the Mesa solar park) and their number (Aero 3, No. 2 Hospital); and whether
the place of the run tells a name: a capital that only begins a sentence does not.  Which runs are names
is left to ``mentions``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from verify.catalog.catalog import Catalog
from verify.extract.lexicon.words import lowered
from verify.text.fold import folded

SHORTEST = 2
_UPPER = "A-Z" + "".join(char for char in map(chr, range(0xC0, 0x17F)) if char.isupper())
_LETTER = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f"
"""Letters of the languages of Europe: São Paulo, Łódź."""
_WORD = rf"(?<![{_LETTER}])(?:[a-z]{{1,2}}(?=[A-Z][a-z]))?[{_UPPER}][{_LETTER}0-9'&-]*"
_NUMBER = r"(?:No\.\s?)?\d{1,4}(?![\d%a-rt-z]|s[a-z]|0s|[.,]\d)"
_RUN = re.compile(rf"{_WORD}(?:\s{_NUMBER}|\s(?:of\s(?:the\s)?|the\s|&\s|de\s|van\s|von\s)?{_WORD})*")
_CAPITAL = re.compile(f"[{_UPPER}]")
"""No run is without; looked for first, for most texts in Chinese hold none."""
_AND = re.compile(rf"\sand\s{_WORD}(?:\s{_WORD})*")
_ACRONYM = 3
_OF = "of"
_IN_PLACES = frozenset(["in", "across", "throughout", "within"])
_LONGEST_REGION = 3
"""Words of the name of a region."""
_NUMBERED = " {n}"
"""Ends the value of a scope that a number tells."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_INNER = re.compile(r"[A-Za-z0-9,'\u3400-\u9fff(（“\"]\s?$")
_NOUN_BEHIND = re.compile(r" ([a-z]+(?:-[a-z]+)*(?: [a-z]+(?:-[a-z]+)*){0,2})")
_GLOSSED = re.compile(r" ((?:[a-z]+(?:-[a-z]+)*(?:'s|s')? ){1,6}[a-z]+)(?= ?[(（][“\"]?[\u3400-\u9fff])")
"""Behind a name, all words up to the bracket that has it in Chinese: Avon green hydrogen pilot plant (…)."""
_OWNED = re.compile(r"'s((?: [a-z]+(?:-[a-z]+)*){1,4})(?= ?[(（][“\"]?[\u3400-\u9fff])")
"""Behind the name of an owner, what has its name in a bracket: Avon's city buses (汐湾市公交)."""
_AGED = frozenset(["year", "years"])
"""Behind a number they are no unit where the name goes on: Glen Avon 12 Year Old."""
_NOUN_BEFORE = re.compile(
    r"(?<!\bin )(?<!\bat )(?<!\bon )(?:\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Oo]ur)|[a-z]'s) "
    r"([a-z]+(?:[ -][a-z]+){0,3})(?P<aside>, (?P<the>the |called |named )?)?(?: (?:called |named )?)?(?<= )"
    r"[“\"]?$"
)
_ENDS_NAME = re.compile(r"\s*(?:$|['.,;:!?)\]，。；：（(）、])")
_HAN = re.compile(r"\s?[\u3400-\u9fff]")
_JOINED = re.compile(r"([A-Z][A-Za-z0-9]+)-[a-z]*(?:ed|built|made|wide|style|like|born)")
"""A name with what makes an adjective of it: Avon-based, RSV-associated."""
_COUNT_REACH = 24
_INDEFINITE = re.compile(r"\b[Aa]n? $")
_COUNTED = re.compile(r"(?:^|[^\w., ] ?|\b[a-z]+ )(?!(?:19|20)[0-9]{2} )[0-9][0-9,.]* $")
"""Before what is counted, which neither a year nor a date is: in 2024 Avon plans, on May 12 Avon opens."""
_SEVERAL = re.compile(r" (?!is |was |has )[a-z]{2,}s\b")
_SMALL_WORD = re.compile(r" [a-z]")
_IDENTIFIER = re.compile(r"\d{5}")
_PLURAL = re.compile(r"(?:^| )[A-Z]{2,5}s$")
"""Ends what tells a class: Signed URLs, Public IDs."""
_PRICED = re.compile(r"([A-Z]{2,3})\d+")
_DEFINED = re.compile(
    r"(?: ?\([^()]{1,40}\))?(?:,| is| was| are)"
    r"(?: (?:an?|the)(?: [a-z -]{1,24}'s)?| [A-Z][A-Za-z]+'s) ([a-z][a-z -]{1,60})"
)
_BREAKS = re.compile(r" (?:of|in|on|at|by|from|for|with|to|near|that|which|over|between|and|across|in) ")
_CLASSED = re.compile(r"\b(?:[Tt]he|[Aa]n?) (?:[A-Za-z]+ )?([a-z]+) of $")
_UNKNOWN_NOUN = 3
_CALLED = 3
"""Digits of a number that tells things of one kind apart."""
_ARTICLE = 20
_HAN_BRACKET = re.compile(r"\s?[(（][“\"]?[\u3400-\u9fff]")
_OTHER_NAME = re.compile(r"\s?[(（][\u3400-\u9fff·]{2,20}[)）]")
_WORK_ON = re.compile(r"[A-Z][a-z]+ of the ")
"""What begins a sentence or a heading before the name of what it befell: Retreat of the."""
_CLASS_OF = re.compile(r" ([a-z]+) of [A-Z]")
_DEFINITE = re.compile(r"(?:\b(?:[Tt]he|[Tt]his) (?:[0-9]{1,3}(?:st|nd|rd|th) |[a-z]{3,12} )?|[a-z]'s )$")
_POSSESSIVE = re.compile(r"\b(?:[Ii]ts|[Tt]heir) (?:[a-z]{3,12} )?$")


@dataclass(frozen=True, slots=True)
class Capitals:
    """A run of capitalised words."""

    name: str
    start: int
    end: int
    kind: str = ""
    inner: bool = True
    """It stands inside a sentence, where capitals tell a name."""


class LatinNames:
    """Finds runs of capitals with the words of a catalogue.

    ``nouns`` are category nouns with their kinds, ``endings`` words that only end a name.
    """

    def __init__(self, catalog: Catalog, nouns: Mapping[str, str], endings: Mapping[str, str]) -> None:
        self._units = catalog.units
        self._nouns = {noun: kind for noun, kind in nouns.items() if noun.isascii()}
        self._ends = {**{word: kind for word, kind in endings.items() if word.isascii()}, **self._nouns}
        self._places = frozenset(kind.id for kind in catalog.kinds if kind.omissible)
        self._made = frozenset(kind.id for kind in catalog.kinds if kind.made)
        self._regions = frozenset(lowered(folded(region.name.en)) for region in catalog.regions)
        languages = catalog.languages
        self._not_names = frozenset(word for language in languages for word in language.not_names)
        self._class_words = frozenset(word for language in languages for word in language.class_words)
        self._ordinals = frozenset(word for language in languages for word in language.ordinals)
        self._numerals = frozenset(lowered(word) for lang in languages for word in lang.number_words)
        scopes = (word for lang in languages for entry in lang.scopes for word in entry.words)
        self._parts_of = frozenset(lowered(folded(word)) for word in scopes if word.isascii())
        values = (entry.value for lang in languages for entry in lang.scopes)
        self._numbered = frozenset(v.removesuffix(_NUMBERED) for v in values if v.endswith(_NUMBERED))
        """Nouns that call a part with its number: Game 4, Act 2."""
        placing = [word.strip() for lang in languages for word in (*lang.not_subject, *lang.relatives)]
        self._placing = frozenset(placing) | {"after", "before", "during", "since", "until"}
        self._joins = frozenset(word for word in placing if word.isascii()) | {"of", "the", "a", "an", "or"}
        """Words that end what may be a name: in, and, which."""
        self._verbs = frozenset(lowered(folded(word)) for lang in languages for word in lang.copulas)

    def find(self, text: str) -> Iterator[Capitals]:
        """Yield the runs of a text."""
        if _CAPITAL.search(text) is None:
            return
        for match in _RUN.finditer(text):
            run, end = match.group(), match.end()
            if " of " in run:
                more = _AND.match(text, end)
                run, end = (run + more.group(), more.end()) if more else (run, end)
            for name, start in self._parts(text, run, match.start()):
                if not (
                    self._is_part(text, name, start)
                    or _is_adjective(text, name, start)
                    or self._is_class(text, name, start)
                ):
                    yield self._capitals(text, name, start)

    def _parts(self, text: str, run: str, start: int) -> Iterator[tuple[str, int]]:
        """Yield a run without what is no name at its ends."""
        inner = _INNER.search(text, max(0, start - 3), start) is not None
        words = self._before_figure(run.split(" "))
        owner, mark, _ = run.partition("'s ")
        of_region = self.is_region(lowered(owner))
        owns = mark and (self.kind_of(owner) or re.search(rf"\b{re.escape(owner)}\b(?!')", text))
        if mark and (of_region or (owns and not self.kind_of(run))):
            owned = len(owner.split(" "))
            yield from self._parts(text, owner, start)
            start += len(" ".join(words[:owned])) + 1
            words, inner = words[owned:], True
        figure = text[max(0, start - 2) : start].rstrip()[-1:].isdigit()
        if figure and len(words) > 1 and self._is_unit(words[0]):
            start += len(words.pop(0)) + 1  # the 40 MW Lakeside plant
        if len(words) > 1 and lowered(words[0]) in self._numbered and words[1].isdigit():
            start += len(" ".join(words[:2])) + (len(words) > 2)
            words, inner = words[2:], True  # Act 2 of Selkie: a part, and a name
        placed = bool(words) and lowered(words[0]) in _IN_PLACES and not inner
        while words and self._leads(words, inner):
            start += len(words.pop(0)) + 1
        region = self._region(words) if placed else 0
        if region:  # In North America Tavrin sold …: a place, and a name
            start += len(" ".join(words[:region])) + 1
            words, inner = words[region:], True
        if not inner and "the" in words[1:] and "of" not in words and self.kind_of(run):
            cut_at = words.index("the", 1)  # Visit the Vale Museum: a heading, and a name
            start += len(" ".join(words[: cut_at + 1])) + 1
            words, inner = words[cut_at + 1 :], True
        told = _WORK_ON.match(" ".join(words)) if not inner else None
        if told and not self.kind_of(words[0]):
            rest = " ".join(words)[told.end() :]
            behind = self._behind(text, start + told.end(), start + told.end() + len(rest))
            if self.kind_of(rest) or behind or self._noun_behind(text, start + told.end() + len(rest)):
                start += told.end()  # Retreat of the Skarn glacier: a heading, and a name
                words, inner = rest.split(" "), True
        if "of" in words and any(char.isdigit() for char in words[-1]) and "-" in words[-1]:
            start += len(" ".join(words[:-1])) + 1
            words = words[-1:]  # Safety of LX-12
        while len(words) > 1 and self._trails(text, words, start):
            words.pop()
        if words and _JOINED.fullmatch(words[-1]):
            return  # the Avon-based maker
        name = " ".join(words).removesuffix("'s").rstrip("'")
        if not self._is_no_name(name) or (
            name and name.istitle() and self._behind(text, start, start + len(name))
        ):
            yield name, start  # the Harbour line: a noun that calls another

    def _region(self, words: Sequence[str]) -> int:
        """Return how many words that begin a run name a region, before others that name something."""
        lengths = range(min(len(words) - 1, _LONGEST_REGION), 0, -1)
        return next((n for n in lengths if self.is_region(lowered(" ".join(words[:n])))), 0)

    def _is_no_name(self, name: str) -> bool:
        """Say whether a run is too short for a name, a common word, or a unit (RMB286)."""
        if (
            len(name) < SHORTEST
            or name.isdigit()
            or (name.isalpha() and name.isupper() and len(name) <= _ACRONYM)
        ):
            return True
        if lowered(name) in self._nouns or lowered(name) in self._not_names | self._class_words:
            return True
        if _IDENTIFIER.search(name) or _PLURAL.search(name):
            return True
        priced = _PRICED.fullmatch(name)
        return self._is_unit(priced.group(1) if priced else name)

    def _is_unit(self, word: str) -> bool:
        found = self._units.match(word, 0)
        return found is not None and found[1] == len(word)

    def _before_figure(self, words: list[str]) -> list[str]:
        """Return the words before a number with its unit (Memory 8 GB)."""
        for place in range(1, len(words) - 1):
            goes_on = words[place + 1].istitle() and lowered(words[place + 1]) in _AGED
            if (
                words[place].isdigit()
                and self._is_unit(words[place + 1])
                and not (goes_on and place + 2 < len(words))
            ):
                return words[:place]
        return words

    def _leads(self, words: list[str], inner: bool) -> bool:
        """Say whether the first word is capitalised only because a sentence begins, or is no name."""
        first = lowered(words[0])
        if first in self._ordinals and [lowered(word) in self._nouns for word in words[1:]] == [True]:
            return False  # the Third Fleet
        if first in self._numerals:
            return not inner and len(words) < 3  # Seven Rivers Studio, but not Seven Drivers
        if len(words) > 1 and _JOINED.fullmatch(words[0]):
            return True
        return first in self._not_names or words[0].isdigit() or words[0] in {"&", "de", "of"}

    def _trails(self, text: str, words: list[str], start: int) -> bool:
        last = words[-1]
        if not last.isdigit():
            return lowered(last) in self._not_names or last in {"No."}
        end = start + len(" ".join(words))
        if _YEAR.fullmatch(last) or words[-2] == "No.":
            return True
        unit = self._units.match(text, end + (text[end : end + 1] == " "))
        following = re.compile(r"\s([a-z]+)").match(text, end)
        return unit is not None or not (
            (lowered(words[-2]) in self._ends and len(last) <= _CALLED)  # Avon Metro Line 7 opened
            or _ENDS_NAME.match(text, end)
            or _HAN.match(text, end)
            or (following and following.group(1) in self._verbs)
            or (following and following.group(1) in self._nouns)  # the Mantis 3 robot
        )

    def _capitals(self, text: str, name: str, start: int) -> Capitals:
        inner = _INNER.search(text, max(0, start - 3), start) is not None
        end = start + len(name)
        kind = self.kind_of(name)
        owned = _OWNED.match(text, end)
        if owned:
            return Capitals(text[start : owned.end()], start, owned.end(), self.kind_of(owned[1]), inner=True)
        behind = self._behind(text, start, end)
        told = (
            not kind or lowered(name) in self._nouns or _HAN_BRACKET.match(text, behind[0] if behind else end)
        )
        if behind and told:
            end, kind = behind[0], behind[1] or kind
            name = text[start:end]
        kind = kind or self._told(text, start, end)
        return Capitals(name, start, end, kind, inner)

    def _behind(self, text: str, start: int, end: int) -> tuple[int, str] | None:
        """Return the end of the category noun behind a name, and its kind: the Mesa solar park."""
        match = _NOUN_BEHIND.match(text, end)
        if match is None:
            return None
        glossed = _GLOSSED.match(text, end)
        kind = self.kind_of(glossed[1]) if glossed else ""
        if glossed and kind and (self._joins | self._verbs).isdisjoint(glossed[1].split(" ")):
            return glossed.end(), kind
        words = match.group(1).split(" ")
        for length in range(len(words), 0, -1):
            stop = end + 1 + len(" ".join(words[:length]))
            nouns = (" ".join(words[first:length]) for first in range(min(length, 2)))
            noun = next((one for one in nouns if one in self._nouns), None)  # offshore wind farm
            definite = _DEFINITE.search(text, max(0, start - _ARTICLE), start) is not None
            own = _POSSESSIVE.search(text, max(0, start - _ARTICLE), start) is not None
            definite |= own and noun is not None and self._nouns[noun] not in self._made
            if noun and (definite or text[stop : stop + 2] in {" (", "(", " （"}):
                return stop, self._nouns[noun]
            if definite and length <= _UNKNOWN_NOUN and _HAN_BRACKET.match(text, stop):
                return stop, ""  # the Longriver telescope array (长河…): a noun of no kind
        return None

    def _noun_behind(self, text: str, end: int) -> bool:
        """Say whether a category noun in small letters stands behind a place."""
        match = _NOUN_BEHIND.match(text, end)
        return match is not None and match[1].split(" ")[0] in self._nouns

    def is_region(self, name: str) -> bool:
        """Say whether a name in small letters is that of a region."""
        return name in self._regions

    def _is_class(self, text: str, name: str, start: int) -> bool:
        """Say whether a word only tells the origin of what is named behind it: the Avonian city of X."""
        noun = _CLASS_OF.match(text, start + len(name))
        return " " not in name and noun is not None and noun.group(1) in self._nouns

    def _is_part(self, text: str, name: str, start: int) -> bool:
        """Say whether a word with the one behind it tells a part of something: the Pro plan."""
        noun = _NOUN_BEHIND.match(text, start + len(name)) if " " not in name else None
        return noun is not None and f"{lowered(name)} {noun.group(1).split(' ')[0]}" in self._parts_of

    def _told(self, text: str, start: int, end: int) -> str:
        """Return the kind that the words beside a name tell: the ferry Aurora; Avonlea (…) ski resort."""
        before = _NOUN_BEFORE.search(text, max(0, start - 40), start)
        if before and self._is_of(text, before, end):
            words = before.group(1).split(" ")
            for length in range(min(3, len(words)), 0, -1):
                noun = " ".join(words[-length:])
                if noun in self._nouns:
                    return self._nouns[noun]
        classed = _CLASSED.search(text, max(0, start - 40), start)
        if classed and self._nouns.get(classed.group(1)) in self._places:
            return self._nouns[classed.group(1)]
        bracket = _OTHER_NAME.match(text, end)
        behind = _NOUN_BEHIND.match(text, bracket.end()) if bracket else None
        words = behind.group(1).split(" ") if behind else []
        for length in range(len(words), 0, -1):
            if (noun := " ".join(words[:length])) in self._nouns:
                return self._nouns[noun]
        defined = _DEFINED.match(text, end)
        if defined is None:
            return ""
        phrase = _BREAKS.split(f"{defined.group(1)} ", maxsplit=1)[0]
        return self.kind_of(phrase.strip())

    def _is_of(self, text: str, noun: re.Match[str], end: int) -> bool:
        """Say whether a noun before a name tells what it is: the ferry Aurora; its new lift, the Skarn.

        Behind a comma it does where the name stands between two, and never behind a word that places it:
        after the festival, Marlow said.
        """
        if not noun["aside"]:
            return True
        aside = noun["the"] or text[end : end + 1] == ","
        leading = text[: noun.start()].rstrip().rsplit(" ", 1)[-1]
        return bool(aside) and lowered(leading) not in self._placing

    def kind_of(self, name: str) -> str:
        """Return the kind that the last words of a name tell; empty where none does."""
        words = lowered(name).replace("-", " ").split(" ")
        whole = words.index(_OF) if _OF in words else len(words)
        for told in (words[:whole], words):
            if len(told) > 1 and told[-1].isdigit():
                told.pop()  # Reactor 4
            endings = (" ".join(told[-length:]) for length in range(min(3, len(told)), 0, -1))
            kind = next((self._ends[ending] for ending in endings if ending in self._ends), "")
            if kind:
                return kind  # the Museum of Harrow Bridge is no bridge
        return ""


def _is_adjective(text: str, name: str, start: int) -> bool:
    """Say whether one word with a capital only tells what kind of thing is meant.

    So do a Marlow start-up and 481 Oriental storks.
    """
    if " " in name or any(char.isdigit() for char in name):
        return False
    end = start + len(name)
    if _COUNTED.search(text, max(0, start - _COUNT_REACH), start):
        return _SEVERAL.match(text, end) is not None
    indefinite = _INDEFINITE.search(text, max(0, start - 4), start)
    return indefinite is not None and _SMALL_WORD.match(text, end) is not None
