"""``rules/languages``: the words of a language that reading figures needs."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from verify.catalog.schema.forms import End, Entry, Flag, Id, Number, Surface


class HedgeWords(Entry):
    """Surfaces of one hedge."""

    hedge: Literal["exactly", "about", "more_than", "at_least", "nearly", "less_than", "at_most", "between"]
    before: tuple[Surface, ...] = ()
    after: tuple[Surface, ...] = ()
    before_whole: tuple[Surface, ...] = ()
    """Before the whole of a share, which 的 divides from it: 约占 of 约占全国的30%."""
    before_part: tuple[Surface, ...] = ()
    """The same, of a part in words or a multiple only: 不到 of 不到去年的一半."""
    behind_part: tuple[Surface, ...] = ()
    """Behind a part in words only: 强 of 四分之一强."""
    inside: tuple[Surface, ...] = ()
    """Between a round number and its unit (30来人)."""
    unless: tuple[Surface, ...] = ()
    """Longer texts in which the word is no hedge (越接近)."""


class ChangeWords(Entry):
    """Surfaces of one direction of change."""

    value: Literal["up", "down", "up-share", "down-share"]
    """``-share`` before a share only: 高8%."""
    words: tuple[Surface, ...] = Field(min_length=1)
    """Before the figure."""
    behind: tuple[Surface, ...] = ()
    """Behind a share: higher, 的增幅."""
    objects: tuple[Surface, ...] = ()
    """Verbs of Chinese whose object may stand between them and the share: 下调准备金率0.5个百分点."""
    unless: tuple[Surface, ...] = ()


class QualifierWords(Entry):
    """Surfaces of one value of a part of the key."""

    value: Surface
    words: tuple[Surface, ...] = Field(min_length=1)
    unless: tuple[Surface, ...] = ()
    holds: Flag = False
    """For scopes: said once, it holds for what follows (一期, 新馆), as 其中海底隧道 does not."""
    occasion: Flag = False
    """For scopes: as a time does, it holds for the clauses behind it (春节假期，全市接待游客3万人次)."""
    sums: Flag = False
    """Words of the whole that only add up what is spoken of: 共 of 一期共花费2亿元."""
    brief: Flag = False
    """For scopes that hold: only to the end of the sentence, as one of several like it does (1号机组)."""
    people: Flag = False
    """For scopes: whose figures only say which people are meant (65岁及以上老人), and state nothing."""
    done: Flag = False
    """For scopes: what was done to some of the things that a figure counts, which says nothing of how many
    there are: 翻新客房120间."""
    doubtful: Flag = False
    """For scopes: it may be the whole as well (首批展品), so that no other value conflicts with it."""
    unsaid: Flag = False
    """For scopes: many leave it out (归母 of 归母净利润), and it agrees with the whole or is not compared."""
    event: Flag = False
    """For scopes: what a place in a competition brings (冠军奖金), which is of that, whoever came there."""


class RankWords(Entry):
    """Surfaces of one superlative."""

    superlative: Surface
    words: tuple[Surface, ...] = Field(min_length=1)
    place: Literal["before", "after"] = "before"
    """Whether the category follows the word (首个X) or the region precedes it (全国居首)."""


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


class LocalMoney(Entry):
    """What a plain spelling of money means in texts in traditional characters: 元."""

    spelling: Surface
    plain: Surface
    """Canonical unit elsewhere."""
    means: Surface
    """Canonical unit there."""
    where: tuple[Surface, ...] = Field(min_length=1)
    """Words, one of which the text says somewhere."""
    unless: tuple[Surface, ...] = ()
    """Words that tell of money of another place."""


class UnitReading(Entry):
    """What a spelling means beside certain words: 度 after 气温 is a temperature."""

    spelling: Surface
    means: Surface
    """Canonical unit."""
    words: tuple[Surface, ...] = Field(min_length=1)
    """Near the figure, the nearest counts."""
    otherwise: Flag = False
    """Whether this is the better guess where nothing near tells."""
    behind: Flag = False
    """Whether the words tell only right behind the spelling: times its, but not times on its first day."""


class PrimeWords(Entry):
    """The units of two numbers with primes, and the words near them that tell."""

    units: tuple[Surface, Surface]
    words: tuple[Surface, ...] = Field(min_length=1)


class PageWords(Entry):
    """Words by which a short paragraph shows that it is about the page, as they are written: unfolded."""

    captions: tuple[Surface, ...] = ()
    """What a picture is told with: 图为, Photo; a colon follows."""
    captions_alone: tuple[Surface, ...] = ()
    """Those that need no colon: 图为工程现场."""
    original_titles: tuple[Surface, ...] = ()
    """Before the title that a text had where it stood first: 原标题."""
    summaries: tuple[Surface, ...] = ()
    """Before what a text says in short: 内容摘要, Abstract."""
    signed: tuple[Surface, ...] = ()
    """Before who wrote, edited or released a text: 责任编辑, Editing by; a colon follows."""
    writers: tuple[Surface, ...] = ()
    """Who stands in brackets that close a text: 记者 of （记者 王明）."""
    buttons: tuple[Surface, ...] = ()
    """What a reader may click, each a paragraph of its own: 分享."""
    media: tuple[Surface, ...] = ()
    """Ends of names of media: 报, 周刊, 客户端."""
    offices: tuple[Surface, ...] = ()
    """Ends of other names that stand beside a date: 局, 中心."""
    dated: tuple[Surface, ...] = ()
    """Before the day on which a text came out: 发布时间, Updated on."""
    beside_date: tuple[Surface, ...] = ()
    """Behind that day: 阅读, By."""
    promotions: tuple[Surface, ...] = ()
    """Regular expressions of what asks to follow, scan or read on; what holds a figure is none."""
    legal: tuple[Surface, ...] = ()
    """Regular expressions of what says whose a text is, and what it is not."""
    tails: tuple[Surface, ...] = ()
    """Regular expressions of words of the site glued to the end of a text."""
    credited: tuple[Surface, ...] = ()
    """Regular expressions, anywhere in a short paragraph, whose group is the source of the text."""
    opening_credits: tuple[Surface, ...] = ()
    """The same at the head of a paragraph: 新华社 of 新华社北京1月2日电."""
    closing_credits: tuple[Surface, ...] = ()
    """The same at the end of one: （东湖晚报）."""
    bylines: tuple[Surface, ...] = ()
    """Regular expressions at the end of a paragraph, with a group ``medium`` and a group ``names``."""
    opening_bylines: tuple[Surface, ...] = ()
    """Regular expressions at the head of one, whose group is who wrote it: By Anna Reed."""
    ourselves: tuple[Surface, ...] = ()
    """What a medium calls itself, and no source: 本报."""


class LanguageEntry(Entry):
    """``rules/languages/xx.yaml``: the words of a language that reading figures needs."""

    id: Id
    digits: dict[Surface, Number] = {}
    """Numeral characters with their worth (一: "1", 壹: "1", 廿: "20")."""
    places: dict[Surface, Number] = {}
    """十 百 千: places inside a numeral."""
    scales: dict[Surface, Number] = {}
    """万 亿, million: scales after a numeral."""
    number_words: dict[Surface, Number] = {}
    """Words that are numerals by themselves (one, dozen)."""
    zeros: tuple[Surface, ...] = ()
    """Words that are 0 behind a point in words, or before one (three point zero five); alone they count
    nothing."""
    indefinite: dict[Surface, tuple[Number, End, Number, Number]] = {}
    """数 (of 数十), dozens of: lower end and end (not included) of H, then of S, as factors of the
    place or scale that follows, or of one."""
    not_indefinite: tuple[Surface, ...] = ()
    """Words whose last character is no indefinite word (人数十万)."""
    counting: tuple[Surface, ...] = ()
    """Digits that only count, and are none of a row (二〇二一): 两."""
    pairs: tuple[Surface, ...] = ()
    """Two digits that mean either, without being neighbours: 三五 of 三五百."""
    points: tuple[Surface, ...] = ()
    """Decimal point in words: 点 of 三点五, point."""
    number_joints: tuple[Surface, ...] = ()
    """Between the words of one numeral: the space and the "and" of two hundred and ten."""
    number_joints_above: tuple[Surface, ...] = ()
    """Those that stand only behind a scale above a hundred: the comma of one million, two hundred."""
    part_joints: tuple[Surface, ...] = ()
    """Between a whole number and its part: the "and" of two and a half."""
    not_units: tuple[Surface, ...] = ()
    """Words that begin as a unit does and are none: second-hand, 升至 (no litre), 安全 (no ampere)."""
    time_joints: tuple[Surface, ...] = ()
    """Between the parts of one time: the "and" of four hours and 12 minutes."""
    scale_joints: tuple[Surface, ...] = ()
    """Between a fraction and the scale that it is of: half a million, a quarter of a million."""
    fractions: dict[Surface, Number] = {}
    """一半, half: with their worth."""
    halves_told: dict[Surface, Literal["more_than", "at_least", "nearly", "less_than"]] = {}
    """Words for a half with its hedge, of what follows or stands before: 过半, 逾半."""
    not_halves_told: tuple[Surface, ...] = ()
    """Longer words that end so and tell no share: 时间过半."""
    counted_scales: dict[Surface, Number] = {}
    """A scale behind a measure word: 个亿 of 3.8个亿."""
    not_counted_scales: tuple[Surface, ...] = ()
    """Words that begin so and count what they name: 三个亿元村."""
    price_articles: tuple[Surface, ...] = ()
    """Between money and one of what it is paid for: 一 of 三块五一斤."""
    halves: tuple[Surface, ...] = ()
    """半 of 两个半小时 and 半小时, half an: one half of the unit that follows."""
    fraction_bars: tuple[Surface, ...] = ()
    """Between denominator and numerator: 分之 of 三分之二."""
    over: dict[Surface, Surface] = {}
    """百分之: before a numeral, with the unit that it gives."""
    tenths: dict[Surface, Literal["bare", "about"]] = {}
    """成, 折: after digits that are decimals of one (两成, 八五折), with the hedge that it implies."""
    ambiguous_scales: tuple[Surface, ...] = ()
    """Scales whose worth differs by region (兆): a numeral before one is refused."""
    money_scales: dict[Surface, Number] = {}
    """Letters that are scales after a currency: m of $5m."""
    more: tuple[Surface, ...] = ()
    """余, 多, 几: after a numeral or its unit, more than it by less than its last digit."""
    not_more: tuple[Surface, ...] = ()
    """Words that begin with one of them (多样)."""
    hedges: tuple[HedgeWords, ...] = ()
    hedged_verbs: tuple[Surface, ...] = ()
    """Verbs that may stand between a bound and its figure: 返回 of 最多返回100条."""
    refusals: tuple[Surface, ...] = ()
    """Words behind a bound that say that nothing beyond it is allowed: more than 10 are **rejected**."""
    no_hedges: tuple[Surface, ...] = ()
    """Regular expressions, in lower case, of words that are no hedge of the figure behind them, though one
    is in them (handed over €12, a mean of 118 m and a maximum of 287 m): it begins behind them."""
    emphasis: tuple[Surface, ...] = ()
    """达, 高达: stand between hedge and figure, bind nothing."""
    range_words: tuple[Surface, ...] = ()
    """Between the ends of a range."""
    range_words_opened: tuple[Surface, ...] = ()
    """Between the ends of a range only after an opening word: 介于3与5, between 3 and 5."""
    range_opening: tuple[Surface, ...] = ()
    """Before a range: 从, between, from."""
    date_opening: tuple[Surface, ...] = ()
    """Of these, those before a stretch between two dates: between 28 February and 3 March."""
    date_moved: tuple[Surface, ...] = ()
    """Before two dates of which one takes the place of the other: postponed from March to May 2024."""
    whole_words: tuple[Surface, ...] = ()
    """Between a part of what is counted and all of it: 196 of their 252 caves."""
    list_words: tuple[Surface, ...] = ()
    """Between figures that share the unit of the last (3、5和8万吨)."""
    respectively: tuple[Surface, ...] = ()
    """Words that pair the figures of a list with what they are of: 分别为, respectively."""
    collectives: dict[Surface, tuple[Surface, ...]] = {}
    """Words for several parts at once, with the parts in their order (三次产业), which a list tells."""
    formerly: tuple[Surface, ...] = ()
    """Words right before a figure that was, and no longer is: (was 20 seconds)."""
    origins: tuple[Surface, ...] = ()
    """Behind what something has become, before what it was: rose to 98 from 91."""
    transitions: tuple[Surface, ...] = ()
    """Between two values of one thing: 增至, rose to."""
    per: tuple[Surface, ...] = ()
    """Joins a figure to its denominator: 每, per, a."""
    per_unless: tuple[Surface, ...] = ()
    """Words behind a unit of time that make it a distance in time and no rate: $5 a year earlier."""
    per_articles: tuple[Surface, ...] = ()
    """Those of ``per`` that are articles: they join only a time, or a unit after money ($3 a gallon)."""
    before_counted: tuple[Surface, ...] = ()
    """Between a number and the noun it counts, without being a part of it: 12 more shops."""
    rate_suffixes: dict[Surface, Surface] = {}
    """Words behind a unit that give its denominator (annually), with the unit."""
    rate_prefixes: dict[Surface, Surface] = {}
    """Words before a figure that give its denominator (每秒, 时速), with the unit."""
    negative: tuple[Surface, ...] = ()
    """Before a numeral: 零下, minus."""
    negative_throughout: tuple[Surface, ...] = ()
    """Those of ``negative`` that hold for both ends of a range: 零下10至15℃, but not minus 2 to 8."""
    positive: tuple[Surface, ...] = ()
    """The opposite of ``negative``, before a numeral: 零上."""
    splits: tuple[Surface, ...] = ()
    """Units that may stand where the decimal point would: 9秒83, 1米75."""
    part_units: dict[Surface, Surface] = {}
    """Spellings that beside another part of one figure mean this unit: m of 2h05m42s, in of 5ft 11in."""
    primes: tuple[PrimeWords, ...] = ()
    """What 6'2" is, by what stands near: feet and inches, or minutes and seconds."""
    timed: tuple[Surface, ...] = ()
    """Words before a time that somebody took, told with colons: clocked 2:05:42."""
    timed_behind: tuple[Surface, ...] = ()
    """Words behind it: 2:05:42的成绩."""
    not_timed: tuple[Surface, ...] = ()
    """Words before numbers with a colon that are none: a ratio of 1:10.25, at 3:45."""
    not_timed_behind: tuple[Surface, ...] = ()
    """Words behind such numbers: 3:45 pm, 3:10的比例."""
    ratio_words: tuple[Surface, ...] = ()
    """Between the numbers of a ratio, beside the colon: 比."""
    share_words: tuple[Surface, ...] = ()
    """Between part and whole of a share of people or things: 3 in 10 adults."""
    margin_words: tuple[Surface, ...] = ()
    """Between x and d of x ± d, beside the sign: plus or minus."""
    changes: tuple[ChangeWords, ...] = ()
    """``up`` and ``down``: beside a share or difference that tells a change; down makes it negative."""
    change_joints: tuple[Surface, ...] = ()
    """Characters between such a word and the figure: 了 of 增长了8%."""
    change_by: dict[Surface, tuple[Surface, ...]] = {}
    """Between a word of change with its object and the share (cut deaths by 30 percent), with the words
    behind the share that make it one of something (backed by 64% of voters)."""
    multiples: dict[Surface, Number] = {}
    """Words that are a factor of change (翻一番, doubled)."""
    times: dict[Surface, Number] = {}
    """Words that are so many times what follows: twice the level of 2019."""
    times_before: tuple[Surface, ...] = ()
    """What follows them there, and not in: twice a week."""
    times_behind: tuple[Surface, ...] = ()
    """What stands before those of them that are verbs as well: is double the figure of 2019."""
    times_verbs: tuple[Surface, ...] = ()
    """These."""
    currencies: dict[Surface, Surface] = {}
    """Before a figure: symbol or code with the currency's unit."""
    readings: tuple[UnitReading, ...] = ()
    """Spellings of units that mean another unit by what stands near."""
    local_money: tuple[LocalMoney, ...] = ()
    plain_money: tuple[Surface, ...] = ()
    """The money that a bare number of ten thousands and more beside a word for money is in (营收186亿)."""
    cents: dict[Surface, tuple[Surface, ...]] = {}
    """By a unit of no told money (cents), those that it may mean: the one whose money a text tells."""
    precisions: dict[Surface, Surface] = {}
    """FP16, 半精度: beside a figure in FLOPS, with the operation that it counts."""
    measures: dict[Surface, str] = {}
    """Measure words with the noun they imply (辆: 车辆); "" where only the noun tells."""
    measures_alone: tuple[Surface, ...] = ()
    """Measure words that are none where they begin another word: 页 of 6页, but not of 页面."""
    echoes: tuple[Surface, ...] = ()
    """Behind the number of days said once more, they add nothing: 夜 of 三天三夜."""
    people_measures: tuple[Surface, ...] = ()
    """Those of ``measures`` that may count people and households; no other does: 件, 间, 趟."""
    unit_joints: tuple[Surface, ...] = ()
    """Between a fraction in words and the unit of which it is a part: a quarter of a mile."""
    halved: tuple[Surface, ...] = ()
    """Units and measure words of one character behind 半 that are no piece of another word: 半斤, 半杯水."""
    not_halves: tuple[Surface, ...] = ()
    """Words that begin with half and add none to the unit before them: 30年半导体."""
    change_glosses: tuple[Surface, ...] = ()
    """Between a change and the share that it comes to: fell 12 points, or 0.5%."""
    sorts: dict[Surface, tuple[Surface, ...]] = {}
    """Words between a number up to twenty and the noun whose sorts it counts (大 of 四大板块), with the
    longer words that they begin (大桥)."""
    modality: tuple[QualifierWords, ...] = ()
    statistics: tuple[QualifierWords, ...] = ()
    bases: tuple[QualifierWords, ...] = ()
    scopes: tuple[QualifierWords, ...] = ()
    """Words for the whole (value ``whole``) and for numbered parts."""
    part_numbers: dict[Surface, Number] = {}
    """What stands for ``{n}`` of a numbered part, with its number: 二 of 二期, ii of phase II."""
    ranks: tuple[RankWords, ...] = ()
    standing: tuple[Surface, ...] = ()
    """Before the region of the top of an order: 居 of 吞吐量居全国第一."""
    tops: tuple[Surface, ...] = ()
    """Behind that region: 第一 of 居全国第一; nowhere else are they ranks."""
    open_lists: tuple[Surface, ...] = ()
    """At the end of a list that names only some: 等, among others."""
    name_joints: tuple[Surface, ...] = ()
    """Between the last two names of a list, and within a name: 和, and."""
    not_strict: tuple[Surface, ...] = ()
    """之一, one of."""
    rank_links: tuple[Surface, ...] = ()
    """Between a region and the rank in it (地区 of 亚洲地区最大, 's), beside what ``placing`` holds."""
    attributive: tuple[Surface, ...] = ()
    """的: between a description and what it describes."""
    category_ends: tuple[Surface, ...] = ()
    """Where the category of a rank ends: 上线 of 首个平台上线, in of the largest bridge in Asia."""
    dating: tuple[Surface, ...] = ()
    """Between an event and its date, where the event comes first: 时间为 of 通车时间为2021年."""
    dating_at_once: tuple[Surface, ...] = ()
    """Those that also end the word of an event: 于 of 成立于."""
    redating: tuple[Surface, ...] = ()
    """Before the date to which an event is put: 提前至 of 投产时间由9月提前至6月, postponed to."""
    coming_about: tuple[Surface, ...] = ()
    """Verbs behind the date of an expected event that stands first: 实现 of 碳中和预计2045年实现."""
    date_tails: tuple[Surface, ...] = ()
    """Between a date and the clause with its verb: 起, 上午 of 3月1日起，…."""
    past_verbs: tuple[Surface, ...] = ()
    """Verbs that tell an event; ``*`` stands for three letters and more (*ed, left)."""
    telling: tuple[Surface, ...] = ()
    """Verbs of telling (表示, said): their date is that of the telling."""
    asking_when: tuple[Surface, ...] = ()
    """Words of a question that a date answers (when, 何时)."""
    over_periods: tuple[Surface, ...] = ()
    """Words before a period over which something was counted, and in which nothing happened (for 2023)."""
    passives: tuple[Surface, ...] = ()
    """Words before a verb that is done to its subject (were killed)."""
    among: tuple[Surface, ...] = ()
    """Regular expressions over a clause whose group is the group that the figures behind it are of."""
    owner: tuple[Surface, ...] = ()
    """Regular expressions, ending at a word, whose group is the part of a thing that has it (主跨的)."""
    holder: tuple[Surface, ...] = ()
    """Regular expressions, ending at a figure, whose group is who gets it (小组获得)."""
    acts: tuple[Surface, ...] = ()
    """Regular expressions of what is done, with which no name begins: (计划生产)锂精矿."""
    opening_parts: tuple[Surface, ...] = ()
    """Regular expressions at the begin of a clause whose group is its part: (北段)采用…，长5公里."""
    own_parts: tuple[Surface, ...] = ()
    """Regular expressions, ending at a figure, whose group is its part: its (deck) is 30 m wide."""
    measured: tuple[Surface, ...] = ()
    """Regular expressions at the end of a figure whose group is what it measures ( of the tunnel)."""
    asking: tuple[Surface, ...] = ()
    """Regular expressions in a question whose group is what it counts: how many (trucks)."""
    inflections: tuple[Surface, ...] = ()
    """Endings of words that name no part of a thing: ed, ing."""
    articles: tuple[Surface, ...] = ()
    """一座, 新一代: before a description, never before a name."""
    determiners: tuple[Surface, ...] = ()
    """Words that a noun begins with: behind a word in capitals they tell that it only begins a phrase, as in
    Taking the ferry."""
    not_names: tuple[Surface, ...] = ()
    """Words that are capitalised without being names."""
    ordinals: tuple[Surface, ...] = ()
    """Those of ``not_names`` that make a name with a category noun: the Third Fleet."""
    legal_forms: tuple[Surface, ...] = ()
    """Co, Inc: behind the name of a company, which is the same without them."""
    spokespeople: tuple[Surface, ...] = ()
    """馆长, chief executive: beside the name of somebody who speaks for what the text is about."""
    alias_words: tuple[Surface, ...] = ()
    """简称, also known as: inside a bracket, before another name."""
    placing: tuple[Surface, ...] = ()
    """在, in: before the place of something, not its subject."""
    capitals: tuple[Surface, ...] = ()
    """首都, the capital: right before the name of a place that is told beside what a text is about."""
    acting: tuple[Surface, ...] = ()
    """-ing, -tion: end what is done to a thing, which a title tells with its name: the making of X."""
    adverbials: tuple[Surface, ...] = ()
    """Regular expressions over what opens a clause and tells during what: a name in it is no subject."""
    not_subject: tuple[Surface, ...] = ()
    """由, with: a name after one of them is not the subject."""
    complement: tuple[Surface, ...] = ()
    """of, on: a name after one of them is the subject only where no other stands in its clause."""
    positions: tuple[Surface, ...] = ()
    """northern, nearby: stand between such a word and a name."""
    anew: tuple[Surface, ...] = ()
    """said, while: after one of them a clause has another subject."""
    describing: tuple[Surface, ...] = ()
    """a, which: begin a clause that only describes the name before it."""
    predicates: tuple[Surface, ...] = ()
    """has, contributed: verbs behind a subject that may be a part of what is spoken of."""
    works_on: tuple[Surface, ...] = ()
    """repairs to, painting: what is done to the thing named behind, whose cost is not that of the thing."""
    relatives: tuple[Surface, ...] = ()
    """which, who: begin a clause that is about what is named right before it."""
    referring: tuple[Surface, ...] = ()
    """新, 全: before a category noun that refers back (新馆, 全桥)."""
    operated: tuple[Surface, ...] = ()
    """Regular expressions whose group is who runs the topic."""
    speaker: Surface | None = None
    """Regular expression whose group is who says what follows."""
    not_speakers: tuple[Surface, ...] = ()
    credit: Surface | None = None
    """Regular expression whose group is the source that a sentence names."""
    owning: tuple[Surface, ...] = ()
    """Words for what has a thing that has no name: 其, its, whose."""
    inside: tuple[Surface, ...] = ()
    """Where something is that a place has: 园内 of 园内的遗址博物馆."""
    sides: tuple[Surface, ...] = ()
    """By which several places of one body are told apart: 东 of 东院区."""
    nearby: tuple[Surface, ...] = ()
    """Before the name of the place where a thing without a name is: in, near."""
    to_come: tuple[Surface, ...] = ()
    """Behind a thing that is told of as something new: set to, which will."""
    demonstratives: tuple[Surface, ...] = ()
    """该, 这座, the, this: refer back to an entity."""
    first_person: tuple[Surface, ...] = ()
    """we, 本公司: who speaks so is the publisher."""
    pronouns: tuple[Surface, ...] = ()
    parts: tuple[Surface, ...] = ()
    """其中, including: what follows is a part of what was said."""
    stating: tuple[Surface, ...] = ()
    """Verbs between a subject and its figure, however long that is: the attendance at the park was 31,254."""
    copulas: tuple[Surface, ...] = ()
    """Words between attribute and figure that carry no meaning: 为, 达, is."""
    relative_periods: tuple[RelativePeriod, ...] = ()
    part_periods: tuple[PartPeriod, ...] = ()
    anaphoric_periods: tuple[RelativePeriod, ...] = ()
    """Periods told against one told before (那年, 前一年, the following year)."""
    same_stretch: tuple[Surface, ...] = ()
    """Beside a year, the stretch of it like the one told before: 去年同期, the same quarter of 2023."""
    serving: tuple[Surface, ...] = ()
    """Between those who are counted and whom they do something for: 为 of 2300名演员为跑者加油."""
    ahead_behind: tuple[Surface, ...] = ()
    """Right behind a date without a year, which makes it the next one: 27日将举行."""
    monthly: tuple[Surface, ...] = ()
    """What is told month by month: beside it a bare month is a period (July sales)."""
    not_quarters: tuple[Surface, ...] = ()
    """What makes no quarter of a year of 一季 right behind: 一季节, 四季收官 of a series."""
    eras: dict[Surface, Surface] = Field(default_factory=dict)
    """Names of eras with the year before their first: 民国."""
    spans_back: tuple[Surface, ...] = ()
    """Before a number of years or months that ends with the last one: 近五年."""
    lasting: tuple[Surface, ...] = ()
    """Words before those that are hedges too, which make the years a stretch of time: 历时近五年."""
    lasted: tuple[Surface, ...] = ()
    """Words behind the years that do so: 近五年时间."""
    spans_ahead: tuple[Surface, ...] = ()
    """Before a number of years or months that begins with the next one: 未来三年."""
    open_counts: tuple[Surface, ...] = ()
    """A number of years that nobody tells: 几 of 近几年."""
    added: tuple[Surface, ...] = ()
    """Before what is counted or varies, they tell how much more there is: 新增充电桩4万个, added 300 staff.

    So do those of English between number and noun: 300 additional staff."""
    added_to_what_varies: tuple[Surface, ...] = ()
    """Those that tell so only of what varies, and else that it is new: 300 more staff, but two new films."""
    comparing: tuple[Surface, ...] = ()
    """Before a period that is compared with, and so is not when the figure holds: 比上年, than 2022."""
    earlier: tuple[Surface, ...] = ()
    """Before what a figure of the same has come from or is held against: up 17% from 126,700.

    Those that are no words of ``comparing`` (from) are so only behind what it has come to: to 15 from 12."""
    until: tuple[Surface, ...] = ()
    """Before a period that is aimed at: 到2030年, by 2030."""
    since: tuple[Surface, ...] = ()
    """Before a date from which on something is so, and which dates no figure: since 2013."""
    onwards: tuple[Surface, ...] = ()
    """Right behind such a date: 2013年起."""
    by_then: tuple[Surface, ...] = ()
    """Opens a clause on what a whole comes to with the part just told of: 届时总装机将达3万千瓦."""
    last: tuple[Surface, ...] = ()
    """Words of a date that ends a stretch, and so is the moment of what there is then: 年末 of 2023年末."""
    apposition: tuple[Surface, ...] = ()
    """Opens a clause that describes the subject of the next: 作为, as."""
    as_of: tuple[Surface, ...] = ()
    present: tuple[Surface, ...] = ()
    """Words before a figure that tell it of the day of the text, whatever period came before: 目前, now."""
    """Before a date that a stock figure holds for: 截至, as of."""
    named_periods: dict[Surface, tuple[Surface, Surface]] = {}
    """十四五: first and last day."""
    stop: tuple[Surface, ...] = ()
    """Words that never name an attribute or entity."""
    roles: tuple[Surface, ...] = ()
    """Nouns for whoever or whatever a text is about, so no part of it: 主办单位, operator."""
    measuring: tuple[Surface, ...] = ()
    """Endings of nouns that are measured themselves (毛利率, income), and no case of anything."""
    sort_ends: dict[Surface, tuple[Surface, ...]] = {}
    """By unit, ends of nouns that tell which people, animals or vehicles it counts: 员 for 巡护员2,160名."""
    anyone: tuple[Surface, ...] = ()
    """Nouns of people that say nothing of who they are: people, persons."""
    nameless: tuple[Surface, ...] = ()
    """Nouns of a count that say nothing about what is counted: units, pieces."""
    count_heads: tuple[Surface, ...] = ()
    """Endings of a table's head whose bare numbers are counts: 展厅数, connections."""
    topical: tuple[Surface, ...] = ()
    """Words behind what a clause says that the next is about: 农损部分，…; 用水方面，…."""
    sizes: tuple[Surface, ...] = ()
    """Nouns that say only that something is measured: 大小 of 缓存大小, size of cache size."""
    general: tuple[Surface, ...] = ()
    """Nouns of what is measured that are told apart by the word before them: 时间 of 审理时间."""
    worths: tuple[Surface, ...] = ()
    """Words before what is paid for, or earned by, what the figure before tells: 价值, earning."""
    doing: tuple[Surface, ...] = ()
    """Verbs whose subject is not what is measured: players spent €5."""
    head_scales: dict[Surface, Surface] = {}
    """Scales as heads of tables write them, with the word that text has (mn: million).  A letter alone is
    none."""
    heads: tuple[Surface, ...] = ()
    """Heads of a table that say nothing about what it measures: 指标, value, item."""
    taking: tuple[Surface, ...] = ()
    """Before a time like 2:08:47 that was taken, and is no time of day: 成绩为, finished in."""
    change_heads: tuple[Surface, ...] = ()
    """Heads of a table that say only by how much something changed: 增减, change."""
    naming: tuple[Surface, ...] = ()
    """Heads of a table's first column that names stand below: 车型, brand."""
    in_names: tuple[Surface, ...] = ()
    """围棋, 市立, 杯: between a name and its noun, though by the dictionary verbs and measures."""
    toponyms: tuple[Surface, ...] = ()
    """Characters that end names of places: behind another word they make a name of common words: 白桦岭."""
    levels: tuple[Surface, ...] = ()
    """Words in a name that tell only of what rank or sort it is, and may be left out: 国家级, national."""
    syllables: dict[Surface, Surface] = {}
    """Syllable in Latin letters to the characters that it may spell, to know a name in another script."""
    page: PageWords = PageWords()
    """What tells a caption, a byline, a credit and the words of a site from the text."""
    labels: dict[Surface, Surface] = {}
    """Labels of labelled text and front matter with the field they fill (标题: title)."""
