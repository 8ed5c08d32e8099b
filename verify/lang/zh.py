"""Dates and periods in Chinese.

Comes in: the words of ``rules/languages/zh.yaml``.  Goes out: ``ZhPeriods``: one pattern that
finds a date, and the days it names.  A date is a head (a year, 去年, 那年, or nothing) with a
tail (month and day, quarter, half, season, 初, 底, or nothing).
"""

from __future__ import annotations

import datetime as dt
import re

from verify.catalog.schema import LanguageEntry, PartPeriod, RelativePeriod
from verify.lang import calendar, zh_lunar, zh_stretches
from verify.lang.base import Anchor, Groups, impossible, whole_year
from verify.lang.calendar import Days
from verify.lang.zh_pieces import (
    DIGIT,
    NUMBER,
    TO,
    YEAR,
    Tails,
    longer,
    not_lasting,
    number,
    span_of_time,
    words,
    year_of,
)
from verify.text.alternatives import Alternatives
from verify.text.fold import folded
from verify.text.openings import branches

_CHINESE = f"[{DIGIT}十]"
_DECADE_PART = "(?:初期|中期|后期|末期|初|中|末)?"
_NOT_A_DATE = r"(?!\s*(?:多|余|来|级|间|制))"
_NOT_A_DAY = r"(?!\s*(?:以[上下内外]|之[内上下]|游|内|后|前|间|元|圆|均|报|本|常|历|语|子|期|程|之))"
_NO_NUMBER = r"(?<![\d一二三四五六七八九十个.])"
_NO_STRETCH = r"(?<![\d一二三四五六七八九十]年)"
"""No month of a calendar: 有期徒刑2年10月."""
_SCHOOL_YEAR = (8, 19)
"""Of Taiwan: from August to July."""
_TAIWAN = 1911
"""The year before the first of the Republic, which Taiwan counts by without naming it: 111年2月."""
_TAILS = ("year", "first", "last", "month", "months", "day", "mpart", "mend", "quarter", "q", "ypart", "same")
_WITH_HEAD = frozenset(head + tail for head in ("", "r", "a", "b", "w", "s") for tail in _TAILS)
"""Groups of a date that is a head with a tail: most are."""
_HOUR = r"(?:\s?(?:上午|下午|中午|晚上?|凌晨)?(?:\d{1,2}(?:[:：]\d{2}|[时点](?:\d{1,2}分|整)?)|零[时点]))"
"""Behind the first day of a stretch: 5月1日12时至8月16日12时."""
_NO_TERM = "(?<![豫待示效限静用察质赔议货证诉辩伏离账保修缓]期)"
"""Behind what lasts so long: 犹豫期15日."""
_FREE = "(?:(?<![\u3400-\u9fff])|(?<=[在于到至从定自是为约将即日周]))"
"""Where a day may begin that is told with 号, and no name of a thing (神舟十八号)."""
_WHOLE = "(?:(?:[全一整]|一整)年(?![级期龄多来内间以后前一半生]|无休|开放|免费|中))?"
"""The whole of a year that was just named: 去年一年, 2023年全年."""
_REPORTED = frozenset({"year", "half", "quarter"})
"""What a report is on."""
_WEEKDAYS = "一二三四五六日天"
_WEEK = "(?:周|星期|礼拜)"
_SHORT = 2000
"""The century of a year in two digits: 24年6月底, 23Q4."""
_OPEN = '[“"「『‘]'
_CLOSE = "[”\"」』’']"


class ZhPeriods:
    """Finds Chinese dates and resolves them."""

    def __init__(self, language: LanguageEntry) -> None:
        self._relative = {word: entry for entry in language.relative_periods for word in entry.words}
        self._parts = {(entry.of, word): entry for entry in language.part_periods for word in entry.words}
        self._named = {
            word: (dt.date.fromisoformat(first), dt.date.fromisoformat(last))
            for word, (first, last) in language.named_periods.items()
        }
        years = [word for word, entry in self._relative.items() if entry.unit == "year"]
        others = [word for word, entry in self._relative.items() if entry.unit != "year"]
        near = [entry for entry in language.relative_periods if entry.unit != "year"]
        monthly = [entry for entry in language.relative_periods if entry.unit == "month"]
        months = [word for entry in monthly for word in entry.words]
        self._anaphoric = {word: entry for entry in language.anaphoric_periods for word in entry.words}
        back_years = [entry for entry in language.anaphoric_periods if entry.unit == "year"]
        told_years = [word for entry in back_years for word in entry.words]
        back_near = [entry for entry in language.anaphoric_periods if entry.unit != "year"]
        back_days = [word for entry in back_near for word in entry.words]
        tails = Tails(language)
        named = words(list(self._named))
        self._eras = {folded(word): int(before) for word, before in language.eras.items()}
        self._ahead_words = frozenset(language.spans_ahead)
        self._open_counts = frozenset(language.open_counts)
        lunar_dates = zh_lunar.pattern(YEAR, words(years))
        joined = (
            rf"{_OPEN}?(?P<named>{named}){_CLOSE}?(?:规划)?(?:期间|时期|末|初)?"
            rf"|{lunar_dates}"
            rf"|(?P<iso>(?<![\d./-])[12]\d{{3}}(?:[-/]\d{{1,2}}[-/]\d{{1,2}}|\.(?:0?[1-9]|1[0-2])\.(?:[0-2]?\d|3[01]))(?!\d|[./-]\d))"
            rf"|(?P<isomonth>(?<![\d./-])[12]\d{{3}}[-/](?:0[1-9]|1[0-2]))(?![\d./-])"
            rf"|(?:(?P<century>\d{{1,2}}|{_CHINESE}{{1,3}}|[上本])世纪)(?:(?P<tens>[1-9]0|(?:[{DIGIT}]、?)?[{DIGIT}]十)年代{_DECADE_PART})?"
            rf"|(?P<decade>(?<![\d.])(?:1[5-9]|20)\d0|(?<![\d.{DIGIT}])(?:[2-9]0|(?:[二三四五六七八]、?)?[二三四五六七八九]十))年代{_DECADE_PART}"
            rf"|(?P<cyear>(?<![\d.])[12]\d{{3}})\s?(?:q(?P<cq>[1-4])(?![a-z0-9])|h(?P<ch>[12])(?![a-z0-9])|(?P<cpart>{tails.whole}))"
            rf"|(?P<fyear>{YEAR})\s*年\s*(?P<fmonth>{NUMBER})\s*月\s*(?:(?P<fday>{NUMBER})\s*[日号]\s*)?{TO}"
            rf"\s*(?:(?P<tyear>{YEAR})\s*年|(?P<tnext>次年|翌年))\s*(?P<tmonth>{NUMBER})\s*月(?:\s*(?P<tday>{NUMBER})\s*[日号])?"
            rf"|(?P<from>(?<![\d.])[12]\d{{3}})\s?(?:年)?\s?[-~—至到]{{1,2}}\s?(?P<until>[12]\d{{3}})\s?年(?:间|{_NOT_A_DATE})"
            rf"|(?:(?:(?P<dyear>{YEAR})\s*年|(?P<dryear>{words(years)}))\s*)?{_NO_NUMBER}(?P<dmonth>{NUMBER})\s*月\s*(?P<dday>{NUMBER})"
            rf"\s*(?:[日号]{_HOUR}?)?\s?{TO}\s?(?:(?P<dmonth2>{NUMBER})\s*月\s*)?(?P<dday2>{NUMBER})\s*[日号]"
            rf"|(?P<season>(?<![\d.])(?:19|20)\d\d)(?:[-~—/至]{{1,2}})(?P<seasonend>(?:19|20)?\d\d)(?![\d./-])"
            rf"(?=\s?(?:(?P<cold>[滑冰]?雪季|冬季|[采供取]暖季|供热季)|学年|学期|财年|年度|(?!季度|季节)[\u3400-\u9fff]{{0,3}}季))"
            rf"|(?:(?P<numbered>{YEAR})\s?年度?|(?P<rnumbered>{words(years)}))的?第\s?(?P<nweek>\d{{1,2}})\s?{_WEEK}"
            rf"|(?P<fiscal>(?<![\d.])[12]\d{{3}})\s*(?:财年|财政年度)"
            rf"|(?P<listed>(?<![\d.])[12]\d{{3}})(?=(?:[、和与及或][12]\d{{3}}){{1,5}}年)"
            rf"|(?<=年\()(?P<glossed>1\d{{3}}|20[0-4]\d)(?=\))"
            rf"|(?P<year>{YEAR})\s*年(?:度)?{_NOT_A_DATE}(?:的?\s*{tails.behind('')}|{_WHOLE})"
            rf"|(?P<sera>{words(self._eras) or '(?!)'})\s?(?P<efrom>\d{{1,3}})\s?年?\s?{TO}"
            rf"\s?(?P<euntil>\d{{1,3}})\s?年间?"
            rf"|(?P<era>{words(self._eras) or '(?!)'})\s?(?P<eyear>\d{{1,4}}|[{DIGIT}〇零○十百]{{1,6}}|元)"
            rf"\s?年(?:的?\s*{tails.behind('e')})?"
            rf"|(?<![\d.,第])(?:(?P<wschool>1[01]\d)\s?学年度?|(?P<wyear>1[01]\d)\s?年度?(?:的?\s*{tails.behind('w')})?(?<!\d年)(?<!\d\s年))"
            rf"|(?=[0-4]\d(?:[qh]|\s?年))(?<![\d.第年a-z/-])(?<!\d,){not_lasting(language)}(?P<short>[0-4]\d)(?:q(?P<shq>[1-4])(?![a-z0-9])|h(?P<shh>[12])(?![a-z0-9])"
            rf"|\s?年(?={tails.telling}){tails.behind('s')})"
            rf"|(?!{longer(language.relative_periods)})(?P<ryear>{words(years)})(?:的?\s*{tails.behind('r')}|{_WHOLE})"
            rf"|(?!{longer(back_years)})(?P<ayear>{words(told_years)})(?:的?\s*{tails.behind('a')}|{_WHOLE})"
            rf"|(?P<wholeyear>(?<!年)全年(?![龄级]|无休|开放|免费))"
            rf"|(?!{longer(monthly)})(?P<rmonthword>{words(months)})(?:\s*(?P<rmday>{NUMBER})\s*[日号]|(?P<rmpart2>{tails.of_month}))?"
            rf"|(?P<weekof>[上本这下]){_WEEK}(?P<weekfrom>[{_WEEKDAYS}])\s?{TO}\s?[上本这下]?{_WEEK}?(?P<weekto>[{_WEEKDAYS}])(?![{_WEEKDAYS}十年期刊线均])"
            rf"|(?P<weekend>[上本这下]){_WEEK}末"
            rf"|(?:(?P<week>上|本|这|下)|(?<![每逢至到一二两三四五六七八九十几数\d~—-]))(?:周|星期|礼拜)(?P<weekday>[{_WEEKDAYS}])(?![年期刊线均])"
            rf"(?!\s?[至到~—-]\s?(?:周|星期|礼拜))"
            rf"|(?P<near>[今昨明])\s?[(（](?P<nearday>\d{{1,2}})[)）]\s?(?:日|天|晚|晨|早)"
            rf"|(?!{longer(near)})(?P<other>{words(others)})"
            rf"|(?!{longer(back_near)})(?P<back>{words(back_days)})"
            rf"|{span_of_time(language)}"
            rf"|{_NO_NUMBER}(?<![第约近超多余])(?P<since>\d{{1,2}}|[一二三四五六七八九十两]{{1,3}})\s?(?P<sinceunit>年|个?月)来"
            rf"(?![自到了说往临访源信电])"
            rf"|{_NO_NUMBER}{_NO_STRETCH}(?:{tails.alone('b')})"
            rf"|(?<![\da-z一二三四五六七八九十个第.月/-]){not_lasting(language)}{_NO_TERM}(?:{_FREE}|(?!(?:\d{{1,2}}|[一二三十]{{1,3}}[一二三四五六七八九]?)\s*号))(?P<lone>\d{{1,2}}|[一二三]?十[一二三四五六七八九]?)\s*(?:日|号(?!线|楼|院|公路|文|机|台|令|航站|泵站|高炉|锅炉|泊位|码头|竖井|车间|产线|生产线|跑道|风机|地块|标段|展厅|影厅|出口|宿舍)){_NOT_A_DAY}"
        )
        self.dates = Alternatives(branches(joined), lower=True)

    def days(self, match: re.Match[str], anchor: Anchor) -> Days | None:
        """Return the days that a match names; None where it has nothing to hold on to.

        Raises ``ValueError`` for a date that does not exist.
        """
        found = Groups(match.groupdict())
        if match.lastgroup in _WITH_HEAD:
            return self._with_head(found, anchor)
        return self._other(match, found, anchor)

    def goes_back(self, match: re.Match[str]) -> bool:
        """Say whether a match looks back from the date told before: 前一年, 前一天, 去年同期."""
        found = Groups(match.groupdict())
        entry = self._anaphoric.get(found["ayear"] or found["back"] or "")
        return bool(found["same"] or found["rsame"]) or (entry is not None and entry.offset < 0)

    def _other(self, match: re.Match[str], found: Groups, anchor: Anchor) -> Days | None:
        """Return a date that is no head with a tail."""
        if found["named"]:
            first, last = self._named[found["named"]]
            if match.group().endswith("末"):
                return impossible(calendar.whole_year(last.year))
            return Days(first, last, "plan")
        if found["iso"]:
            year, month, number_ = (int(part) for part in re.split(r"[-/.]", found["iso"]))
            return impossible(calendar.day(year, month, number_))
        years = self._years(found)
        if years is not None or found["season"]:
            return years
        if found["lumonth"] or found["lumonth2"] or found["lufirst"]:
            written, relative = found["luyear"] or found["luyear2"], found["lurelative"]
            offset = self._relative[relative].offset if relative else None
            return zh_lunar.days(found, year_of(written) if written else None, offset, anchor)
        if found["century"] or found["decade"]:
            return zh_stretches.era(found, anchor)
        if found["isomonth"]:
            return calendar.month(int(found["isomonth"][:4]), int(found["isomonth"][5:]))
        if found["cyear"] or found["shq"] or found["shh"]:
            return self._closed(found)
        if found["nweek"]:
            return self._numbered_week(found, anchor)
        if found["fyear"]:
            return zh_stretches.from_to(found)
        if found["dday"]:
            offset = self._relative[found["dryear"]].offset if found["dryear"] else None
            return zh_stretches.days_of_months(found, offset, anchor)
        return self._with_head(found, anchor)

    def _years(self, found: Groups) -> Days | None:
        """Return years by their numbers alone; None for no such date."""
        if found["from"]:
            return zh_stretches.years(int(found["from"]), int(found["until"]))
        if found["season"]:
            first, last = int(found["season"]), int(found["seasonend"])
            return calendar.winter(first, last) if found["cold"] else calendar.two_years(first, last)
        if found["sera"]:
            before = self._eras[found["sera"]]
            return zh_stretches.years(before + int(found["efrom"]), before + int(found["euntil"]))
        if found["wschool"]:
            return calendar.months(_TAIWAN + int(found["wschool"]), *_SCHOOL_YEAR, "years")
        whole = found["fiscal"] or found["listed"] or found["glossed"]
        if whole:
            return impossible(calendar.whole_year(int(whole)))
        return None

    def _numbered_week(self, found: dict[str, str | None], anchor: Anchor) -> Days | None:
        """Return 2024年第35周, as ISO 8601 counts weeks."""
        if found["numbered"]:
            return calendar.week(year_of(found["numbered"]), int(found["nweek"] or "0"))
        if anchor.published is None:
            return None
        year = anchor.published.year + self._relative[found["rnumbered"] or ""].offset
        return calendar.week(year, int(found["nweek"] or "0"))

    def _closed(self, found: Groups) -> Days | None:
        """Return 2021Q3, 2021H2, 2021上半年, 21Q3."""
        year = int(found["cyear"]) if found["cyear"] else _SHORT + int(found["short"])
        quarter, half = found["cq"] or found["shq"], found["ch"] or found["shh"]
        if quarter or half:
            return calendar.quarter(year, int(quarter)) if quarter else calendar.half(year, int(half))
        entry = self._parts["year", found["cpart"] or ""]
        return calendar.months(year, entry.first, entry.last, entry.name)

    def _with_head(self, found: dict[str, str | None], anchor: Anchor) -> Days | None:
        """Return a date that begins with a year, 去年 or 那年, or with none of them."""
        if found["year"]:
            if found["same"]:
                return calendar.in_year(anchor.told, year_of(found["year"]))
            return self._tail(year_of(found["year"]), found, "")
        if found["ryear"]:
            return self._of_relative_year(self._relative[found["ryear"]], found, anchor)
        if found["era"]:
            year = 1 if found["eyear"] == "元" else number(found["eyear"] or "")
            return self._tail(self._eras[found["era"] or ""] + year, found, "e")
        if found["short"]:
            return self._tail(_SHORT + number(found["short"]), found, "s")
        if found["wyear"]:
            return self._tail(_TAIWAN + number(found["wyear"]), found, "w")
        if found["ayear"]:
            if anchor.told is None:
                return None
            year = anchor.told.earliest.year + self._anaphoric[found["ayear"]].offset
            return calendar.in_year(anchor.told, year) if found["asame"] else self._tail(year, found, "a")
        return self._relative_days(found, anchor)

    def _of_relative_year(
        self, entry: RelativePeriod, found: dict[str, str | None], anchor: Anchor
    ) -> Days | None:
        """Return 去年 with what follows it; 上年 and 去年同期 go back from what a text reports on."""
        if anchor.published is None:
            return None
        year, told = anchor.published.year, anchor.told
        if found["rsame"]:
            back = entry.offset < 0 and told is not None and told.earliest.year < year
            return calendar.in_year(told, (told.earliest.year if told and back else year) + entry.offset)
        reported = told if entry.reported else None
        if reported is not None and reported.precision in _REPORTED and reported.earliest.year == year - 1:
            year = reported.earliest.year
        return self._tail(year + entry.offset, found, "r")

    @staticmethod
    def _shifted(entry: RelativePeriod, anchor: Anchor) -> Days | None:
        """Return 上月 and 当季: against the day of publication, or what a text reports on.

        Such a word tells nothing twice: behind October, 上月 in a text of November is September.
        """
        told = anchor.told if entry.reported else None
        day = anchor.published
        if told is not None and told.precision == entry.unit:
            plain = calendar.shifted(day, entry.unit, entry.offset) if day else None
            if not entry.offset or plain in {None, told}:
                day = told.earliest
        return calendar.shifted(day, entry.unit, entry.offset) if day else None

    def _relative_days(self, found: dict[str, str | None], anchor: Anchor) -> Days | None:
        if found["back"]:
            entry = self._anaphoric[found["back"]]
            if entry.unit == "end":
                return calendar.ended(anchor.told, anchor.published)
            return calendar.referred(anchor.told, entry.unit, entry.offset)
        published = anchor.published
        if found["wholeyear"]:
            return whole_year(anchor)
        word = found["other"] or found["rmonthword"]
        shifted = self._shifted(self._relative[word], anchor) if word else None
        if found["other"]:
            return shifted
        if shifted is not None:
            return self._in_month(shifted.earliest, found["rmday"], found["rmpart2"])
        if published is None:
            self._refuse_impossible(found)
            return self._in_year_told(found, anchor)
        if found["weekday"] or found["weekend"] or found["weekfrom"]:
            return self._of_week(found, published)
        if found["near"]:
            date = published + dt.timedelta(days="昨今明".index(found["near"]) - 1)
            return Days(date, date, "day") if found["nearday"] == str(date.day) else None
        if found["span"]:
            return self._span(found, published)
        if found["since"]:
            unit = "year" if found["sinceunit"] == "年" else "month"
            return calendar.span(published, unit, number(found["since"]), ahead=False)
        if found["lone"]:
            return self._lone(number(found["lone"]), anchor)
        return self._without_year(found, anchor, published)

    @staticmethod
    def _of_week(found: dict[str, str | None], published: dt.date) -> Days | None:
        """Return 上周五, 本周末, 上周一至周三."""
        if found["weekday"]:
            date = _weekday(published, found["week"], found["weekday"])
            return Days(date, date, "day")
        week = found["weekend"] or found["weekof"]
        ends = (found["weekfrom"], found["weekto"]) if found["weekfrom"] else ("六", "日")
        first, last = (_weekday(published, week, day or "") for day in ends)
        return Days(first, last, "part") if first < last else None

    def _in_year_told(self, found: dict[str, str | None], anchor: Anchor) -> Days | None:
        """Return 12月 or 第三季度 of the year that a document without a date told just before."""
        told = anchor.told
        dated = found["bmonth"] or found["bmonths"] or found["bquarter"] or found["bq"] or found["bypart"]
        if told is None or not dated or told.precision not in {"year", "half", "quarter"}:
            return None
        return self._tail(told.earliest.year, found, "b")

    @staticmethod
    def _refuse_impossible(found: dict[str, str | None]) -> None:
        month, day = found["bmonth"], found["bday"]
        if month:
            impossible(calendar.month(2000, number(month)))
            if day:
                impossible(calendar.day(2000, number(month), number(day)))

    def _in_month(
        self, first: dt.date, day: str | None, part: str | None, end: str | None = None
    ) -> Days | None:
        if day:
            return impossible(calendar.day(first.year, first.month, number(day)))
        if part:
            entry = self._parts["month", part]
            last = self._parts["month", end].last if end else entry.last
            if last < entry.last:
                raise ValueError("parts of a month run backwards")
            return calendar.part_of_month(first.year, first.month, entry.first, last)
        return calendar.month(first.year, first.month)

    def _span(self, found: dict[str, str | None], published: dt.date) -> Days | None:
        if found["count"] in self._open_counts:
            return None  # 近几年: nobody says how many
        unit = "year" if found["unit"] == "年" else "month"
        ahead = found["span"] in self._ahead_words
        return calendar.span(published, unit, number(found["count"] or "1"), ahead=ahead)

    @staticmethod
    def _lone(value: int, anchor: Anchor) -> Days | None:
        """Return 24日: of the month told last, else the nearest such day."""
        published = anchor.published
        if anchor.told is not None and anchor.told.precision in {"day", "month"}:
            return calendar.day(anchor.told.earliest.year, anchor.told.earliest.month, value)
        if published is None or not 1 <= value <= 31:
            return None
        near = [calendar.shifted(published, "month", offset) for offset in (-1, 0, 1)]
        days = [calendar.day(m.earliest.year, m.earliest.month, value) for m in near if m is not None]
        known = [d for d in days if d is not None]
        if anchor.ahead:
            return calendar.nearest(known, published, ahead=True)
        past = [d for d in known if d.earliest <= published]
        return max(past, key=lambda d: d.earliest, default=None)

    def _without_year(self, found: dict[str, str | None], anchor: Anchor, published: dt.date) -> Days | None:
        candidates: list[Days] = []
        for year in (published.year - 1, published.year, published.year + 1):
            try:
                days = self._tail(year, found, "b")
            except ValueError:
                if found["bday"] and number(found["bday"]) == 29 and number(found["bmonth"] or "0") == 2:
                    continue
                raise
            if days is not None and not (found["bmonths"] and days.earliest > published):
                candidates.append(days)
        if found["bmonths"] and not anchor.ahead:
            candidates = [days for days in candidates if days.latest <= published] or candidates
        return calendar.nearest(candidates, published, ahead=anchor.ahead)

    def _tail(self, year: int, found: dict[str, str | None], prefix: str) -> Days | None:
        if found[prefix + "first"]:
            low, high = number(found[prefix + "first"] or ""), number(found[prefix + "last"] or "")
            if not 1 <= low <= high <= 12:
                raise ValueError("no such months")
            return calendar.months(year, low, high, "part")
        if found.get(prefix + "months"):
            return impossible(calendar.months(year, 1, number(found[prefix + "months"] or ""), "part"))
        month, day = found[prefix + "month"], found[prefix + "day"]
        if month:
            first = impossible(calendar.month(year, number(month)))
            return self._in_month(first.earliest, day, found[prefix + "mpart"], found[prefix + "mend"])
        quarter = found[prefix + "quarter"] or found[prefix + "q"]
        if quarter:
            return impossible(calendar.quarter(year, number(quarter)))
        part = found[prefix + "ypart"]
        if part:
            entry: PartPeriod = self._parts["year", part]
            return calendar.months(year, entry.first, entry.last, entry.name)
        return impossible(calendar.whole_year(year))


def _weekday(published: dt.date, week: str | None, weekday: str | None) -> dt.date:
    """Return a day of the week of publication, or of the one before or behind it."""
    offset = {"上": -7, "下": 7}.get(week or "", 0)
    monday = published - dt.timedelta(days=published.weekday())
    return monday + dt.timedelta(days=min(_WEEKDAYS.index(weekday or "一"), 6) + offset)
