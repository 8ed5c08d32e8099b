"""Read the other parts of a claim's key: time, as-of date, modality, statistic, base.

Comes in: a sentence, a figure, its attribute, and what the text before said once for all that
follows (第三季度).  Goes out: ``Qualifiers`` and the steps that tell where each came from.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Container
from dataclasses import dataclass

from verify.extract.attributes import Chosen
from verify.extract.figures import Figure
from verify.extract.sentence import Sentence
from verify.extract.vocabulary import Hit
from verify.model.claim import Modality, Qualifiers, Step
from verify.model.document import Section
from verify.model.period import Period
from verify.model.quantity import Hedge
from verify.model.span import Span

_REPORT_PRECISIONS = frozenset({"month", "quarter", "half", "year", "years", "part", "season", "plan"})
_CARRIED = frozenset({"quarter", "half", "year", "month", "years"})
_MOMENTS = frozenset({"day", "month", "quarter"})
"""Periods whose end is when something had come about."""
_STOPS = " ,，:："
_COMMAS = frozenset(["，", ",", "、"])
_HOURS = ("小时", "hours")
"""In the words of a day that something is counted over: the past 24 hours."""
_STRETCHES = ("年", "季", "月", "year", "quarter", "month")
_STATISTIC_REACH = 10
_BOUNDS = frozenset({"peak", "maximum", "minimum"})
_BACK = "date.back"
"""Rule of a date told by the one before it, from which the text does not move on: the year before."""
YEAR_ON_YEAR = "year-on-year"
_PER = "per "
"""Begins the statistics that tell by what: by the day, by the head."""
_MEAN = "mean"
_CUMULATIVE = "cumulative"
_ENDS = {Hedge.AT_MOST: "maximum", Hedge.AT_LEAST: "minimum"}
_PER_UNIT = "per unit"
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
_NOUN = re.compile(r"(?: [a-z-]{3,20})? (?:of (?:[a-z-]{3,20} ){1,2})?")
"""What is counted or measured, between a figure and by what time it is told."""
_OF_DATE = re.compile(r"[^，,、。；;0-9]{0,12}的")
"""Between a period that is compared with and what there was then: 较2023年的, 与2010年普查的."""
_IN = re.compile(r" (?:in|for|during|over|at|on|as of)? ?(?:the )?")


_OF = "的"


@dataclass(slots=True)
class Running:
    """What a paragraph has said for the figures that follow."""

    period: Period | None = None
    as_of: Period | None = None
    planned: bool = False
    """Only the aim of the period was told, which frames nothing else: 今年的目标是35万吨."""


def qualifiers(
    sentence: Sentence,
    figure: Figure,
    chosen: Chosen,
    running: Running,
    former: Figure | None = None,
    published: dt.date | None = None,
    events: Container[Span] = (),
    origin: Figure | None = None,
) -> tuple[Qualifiers, list[Step], list[Figure]]:
    """Return the qualifiers of a quantity, how each was found, and the dates that serve it.

    ``former`` is the figure that this one has come from: what dates that is no date of this one;
    ``published`` the document's own day; ``events`` are the places of dates that tell when something
    happened (成立于1952年，现有19个学院), and date nothing behind their clause; ``origin`` the figure of what
    was before the change, this one or another (rose to 98 from 91 in 2020): what stands behind it
    dates it alone.
    """
    steps: list[Step] = []
    used: list[Figure] = []
    clause = sentence.clause_of(figure.span.start)
    modality = _modality(sentence, figure, clause, steps)
    statistic = _statistic(sentence, figure, chosen, steps)
    if statistic is None and former is not None:
        statistic = _statistic(sentence, former, chosen, steps)  # 日处理能力由10万吨提高到25万吨
    base = next((hit.value for hit in sentence.hits_in(clause, "base")), None)
    compared = own_of_compared(sentence, figure, origin)
    if compared is not None:
        time, as_of, base = compared.period, None, None
        if compared.period is not None and not _is_stretch(compared.period):
            time, as_of = None, compared.period  # up from 326 million on June 4
        part = "time" if as_of is None else "as_of"
        steps.append(Step(part, sentence.text[compared.span.start : compared.span.end], "clause"))
        used.append(compared)
    elif origin is figure:
        time, as_of = None, None
    else:
        passed = former, origin
        time, as_of = _times(sentence, figure, chosen.place, running, passed, events, published, steps, used)
    if time is running.period and _is_quality(figure, chosen):
        time = None  # the energy density of a cell is not that of the quarter told of before
    if time is running.period and running.planned and modality is not Modality.NOT_YET:
        time = None
    if base is None and compared is None:
        base = next(
            (
                YEAR_ON_YEAR if year_before(f.period, time) else f.period.stated
                for f in sentence.figures
                if f.period is not None
                and clause.start <= f.span.start < clause.end
                and _stands_after(sentence, f, "comparing")
            ),
            None,
        )
    if statistic == _CUMULATIVE and time is not None:
        statistic = None  # 1-9月累计交付 is what was delivered in these months
    if base:
        steps.append(Step("base", base, "clause"))
    ahead = [date for date in used if not _is_over(date, published)]
    if modality is None and any(_stands_after(sentence, date, "until") for date in ahead):
        modality = Modality.NOT_YET  # 到2030年，产业规模…
        steps.append(Step("modality", modality.value, "sentence"))
    if chosen.entry is not None:
        column = sentence.section is Section.TABLE and time is not running.period
        # the column of a year is a case of its own
        time = None if "time" in chosen.entry.ignores and not column else time
        statistic = None if statistic == chosen.entry.statistic else statistic
    hedge = figure.reading.quantity.hedge if figure.reading is not None and statistic is None else None
    bound = _ENDS.get(hedge) if hedge is not None else None
    return Qualifiers(modality, None, statistic, time, as_of, base, bound=bound), steps, used


def _is_over(date: Figure, published: dt.date | None) -> bool:
    """Say whether a date lies before the day of publication: by the end of last year tells of what was."""
    latest = date.period.latest if date.period is not None else None
    return latest is not None and published is not None and latest < published


def year_before(base: Period, time: Period | None) -> bool:
    """Say whether what is compared with is the same stretch of the year before: up 5 % from 2022, of 2023."""
    if time is None or time.precision != base.precision or not (time.resolved and base.resolved):
        return False
    days = (base.earliest, time.earliest, base.latest, time.latest)
    first, then, last, end = ((day.year, day.month) if day else (0, 0) for day in days)
    return (first[0] + 1, first[1]) == then and (last[0] + 1, last[1]) == end


def _modality(sentence: Sentence, figure: Figure, clause: Span, steps: list[Step]) -> Modality | None:
    """Return the modality of the clause; its nearest word before the figure decides."""
    if sentence.section is Section.TABLE:
        clause = sentence.span  # a comma in a head ends nothing: Enrolment, estimated
    latin = sentence.lower[figure.span.start : figure.span.end].isascii()
    until = max(_own_end(sentence, figure) if latin else figure.span.end, figure.span.end)
    hits = sentence.hits_in(Span(clause.start, until), "modality")
    behind = Span(figure.span.end, until if latin else sentence.right_of(figure).end)
    hits = hits or [hit for hit in sentence.hits_in(behind, "modality") if hit.value == "designed"]
    hits = hits or _said_ahead(sentence, clause)
    planned = [hit for hit in hits if hit.value == Modality.NOT_YET.value]
    designed = [hit for hit in hits if hit.value == Modality.DESIGNED.value]
    best = next((group[-1] for group in (planned, designed, hits) if group), None)
    if best is None:
        return None
    steps.append(Step("modality", best.value, "clause", sentence.lower[best.start : best.end]))
    return Modality(best.value)


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
    latin = sentence.lower[figure.span.end - 1].isascii()
    start = max(left.start, anchor - (_LATIN_REACH if latin else _STATISTIC_REACH))
    if sentence.section is Section.TABLE:
        start = sentence.span.start  # a bracket in a head ends nothing: Timeout (maximum)
    for other in sentence.figures:
        lasts = other.reading is not None and other.reading.quantity.kind == "duration"
        if lasts and other.span.end == left.start:
            start = other.span.start if start == left.start else start  # 一天用3.2万吨: its day is a figure
    told = sentence.hits_in(Span(start, figure.span.end), "statistic")
    told = [hit for hit in told if not _of_compared(sentence, hit)]
    over = max((hit.end for hit in told if _said_before(sentence, hit, left)), default=0)
    hits = [hit for hit in told if hit.start >= over and not _meant(hit, chosen)]
    if latin:  # each queue holds 500: of what each is, the scope tells
        hits = [hit for hit in hits if hit.value != _PER_UNIT or hit.start >= figure.span.start]
    if latin and not hits:
        right = sentence.right_of(figure)
        behind = [hit for hit in sentence.hits_in(right, "statistic") if _ends_noun(sentence, right, hit)]
        hits = [hit for hit in behind if not _meant(hit, chosen)]  # 6.9 months on average
    if not hits:
        return None
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


def _of_compared(sentence: Sentence, hit: Hit) -> bool:
    """Say whether a statistic is that of what is compared with: 比去年最高值增长6%."""
    return any(other.kind == "base" and other.end == hit.start for other in sentence.hits)


def _ends_noun(sentence: Sentence, right: Span, hit: Hit) -> bool:
    """Say whether a statistic stands right behind a figure, or its noun: 5 TWh of electricity a year."""
    by_time = hit.value.startswith(_PER) and hit.value != _PER_UNIT
    noun = _NOUN.fullmatch(sentence.lower, right.start, hit.start) if by_time else None
    return hit.start - right.start <= 1 or noun is not None


def _is_no_amount(figure: Figure, chosen: Chosen) -> bool:
    """Say whether there is no more of a figure in a year than in a day; a bare number may be a count."""
    quantity = figure.reading.quantity if figure.reading is not None else None
    if quantity is None or quantity.unit.base not in _NO_AMOUNTS:
        return False
    counted = chosen.entry is not None and not _COUNTS.isdisjoint(chosen.entry.units)
    return quantity.kind != "number" or not counted


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
    periods = [f.period for f in question.figures if f.period is not None and _is_stretch(f.period)]
    if timeless or known.time is not None or known.as_of is not None or len(periods) != 1:
        return known
    return known._replace(time=periods[0])


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


def _times(
    sentence: Sentence,
    figure: Figure,
    place: Span | None,
    running: Running,
    passed: tuple[Figure | None, Figure | None],
    events: Container[Span],
    published: dt.date | None,
    steps: list[Step],
    used: list[Figure],
) -> tuple[Period | None, Period | None]:
    clause = sentence.clause_of(figure.span.start)
    dates = [
        f
        for f in sentence.figures
        if f.period is not None
        and not _stands_after(sentence, f, "comparing")
        and not _is_beginning(sentence, f)
    ]
    former, changed = passed
    if changed is not None:
        dates = [f for f in dates if not _right_behind(sentence, changed, f)]
    if former is not None:  # 从2021年的80亿元增至100亿元: 2021 was before
        dates = [f for f in dates if not 0 <= former.span.start - f.span.end <= _GAP]
    here = [f for f in dates if clause.start <= f.span.start < clause.end]
    before = [f for f in dates if f.span.end <= clause.start and f.span not in events]
    after = [f for f in here if f.span.start >= figure.span.end]
    latin = sentence.lower[figure.span.start : figure.span.end].isascii()
    holding = [f for f in [*before, *here] if _is_as_of(sentence, f, published)]
    holding = [f for f in holding if latin or f.span.start < figure.span.start]
    as_of = holding[-1] if holding else None
    nearer = [f for f in here if f.span.end <= figure.span.start and f.period and _is_stretch(f.period)]
    if as_of is not None and as_of.span.end <= clause.start and nearer:
        as_of = None  # 截至3月底为4010万人，而2023年底为3860万人
    if as_of is not None and as_of.period is not None:
        steps.append(Step("as_of", as_of.period.stated, "sentence"))
        used.append(as_of)
        return None, as_of.period
    near = [f for f in here if f.span.end <= figure.span.start and not _is_as_of(sentence, f, published)]
    if latin:
        near = [f for f in near if not _passing(sentence, f)]
        after = [f for f in after if not _passing(sentence, f)]
        before = [f for f in before if not _passing(sentence, f)]
    for group, told_by in (
        ([f for f in after[:1] if latin and _right_behind(sentence, figure, f)], "clause"),
        (near[-1:], "clause"),
        (after[:1] if latin else [], "clause"),
        ([f for f in before if _holds_on(sentence, f)][-1:], "sentence"),
    ):
        for found in group:
            period = found.period
            in_head = sentence.section is Section.TABLE
            if period is not None and (_is_stretch(period) or in_head or _at(found, place)):
                steps.append(Step("time", period.stated, told_by))
                used.append(found)
                return period, None
    if running.as_of is not None and running.period is None:
        steps.append(Step("as_of", running.as_of.stated, "paragraph"))
        return None, running.as_of
    if running.period is not None:
        steps.append(Step("time", running.period.stated, "paragraph"))
    return running.period, None


def _holds_on(sentence: Sentence, date: Figure) -> bool:
    """Say whether a period also holds behind its clause; 2025年前后 is only of what happens then."""
    hedged = date.period is not None and date.period.resolved and date.period.hedge is not Hedge.BARE
    return not hedged or _frames(sentence, date)


def _right_behind(sentence: Sentence, figure: Figure, date: Figure) -> bool:
    """Say whether a period stands right behind a figure: 5.42 percent in 2022."""
    return _IN.fullmatch(sentence.lower[figure.span.end : date.span.start]) is not None


def _passing(sentence: Sentence, date: Figure) -> bool:
    """Say whether a period only describes what is compared with.

    So it is of last year in above last year's record, and of 2021 in up from 400,000 in 2021.
    """
    if sentence.lower.startswith(("'s ", "’s "), date.span.end):
        return True
    return any(
        figure.period is None
        and _right_behind(sentence, figure, date)
        and _stands_after(sentence, figure, "comparing")
        for figure in sentence.figures
    )


def own_of_compared(sentence: Sentence, figure: Figure, origin: Figure | None = None) -> Figure | None:
    """Return the period of a figure that another is compared with: 2023 of 较2023年的780万人次增加.

    So does 2021 of up from 400,000 in 2021.
    """
    periods = (f for f in sentence.figures if f.period is not None)
    after = figure is origin or _stands_after(sentence, figure, "comparing")
    for date in periods:
        if after and date.span.start >= figure.span.end and _right_behind(sentence, figure, date):
            return date
        between = _OF_DATE.fullmatch(sentence.lower, date.span.end, figure.span.start)
        if (
            between
            and date.period
            and _is_stretch(date.period)
            and _stands_after(sentence, date, "comparing")
        ):
            return date
    return None


def _is_stretch(period: Period) -> bool:
    """Say whether a period is one that a figure is counted over, no day."""
    if period.resolved:
        hours = any(word in period.stated for word in _HOURS)
        return hours or period.precision in _REPORT_PRECISIONS
    return any(word in period.stated for word in _STRETCHES)


def _is_as_of(sentence: Sentence, figure: Figure, published: dt.date | None) -> bool:
    """Say whether 截至 or as of stands before a date, or its words reach into it: at the end of 2023.

    So does by before a day that is over (By May 3, 300 had come), where nothing is planned.
    """
    begin = figure.span.start
    into = any(hit.start < begin < hit.end for hit in sentence.by_kind.get("as_of", ()))
    if into or _stands_after(sentence, figure, "as_of") or _is_end(sentence, figure):
        return True
    told = _opens_until(sentence, figure) or _is_told_by(sentence, figure)
    return told and _is_over(figure, published)


def _is_end(sentence: Sentence, date: Figure) -> bool:
    """Say whether a date is the end of a stretch, the moment of what there is then: 6月末, 2023年底."""
    ends = sentence.hits_in(date.span, "last")
    return any(hit.end == date.span.end for hit in ends) and not _stands_after(sentence, date, "until")


def _is_beginning(sentence: Sentence, date: Figure) -> bool:
    """Say whether a date only tells since when: 2013年起, since 2013."""
    behind = (hit for hit in sentence.by_kind.get("onwards", ()) if hit.start == date.span.end)
    return _stands_after(sentence, date, "since") or any(behind)


def _opens_until(sentence: Sentence, date: Figure) -> bool:
    """Say whether the words of a date that ends a stretch open their clause: By May 3, 300 came."""
    clause = sentence.clause_of(date.span.start)
    near = [hit for hit in sentence.by_kind.get("until", ()) if 0 <= date.span.start - hit.end <= _GAP]
    return any(hit.start - clause.start <= 1 for hit in near)


def _is_told_by(sentence: Sentence, date: Figure) -> bool:
    """Say whether an English clause that plans nothing ends in by and a day: had received 508 by June 30."""
    if date.period is None or date.period.precision not in _MOMENTS:
        return False
    hits = sentence.hits_in(sentence.clause_of(date.span.start), "modality")
    planned = any(hit.value == Modality.NOT_YET.value for hit in hits)
    return (
        sentence.lower[date.span.start].isascii() and not planned and _stands_after(sentence, date, "until")
    )


def _stands_after(sentence: Sentence, figure: Figure, *kinds: str) -> bool:
    """Say whether a figure follows a word of one of the kinds at once."""
    return any(hit.kind in kinds and 0 <= figure.span.start - hit.end <= _GAP for hit in sentence.hits)


def remember(
    sentence: Sentence, running: Running, claimed: Container[Span], published: dt.date | None = None
) -> None:
    """Keep the period that a sentence sets for those that follow: 第三季度，…; in the third quarter.

    The date of an event, a period compared with, and one that a hedge widens set nothing.
    """
    for figure in sentence.figures:
        period = figure.period
        if period is None:
            continue
        if figure.span in claimed:
            running.period = None  # the story has moved on to an event with a date of its own
            continue
        if not period.resolved or period.hedge is not Hedge.BARE or _is_beginning(sentence, figure):
            continue
        if _BACK in figure.rules:
            continue
        as_of = _is_as_of(sentence, figure, published)
        if _stands_after(sentence, figure, "comparing") or period.precision not in _CARRIED:
            continue
        if _passing(sentence, figure) or (_stands_after(sentence, figure, "until") and not as_of):
            continue
        if as_of:
            running.as_of = period
        elif _frames(sentence, figure):
            running.period, running.as_of = period, None
            told = sentence.hits_in(sentence.clause_of(figure.span.start), "modality")
            aim = any(hit.value == "planned" for hit in told) and not _is_over(figure, published)
            running.planned = aim and sentence.lower[figure.span.end : figure.span.end + 1] == _OF


def _frames(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a period opens its clause with a comma after it; in English it may stand anywhere."""
    if sentence.lower[figure.span.start : figure.span.end].isascii():
        return True
    clause = sentence.clause_of(figure.span.start)
    named = (a for a, b, _ in sentence.names if b == figure.span.start)  # 谷阳公司2023年实现…
    if min((figure.span.start, *named)) - clause.start > 1:
        return False
    if not any(other.period is None and other.span.end <= clause.start for other in sentence.figures):
        return True  # 2023年全县粮食产量…, also behind 统计局昨日发布数据，
    return sentence.lower[figure.span.end : figure.span.end + 1] in _COMMAS


def _meant(hit: Hit, chosen: Chosen) -> bool:
    """Say whether a statistic is part of what the attribute's word means (最高负荷)."""
    if chosen.entry is None or chosen.place is None:
        return False
    sized = hit.value in _BOUNDS and "time" in chosen.entry.ignores  # 最大坝高 is the height
    if chosen.entry.statistic != hit.value and not sized:
        return False
    return chosen.place.start <= hit.start and hit.end <= chosen.place.end


def _at(date: Figure, place: Span | None) -> bool:
    """Say whether a day stands at the attribute's word, and so is when it was measured: 当天用电量."""
    return place is not None and 0 <= place.start - date.span.end <= 1
