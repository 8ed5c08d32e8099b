"""Keys of a language for dates, periods and events: 去年, 近五年, 成立于.

The grammar of dates that no list of words can say is left to ``verify.lang``.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from verify.catalog.schema.forms import Entry, Flag, Surface


class RelativePeriod(Entry):
    """A period told against the document's date, or against one told before: 去年 is one year back."""

    words: tuple[Surface, ...] = Field(min_length=1)
    unit: Literal["day", "week", "month", "quarter", "half", "year", "same", "end"]
    """``same``: the same stretch of another year, where one was told before (a year earlier); ``end``: the
    last day of the stretch that was told before (截至报告期末)."""
    offset: int
    unless: tuple[Surface, ...] = ()
    """What makes other words of it right behind, of a year: 后年 of 投产后年均."""
    unless_after: tuple[Surface, ...] = ()
    """What makes other words of it right before: 前日 of 目前日均, 上年 of 60岁以上年龄段."""
    reported: Flag = False
    """True where it is told against what a text reports on, when it has just told of that: the 上年 of
    2023年营收52亿元，上年为48亿元 is 2022 in a text of 2024, and 当季 is the quarter told before."""


class PartPeriod(Entry):
    """A part of a year or month by its months or days: 春天 is March to May."""

    words: tuple[Surface, ...] = Field(min_length=1)
    of: Literal["year", "month"]
    first: int
    last: int
    name: Surface
    """Precision in the report: season, part …"""
    unless: tuple[Surface, ...] = ()
    """What makes another word of it right behind: 春 of 春节."""


class TimeKeys(Entry):
    """The words by which something is dated."""

    relative_periods: tuple[RelativePeriod, ...] = ()
    part_periods: tuple[PartPeriod, ...] = ()
    anaphoric_periods: tuple[RelativePeriod, ...] = ()
    """Periods told against one told before (那年, 前一年, the following year)."""
    named_periods: dict[Surface, tuple[Surface, Surface]] = {}
    """十四五: first and last day."""
    eras: dict[Surface, Surface] = Field(default_factory=dict)
    """Names of eras with the year before their first: 民国."""
    same_stretch: tuple[Surface, ...] = ()
    """Beside a year, the stretch of it like the one told before: 去年同期, the same quarter of 2023."""
    monthly: tuple[Surface, ...] = ()
    """What is told month by month: beside it a bare month is a period (July sales)."""
    not_quarters: tuple[Surface, ...] = ()
    """What makes no quarter of a year of 一季 right behind: 一季节, 四季收官 of a series."""
    ahead_behind: tuple[Surface, ...] = ()
    """Right behind a date without a year, which makes it the next one: 27日将举行."""
    spans_back: tuple[Surface, ...] = ()
    """Before a number of years or months that ends with the last one: 近五年."""
    spans_ahead: tuple[Surface, ...] = ()
    """Before a number of years or months that begins with the next one: 未来三年."""
    open_counts: tuple[Surface, ...] = ()
    """A number of years that nobody tells: 几 of 近几年."""
    lasting: tuple[Surface, ...] = ()
    """Words before those that are hedges too, which make the years a stretch of time: 历时近五年."""
    lasted: tuple[Surface, ...] = ()
    """Words behind the years that do so: 近五年时间."""
    date_opening: tuple[Surface, ...] = ()
    """Of these, those before a stretch between two dates: between 28 February and 3 March."""
    date_moved: tuple[Surface, ...] = ()
    """Before two dates of which one takes the place of the other: postponed from March to May 2024."""
    as_of: tuple[Surface, ...] = ()
    """Before a date that a stock figure holds for: 截至, as of."""
    present: tuple[Surface, ...] = ()
    """Words before a figure that tell it of the day of the text, whatever period came before: 目前, now."""
    during_it: tuple[Surface, ...] = ()
    """活动期间, during the fair: tell a figure of the last days from one to another that the text tells."""
    present_verbs: tuple[Surface, ...] = ()
    """is, are: verbs before a figure that tell it of the day of the text, where sentences before tell of a
    period that is over."""
    present_right_before: tuple[Surface, ...] = ()
    """has, costs: such verbs where they stand right before the figure."""
    until: tuple[Surface, ...] = ()
    """Before a period that is aimed at: 到2030年, by 2030."""
    since: tuple[Surface, ...] = ()
    """Before a date from which on something is so, and which dates no figure: since 2013."""
    onwards: tuple[Surface, ...] = ()
    """Right behind such a date: 2013年起."""
    last: tuple[Surface, ...] = ()
    """Words of a date that ends a stretch, and so is the moment of what there is then: 年末 of 2023年末."""
    over_periods: tuple[Surface, ...] = ()
    """Words before a period over which something was counted, and in which nothing happened (for 2023)."""
    dating: tuple[Surface, ...] = ()
    """Between an event and its date, where the event comes first: 时间为 of 通车时间为2021年."""
    dating_at_once: tuple[Surface, ...] = ()
    """Those that also end the word of an event: 于 of 成立于."""
    redating: tuple[Surface, ...] = ()
    """Before the date to which an event is put: 提前至 of 投产时间由9月提前至6月, postponed to."""
    coming_about: tuple[Surface, ...] = ()
    """Verbs behind the date of an expected event that stands first: 实现 of 碳中和预计2045年实现."""
    hours_behind: tuple[Surface, ...] = ()
    """Patterns of the hour behind a day (12日20时); ``hour`` is the number, ``later`` what adds twelve."""
    hours_before: tuple[Surface, ...] = ()
    """The same before a day: 6 p.m. on 13 August."""
    date_tails: tuple[Surface, ...] = ()
    """Between a date and the clause with its verb: 起, 上午 of 3月1日起，…."""
    past_verbs: tuple[Surface, ...] = ()
    """Verbs that tell an event; ``*`` stands for three letters and more (*ed, left)."""
    irregular_pasts: tuple[Surface, ...] = ()
    """Pasts of verbs that no ending tells (went): what they tell has a date of its own words."""
    telling: tuple[Surface, ...] = ()
    """Verbs of telling (表示, said): their date is that of the telling."""
    asking_when: tuple[Surface, ...] = ()
    """Words of a question that a date answers (when, 何时)."""
