"""Names in Chinese that marks, 号 or the number of an edition tell, whatever words they are made of.

Comes in: folded text.  Goes out: ``Phrase``s: titles in 《》, names in other marks beside a noun (货轮“远航
星”), names that 号 ends behind a noun (渡轮远航号), and of what is held again and again (第五届黑貂湾清滩日).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify.extract.lexicon.nouns import cut, ends_word
from verify.extract.names.category_nouns import CategoryNouns
from verify.extract.names.hanzi import CALLED, FUNCTION_TAGS, HAN, SHORTEST, is_proper
from verify.extract.names.phrases import Phrase

_MARKED = re.compile(rf"[“「『\"]([{HAN}A-Za-z0-9·\- ]{{2,16}})[”」』\"]")
_TITLED = re.compile(r"《([^《》]{2,30})》")
_CALLED_BEHIND = re.compile(r"[\u3400-\u9fff]{3,8}(?<![0-9一二三四五六七八九十第])号(?!线|楼|院|机)")
_LONGEST_CALLED = 5
_EDITION = "届"
_ENDS_EVENT = frozenset("的在于由将已了共为是")
_DAYS = frozenset("昨今明前后当上下本近")
"""Begin the words for days that stand behind a name."""
_NTH = re.compile(rf"第[0-9一二三四五六七八九十百]{{1,4}}届([{HAN}]{{3,14}})")


class MarkedNames:
    """Finds them with the category nouns beside them."""

    def __init__(self, nouns: CategoryNouns) -> None:
        self._nouns = nouns

    def marked(self, text: str, lower: str) -> Iterator[Phrase]:
        """Yield titles in 《》, and names in other marks that a noun beside them, or 号, tells."""
        for match in _TITLED.finditer(text):
            kind = self._nouns.kind_beside(lower, match.start(), match.end())
            words = cut(text[max(0, match.start() - 4) : match.start()])
            apposed = bool(words) and words[-1][1] == "n"
            yield Phrase(match.group(1), match.start(1), match.end(1), kind, apposed=apposed)
        for match in _MARKED.finditer(text):
            name, (start, end) = match.group(1), match.span(1)
            kind = self._nouns.kind_beside(lower, match.start(), match.end())
            apposed = bool(self._nouns.kind_before(lower, match.start())) or kind in self._nouns.recurring
            called = text[match.end() : match.end() + 1] == CALLED
            if called:
                kind = self._nouns.kind_beside(lower, match.start(), match.end() + 1)
                yield Phrase(f"{name}{CALLED}", start, end, kind)
            elif kind or name.endswith(CALLED):
                yield Phrase(name, start, end, kind, apposed=apposed)

    def called(self, text: str, lower: str) -> Iterator[Phrase]:
        """Yield names that 号 ends right behind a noun that says what they are: 渡轮远航号."""
        for match in _CALLED_BEHIND.finditer(text) if CALLED in text else ():
            for start in range(match.start(), match.end() - SHORTEST):
                before = self._nouns.noun_before(lower, start)
                kind = self._nouns.kinds[before.group()] if before else ""
                long = match.end() - start > _LONGEST_CALLED
                if (
                    before
                    and not long
                    and kind in self._nouns.made
                    and ends_word(lower, before.start(), start)
                ):
                    yield Phrase(text[start : match.end()], start, match.end(), kind)
                    break

    def editions(self, text: str) -> Iterator[Phrase]:
        """Yield names of what is held again and again by the number before them: 第五届黑貂湾清滩日."""
        for match in _NTH.finditer(text) if _EDITION in text else ():
            end, feast = match.start(1), False
            for word, tag in cut(match[1]):
                when = tag == "t" and word[0] not in _DAYS  # 元宵灯会, 灯会昨晚
                if tag in FUNCTION_TAGS and not when and (len(word) > 1 or word in _ENDS_EVENT):
                    break
                end += len(word)
                feast |= when
            name = text[match.start(1) : end]
            told = len(name) > SHORTEST and is_proper(name) and text[end : end + 1] != "的"
            if told and (feast or not self._nouns.kind_of(name)):
                yield Phrase(name, match.start(1), end)
