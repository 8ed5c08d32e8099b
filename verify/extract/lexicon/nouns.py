"""Find the noun that a count counts.

Comes in: folded text and the place beside a figure.  Goes out: the head noun after it (50家企业:
企业; 3 new routes: routes) or before it (机柜达5000个: 机柜).  Words come from jieba's dictionary,
without its model for unknown words, so that the same text always gives the same words; only the
few characters beside a figure are cut.  Figures themselves are never read from tokens.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise, zip_longest
from math import inf

from verify.extract.lexicon.dictionary import NEVER, Dictionary, dictionary
from verify.lang.en_words import lemma

_PIECES = re.compile(r"[\u4e00-\u9fd5a-zA-Z0-9+#&._%-]+|\r\n|.", re.DOTALL)
"""Jieba's cut before the cut: runs that hold words, and every other character alone."""
_HAN_RUN = re.compile(r"[\u3400-\u9fffA-Za-z·]{1,16}")
_HAN_BEFORE = re.compile(r"[\u3400-\u9fff]{1,12}$")
_RELATIVE = re.compile(
    r"(?:在|从|来自|位于|参与|涉及)[\u3400-\u9fff]{1,12}?的|(?:[\u3400-\u9fff]{2,4}中|[待已未][\u3400-\u9fff]{1,4})的"
    r"|[\u3400-\u9fff]{0,4}[量率度径积长高宽重][约达近超]?\d[\d,.]{0,9}[\u3400-\u9fff]{1,5}的"
)
"""A clause between a count and its noun: 10余家在行业中领先的企业, 16台单机容量100万千瓦的机组."""
_ENGLISH = re.compile(r"\s?(?:\d[A-Z] )?((?:[A-Za-z][A-Za-z'-]*\s?){1,4})")
_MODIFIER_TAGS = frozenset(
    {
        "n",
        "nz",
        "nt",
        "ns",
        "nr",
        "vn",
        "b",
        "a",
        "an",
        "j",
        "l",
        "eng",
        "f",
        "s",
        "nrt",
        "ng",
        "g",
        "x",
        "t",
        "i",
    }
)
_NOUN_TAGS = frozenset(
    {"n", "nz", "nt", "ns", "nr", "vn", "an", "j", "l", "eng", "nrt", "ng", "nrfg", "x", "i"}
)


_IRREGULAR = ("men", "children")
"""Ends of plurals without an s that tell people."""
_LONGEST_COMPOUND = 3
"""Words that a noun of the rules may be cut into: 展园 into 展 and 园, medical stations."""
_NOUN_AND_VERB = 2
"""Words, and characters of the verb, at least."""
_VERBS = frozenset({"v", "vn"})
_MEASURED = ("额", "率", "量")
"""Ends of nouns that are measured, and so begin what is said of those counted."""
_ACTS = ("次", "项", "场", "起", "轮", "趟", "期", "届", "宗")
"""Measure words of what is done: others count things, whatever these do (86只热气球升空)."""
_PIECES_OF_NOUN = frozenset({"n", "ng", "zg", "x", "nr", "g", "nz", "ns", "q", "vg", "b", "j", "nrt", "k"})
"""jieba's tags of the pieces into which it cuts a noun that it does not know: 吊厢, 牙椅."""
_UNKNOWN = range(2, 5)
"""Characters of such a noun."""
_MADE_OF = frozenset({"n", "nz", "v", "vn", "ng", "j", "l"})
"""Tags of what a noun of one character is joined with."""
Known = Callable[[str], str | None]
"""What a noun of the rules means; None for any other."""

_PLACE = "s"
"""jieba's tag of words that tell where something is, which some nouns are too."""


def _unknown(_: str) -> None:
    """Know no noun."""


@lru_cache(maxsize=1 << 14)
def cut(text: str) -> tuple[tuple[str, str], ...]:
    """Return the words of a short text with their tags; an unknown word is a noun (x)."""
    known = dictionary()
    return tuple([(word, known.tag(word)) for word in _words(text)])


def _words(text: str) -> list[str]:
    known = dictionary()
    words: list[str] = []
    for piece in _PIECES.findall(text):
        words += _likeliest(piece, known) if len(piece) > 1 and piece != "\r\n" else [piece]
    return words


def _likeliest(text: str, known: Dictionary) -> list[str]:
    """Return the words of a piece: what jieba cuts it into, without its way round.

    Every cut's likelihood is the product of those of its words; from the end of the text, the best cut
    from each place is one word and the best cut from behind it, the longer word where two are equal.
    """
    length, likelihoods, longest = len(text), known.likelihoods, known.longest
    best = [0.0] * (length + 1)
    ends = list(range(1, length + 1))
    for start in range(length - 1, -1, -1):
        chars = text[start : start + 2]
        reach = longest.get(chars) or known.ask(chars)
        alone = likelihoods.get(text[start], NEVER)
        if reach == 1:
            best[start] = best[start + 1] + (known.unknown if alone == NEVER else alone)
            continue
        likeliest = -inf if alone == NEVER else best[start + 1] + alone
        for end in range(start + 2, min(start + reach, length) + 1):
            alone = likelihoods.get(text[start:end], NEVER)
            if alone != NEVER and alone + best[end] >= likeliest:
                likeliest, ends[start] = alone + best[end], end
        best[start] = best[start + 1] + known.unknown if likeliest == -inf else likeliest
    return _joined(text, ends)


def _joined(text: str, ends: list[int]) -> list[str]:
    """Return the words of a piece, given where the word from each place ends."""
    words: list[str] = []
    place = 0
    run = False  # of single Latin letters and digits, which are one word
    while place < len(text):
        word = text[place : ends[place]]
        place = ends[place]
        single = len(word) == 1 and word.isascii() and word.isalnum()
        if single and run:
            words[-1] += word
        else:
            words.append(word)
        run = single
    return words


def noun_after(
    text: str,
    start: int,
    stop_words: frozenset[str],
    passed: frozenset[str] = frozenset(),
    known: Known = _unknown,
) -> str:
    """Return the head noun of the phrase that begins at ``start``, or an empty string.

    ``passed`` are words that may stand before it, and are no part of it.  A noun of several words is the
    head where it is ``known`` (medical stations).
    """
    if text[start : start + 1] == "的":
        return ""  # 达5000个的中心: what is counted stands before
    place = start + 1 if text[start : start + 1] == " " else start
    clause = _RELATIVE.match(text, place)
    run = _HAN_RUN.match(text, clause.end() if clause else place)
    if run and not run.group()[0].isascii():
        closed = run.end() >= len(text) or not text[run.end()].isalnum()
        counted = not closed and text[run.end()].isdigit()
        words = _compounds(cut(run.group()), known)
        if not text.endswith(_ACTS, 0, start):
            words = _without_act(words, stop_words)
        head = _han_head(words, stop_words, closed=closed, counted=counted)
        return head or (_whole_of_pieces(words) if closed else "")
    found = _ENGLISH.match(text, start)
    return _english_head(found[1], stop_words, passed, known) if found else ""


def noun_before(
    text: str,
    end: int,
    skipped: frozenset[str] = frozenset(),
    known: Known = _unknown,
    generic: frozenset[str] = frozenset(),
) -> str:
    """Return the noun that ends at ``end`` or before ``skipped`` words (数量), or an empty string.

    ``generic`` ones say nothing beside the noun before them: 雪豹个体73只 are 雪豹.
    """
    end -= end > 0 and text[end - 1] == " "  # 企业共 10 家
    run = _HAN_BEFORE.search(text, max(0, end - 12), end)
    if run is None:
        return ""
    passed = ""
    for word, tag in reversed(_compounds(cut(run.group()), known)):
        if word in skipped:
            continue
        if (tag in _NOUN_TAGS and len(word) > 1) or known(word):
            if word not in generic or passed:
                return word
            passed = word
        elif passed or tag.startswith("n") or tag in {"v", "p", "d", "u", "c"}:
            break
    return passed or _of_pieces(cut(run.group()))


def _whole_of_pieces(words: Sequence[tuple[str, str]]) -> str:
    """Return a noun that no dictionary knows, which is all that stands behind a count: 吊厢 of 86个吊厢，."""
    noun = "".join(word for word, _ in words)
    pieces = len(words) > 1 and all(tag in _PIECES_OF_NOUN for _, tag in words)
    return noun if pieces and len(noun) in _UNKNOWN else ""


def _of_pieces(words: Sequence[tuple[str, str]]) -> str:
    """Return a noun that no dictionary knows, from the verb before it to the end: 吊厢 of 设吊厢."""
    pieces: list[str] = []
    for word, tag in reversed(words):
        if tag == "v" and any(len(piece) == 1 for piece in pieces):
            noun = "".join(reversed(pieces))
            return noun if len(noun) in _UNKNOWN else ""
        if tag not in _PIECES_OF_NOUN:
            break
        pieces.append(word)
    return ""


def modifier_before(text: str, end: int, stop_words: frozenset[str]) -> str:
    """Return the word that tells of what the noun at ``end`` is (审理 of 审理时间), or an empty string."""
    run = _HAN_BEFORE.search(text, max(0, end - 12), end)
    words = cut(run.group()) if run is not None else ()
    word, tag = words[-1] if words else ("", "")
    tells = tag in _NOUN_TAGS or tag in _MADE_OF
    return word if tells and len(word) > 1 and word not in stop_words else ""


def last_word(text: str, ends: tuple[str, ...]) -> str:
    """Return the last word of a text where it ends as nouns of people do, whatever its tag: 焊工, 茶艺师."""
    run = _HAN_BEFORE.search(text)
    words = [word for word, _ in cut(run.group())] if run else [""]
    word = "".join(words[-2:]) if len(words[-1]) == 1 < len(words[-2:][0]) else words[-1]
    return word if len(word) > 1 and word.endswith(ends) else ""


def noun_of_verb(text: str, known: Known) -> str:
    """Return the known noun that begins a clause which a verb ends, with nothing but adverbs between.

    So does 相机 of 相机共布设, of which a count behind the verb tells; an empty string for none.
    """
    run = _HAN_BEFORE.search(text)
    words = _compounds(cut(run.group()), known) if run else []
    if len(words) < _NOUN_AND_VERB or words[-1][1] not in _VERBS or len(words[-1][0]) < _NOUN_AND_VERB:
        return ""
    rest = words[:-1]
    while rest and rest[-1][1] == "d" and not known(rest[-1][0]):
        rest.pop()
    return rest[-1][0] if rest and known(rest[-1][0]) else ""


def stands_alone(text: str, start: int, end: int) -> bool:
    """Say whether a short Chinese surface is a word there: 长 in 隧道长, not in 增长."""
    low = max(0, start - 4)
    return _stands_alone(text[low : end + 3], start - low, end - low)


@lru_cache(maxsize=1 << 14)
def _stands_alone(text: str, start: int, end: int) -> bool:
    if _parts(text, start) and _parts(text, end):
        return end - start == 1 or len(_words(text[start:end])) == 1
    place = 0
    for word in _words(text):
        after = place + len(word)
        if place <= start and end <= after:
            return word == text[start:end]
        place = after
    return True


def ends_word(text: str, start: int, end: int) -> bool:
    """Say whether a word ends at ``end``, so that a noun there may end a name (长河大桥, not 峰值)."""
    low = max(0, start - 6)
    return _ends_word(text[low : end + 3], end - low)


@lru_cache(maxsize=1 << 14)
def _ends_word(text: str, end: int) -> bool:
    if _parts(text, end):
        return True
    place = 0
    for word in _words(text):
        place += len(word)
        if place >= end:
            return place == end
    return True


def forget() -> None:
    """Drop the dictionary, and what texts were found to hold; both come again when they are asked for."""
    for kept in (dictionary, cut, _stands_alone, _ends_word):
        kept.cache_clear()


def _compounds(words: Sequence[tuple[str, str]], known: Known) -> list[tuple[str, str]]:
    """Return words with those joined that are one known noun together."""
    found: list[tuple[str, str]] = []
    alone = [word for word, _ in words]
    place = 0
    while place < len(words):
        for length in range(min(_LONGEST_COMPOUND, len(words) - place), 1, -1):
            joined = "".join(alone[place : place + length])
            if known(joined):
                found.append((joined, "n"))
                place += length
                break
        else:
            word, tag = words[place]
            other = (len(word) == 1 or tag == _PLACE) and known(word) is not None  # 表, 场地
            found.append((word, "n") if other else words[place])
            place += 1
    return found


def _parts(text: str, place: int) -> bool:
    """Say whether words end at a place however a text is cut: the dictionary has none over it."""
    if not 0 < place < len(text):
        return True
    if text[place - 1].isascii() and text[place].isascii():
        return False  # a run of letters and digits is one word
    return not dictionary().joins(text, place)


def _han_head(
    words: Sequence[tuple[str, str]], stop_words: frozenset[str], *, closed: bool, counted: bool
) -> str:
    """Return the head of a Chinese noun phrase; ``counted`` says that a number follows the words.

    The phrase ends before the first word that is no noun or modifier; where the whole run up to
    the punctuation ends in a noun (行业领先企业，), a verb inside it is a modifier.
    """
    head = ""
    broken = False
    for word, tag in words:
        if head and (word in stop_words or (word.endswith(_MEASURED) and tag in _NOUN_TAGS)):
            break  # 386个品牌成交额破亿元 are brands, 两家公司合计持股 companies
        if head and counted and tag == "vn":
            break  # 12个城市运营冷库31座: the 31 are
        if tag in _NOUN_TAGS and not (len(word) == 1 and tag == "x"):
            if broken and head:
                continue
            head = word
        elif tag not in _MODIFIER_TAGS:
            broken = True
            if head:
                break
            if tag not in {"v", "vd"}:
                return ""
    if len(head) == 1 and (joined := _joined_head(words, head)):
        return joined
    if (
        broken
        and closed
        and words[-1][1] in _NOUN_TAGS
        and words[-1][1] != "vn"
        and len(words) <= 4
        and all(tag in _MODIFIER_TAGS or tag in {"v", "uj"} for _, tag in words)
    ):
        return words[-1][0]
    return head


def _without_act(words: list[tuple[str, str]], stop_words: frozenset[str]) -> list[tuple[str, str]]:
    """Return the words of a phrase without what the things that it names do, at its end: 热气球升空."""
    kept = words
    while len(kept) > 1 and kept[-1][1] == "vn":
        kept = kept[:-1]
    last, tag = kept[-1]
    return kept if tag in {"n", "nz"} and len(last) > 1 and last not in stop_words else words


def _joined_head(words: Sequence[tuple[str, str]], head: str) -> str:
    """Return a noun of one character with the noun or verb right before it, as no dictionary has: 献血屋."""
    for (before, tag), (word, _) in pairwise(words):
        if word == head and tag in _MADE_OF:
            return before + word
    return ""


def _is_plural(word: str) -> bool:
    return word.endswith("s") and lemma(word) != word


def _english_head(words: str, stop_words: frozenset[str], passed: frozenset[str], known: Known) -> str:
    phrase: list[str] = []
    several = words.lower().split()
    for word, behind in zip_longest(several, several[1:], fillvalue=""):
        if not phrase and word in passed:
            continue
        if word in stop_words:
            break
        phrase.append(word)
        if _is_plural(word) or (word.endswith(_IRREGULAR) and not _is_plural(behind)):
            break  # bus lanes are no buses, and women who work no works, but women doctors are doctors
    for start in range(max(0, len(phrase) - _LONGEST_COMPOUND), len(phrase) - 1):
        if known(" ".join(phrase[start:])):
            return " ".join(phrase[start:])
    return phrase[-1] if phrase else ""
