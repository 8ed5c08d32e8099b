"""What headings and titles tell of names by how they are written.

Comes in: a folded title or block.  Goes out: whether it is a heading, whether its capitals tell nothing, and
the opening of a title that the text repeats.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from verify.extract.lexicon.nouns import cut
from verify.extract.names.hanzi import EDGE, FUNCTION_TAGS, SHORTEST, is_coined, is_compound, is_proper
from verify.text.script import is_western

_OPENING = 24
_HAN_ONLY = re.compile("[\u3400-\u9fff]{2,}")
_LONGEST = 8
_PERSON = 4
"""Characters of a person's name at most."""
_CLAUSES = re.compile(r"[，。！？；：、\n“”「」《》（）()]")
_SMALL = 4
"""Words of so many letters are written with a capital in a title in title case."""
_HEADING = 60
_SMALL_NAME = re.compile(r"(?<![A-Za-z0-9._-])[a-z][a-z0-9]{3,}(?:[-_.][a-z0-9]+)*(?![A-Za-z0-9_-])")
_HAN, _LATIN = re.compile("[\u3400-\u9fff]"), re.compile("[A-Za-z]+")
_SMALL_TITLE = re.compile(rf"({_SMALL_NAME.pattern})(?: v?[0-9][0-9.]*)?(?: ?[:–—-] .*)?")


def shared_opening(title: str, blocks: Sequence[str], news: re.Pattern[str]) -> str:
    """Return the longest opening of the title that the text repeats, at a word's end.

    It ends where ``news`` tells what happens: 远鹿岭廊道 of 远鹿岭廊道全线贯通.
    """
    if not title or is_western(title):
        return ""
    body = "\n".join(blocks)
    head = news.split(EDGE.split(title.lstrip("“《"), maxsplit=1)[0], maxsplit=1)[0]
    best: list[tuple[str, str]] = []
    words: list[tuple[str, str]] = []
    for word, tag in cut(head[:_OPENING]):
        words.append((word, tag))
        if "".join(w for w, _ in words) not in body:
            break
        best = list(words)
    while best and (best[-1][1] in FUNCTION_TAGS or best[-1][0].isdigit()):
        best.pop()
    opening = "".join(word for word, _ in best)
    if not is_proper(opening) or is_compound(opening):
        return ""
    return opening if len(opening) > SHORTEST or body.count(opening) > 1 < len(opening) else ""


def shared_subject(title: str, blocks: Sequence[str]) -> str:
    """Return the longest words of a title, no common ones, that begin a clause of the text: 瑞香斋创立于.

    Short ones must stand there twice.
    """
    best = ""
    for clause in (one for block in blocks for one in _CLAUSES.split(block)):
        size = next((n for n in range(min(len(clause), _LONGEST), 1, -1) if clause[:n] in title), 0)
        words, told = cut(clause[: size + _SMALL]), ""
        for word, tag in words:
            if len(told + word) > size or tag in FUNCTION_TAGS:
                break
            told += word
        if SHORTEST < size <= _PERSON and is_coined(clause[:size]):
            told = clause[:size]  # 顾砚秋, whose characters may be verbs alone
        if _HAN_ONLY.fullmatch(told) is None:
            continue  # 28奈米
        often = len(told) > SHORTEST or sum(block.count(told) for block in blocks) > 1
        if len(told) > max(len(best), 1) and often and is_proper(told) and not is_compound(told):
            best = told
    return best


def small_names(title: str, blocks: Sequence[str], words: Collection[str]) -> list[str]:
    """Return names that a title writes in small letters and the text repeats: quillet, 解析库quillet.

    In a title of words in Latin script it stands alone or with a version; ``words`` are no names.
    """
    alone = _SMALL_TITLE.fullmatch(title)
    told = [alone.group(1)] if alone else []
    if len(_HAN.findall(title)) > len(_LATIN.findall(title)):
        told = [match.group() for match in _SMALL_NAME.finditer(title)]
    places = {name: re.compile(rf"(?<![\w.-]){re.escape(name)}(?![\w-])", re.ASCII) for name in told}
    return [name for name in told if name not in words and any(places[name].search(text) for text in blocks)]


def is_heading(text: str) -> bool:
    """Say whether a text is short and no sentence."""
    return len(text) <= _HEADING and text[-1:] not in set("。.！!？?；;：:")


def in_title_case(text: str) -> bool:
    """Say whether a heading writes all its longer words with capitals, which then tell nothing."""
    if not is_western(text):
        return False
    words = [word for word in re.findall(r"[A-Za-z]+", text) if len(word) >= _SMALL]
    return len(words) > 1 and all(word[0].isupper() for word in words)


def is_distinct(name: str, text: str) -> bool:
    """Say whether a name is more than words with a capital: with a digit, or all in capitals."""
    return any(char.isdigit() for char in name) or (name.isupper() and not text.isupper())
