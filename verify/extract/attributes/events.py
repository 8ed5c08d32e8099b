"""Decide which event a date is the date of.

Comes in: a sentence and one of its dates.  Goes out: ``Chosen``: an attribute of the catalogue whose
word tells the event (通车, was founded), else the verb that ``event_verbs`` finds with the date, with
less confidence; or None where the date tells of no event.  In Chinese the date stands before the
event's word (成立于 apart), in English mostly after it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from verify.catalog.catalog import Catalog
from verify.extract.attributes.choice import AttributeChooser
from verify.extract.attributes.dated_words import DatedWords
from verify.extract.attributes.event_verbs import EventVerbs
from verify.extract.figures.figure import Figure, Kind
from verify.extract.lexicon.block import BETWEEN
from verify.extract.lexicon.words import Surfaces, alternation, is_latin, lowered
from verify.extract.sentences.chosen import Chosen
from verify.extract.sentences.sentence import Sentence
from verify.extract.sentences.vocabulary import Hit, Vocabulary
from verify.extract.times.periods import tells_which
from verify.model.claim import Confidence, Modality
from verify.model.span import Span
from verify.text.fold import folded

_NO_EVENT = frozenset({"plan", "years", "decade", "century"})
"""Stretches too long to be the date of an event."""
_REACH = 60
_TWO = 2
_RELEASED = "date.released"
_HELD = "date.held"
_LONGEST_MOMENT = dt.timedelta(days=62)
_OF_DAYS = frozenset({"day", "part"})
_APPOSED = re.compile(r"[)）]?(?:, ?(?:from |on |held )?| ?[(（])")
_CLOSED = re.compile(r" ?(?:[,，)）.。;；]|$)")
_VERSION_HEADING = re.compile(r"(?:version |release )?v?\[?[0-9]{1,4}(?:\.[0-9]{1,5}){1,3}\]?[ ]?[-–—:(\[/]?")
_OBJECT = re.compile(r" (?:of )?(?:a further |another )?")
_DESCRIBED = 6
_ON = ("", "in", "on")
_NOUNS = re.compile(r"[\u3400-\u9fff]+")
_STOPS = " ,，。;；"
_FROM = "由自从"
_YEAR = "year"
_DAY = "day"
_WORD = re.compile(r"[a-z]+")
_PAST = ("ed", "d")
_AND_SO = re.compile(r"[了而成立来的]{0,3}")
"""Behind the verb of an event, which says no more: 改制而来."""


class EventChooser:
    """Chooses events with the words of a catalogue."""

    def __init__(self, catalog: Catalog, vocabulary: Vocabulary, attributes: AttributeChooser) -> None:
        self._vocabulary = vocabulary
        self._attributes = attributes
        self._recurring = frozenset(kind.id for kind in catalog.kinds if kind.recurs)
        languages = catalog.languages
        self._dating = frozenset(lowered(folded(w)) for entry in languages for w in entry.dating)
        self._at_once = tuple(lowered(folded(w)) for entry in languages for w in entry.dating_at_once)
        self._when = alternation(lowered(folded(w)) for entry in languages for w in entry.asking_when)
        self._over = tuple(f" {lowered(word)} " for entry in languages for word in entry.over_periods)
        self._verbs = EventVerbs(languages)
        self._words = DatedWords(languages)
        self._put = Surfaces((word, True) for entry in languages for word in entry.redating)
        self._coming_about = frozenset(lowered(folded(w)) for entry in languages for w in entry.coming_about)
        self._turned = alternation(
            word for entry in languages for change in entry.changes for word in change.words if word.isascii()
        )
        moved = "|".join(
            re.escape(lowered(w)) for e in languages for c in e.changes for w in c.words if w.isascii()
        )
        self._moved = re.compile(rf"\b(?:{moved}) to\b" if moved else r"(?!)")
        """What has a date of its own: the toll of the quake that hit X rose to seven on Tuesday."""

    def choose(self, sentence: Sentence, figure: Figure) -> Chosen | None:
        """Return the event of a date, or None."""
        if self._frames(sentence, figure):
            return None
        if _of_release(sentence, figure):
            entry = self._attributes.entry(_RELEASED)
            return Chosen(entry.id, entry.name.en, Confidence.HIGH, figure.span, entry, origin="heading")
        hits = [hit for hit in sentence.hits if self._belongs(sentence, figure, hit)]
        if not hits and self._set_beside(sentence, figure):
            entry = self._attributes.entry(_HELD)
            return Chosen(entry.id, entry.name.en, Confidence.HIGH, figure.span, entry)
        if not hits:
            return self._verbs.of(sentence, figure)
        over = self._attributes.over
        best = max(hits, key=lambda h: (-_gap(figure, h), h.end - h.start, over(h.value), h.value))
        entry = self._attributes.entry(best.value)
        return Chosen(entry.id, entry.name.en, Confidence.HIGH, Span(best.start, best.end), entry)

    def in_words(self, sentence: Sentence, figure: Figure) -> Chosen | None:
        """Return what the words beside a date say that happened then, where no event is found for it."""
        return None if self._frames(sentence, figure) else self._words.of(sentence, figure)

    def _frames(self, sentence: Sentence, figure: Figure) -> bool:
        """Say whether a date is that of no event: it tells when figures hold, or what no longer is."""
        return (
            figure.period is None
            or figure.period.precision in _NO_EVENT
            or _is_as_of(sentence, figure)
            or self._of_measure(sentence, figure)
            or self._was_put(sentence, figure)
            or _is_told_finer(sentence, figure)
        )

    def _set_beside(self, sentence: Sentence, figure: Figure) -> bool:
        """Say whether days are set right beside an event, as when it is held: X节（10月4日至27日）."""
        if figure.period is None or figure.period.precision not in _OF_DAYS:
            return False
        if not _CLOSED.match(sentence.lower, figure.span.end):
            return False
        events = (hit.end for hit in sentence.by_kind.get("noun", ()) if hit.value in self._recurring)
        return any(_APPOSED.fullmatch(sentence.lower, end, figure.span.start) for end in events)

    def asked(self, question: Sentence, figure: Figure) -> Chosen | None:
        """Return the one event whose date a question asks for, of the date that answers it."""
        asks = self._when.search(question.lower, *question.span)
        if asks is None or figure.period is None:
            return None
        events = self._asked_for(question.by_kind.get("attribute", ()))
        for word in () if events else _WORD.finditer(question.lower, asks.end(), question.span.end):
            rest = question.lower[
                word.end() : min(word.end() + _REACH, question.span.end)
            ]  # when did it open: it opened
            told = (self._vocabulary.find(f"{word.group()}{past}{rest}") for past in _PAST)
            hits = [hit for found in told for hit in found if hit.start == 0 and hit.kind == "attribute"]
            events |= self._asked_for(hits)
        if len(events) != 1:
            return None
        entry = self._attributes.entry(events.pop())
        return Chosen(entry.id, entry.name.en, Confidence.HIGH, figure.span, entry, origin="question")

    def _asked_for(self, hits: Iterable[Hit]) -> set[str]:
        """Return the events among the words of a question, without those of words in longer ones."""
        told = [hit for hit in hits if self._attributes.dimensions.fits(hit.value, None)]
        return {hit.value for hit in told if not any(map(hit.inside, told))}

    def dated(self, sentence: Sentence, published: dt.date | None) -> frozenset[Span]:
        """Return the places of dates before the day of publication on which something happened.

        Only events that rules know and whose words stand beside their date are told (reported 5 billion for
        2023 tells of no event of that year); where one clause is all of the sentence, only those behind which
        it goes on (founded in 1986 and has 126 members) or that tell which thing is meant (1961年投产的老矿).
        The days on which something is held, past or not, are those of all that is told of it.  A moment to
        come (2028年底开放，投资9亿元) is that of its event.
        """
        planned = any(hit.value == Modality.NOT_YET.value for hit in sentence.by_kind.get("modality", ()))
        if published is None and planned:
            return frozenset()
        dates = [f for f in sentence.figures if f.period and f.period.latest]
        if len(sentence.clauses) < _TWO:
            dates = [f for f in dates if tells_which(sentence, f.span)]
        told = ((f.span, _is_over(f, published) or _is_moment(f), self.choose(sentence, f)) for f in dates)
        return frozenset(
            span
            for span, over, chosen in told
            if chosen is not None and (over or chosen.id == _HELD)
            if _beside(span, chosen) or _ends_clause(sentence, span, chosen)
        )

    def _belongs(self, sentence: Sentence, figure: Figure, hit: Hit) -> bool:
        """Say whether an event's word may have this date."""
        if hit.kind not in {"attribute", "after"} or not self._attributes.dimensions.fits(hit.value, None):
            return False
        if hit.start < figure.span.end and figure.span.start < hit.end:
            return False
        low, high = _between(figure, hit)
        told = sentence.text[low:high]
        if high - low > _REACH or "；" in told or told.count("，") > 1:
            return False  # 预计2025年达到峰值；净零排放… has nothing to do with the first date
        if (
            self._takes_a_count(sentence, hit)
            or _describes(sentence, figure, hit)
            or _long_ago(sentence, hit)
        ):
            return False
        if self._moved.search(sentence.lower, low, high):
            return False
        if hit.end <= figure.span.start and self._turned.search(sentence.lower, low, high):
            return False  # the quake that hit the county; its toll rose to seven on Tuesday
        former = self._put_from(sentence, figure)
        for other in sentence.figures:
            if other.period is None or other.span in (figure.span, former):
                continue
            nearer = low <= other.span.start and other.span.end <= high
            if nearer or self._dates_directly(sentence, hit, other.span):
                return False
        return self._in_order(sentence, figure, hit) and self._attributes.allowed(sentence, hit)

    def _put_at(self, sentence: Sentence, date: Figure) -> int | None:
        """Return where the word begins that puts an event to a date: 提前至 of 投产时间提前至6月."""
        spaces = sentence.lower[date.span.start - 1 : date.span.start].isspace()
        found = self._put.before(sentence.lower, date.span.start - spaces, sentence.span.start)
        return found[0] if found else None

    def _put_from(self, sentence: Sentence, date: Figure) -> Span | None:
        """Return the date that an event had before it was put to this one: 由9月提前至6月."""
        begin = self._put_at(sentence, date)
        dates = (f.span for f in sentence.figures if f.period is not None)
        return next((span for span in dates if begin is not None and 0 <= begin - span.end <= 1), None)

    def _was_put(self, sentence: Sentence, date: Figure) -> bool:
        """Say whether a date is the one that an event no longer has."""
        following = (f for f in sentence.figures if f.period is not None and f.span.start >= date.span.end)
        return any(self._put_from(sentence, other) == date.span for other in following)

    def _of_measure(self, sentence: Sentence, date: Figure) -> bool:
        """Say whether a period only tells what is measured: second-quarter revenue, 5 million for 2023.

        What is planned for 2023 happens then.
        """
        word = next((w for w in self._over if sentence.lower.endswith(w, 0, date.span.start)), None)
        if word is not None:
            begin, clause = date.span.start - len(word), sentence.clause_of(date.span.start)
            planned = any(hit.end == begin for hit in sentence.by_kind.get("modality", ()))
            counted = any(f.period is None and clause.start <= f.span.start < begin for f in sentence.figures)
            return counted and not planned
        behind = (h for h in sentence.by_kind.get("attribute", ()) if 0 <= h.start - date.span.end <= 1)
        latin = is_latin(sentence.lower[date.span.end - 1])
        return latin and any(not self._attributes.dimensions.fits(hit.value, None) for hit in behind)

    @staticmethod
    def _takes_a_count(sentence: Sentence, hit: Hit) -> bool:
        """Say whether an event's word has a count for its object: took delivery of 6 aircraft in 2021."""
        return any(
            figure.kind is Kind.QUANTITY
            and hit.end <= figure.span.start
            and _OBJECT.fullmatch(sentence.lower, hit.end, figure.span.start) is not None
            for figure in sentence.figures
        )

    def _dates_directly(self, sentence: Sentence, hit: Hit, date: Span) -> bool:
        """Say whether an event has a date of its own behind it: 成立于1958年."""
        said = sentence.lower[hit.end - 1 : date.start]
        return 0 <= date.start - hit.end <= 1 and said.endswith(self._at_once)

    def _in_order(self, sentence: Sentence, figure: Figure, hit: Hit) -> bool:
        """Say whether event and date stand as the language has them."""
        before = hit.end <= figure.span.start
        if is_latin(sentence.lower[hit.start]):
            clause = sentence.clause_of(figure.span.start)
            here = clause.start <= hit.start < clause.end
            return before or here or _opens(sentence, figure, clause, hit)
        if not before:
            return True
        end = self._put_at(sentence, figure) or figure.span.start
        former = self._put_from(sentence, figure)
        between = sentence.lower[hit.end : former.start if former else end].replace(BETWEEN, "")
        between = between.rstrip(_FROM) if former else between
        at_once = sentence.lower.endswith(self._at_once, hit.start, hit.end)
        return (
            (at_once and not between) or between in self._dating or self._comes_about(sentence, figure, hit)
        )

    def _comes_about(self, sentence: Sentence, figure: Figure, hit: Hit) -> bool:
        """Say whether an event is expected for the date behind it: 净零排放预计2050年前后实现."""
        between = sentence.lower[hit.end : figure.span.start]
        for expected in sentence.hits_in(Span(hit.end, figure.span.start), "modality"):
            between = between.replace(sentence.lower[expected.start : expected.end], "")
        rest = sentence.lower[figure.span.end : sentence.clause_of(figure.span.start).end]
        return between in {"", *self._dating} and rest.rstrip(_STOPS) in self._coming_about


def _is_over(date: Figure, published: dt.date | None) -> bool:
    """Say whether a date lies before the day of publication, or what is not planned is told without one."""
    latest = date.period.latest if date.period is not None else None
    return latest is not None and (published is None or latest < published)


def _is_moment(date: Figure) -> bool:
    """Say whether a date is the beginning or the end of a stretch, as of which figures are told: 年底."""
    period = date.period
    if period is None or period.precision != "part" or period.earliest is None or period.latest is None:
        return False
    return period.latest - period.earliest <= _LONGEST_MOMENT


def _opens(sentence: Sentence, date: Figure, clause: Span, hit: Hit) -> bool:
    """Say whether a date alone opens the sentence, its event in the next clause: In May 2021, X opened."""
    ahead = sentence.lower[sentence.span.start : date.span.start].strip()
    following = [one for one in sentence.clauses if one.start >= clause.end]
    closed = not sentence.lower[date.span.end : clause.end].strip(_STOPS)
    return closed and ahead in _ON and bool(following) and following[0].start <= hit.start < following[0].end


def _of_release(sentence: Sentence, date: Figure) -> bool:
    """Say whether a heading is a version with its date, as those of a list of changes are."""
    before, behind = sentence.lower[sentence.span.start : date.span.start], sentence.lower[date.span.end :]
    return _VERSION_HEADING.fullmatch(before.strip()) is not None and not behind.strip(" )]")


def _beside(date: Span, event: Chosen) -> bool:
    """Say whether the word of an event that a rule knows stands beside a date: opened in 2016."""
    if event.entry is None or event.place is None:
        return False
    return max(event.place.start - date.end, date.start - event.place.end) <= _DESCRIBED


def _ends_clause(sentence: Sentence, date: Span, event: Chosen) -> bool:
    """Say whether a Chinese clause ends with an event whose date it tells: 2005年由三所学校合并组建."""
    if event.entry is None or event.place is None or is_latin(sentence.lower[event.place.start]):
        return False
    clause = sentence.clause_of(date.start)
    inside = clause.start <= event.place.start and event.place.end <= clause.end
    return inside and not _AND_SO.sub("", sentence.lower[event.place.end : clause.end].strip(_STOPS))


def _is_told_finer(sentence: Sentence, date: Figure) -> bool:
    """Say whether the clause tells a day within a date: the 2021 autumn sales ended on October 10."""
    clause, period = sentence.clause_of(date.span.start), date.period
    others = (f.period for f in sentence.figures if clause.start <= f.span.start < clause.end)
    return period is not None and any(
        other is not None and other.precision == _DAY != period.precision and period.covers(other)
        for other in others
    )


def _is_as_of(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a date only tells when something is so: 截至2022年底，开业门店1200家.

    Right behind the word of an event it tells when that happens: will open at the end of 2025.
    """
    words = [hit for hit in sentence.by_kind.get("as_of", ()) if 0 <= figure.span.start - hit.end <= 1]
    verbs = [hit.end for hit in sentence.by_kind.get("attribute", ())]
    return any(hit.start - 1 not in verbs for hit in words)


def _describes(sentence: Sentence, date: Figure, hit: Hit) -> bool:
    """Say whether an event's word behind a year only describes what is counted: 2021年出生人口3800人."""
    if is_latin(sentence.lower[hit.start]) or date.period is None or date.period.precision == "day":
        return False
    return any(
        figure.kind is Kind.QUANTITY
        and 0 < figure.span.start - hit.end <= _DESCRIBED
        and _NOUNS.fullmatch(sentence.lower, hit.end, figure.span.start) is not None
        for figure in sentence.figures
    )


def _long_ago(sentence: Sentence, hit: Hit) -> bool:
    """Say whether the years since an event stand right behind its word: 到今天，大桥通车整整一年."""
    return any(
        figure.reading is not None
        and figure.reading.quantity.kind == "duration"
        and figure.reading.quantity.unit.name == _YEAR
        and 0 <= figure.span.start - hit.end <= 1
        and not is_latin(sentence.lower[hit.end - 1])
        for figure in sentence.figures
    )


def _between(figure: Figure, hit: Hit) -> tuple[int, int]:
    if hit.end <= figure.span.start:
        return hit.end, figure.span.start
    return figure.span.end, max(hit.start, figure.span.end)


def _gap(figure: Figure, hit: Hit) -> int:
    low, high = _between(figure, hit)
    return high - low
