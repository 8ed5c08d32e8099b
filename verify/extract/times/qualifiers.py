"""Read the other parts of a claim's key: time, as-of date, modality, statistic, base.

Comes in: a sentence, a figure, its attribute, and what the text before said once for all that
follows (第三季度).  Goes out: ``Qualifiers`` and the steps that tell where each came from.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Container

from verify.extract.figures.figure import Figure
from verify.extract.sentences.chosen import Chosen
from verify.extract.sentences.dimensions import PEOPLE
from verify.extract.sentences.sentence import Sentence
from verify.extract.sentences.state import Made, Running
from verify.extract.sentences.vocabulary import Hit
from verify.extract.times.by_time import NOUN, of_figure_before, told_elsewhere
from verify.extract.times.periods import (
    is_moment,
    is_over,
    stands_after,
    times_of,
    year_before,
)
from verify.extract.times.stretches import is_stretch
from verify.model.claim import Modality, Qualifiers, Step
from verify.model.document import Section
from verify.model.period import Period
from verify.model.quantity import Hedge
from verify.model.span import Span
from verify.text.script import is_western

_STOPS = " ,，:："
_STATISTIC_REACH = 10
_BOUNDS = frozenset({"peak", "maximum", "minimum"})
YEAR_ON_YEAR = "year-on-year"
_PER = "per "
"""Begins the statistics that tell by what: by the day, by the head."""
_MEAN = "mean"
_CUMULATIVE = "cumulative"
_ENDS = {Hedge.AT_MOST: "maximum", Hedge.AT_LEAST: "minimum"}
_PER_UNIT = "per unit"
_AT_END = re.compile(r"\s*(?:[.,;:!?)]|$)")
_GOES_ON = re.compile(r"[,;:(]|\b(?:and|but|while|with|against|compared)\b")
"""Between a figure and "on average" at the end of its clause there is none: 62 days to try on average."""
_PER_HOUR = "per hour"
_SECOND = "second"
_AVERAGED = "均"
_NO_AMOUNTS = frozenset({"dimensionless", "kelvin", "meter/second", "percentage_point", "decibel"})
"""What there is no more of in a year than in a day."""
_QUALITY = re.compile(r"[a-z*0-9]+/(?:meter|kilogram|second\*\*2)[*0-9]*")
"""So much by size or mass; what there is by the second may be an amount of a period, money a price."""
_COUNTS = frozenset({"count", "人", "人次", "户"})
_LATIN_REACH = 24
_GAP = 2
_AND = re.compile(r" and |, | or |[，、；;]")
_JOINT = re.compile(
    r"(?: and|,|;) (?:a|an|the|its|their|is|are|was|were|has|have|had|will|would|can|could|may) "
)
_YEARLY = 1
"""Characters before what is measured, at most, that tell a year's or a day's: 年货运量."""
_TAIL = re.compile(r"with (?!which|whom)")
"""Begins a clause that only describes what the one before tells of."""


def qualifiers(
    sentence: Sentence,
    figure: Figure,
    chosen: Chosen,
    running: Running,
    published: dt.date | None = None,
    events: Container[Span] = (),
) -> tuple[Qualifiers, list[Step], list[Figure]]:
    """Return the qualifiers of a quantity, how each was found, and the dates that serve it.

    ``published`` is the document's own day; ``events`` are the places of dates that tell when something
    happened (成立于1952年，现有19个学院), and date nothing behind their clause.
    """
    steps: list[Step] = []
    used: list[Figure] = []
    clause = sentence.clause_of(figure.span.start)
    modality = _modality(sentence, figure, chosen, clause, steps)
    statistic = _statistic(sentence, figure, chosen, steps)
    turned, was = sentence.turned(figure), sentence.was(figure)
    first = turned.first if turned is not None else None
    if statistic is None and first is not None:
        statistic = _statistic(sentence, first, chosen, steps)  # 日处理能力由10万吨提高到25万吨
    base = next((hit.value for hit in sentence.hits_in(clause, "base")), None)
    compared = was.date if was is not None else None
    if compared is not None:
        time, as_of, base = compared.period, None, None
        if compared.period is not None and is_moment(sentence, compared, published):
            time, as_of = None, compared.period  # up from 326 million on June 4
        part = "time" if as_of is None else "as_of"
        steps.append(Step(part, sentence.text[compared.span.start : compared.span.end], "clause"))
        used.append(compared)
    elif was is not None and first is not None and was is turned:
        time, as_of = None, None  # in 2022 it rose to 98 from 91
    else:
        time, as_of = times_of(sentence, figure, chosen.place, running, events, published, steps, used)
    if time is running.period and _is_framed_in_vain(figure, chosen, running, modality):
        time = None
    if time is None and as_of is None and was is None:
        time = _reported(chosen, running, modality, steps)
    if base is None and compared is None:
        base = next(
            (
                YEAR_ON_YEAR if year_before(f.period, time) else f.period.stated
                for f in sentence.figures
                if f.period is not None
                and clause.start <= f.span.start < clause.end
                and stands_after(sentence, f, "comparing")
            ),
            None,
        )
    if statistic == _CUMULATIVE and time is not None:
        statistic = None  # 1-9月累计交付 is what was delivered in these months
    if base:
        steps.append(Step("base", base, "clause"))
    ahead = [date for date in used if not is_over(date, published)]
    if modality is None and any(stands_after(sentence, date, "until") for date in ahead):
        modality = Modality.NOT_YET  # 到2030年，产业规模…
        steps.append(Step("modality", modality.value, "sentence"))
    if chosen.entry is not None:
        column = sentence.section is Section.TABLE and time is not running.period
        # the column of a year is a case of its own
        planned = modality is Modality.NOT_YET and any(is_over(date, published) for date in used)
        time = None if "time" in chosen.entry.ignores and not (column or planned) else time
        statistic = None if statistic == chosen.entry.statistic else statistic
    hedge = figure.reading.quantity.hedge if figure.reading is not None and statistic is None else None
    bound = _ENDS.get(hedge) if hedge is not None else None
    return Qualifiers(modality, None, statistic, time, as_of, base, bound=bound), steps, used


def _is_framed_in_vain(figure: Figure, chosen: Chosen, running: Running, modality: Modality | None) -> bool:
    """Say whether the period told before is not that of a figure.

    The energy density of a cell is not that of the quarter told of before.
    """
    planned = running.planned and modality is not Modality.NOT_YET
    return planned or _is_quality(figure, chosen)


def _reported(
    chosen: Chosen, running: Running, modality: Modality | None, steps: list[Step]
) -> Period | None:
    """Return the time on which the document reports, for what comes to something over one: revenue."""
    if running.titled is None or modality is Modality.NOT_YET:
        return None
    if chosen.entry is None or not chosen.entry.flows:
        return None
    steps.append(Step("time", running.titled.stated, "document"))
    return running.titled


def _modality(
    sentence: Sentence, figure: Figure, chosen: Chosen, clause: Span, steps: list[Step]
) -> Modality | None:
    """Return the modality of the clause; its nearest word before the figure decides.

    A word that is what is measured tells none of what varies: a player rated 2698 is not designed for it.
    """
    if sentence.section is Section.TABLE:
        clause = sentence.span  # a comma in a head ends nothing: Enrolment, estimated
    latin = is_western(sentence.lower[figure.span.start : figure.span.end])
    clause = _with_described(sentence, figure, clause) if latin else clause
    until = max(_own_end(sentence, figure) if latin else figure.span.end, figure.span.end)
    hits = sentence.hits_in(Span(clause.start, until), "modality")
    behind = Span(figure.span.end, until if latin else sentence.right_of(figure).end)
    hits = hits or [hit for hit in sentence.hits_in(behind, "modality") if hit.value == "designed"]
    hits = hits or _said_ahead(sentence, clause)
    place = chosen.place if chosen.entry is not None and chosen.entry.varies else None
    hits = [hit for hit in hits if place is None or hit.start != place.start or hit.end != place.end]
    planned = [hit for hit in hits if hit.value == Modality.NOT_YET.value]
    designed = [hit for hit in hits if hit.value == Modality.DESIGNED.value]
    best = next((group[-1] for group in (planned, designed, hits) if group), None)
    if best is None:
        return None
    steps.append(Step("modality", best.value, "clause", sentence.lower[best.start : best.end]))
    return Modality(best.value)


def _with_described(sentence: Sentence, figure: Figure, clause: Span) -> Span:
    """Return a clause with those that it goes on to describe: offered to build X, 3 km long, with …."""
    start, place = clause.start, figure.span.start
    while start > sentence.span.start and (_TAIL.match(sentence.lower, start) or place - start <= 1):
        start = place = sentence.clause_of(start - 1).start
        place = min((f.span.start for f in sentence.figures if f.span.start >= start), default=place)
    return Span(start, clause.end)


def _said_ahead(sentence: Sentence, clause: Span) -> list[Hit]:
    """Return the word of planning that ends a clause before, and so holds for what it tells: 该局预计，…."""
    planned = [h for h in sentence.by_kind.get("modality", ()) if h.value == Modality.NOT_YET.value]
    before = [one for one in sentence.clauses if one.end <= clause.start] if planned else []
    ends = {one.start + len(sentence.lower[one.start : one.end].rstrip(_STOPS)) for one in before}
    return [hit for hit in planned if hit.end in ends]


def _own_end(sentence: Sentence, figure: Figure) -> int:
    """Return where the words behind a figure go over to the next: nine stations and a speed of 5 m/s."""
    right = sentence.right_of(figure)
    joint = _JOINT.search(sentence.lower, right.start, right.end)
    return joint.start() if joint else right.end


def _statistic(sentence: Sentence, figure: Figure, chosen: Chosen, steps: list[Step]) -> str | None:
    left = sentence.left_of(figure)
    anchor = min(chosen.place.start if chosen.place else left.end, left.end)
    latin = is_western(sentence.lower[figure.span.end - 1 : figure.span.end + 2])
    start = max(left.start, anchor - (_LATIN_REACH if latin else _STATISTIC_REACH))
    if sentence.section is Section.TABLE:
        start = sentence.span.start  # a bracket in a head ends nothing: Timeout (maximum)
    for other in sentence.figures:
        lasts = other.reading is not None and other.reading.quantity.kind == "duration"
        if lasts and other.span.end == left.start:
            start = other.span.start if start == left.start else start  # 一天用3.2万吨: its day is a figure
    told = sentence.hits_in(Span(start, figure.span.end), "statistic")
    if chosen.place is not None and chosen.place.end <= start and not latin:
        begin = max(sentence.clause_of(anchor).start, anchor - _STATISTIC_REACH)
        # 单票收入从2023年的2.88元降到2.73元: a date stands between
        told = [*sentence.hits_in(Span(begin, chosen.place.end), "statistic"), *told]
    told = [hit for hit in told if not _of_compared(sentence, hit)]
    parts = sentence.by_kind.get("scope", ())
    told = [hit for hit in told if not any(map(hit.inside, parts))]  # at the storm's peak
    if latin:
        told = [hit for hit in told if not of_figure_before(sentence, left, hit)]
    over = max((hit.end for hit in told if _said_before(sentence, hit, left)), default=0)
    hits = [hit for hit in told if hit.start >= over and not _meant(hit, chosen)]
    hits = [hit for hit in hits if hit.end < figure.span.end or hit.start != figure.span.start]  # 历时一年
    if _is_speed(figure):
        hits = [hit for hit in hits if hit.value != _PER_HOUR]
    if latin:  # each queue holds 500: of what each is, the scope tells
        hits = [hit for hit in hits if hit.value != _PER_UNIT or _tells_by_what(sentence, figure, hit)]
    if latin and not hits:
        right = sentence.right_of(figure)
        behind = [hit for hit in sentence.hits_in(right, "statistic") if _ends_noun(sentence, right, hit)]
        hits = [hit for hit in behind if not _meant(hit, chosen)]  # 6.9 months on average
        hits = [hit for hit in hits if hit.value != _PER_HOUR or not _is_speed(figure)]
    if not hits and (by_time := told_elsewhere(sentence, figure, chosen)):
        hits = [by_time]
    if not hits:
        return _of_each(sentence, figure, steps)
    bounds = [hit for hit in hits if hit.value in _BOUNDS]
    best = (bounds or [hit for hit in hits if hit.value.startswith(_PER)] or hits)[-1]
    value = best.value
    if value.startswith(_PER) and _is_no_amount(figure, chosen):
        averaged = sentence.lower[best.start : best.end].endswith(_AVERAGED)
        if not (averaged or any(hit.value == _MEAN for hit in hits)):
            return None
        value = _MEAN  # 年均PUE, 日均气温, annual average PUE
    steps.append(Step("statistic", value, "clause", sentence.lower[best.start : best.end]))
    return value


def _tells_by_what(sentence: Sentence, figure: Figure, hit: Hit) -> bool:
    """Say whether an English word tells by what a figure is: apiece behind it, per parcel at any place."""
    return hit.start >= figure.span.start or sentence.lower.startswith(_PER, hit.start)


def _of_compared(sentence: Sentence, hit: Hit) -> bool:
    """Say whether a statistic is that of what is compared with: 比去年最高值增长6%."""
    return any(other.kind == "base" and other.end == hit.start for other in sentence.hits)


def _ends_noun(sentence: Sentence, right: Span, hit: Hit) -> bool:
    """Say whether a statistic stands right behind a figure, or its noun: 5 TWh of electricity a year."""
    if hit.value == _MEAN and _AT_END.match(sentence.lower, hit.end):
        return _GOES_ON.search(sentence.lower, right.start, hit.start) is None
    by_time = hit.value.startswith(_PER) and hit.value != _PER_UNIT
    noun = NOUN.fullmatch(sentence.lower, right.start, hit.start) if by_time else None
    return hit.start - right.start <= 1 or noun is not None


def _of_each(sentence: Sentence, figure: Figure, steps: list[Step]) -> str | None:
    """Tell a figure of each of those counted right before it: 2台40兆瓦机组, 20架180座客机."""
    quantity = figure.reading.quantity if figure.reading is not None else None
    if quantity is None or sentence.section is Section.TABLE or sentence.turned(figure) is not None:
        return None
    for other in sentence.figures:
        counted = other.reading.quantity if other.reading is not None else None
        if counted is not None and other.span.end == figure.span.start:
            things = counted.kind == "count" and counted.unit.base not in PEOPLE
            if things and quantity.kind != "number":
                steps.append(Step("statistic", _PER_UNIT, "clause"))
                return _PER_UNIT
    return None


def _is_no_amount(figure: Figure, chosen: Chosen) -> bool:
    """Say whether there is no more of a figure in a year than in a day; a bare number may be a count."""
    quantity = figure.reading.quantity if figure.reading is not None else None
    if quantity is None or quantity.unit.base not in _NO_AMOUNTS:
        return False
    counted = chosen.entry is not None and not _COUNTS.isdisjoint(chosen.entry.units)
    return quantity.kind != "number" or not counted


def _is_speed(figure: Figure) -> bool:
    """Say whether the unit of a figure tells so much in a time, which may be told in any other: 80 km/h."""
    quantity = figure.reading.quantity if figure.reading is not None else None
    if quantity is None or quantity.kind == "money":
        return False
    above, _, below = quantity.unit.base.rpartition("/")
    return below == _SECOND and above not in PEOPLE


def _is_quality(figure: Figure, chosen: Chosen) -> bool:
    """Say whether a figure that no rule names is so much of one unit in another: 165 Wh/kg."""
    base = figure.reading.quantity.unit.base if figure.reading is not None else ""
    return chosen.entry is None and _QUALITY.fullmatch(base) is not None


def _said_before(sentence: Sentence, hit: Hit, left: Span) -> bool:
    """Say whether a statistic is of the figure before: 4 days by default and at most 14 days."""
    behind = any(other.span.end == left.start for other in sentence.figures)
    return behind and hit.start - left.start <= _GAP and _AND.match(sentence.lower, hit.end) is not None


def as_asked(known: Qualifiers, question: Sentence, chosen: Chosen, *, counted: bool) -> Qualifiers:
    """Return the qualifiers of an answer with the statistic and the period that its question tells.

    ``counted`` says whether the answer counts something.
    """
    if known.statistic is None:
        known = known._replace(statistic=_statistic_asked(question, chosen, counted=counted))
    timeless = chosen.entry is not None and "time" in chosen.entry.ignores
    periods = [f.period for f in question.figures if f.period is not None and is_stretch(f.period)]
    if timeless or known.time is not None or known.as_of is not None or len(periods) != 1:
        return known
    return known._replace(time=periods[0])


def as_designed(
    known: Qualifiers, sentence: Sentence, chosen: Chosen, before: Made | None, steps: list[Step]
) -> Qualifiers:
    """Return the qualifiers of a figure that goes on telling what the one before it says of a design.

    设计年旅客吞吐量5900万人次，货邮吞吐量80万吨: a clause that begins with what it measures and says no more.
    What has no time (its length, its cost) is one size however it is told, and is left as it is.
    """
    plain = known.modality is None and known.statistic is None and known.time is None and known.as_of is None
    if before is None or before.claim.qualifiers.modality is not Modality.DESIGNED or not plain:
        return known
    entries = (before.chosen.entry, chosen.entry)
    if chosen.place is None or any(entry is None or "time" in entry.ignores for entry in entries):
        return known
    clause = sentence.clause_of(chosen.place.start)
    opens = chosen.place.start - clause.start <= _YEARLY and not is_western(sentence.lower[clause.start])
    if not opens:
        return known
    steps.append(Step("modality", Modality.DESIGNED.value, "sentence"))
    return known._replace(modality=Modality.DESIGNED)


def part_asked(question: Sentence, thing: int | None, *, measured: bool) -> str | None:
    """Return the one part that a question is about: what does the archive tier cost?

    So is another thing that it names, where the answer is of ``thing`` and what it measures is told by the
    question alone (``measured``): how long is the Monkey Trail?
    """
    told = {hit.value for hit in question.by_kind.get("scope", ())} - {"whole"}
    if told or not measured:
        return told.pop() if len(told) == 1 else None
    others = (question.lower[start:end] for start, end, number in question.names if number != thing)
    return next(others, None)


def _statistic_asked(question: Sentence, chosen: Chosen, *, counted: bool) -> str | None:
    """Return the statistic that a question asks for, such as the default timeout.

    By what time it asks is told of what is counted only: how many visitors are let in per day?
    """
    hits = question.by_kind.get("statistic", ())
    told = [hit.value for hit in hits if counted or not hit.value.startswith(_PER)]
    meant = chosen.entry.statistic if chosen.entry is not None else None
    return told[-1] if told and told[-1] != meant else None


def _meant(hit: Hit, chosen: Chosen) -> bool:
    """Say whether a statistic is part of what the attribute's word means (最高负荷)."""
    if chosen.entry is None or chosen.place is None:
        return False
    sized = hit.value in _BOUNDS and "time" in chosen.entry.ignores  # 最大坝高 is the height
    if chosen.entry.statistic != hit.value and not sized:
        return False
    return chosen.place.start <= hit.start and hit.end <= chosen.place.end
