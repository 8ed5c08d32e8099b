"""Words by which a short paragraph shows what it is: caption, byline, credit, boilerplate.

Comes in: the words of pages in the rule files (``LanguageEntry.page``): general habits of news sites, no name
of a site or a person.  Goes out: ``Words``, which ``sections``, ``prose``, ``pairs`` and ``origin`` ask.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from verify.catalog.schema import LanguageEntry, PageWords
from verify.read.dates import find_date
from verify.text.alternatives import either
from verify.text.fold import spelled

SHORT = 60
"""Only a paragraph with fewer characters can be boilerplate or a byline."""
BYLINE_BLOCKS = 6
"""A byline stands among the first paragraphs."""
_CAPTION_LENGTH = 100
"""A text that begins with 图说 and runs on for longer is running text glued to its caption."""
_KEPT = 4
"""Catalogues whose words are kept compiled."""
_BESIDE = r"[\s,，|｜/·•—–()（）-]"
_NAME = r"[A-Z][\w.'&-]*(?:[ ](?:of|the|and|for|&|[A-Z][\w.'&-]*)){0,6}"
"""The Harbour Herald."""


def _spellings(text: str) -> tuple[str, ...]:
    """Return a text as it is written and, where that is another, in the spelling of the rules."""
    plain = spelled(text)
    return (text,) if plain == text else (text, plain)


class Words:
    """The words of pages of all languages, compiled."""

    def __init__(self, pages: tuple[PageWords, ...], figures: str) -> None:
        """Take ``figures``, a pattern of what a figure may begin with."""

        def told(words: Callable[[PageWords], Iterable[str]]) -> str:
            return either(word for page in pages for word in words(page))

        def found(patterns: Callable[[PageWords], Iterable[str]]) -> str:
            return "|".join(pattern for page in pages for pattern in patterns(page)) or r"(?!)"

        signed = [word for page in pages for word in page.signed]
        latin, han = (either(w for w in signed if w.isascii() is script) for script in (True, False))
        media = told(lambda page: (*page.media, *page.offices))
        self._caption = re.compile(
            rf"[（(▲△▼]?\s*(?:{told(lambda page: page.captions)})[^：:]{{0,8}}[：:]"
            rf"|[▲△▼]?\s*(?:{told(lambda page: page.captions_alone)})"
        )
        self.original_title = re.compile(rf"(?:{told(lambda page: page.original_titles)})\s*[：:]\s*")
        """What stands before the title that a text had where it stood first."""
        self.summary = re.compile(
            rf"(?:[【\[]\s*)?(?:{told(lambda page: page.summaries)})\s*(?:[】\]]|[：:])", re.IGNORECASE
        )
        """What a summary begins with."""
        self._boilerplate = re.compile(
            rf"[（(\[【]?\s*(?:(?:{han})\s*[：:丨|]|(?:{latin})\s*:)"
            rf"|[（(][^（()）]{{0,20}}(?:{told(lambda page: page.writers)})[^（()）]{{0,20}}[）)]$"
            rf"|(?:{told(lambda page: page.buttons)})$"
        )
        self._legal = re.compile(found(lambda page: page.legal))
        self._promotion = re.compile(found(lambda page: page.promotions))
        self._figure = re.compile(figures)
        self.tail = re.compile(rf"(?:{found(lambda page: page.tails)})\s*$")
        """Words of the site glued to the end of a text."""
        self._byline_head = re.compile(rf"\W*(?:{told(lambda page: page.dated)})?\W*", re.IGNORECASE)
        beside = "|".join(
            rf"{re.escape(word)}\b" if word.isascii() else re.escape(word)
            for page in pages
            for word in page.beside_date
        )
        self._byline_tail = re.compile(
            rf"\W*(?:(?:{han}|{latin}|{beside or '(?!)'}|[|｜]).*)?", re.IGNORECASE | re.DOTALL
        )
        # A name beside the date: The Harbour Herald, 4 May 2022; 2024年12月20日 能源观察网.
        self._named_head = re.compile(
            rf"\W*(?:{_NAME}{_BESIDE}*[,|/·•—–(-]{_BESIDE}*|[^\W\d_]{{0,14}}(?:{media}){_BESIDE}+)"
        )
        self._named_tail = re.compile(
            rf"{_BESIDE}*[,|/·•—–(-]{_BESIDE}*{_NAME}\W*|{_BESIDE}+[^\W\d_]{{0,14}}(?:{media})\W*"
        )
        self._credited = _patterns(pages, lambda page: page.credited)
        self._opening = _patterns(pages, lambda page: page.opening_credits)
        self._closing = _patterns(pages, lambda page: page.closing_credits, at_end=True)
        self._bylines = _patterns(pages, lambda page: page.bylines, at_end=True)
        self._opening_bylines = _patterns(pages, lambda page: page.opening_bylines)
        self._ourselves = frozenset(["", *(word for page in pages for word in page.ourselves)])

    def is_boilerplate(self, text: str) -> bool:
        """Say whether a paragraph is about the page and not about the subject."""
        if len(text) >= SHORT:
            return False
        for one in _spellings(text):
            if self._boilerplate.match(one) or self._legal.search(one):
                return True
            # An invitation holds no figure: a sentence about the downloads of an app is no promotion.
            if self._promotion.search(one) is not None and self._figure.search(one) is None:
                return True
        return False

    def is_caption(self, text: str) -> bool:
        """Say whether a paragraph describes a picture."""
        short = len(text) <= _CAPTION_LENGTH
        return short and any(self._caption.match(one) is not None for one in _spellings(text))

    def is_byline(self, text: str) -> bool:
        """Say whether a paragraph tells when, where and by whom the text was published, and nothing else."""
        if len(text) >= SHORT or "。" in text:
            return False
        return any(self._tells_date(one) for one in _spellings(text))

    def _tells_date(self, text: str) -> bool:
        date = find_date(text)
        if date is None:
            return False
        head, tail = text[: date.start()], text[date.end() :]
        before = self._byline_head.fullmatch(head) or self._named_head.fullmatch(head)
        return bool(before) and bool(self._byline_tail.fullmatch(tail) or self._named_tail.fullmatch(tail))

    def credits(self, text: str) -> Iterator[str]:
        """Yield the sources that a paragraph names as its own."""
        for one in _spellings(text):
            found = [text[start:end] for start, end in self._credit_places(one)]
            if found:
                yield from (credit for credit in found if spelled(credit) not in self._ourselves)
                return

    def _credit_places(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where a paragraph names a source."""
        head, beyond = text[:SHORT], max(0, len(text) - SHORT)
        tail = text[beyond:]
        if len(text) < SHORT:
            yield from (match.span(1) for pattern in self._credited if (match := pattern.search(head)))
        yield from (match.span(1) for pattern in self._opening if (match := pattern.match(head)))
        behind = [match.span(1) for pattern in self._closing if (match := pattern.search(tail))]
        behind += [match.span("medium") for match in self._signed(tail)]
        yield from ((beyond + start, beyond + end) for start, end in behind)

    def reporters(self, text: str) -> Iterator[str]:
        """Yield who wrote a text, as a paragraph says."""
        beyond = max(0, len(text) - SHORT)
        for one in _spellings(text):
            places = [match.span("names") for match in self._signed(one[beyond:])]
            found = [text[beyond + start : beyond + end] for start, end in places] or [
                text[slice(*match.span(1))]
                for pattern in self._opening_bylines
                if (match := pattern.match(one[:SHORT]))
            ]
            if found:
                yield from found
                return

    def _signed(self, tail: str) -> Iterator[re.Match[str]]:
        yield from (match for pattern in self._bylines if (match := pattern.search(tail)))


def page_words(languages: Iterable[LanguageEntry]) -> Words:
    """Return the words of pages of some languages; the same ones are compiled once."""
    entries = tuple(languages)
    digits = {char for entry in entries for char in (*entry.digits, *entry.places) if not char.isascii()}
    scales = {word for entry in entries for word in entry.scales if not word.isascii()}
    figures = rf"[0-9０-９]|(?:{either(digits)}){{1,10}}(?:{either(scales)})"
    return _compiled(tuple(entry.page for entry in entries), figures)


@lru_cache(maxsize=_KEPT)
def _compiled(pages: tuple[PageWords, ...], figures: str) -> Words:
    return Words(pages, figures)


def _patterns(
    pages: Iterable[PageWords], patterns: Callable[[PageWords], Iterable[str]], *, at_end: bool = False
) -> tuple[re.Pattern[str], ...]:
    end = r"\s*$" if at_end else ""
    return tuple(re.compile(f"{pattern}{end}") for page in pages for pattern in patterns(page))


def ends_sentence(text: str) -> bool:
    """Say whether a text ends as a sentence does."""
    return text.rstrip("”’\"')）」』 \u3000").endswith(("。", "！", "？", ".", "!", "?", "…"))
