"""Which time a figure holds for, and as of which day.

Comes in: a sentence, a figure, its attribute's place, and what the text before said once for all that
follows (第三季度).  Goes out: a period and an as-of date, and what the sentence leaves to the next.  The
other parts of the key are left to ``qualifiers``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Container, Iterable, Sequence

from verify.extract.figures.figure import Figure, Kind
from verify.extract.sentences.sentence import Sentence
from verify.extract.sentences.state import Running
from verify.extract.times.stretches import is_days, is_of_months, is_stretch
from verify.model.claim import Modality, Step
from verify.model.document import Section
from verify.model.period import Period
from verify.model.quantity import Hedge
from verify.model.span import Span
from verify.text.script import is_western

_CARRIED = frozenset({"quarter", "half", "year", "month", "years"})
_MOMENTS = frozenset({"day", "month", "quarter"})
"""Periods whose end is when something had come about."""
_COMMAS = frozenset(["，", ",", "、"])
BACK = "date.back"
"""Rule of a date told by the one before it, from which the text does not move on: the year before."""
_GAP = 2
_GOES_ON = re.compile(r"(?: [(（][^()（）]{1,40}[)）])? (?:and|but) [a-z]|[并且而]")
"""Behind the day of an event, before what else is told of the same thing."""
_WHICH = re.compile(r"[\u3400-\u9fff]{1,8}的[\u3400-\u9fff]")
"""Behind the date of an event that only describes a thing: 1961年投产的老矿."""
_SEMICOLONS = ("；", ";")
_CONTACT = re.compile(r" (?:it|they|he|she|we) (?:had )?[a-z]+ (?:in|during) (?:the )?\Z")
_OPENING_OF = re.compile(r"\s*of (?:the )?")
_IN = re.compile(r" (?:in|for|during|over|at|on|as of)? ?(?:the )?")
_OF = "的"
_SHARE = "dimensionless"
_OLD = 2
"""Years between a text and what it tells of the past, after which it goes on with the present."""
_LONGEST_END = dt.timedelta(days=62)
"""What ends a stretch is two months at most: 年底."""


def is_over(date: Figure, published: dt.date | None) -> bool:
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


def times_of(
    sentence: Sentence,
    figure: Figure,
    place: Span | None,
    running: Running,
    events: Container[Span],
    published: dt.date | None,
    steps: list[Step],
    used: list[Figure],
) -> tuple[Period | None, Period | None]:
    """Return the period and the as-of date of a figure; note the dates that serve it in ``used``."""
    clause = sentence.clause_of(figure.span.start)
    dates = [
        f
        for f in sentence.figures
        if f.period is not None
        and not _is_to_come(sentence, f, published)
        and not stands_after(sentence, f, "comparing")
        and not _is_beginning(sentence, f)
        and not _of_another(sentence, f, figure)
        and not _of_nearer(sentence, f, figure)
        and not (f.span.end < clause.start and (_in_aside(sentence, f) or _ends_days(sentence, f)))
    ]
    here = [f for f in dates if clause.start <= f.span.start < clause.end]
    before = [f for f in dates if f.span.end <= clause.start and f.span not in events]
    after = [f for f in here if f.span.start >= figure.span.end]
    latin = is_western(sentence.lower[figure.span.start : figure.span.end])
    holding = [f for f in [*before, *here] if _is_as_of(sentence, f, published)]
    holding = [f for f in holding if latin or f.span.start < figure.span.start]
    # 2028年底开放，总投资9.5亿元 is no investment of that day
    holding = [f for f in holding if f in here or f.span not in events]
    as_of = holding[-1] if holding else None
    nearer = [f for f in here if f.period and is_stretch(f.period) and not _is_as_of(sentence, f, published)]
    if as_of is not None and any(
        as_of.span.end <= min(clause.start, f.span.start)
        if f.span.end <= figure.span.start
        else latin and as_of.span.end <= figure.span.start and _right_behind(sentence, figure, f)
        for f in nearer
    ):
        as_of = None  # 1,200 shops at the end of June, and plans to open 100 shops in 2024
    if as_of is not None and sentence.section is Section.TABLE:
        as_of = _of_column(as_of, here + before)
    if as_of is not None and as_of.period is not None:
        steps.append(Step("as_of", as_of.period.stated, "sentence"))
        used.append(as_of)
        return None, as_of.period
    now = _now(sentence, figure.span.start)
    before = [f for f in before if f.span.start >= now]
    near = [f for f in here if f.span.end <= figure.span.start and not _is_as_of(sentence, f, published)]
    # founded in 1986 and has 126 members; 1961年投产的老矿
    near = [f for f in near if f.span not in events or not tells_which(sentence, f.span)]
    if latin:
        near = [f for f in near if not _passing(sentence, f)]
        after = [f for f in after if not _passing(sentence, f)]
        before = [f for f in before if not _passing(sentence, f)]
    for group, told_by in (
        ([f for f in after[:1] if latin and _right_behind(sentence, figure, f)], "clause"),
        (near[-1:], "clause"),
        (after[:1] if latin else [], "clause"),
        (_frame(sentence, figure, [f for f in before if _holds_on(sentence, f)]), "sentence"),
    ):
        for found in group:
            period = found.period
            in_head = sentence.section is Section.TABLE
            if period is not None and (is_stretch(period) or in_head or _at(found, place)):
                steps.append(Step("time", period.stated, told_by))
                used.append(found)
                return period, None
    until = clause.end if latin else figure.span.start
    if sentence.hits_in(Span(sentence.span.start, until), "during"):
        told = [f.period for f in sentence.figures if f.span.end <= figure.span.start]
        days = next((one for one in reversed(told) if one is not None and is_days(one)), running.days)
        if days is not None:
            steps.append(Step("time", days.stated, "paragraph"))
            return days, None
    present = now or _is_present(sentence, figure, running, published)
    if present or _is_later(sentence, [*before, *near], running, published):
        return None, None
    if running.as_of is not None and running.period is None:
        steps.append(Step("as_of", running.as_of.stated, "paragraph"))
        return None, running.as_of
    if running.period is not None:
        steps.append(Step("time", running.period.stated, "paragraph"))
    return running.period, None


def _frame(sentence: Sentence, figure: Figure, dates: Sequence[Figure]) -> Sequence[Figure]:
    """Return the date before a clause that holds in it, the last one.

    Behind a semicolon it is the first period of the sentence: 2023年有27只，2018年为19只；另有植物2316种.
    """
    ends = max(sentence.lower.rfind(stop, sentence.span.start, figure.span.start) for stop in _SEMICOLONS)
    if not dates or dates[-1].span.end > ends:
        return dates[-1:]
    return [f for f in dates if f.period is not None and is_stretch(f.period)][:1] or dates[-1:]


def tells_which(sentence: Sentence, date: Span) -> bool:
    """Say whether the date of an event only tells which thing is meant, or more is told behind it."""
    return goes_on(sentence, date) or _WHICH.match(sentence.lower, date.end) is not None


def _is_later(
    sentence: Sentence, dates: Iterable[Figure], running: Running, published: dt.date | None
) -> bool:
    """Say whether a date lies behind the period told before, which is over: in 1986 …. Today it has 310."""
    last = running.period.latest if running.period is not None else None
    if last is None:
        return False
    firsts = (f.period.earliest for f in dates if f.period is not None)
    return any(first is not None and first > last for first in firsts) or any(
        _is_to_come(sentence, f, published) for f in sentence.figures
    )


def _is_to_come(sentence: Sentence, date: Figure, published: dt.date | None) -> bool:
    """Say whether a stretch is told as one to come where nothing is planned: over the next ten years it grew.

    It is one of the past, and of no text's own day.
    """
    period = date.period
    if period is None or period.earliest is None or published is None or period.earliest <= published:
        return False
    planned = any(hit.value == Modality.NOT_YET.value for hit in sentence.by_kind.get("modality", ()))
    return not planned and period.precision == "years" and not any(map(str.isdigit, period.stated))


def _of_column(date: Figure, others: Iterable[Figure]) -> Figure:
    """Return the year of another head where that of a moment tells none of its own: 年末负债率, 2022年."""
    if date.period is None or any(char.isdigit() for char in date.period.stated):
        return date
    years = (f for f in others if f.period is not None and f.period.precision == "year")
    return next((f for f in years if f.period is not None and f.period.resolved), date)


def _now(sentence: Sentence, until: int) -> int:
    """Return where the last word ends by which a sentence tells of the day of the text; 0 without one."""
    return max((hit.end for hit in sentence.by_kind.get("present", ()) if hit.end <= until), default=0)


def _is_present(sentence: Sentence, figure: Figure, running: Running, published: dt.date | None) -> bool:
    """Say whether a verb tells a figure of the day of the text, behind a period that is over: it costs £52.

    Of what changed no verb tells when it did so: in 2023 it sold 3 million phones, and that is 5 % more.
    """
    period, quantity = running.period, figure.reading.quantity if figure.reading is not None else None
    over = period is not None and period.latest and published is not None and period.latest < published
    if not over or quantity is None or quantity.unit.base == _SHARE or sentence.section is Section.TABLE:
        return False
    left = sentence.left_of(figure)
    clause = Span(sentence.clause_of(figure.span.start).start, figure.span.start)
    right_before = any(left.end - hit.end <= 1 for hit in sentence.hits_in(left, "tense before"))
    return right_before or bool(sentence.hits_in(clause, "tense"))


def goes_on(sentence: Sentence, date: Span) -> bool:
    """Say whether a date ends what is told of an event, and the clause tells something else behind it."""
    return _GOES_ON.match(sentence.lower, date.end) is not None


def _holds_on(sentence: Sentence, date: Figure) -> bool:
    """Say whether a period also holds behind its clause; 2025年前后 is only of what happens then."""
    if BACK in date.rules:  # 上年同期为169亿元，…
        return sentence.lower[date.span.end : date.span.end + 1] in _COMMAS
    hedged = date.period is not None and date.period.resolved and date.period.hedge is not Hedge.BARE
    return not hedged or _frames(sentence, date)


def _right_behind(sentence: Sentence, figure: Figure, date: Figure) -> bool:
    """Say whether a period stands right behind a figure: 5.42 percent in 2022."""
    return _IN.fullmatch(sentence.lower[figure.span.end : date.span.start]) is not None


def _passing(sentence: Sentence, date: Figure) -> bool:
    """Say whether a period only describes what is compared with: above last year's record.

    One that opens its clause tells of when all of it is: of last year's visitors 63,000 came by bus.
    """
    clause = sentence.clause_of(date.span.start)
    opens = _OPENING_OF.fullmatch(sentence.lower, clause.start, date.span.start) is not None
    return not opens and sentence.lower.startswith(("'s ", "’s "), date.span.end)


def _in_aside(sentence: Sentence, date: Figure) -> bool:
    """Say whether a date stands in a clause that only describes something: the team, which won in 1999, …."""
    clause = sentence.clause_of(date.span.start)
    return any(hit.start - clause.start <= 1 for hit in sentence.hits_in(clause, "relative"))


def _long_ago(sentence: Sentence, date: Figure, published: dt.date | None) -> bool:
    """Say whether an English date is a year of old, told inside a clause that measures nothing.

    So is that of an event which no rule knows: replacing a crossing built in 1978.
    """
    latest = date.period.latest if date.period is not None else None
    if latest is None or published is None or published.year - latest.year < _OLD:
        return False
    clause = sentence.clause_of(date.span.start)
    inside = [f for f in sentence.figures if f.period is None and f.kind is not Kind.IGNORED]
    inside = [f for f in inside if clause.start <= f.span.start < clause.end]
    opens = _IN.fullmatch(f" {sentence.lower[sentence.span.start : date.span.start].lstrip()}") is not None
    return not inside and not opens and is_western(sentence.lower[date.span.start])


def _of_another(sentence: Sentence, date: Figure, figure: Figure | None = None) -> bool:
    """Say whether a date is of what something was, and of no other figure: 从2021年的80亿元增至100亿元."""
    dates = (turn for turn in sentence.turns if turn.date is not None and turn.date.span == date.span)
    return any(figure is None or turn.then.span != figure.span for turn in dates)


def _of_nearer(sentence: Sentence, date: Figure, figure: Figure) -> bool:
    """Say whether a date is that of a figure behind this one: short of the 451 it had in 2019."""
    if _CONTACT.search(sentence.lower, figure.span.end, date.span.start) is None:
        return False
    return any(
        f.kind is Kind.QUANTITY and figure.span.end <= f.span.start and f.span.end <= date.span.start
        for f in sentence.figures
    )


def is_moment(sentence: Sentence, date: Figure, published: dt.date | None) -> bool:
    """Say whether the date of a figure that another is compared with is as of when it held.

    So is a day, and what goes back from such a date: at the end of 2023, compared with 38 a year earlier.
    """
    if date.period is not None and not is_stretch(date.period):
        return True
    if _is_as_of(sentence, date, published):
        return True  # down from 225 per cent at the end of 2022
    before = [f for f in sentence.figures if f.period is not None and f.span.end <= date.span.start]
    return BACK in date.rules and bool(before) and _is_as_of(sentence, before[-1], published)


def _is_as_of(sentence: Sentence, figure: Figure, published: dt.date | None) -> bool:
    """Say whether 截至 or as of stands before a date, or its words reach into it: at the end of 2023.

    So does by before a day that is over (By May 3, 300 had come), where nothing is planned.
    """
    begin = figure.span.start
    into = any(hit.start < begin < hit.end for hit in sentence.by_kind.get("as_of", ()))
    if into or stands_after(sentence, figure, "as_of") or _is_end(sentence, figure):
        return True
    told = _opens_until(sentence, figure) or _is_told_by(sentence, figure)
    return told and is_over(figure, published)


def _is_end(sentence: Sentence, date: Figure) -> bool:
    """Say whether a date is the end of a stretch, the moment of what there is then: 6月末, 2023年底."""
    period = date.period
    if period is None or stands_after(sentence, date, "until"):
        return False
    ends = [hit.end for hit in sentence.by_kind.get("last", ()) if hit.start in range(*date.span)]
    if period.earliest and period.latest and period.latest - period.earliest > _LONGEST_END:
        return any(
            end > date.span.end for end in ends
        )  # 2024年初至今年9月底 is the stretch itself, 上半年末 not
    return any(end >= date.span.end for end in ends)


def _is_beginning(sentence: Sentence, date: Figure) -> bool:
    """Say whether a date only tells since when: 2013年起, since 2013."""
    behind = (hit for hit in sentence.by_kind.get("onwards", ()) if hit.start == date.span.end)
    return stands_after(sentence, date, "since") or any(behind)


def _ends_days(sentence: Sentence, date: Figure) -> bool:
    """Say whether a clause tells the first of the days that end with a date: 自4月12日展出至8月31日."""
    clause = sentence.clause_of(date.span.start)
    before = (f for f in sentence.figures if clause.start <= f.span.start < date.span.start)
    return any(f.period is not None and _is_beginning(sentence, f) for f in before)


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
        is_western(sentence.lower[date.span.start]) and not planned and stands_after(sentence, date, "until")
    )


def stands_after(sentence: Sentence, figure: Figure, *kinds: str) -> bool:
    """Say whether a figure follows a word of one of the kinds at once."""
    return any(hit.kind in kinds and 0 <= figure.span.start - hit.end <= _GAP for hit in sentence.hits)


def remember(
    sentence: Sentence, running: Running, claimed: Container[Span], published: dt.date | None = None
) -> None:
    """Keep the period that a sentence sets for those that follow: 第三季度，…; in the third quarter.

    The date of an event, a period compared with, and one that a hedge widens set nothing.  A sentence that
    begins with the day of the text (目前，…; It now has …) ends it.
    """
    opens = min((clause.end for clause in sentence.clauses), default=sentence.span.end)
    set_here: Period | None = None
    if _now(sentence, opens):
        running.period = running.as_of = None
    for figure in sentence.figures:
        period = figure.period
        if period is None:
            continue
        if is_days(period):
            running.days = period
        if figure.span in claimed:
            running.period = None  # the story has moved on to an event with a date of its own
            continue
        if not period.resolved or period.hedge is not Hedge.BARE or _is_beginning(sentence, figure):
            continue
        if BACK in figure.rules:
            continue
        if _is_to_come(sentence, figure, published):
            running.period = None
            continue
        as_of = _is_as_of(sentence, figure, published)
        carried = (
            period.precision in _CARRIED
            or is_of_months(period)
            or (as_of and _frames_until(sentence, figure))
        )
        if stands_after(sentence, figure, "comparing") or not carried:
            continue
        if (
            _passing(sentence, figure)
            or _in_aside(sentence, figure)
            or _long_ago(sentence, figure, published)
            or _of_another(sentence, figure)
            or (stands_after(sentence, figure, "until") and not as_of)
        ):
            continue
        if as_of:
            running.as_of = period
        elif _frames(sentence, figure) and not _goes_back(period, set_here):
            set_here = period
            running.period, running.as_of = period, None
            told = sentence.hits_in(sentence.clause_of(figure.span.start), "modality")
            aim = any(hit.value == "planned" for hit in told) and not is_over(figure, published)
            running.planned = aim and sentence.lower[figure.span.end : figure.span.end + 1] == _OF


def _goes_back(period: Period, told: Period | None) -> bool:
    """Say whether a period lies before one that the sentence told already, and so is compared with."""
    if told is None or told.earliest is None or period.latest is None:
        return False
    return period.latest < told.earliest


def _frames_until(sentence: Sentence, date: Figure) -> bool:
    """Say whether a sentence opens with the date until which its figures are: 截至6月末，…."""
    if sentence.lower[date.span.end : date.span.end + 1] not in _COMMAS:
        return False
    opening = Span(sentence.span.start, date.span.start)
    return not sentence.lower[opening.start : opening.end].strip() or any(
        hit.start - opening.start <= 1 and opening.end - hit.end <= 1
        for hit in sentence.hits_in(opening, "as_of")
    )


def _frames(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a period opens its clause with a comma after it; in English it may stand anywhere."""
    if is_western(sentence.lower[figure.span.start : figure.span.end]):
        return True
    clause = sentence.clause_of(figure.span.start)
    named = [a for a, b, _ in sentence.names if b == figure.span.start]  # 谷阳公司2023年实现…
    named += [hit.start for hit in sentence.by_kind.get("noun", ()) if hit.end == figure.span.start]
    if min((figure.span.start, *named)) - clause.start > 1:
        return False
    if not any(other.period is None and other.span.end <= clause.start for other in sentence.figures):
        return True  # 2023年全县粮食产量…, also behind 统计局昨日发布数据，
    return sentence.lower[figure.span.end : figure.span.end + 1] in _COMMAS


def _at(date: Figure, place: Span | None) -> bool:
    """Say whether a day stands at the attribute's word, and so is when it was measured: 当天用电量."""
    return place is not None and 0 <= place.start - date.span.end <= 1
