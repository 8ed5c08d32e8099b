"""Which of the names found in a document are none, and are dropped.

Comes in: ``Found`` entries by their lower-case spelling, and the text.  Goes out: those that are left when
phrases of common words, parts of something and words that merely look like names are dropped.  Which of them
name one thing is left to ``coreference``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from verify.extract.lexicon.words import lowered
from verify.extract.names.found import Found, longer_names
from verify.extract.names.hanzi import SHORTEST
from verify.extract.names.spotting import Spotter
from verify.text.script import is_western

_WORD_ENDS = (" ", ",", ".", ";", ":", ")")
_ENDS = re.compile("[。！？]")


def drop_what_is_no_name(
    found: dict[str, Found], declared: set[str] | frozenset[str], spotter: Spotter, words: str
) -> None:
    """Drop phrases of common words that stand once or tell a class, parts of something (海底隧道), markets.

    ``words`` is the text: a capital word that it also writes small is none of a name.
    """
    for key in [key for key in found if key in spotter.markets and not found[key].catalogue_id]:
        del found[key]
    nouns = spotter.chinese.nouns
    endings = Counter(noun for key in found if (noun := _last_noun(key, spotter)))
    for key in list(found):
        opening = nouns.match(key)
        if opening is None or found[key].catalogue_id or len(opening.group()) in {1, len(key)}:
            continue
        if endings[opening.group()] > (_last_noun(key, spotter) == opening.group()):
            del found[key]  # 大桥主体工程 beside 长河大桥: a thing named before, and its part
    ordered, lower = sorted(found), lowered(words)
    for key in ordered:
        longer = [*longer_names(key, ordered)][1:] if spotter.may_tell_class(key, found[key].kind) else []
        if longer and _only_begins(key, longer, lower):
            del found[key]
    ordered = sorted(found)
    weak = [
        k
        for k in ordered
        if k not in declared
        if not _is_name(k, found[k], ordered, words, spotter) or _tells_class(k, found[k], spotter)
    ]
    doubtful = [key for key in weak if not _begins_phrase(key, words, spotter)]
    later = {key for key in weak if _ENDS.search(words, 0, found[key].first)}
    kept = _spared(doubtful, found, {key for key in later if _tells_class(key, found[key], spotter)})
    for key in weak:
        if key != kept:
            del found[key]


def drop_lone_work(found: dict[str, Found], works: frozenset[str], words: str) -> None:
    """Drop the only work that a text speaks of where common words tell it: 数字化工程 of its topic.

    Where the text, ``words``, speaks of two, they are two things.
    """
    undertakings = [key for key, one in found.items() if one.kind in works]
    others = any(one.told and one.kind not in works | {""} and not one.describes for one in found.values())
    if len(undertakings) != 1 or not others or is_western(undertakings[0]):
        return
    key = undertakings[0]
    one = found[key]
    told = {match[1] for match in re.finditer(rf"([\u3400-\u9fff]{{2}}){key[-SHORTEST:]}", words)}
    if len(told) == 1 and one.common and not (one.catalogue_id or one.marked or one.known):
        del found[key]


def _only_begins(key: str, longer: Sequence[str], words: str) -> bool:
    """Say whether a phrase goes on as longer names do wherever it stands, noun for noun.

    So does 晴川医院机器人 in a text that has 晴川医院机器人手术 and 晴川医院机器人手术中心.
    """
    ways = {name[: len(key) + SHORTEST] for name in longer if len(name) > len(key) + SHORTEST}
    places = [found.start() for found in re.finditer(re.escape(key), words)]
    return bool(ways) and all(words.startswith(tuple(ways), place) for place in places)


def _tells_class(key: str, entry: Found, spotter: Spotter) -> bool:
    """Say whether a phrase tells a class of what is made: 农业无人机, and what no title names may too."""
    named = entry.in_title or entry.marked or entry.known or entry.catalogue_id
    return spotter.tells_class(entry.kind, entry.common) or (
        not named and spotter.may_tell_class(key, entry.kind)
    )


def _last_noun(key: str, spotter: Spotter) -> str:
    found = ""
    for match in spotter.chinese.nouns.finditer(key):
        found = match.group() if match.end() == len(key) else ""
    return found


def _is_name(key: str, entry: Found, ordered: Sequence[str], words: str, spotter: Spotter) -> bool:
    """Tell a name from words that merely look like one; a capital that only begins a sentence is none.

    Nor is one that often does, of a word that tells what is measured: Net profit …, Net debt ….
    """
    if entry.catalogue_id or entry.described or entry.known:
        return True
    if is_western(key):
        if next(longer_names(key + " ", ordered), None) is not None:
            return True
        if entry.headed == entry.count:
            return False
        if entry.inner or " " in key:
            return True
        if key in spotter.measuring and not entry.in_title:
            return False
        return entry.count > 1 and not _written_small(key, words)
    if entry.marked:
        return entry.count > 1 or entry.in_title or key.endswith("号") or entry.marked > 1
    return entry.count > 1 or not entry.common


def _written_small(key: str, words: str) -> bool:
    """Say whether a text also writes a word small, in the singular or the plural: Documents …, a document."""
    forms = {key, f"{key}s", key.removesuffix("s")}
    return any(f" {form}{end}" in words for form in forms for end in _WORD_ENDS)


def _begins_phrase(key: str, words: str, spotter: Spotter) -> bool:
    """Say whether a word in Latin script only begins what a heading tells: Taking a taxi."""
    begins = " " not in key and words[: len(key)].lower() == key.lower()
    return begins and spotter.opens_noun(words, len(key))


def _spared(weak: Sequence[str], found: dict[str, Found], classes: set[str]) -> str | None:
    """Return the doubtful name to keep: the first of the title's kind, or the first where none is sure.

    One of ``classes`` of what is made, told of behind the first sentence (红外相机), is what somebody uses,
    and is kept for the title's kind only.
    """
    doubtful = set(weak)
    described = {e.kind for k, e in found.items() if k not in doubtful and e.describes and e.in_title}
    doubted = sorted(
        (k for k in weak if not (is_western(k) or found[k].only_listed) or found[k].begins_title),
        key=lambda k: found[k].first,
    )
    kept = next((k for k in doubted if found[k].kind in described), None)
    named = any(k not in doubtful and not e.describes for k, e in found.items())
    return kept or (None if named else next((key for key in doubted if key not in classes), None))


def without_opening(found: dict[str, Found]) -> None:
    """Drop what a title begins with and the text calls by all but its first word: Visit Avon Garden."""
    for key, entry in list(found.items()):
        word, mark, rest = key.partition(" ")
        other = found.get(rest) if mark and is_western(key) else None
        if other is None or not (entry.begins_title and entry.count == 1) or entry.catalogue_id:
            continue
        if " " in rest and other.told and other.kind == entry.kind and not word[-1:].isdigit():
            del found[key]
            other.in_title = True
