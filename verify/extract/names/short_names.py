"""Other names that a text uses for what it names in full: 远杉 of 远杉乳业, the title's 长河站 of 长河高铁站.

Comes in: ``Found`` entries by their lower-case spelling, the text and its title.  Goes out: entries added for
names without their noun, and pairs of names of one thing.  Names that begin or end as longer ones do are left
to ``coreference``, what brackets declare to ``brackets``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from verify.extract.lexicon.nouns import cut
from verify.extract.lexicon.words import lowered
from verify.extract.names.found import Found, longer_names
from verify.extract.names.hanzi import SHORTEST, is_coined, is_full
from verify.extract.names.models import model
from verify.extract.names.spotting import Spotter
from verify.text.script import is_western

_LONGEST_STEM = 4
_LONG_WORD = 5
"""A word of so many letters in a title may be short for a name that begins with it."""
_SITE = "区"
"""Ends the nouns of the several places where a body is: 院区, 校区."""
_LEAST_OF_WORK = 4
"""Characters before the noun of a work that tell what it makes: 白沙湾淡化."""
_OWNS = "'s "


def add_stems(
    found: dict[str, Found], bodies: frozenset[str], spotter: Spotter, words: str, title: str
) -> None:
    """Add what a text, ``words`` with its ``title``, calls a body without its noun.

    That is 远杉 of 远杉乳业, where it is coined, and 远杉公交 of 远杉公交集团, which still tells what it is.
    Not where the text names something else that begins alike: 远杉大桥.
    """
    ordered = sorted(found)
    for key, entry in list(found.items()):
        stem = spotter.chinese.modifier(key) if entry.kind in bodies and not is_western(key) else ""
        if len(stem) < SHORTEST or stem in found or entry.describes or entry.common:
            continue
        full = is_full(stem)
        short = len(stem) <= _LONGEST_STEM and is_coined(stem)
        if list(longer_names(stem, ordered)) != [key] or not (full or short):
            continue
        places = [one.end() for one in re.finditer(stem, words) if not words.startswith(key, one.start())]
        nouns = [noun.group() for end in places if (noun := spotter.chinese.nouns.match(words, end))]
        if not places or not all(spotter.kind_of(noun) in bodies for noun in nouns):
            continue
        first = places[0] - len(stem)
        found[stem] = Found(Counter({stem: len(places)}), entry.kind, first=first, told=len(places))
        found[stem].in_title = stem in title
        for shorter in (stem[:end] for end in range(SHORTEST, len(stem))):
            if full and shorter in found and title.count(shorter) == title.count(stem):
                found[shorter].in_title = False  # the city in the name of its company


def add_owners(found: dict[str, Found], bodies: frozenset[str], spotter: Spotter) -> None:
    """Add the body that the name of its site begins with, which a text may call by its noun alone.

    So is 医院 in a text that names 长河医院东院区 only.
    """
    for key, entry in list(found.items()):
        if is_western(key) or not key.endswith(_SITE) or entry.kind in bodies or spotter.is_place(entry.kind):
            continue
        for end in range(len(key) - len(_SITE) - 1, SHORTEST, -1):
            owner = key[:end]
            kind = spotter.kind_of(owner)
            named = kind in bodies and len(spotter.chinese.modifier(owner)) >= SHORTEST
            if owner in found or named:
                found.setdefault(owner, Found(Counter({owner: 1}), kind, first=entry.first))
                break


def told_by_title(found: Mapping[str, Found], title: str, spotter: Spotter, bodies: frozenset[str]) -> None:
    """Let the title name what it shortens to the words before its noun or number: 青岚过境 of 青岚台风.

    Not bodies, whose short names begin those of what they own.  In Latin script it is the one name of the
    text that begins so: a slow day at Fernhollow, of Fernhollow Botanic Garden.
    """
    lower = lowered(title)
    ordered = sorted(found)
    for key, entry in found.items():
        word, mark, _ = key.partition(" ")
        if mark and is_western(key) and entry.kind and not entry.in_title and len(word) >= _LONG_WORD:
            capital = re.search(rf"\b{re.escape(word.capitalize())}\b", title)
            short = capital is not None and key not in lower
            entry.in_title = short and [*longer_names(f"{word} ", ordered)] == [key]
            continue
        stem = spotter.chinese.stem(key)
        if len(stem) < SHORTEST or stem not in lower or entry.in_title or entry.kind in bodies:
            continue
        others = [o for o in longer_names(stem, ordered) if not o.startswith(key) and not key.startswith(o)]
        most = max((found[o].count for o in others), default=0)
        entry.in_title = entry.count > most and not entry.describes


def shortened_in_title(
    found: Mapping[str, Found], bodies: frozenset[str], recurring: frozenset[str]
) -> list[tuple[str, str]]:
    """Return pairs of a name that the title alone gives and the one of the text that begins alike.

    The Longriver dam of a title is the Longriver hydropower station of the text, 长河站 is 长河高铁站, and
    a record year for Stone Lake one for its festival.
    """
    ordered = sorted(found)
    pairs: list[tuple[str, str]] = []
    for key, entry in found.items():
        if not (entry.in_title and entry.count == 1 and entry.kind) or entry.kind in bodies:
            continue
        first = f"{key.split(' ')[0]} " if is_western(key) else key[:SHORTEST]
        others = [o for o in longer_names(first, ordered) if o != key and found[o].kind not in bodies]
        if others and all(o.startswith(key) and found[o].kind in recurring and found[o].told for o in others):
            pairs.append((key, others[0]))
        if len(others) != 1 or others[0].startswith(key):
            continue  # Lakeside Temple Museum: a thing named after that of the title
        told = key.rsplit(" ", 1)[-1] == others[0].rsplit(" ", 1)[-1]
        if (is_western(key) and told) or _leaves_out(key, others[0], found):
            pairs.append((key, others[0]))
    return pairs


def titled_otherwise(
    found: Mapping[str, Found], spotter: Spotter, bodies: frozenset[str]
) -> list[tuple[str, str]]:
    """Return the pair of a title's name, told by one word of the dictionary, and the one the text gives it.

    The text names one thing of that kind, and never what the title calls it: 高原锂矿, 雪措锂矿.
    """
    pairs: list[tuple[str, str]] = []
    for key, entry in found.items():
        words = cut(spotter.chinese.modifier(key)) if entry.kind not in bodies | {""} else ()
        if not (entry.in_title and entry.count == 1 and len(words) == 1 and len(words[0][0]) > 1):
            continue
        if entry.known or entry.catalogue_id or spotter.is_place(entry.kind):
            continue
        others = [other for other, one in found.items() if one.kind == entry.kind and other != key]
        if len(others) == 1 and found[others[0]].told and not found[others[0]].in_title:
            pairs.append((key, others[0]))
    return pairs


def _leaves_out(key: str, other: str, found: Mapping[str, Found]) -> bool:
    """Say whether a name in Chinese begins and ends as another one of its kind and leaves out words between.

    So does 江州焚烧厂 of 江州垃圾焚烧发电厂.
    """
    if found[key].kind != found[other].kind or key[-1] != other[-1] or len(key) >= len(other):
        return False
    rest = iter(other)
    return all(char in rest for char in key)


def sites(found: dict[str, Found], recurring: frozenset[str], spotter: Spotter) -> list[tuple[str, str]]:
    """Return pairs of an event and the ground that bears its name, which is of its kind then: 博览会园区."""
    pairs: list[tuple[str, str]] = []
    for key, entry in sorted(found.items()):
        event = spotter.chinese.modifier(key)
        if event != key and event in found and found[event].kind in recurring:
            entry.kind = found[event].kind
            pairs.append((event, key))
    return pairs


def owning(found: Mapping[str, Found], spotter: Spotter) -> list[tuple[str, str]]:
    """Return pairs of what is named by its owner, of which a bracket tells the name, and the owner alone.

    The owner of no kind, never told of as a place, stands for it: Avon, of Avon's city buses (汐湾市公交).
    """
    pairs: list[tuple[str, str]] = []
    for key in found:
        owner, mark, _ = key.partition(_OWNS)
        entry = found.get(owner) if mark else None
        if entry is None or entry.kind or entry.placed or entry.catalogue_id or spotter.is_region(owner):
            continue
        if sum(other.startswith((owner + " ", owner + _OWNS)) for other in found) == 1:
            pairs.append((key, owner))
    return pairs


def classed(found: Mapping[str, Found], spotter: Spotter) -> list[tuple[str, str]]:
    """Return pairs of a name with the noun of its kind before it and the name alone: 台风蓝鹊, 蓝鹊."""
    return [
        (key, key[at:])
        for key in found
        if not is_western(key)
        for at in range(SHORTEST, len(key) - SHORTEST + 1)
        if key[at:] in found and spotter.is_noun(key[:at])
    ]


def models(found: dict[str, Found]) -> list[tuple[str, str]]:
    """Return pairs of a model with its brand and the model alone, which is a name of it too: 远岸S7, S7."""
    pairs: list[tuple[str, str]] = []
    for key, entry in list(found.items()):
        alone = model(next(iter(entry.names), ""))
        if alone:
            found.setdefault(lowered(alone), Found(Counter([alone]), entry.kind, first=entry.first))
            pairs.append((key, lowered(alone)))
    return pairs


def undertaken(found: Mapping[str, Found], spotter: Spotter) -> list[tuple[str, str]]:
    """Return pairs of an undertaking and the one thing that it makes, whose name goes on from its words.

    白沙湾淡化项目 is 白沙湾海水淡化厂, the Keld wind project the Keld wind farm; 远山光伏项目 is no 远山电厂.
    """
    pairs: list[tuple[str, str]] = []
    works = {
        key: stem for key, one in found.items() if (stem := spotter.undertaking(key)) and not one.describes
    }
    for key, stem in works.items():
        made = [
            other
            for other, one in found.items()
            if one.kind and not (one.describes or one.catalogue_id) and spotter.is_thing(one.kind)
            if other not in works and _makes(stem, other)
        ]
        if len(made) == 1:
            pairs.append((made[0], key))
    return pairs


def _makes(stem: str, name: str) -> bool:
    """Say whether a name begins as the words before the noun of a work, and has all of them in order."""
    words = stem.split(" ") if is_western(stem) else stem
    rest = iter(name.split(" ") if is_western(name) else name)
    begins = name.startswith(words[0] if is_western(stem) else stem[:SHORTEST])
    least = SHORTEST if is_western(stem) else _LEAST_OF_WORK
    return len(words) >= least and begins and all(word in rest for word in words)
