"""The characters and words that names in Chinese are made of, as jieba's dictionary tells them.

Comes in: what may be a name, or a part of one.  Goes out: whether its words are common, proper or coined
(远杉), and where a foreigner's name begins.  Which category nouns names end with is left to
``category_nouns``, where they begin in a text to ``name_starts``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify.extract.lexicon.nouns import cut

SHORTEST = 2
FUNCTION_TAGS = frozenset(
    "ad c d df dg e f h k m mq o p q r rg rr rz t tg u ud ug uj ul uz v vd vq y".split()  # noqa: SIM905
)
"""jieba's tags of words that no name holds: a name in front of a noun begins after them."""
_PHRASE_TAGS = frozenset("c d p r u uj ul".split())  # noqa: SIM905
_PROPER_TAGS = frozenset(["ns", "nr", "nrt", "nrfg", "nt", "nz", "x", "eng", "j"])
HAN = r"\u3400-\u9fff"
EDGE = re.compile(rf"[^{HAN}A-Za-z0-9·\-]")
"""What no name in Chinese runs over."""
_FOREIGN = re.compile(rf"([{HAN}]{{1,14}}?)(?:·[{HAN}]{{1,8}}){{1,3}}$")
_FOREIGN_REACH = 32
_TELLS_WHO = frozenset(["n", "ns", "j"])
CALLED = "号"
"""Ends the names of ships, trains and spacecraft."""
_NUMBERED_SCHOOL = re.compile(r"([\u3400-\u9fff]{2,4}?)[市县区]?第([一二三四五六七八九十]{1,2})([中小])学")
EDITION = re.compile(r"第?[0-9]{1,3}届")
_WORD_AND_END = 2
_BEFORE_END = frozenset(["n", "a", "nr", "ns", "nz", "x", "i"])
NEW = frozenset("新旧老全本原大小各总首")
"""Single characters that only tell which one of a kind is meant: 新馆, 全桥."""


def is_proper(name: str, noun: str = "", toponyms: frozenset[str] = frozenset()) -> bool:
    """Say whether a text holds more than common words, and ``noun`` that ends it.

    With one of the toponyms, characters that end names of places, two words may be one: 白桦岭.
    """
    words = cut(name)
    if len(words) == 1:
        return words[0][1] in _PROPER_TAGS and words[0][0] != noun
    modifiers = [(word, tag) for word, tag in words if not (_latin_of(word, noun) or noun.endswith(word))]
    if len(modifiers) == _WORD_AND_END and modifiers[1][0] in toponyms and modifiers[0][1] in _BEFORE_END:
        return True
    return any(
        tag in _PROPER_TAGS if len(word) > 1 else word not in NEW and tag not in FUNCTION_TAGS
        for word, tag in modifiers
    )


def _latin_of(word: str, noun: str) -> bool:
    """Say whether a word in Latin script is a piece of a noun: LNG of LNG船."""
    return word.isascii() and word.lower() in noun


def only_placed(name: str, noun: str) -> bool:
    """Say whether a phrase holds nothing but places and common words: 英国企业."""
    words = [(word, tag) for word, tag in cut(name) if word != noun and not noun.endswith(word)]
    return all(tag == "ns" or tag not in _PROPER_TAGS for _, tag in words)


def is_placed(name: str) -> bool:
    """Say whether the name of a place is more than a noun of the dictionary (办公区)."""
    words = cut(name)
    return len(words) > 1 and words[0][0] not in NEW


def foreign_start(text: str, end: int) -> int:
    """Return where a foreigner's name with dots begins that ends at a place; -1 where nothing tells.

    That is behind a noun that says who it is, 作家 of 匈牙利作家莱娜·瓦尔加, or behind words of no name.
    """
    match = _FOREIGN.search(text, max(0, end - _FOREIGN_REACH), end)
    if match is None:
        return -1
    words = cut(match[1])
    who = max((n for n, (word, tag) in enumerate(words) if len(word) > 1 and tag in _TELLS_WHO), default=-1)
    other = max((n for n, (_, tag) in enumerate(words) if tag in FUNCTION_TAGS), default=-1)
    verb = other == who + 1 and len(words[other][0]) == 1
    first = who if verb and who >= 0 else max(who, other)  # 建筑师让·努维尔: no verb there
    begin = match.start() + sum(len(word) for word, _ in words[: first + 1])
    return begin if first + 1 < len(words) else -1


def is_phrase(text: str, *, called: bool = False) -> bool:
    """Say whether a text holds words that no name holds (其中, 截至); adverbs do not count if ``called``."""
    tags = _PHRASE_TAGS - {"d"} if called else _PHRASE_TAGS
    return any(tag in tags and len(word) > 1 for word, tag in cut(text))


def numbered_short(name: str) -> Iterator[str]:
    """Yield the usual short form of a numbered school: 长河一中 for 长河市第一中学."""
    match = _NUMBERED_SCHOOL.fullmatch(name)
    if match:
        yield "".join(match.groups())


def is_common(text: str) -> bool:
    """Say whether a text is one common noun or verb of the dictionary: 核心 of 核心区."""
    words = cut(text)
    return len(words) == 1 and words[0][1] in {"n", "v", "vn"}


def is_coined(text: str) -> bool:
    """Say whether a text is no word of the dictionary, nor made of such: 远杉."""
    return all(len(word) == 1 for word, _ in cut(text))


def is_full(text: str) -> bool:
    """Say whether a text is coined and then tells what it is, in words of the dictionary: 远杉公交."""
    words = cut(text)
    coined = [word for word, _ in words[:-1]]
    return bool(coined) and len(words[-1][0]) > 1 and all(len(word) == 1 for word in coined)


def is_compound(text: str) -> bool:
    """Say whether a text is made of the dictionary's nouns, verbs and abbreviations only: 对象存储."""
    return all(len(word) > 1 and tag in {"n", "v", "vn", "j"} for word, tag in cut(text))
