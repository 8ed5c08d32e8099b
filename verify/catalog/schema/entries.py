"""The entries of the other folders of rules: attributes, things, sources, what must hold between figures."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from verify.catalog.schema.forms import DAY, Entry, Examples, Flag, Id, Names, Number, Part, Surface, Varies


class AttributeEntry(Entry):
    """``rules/attributes/*.yaml``: a property that figures measure.

    ``examples.pass`` are texts in which a figure is read as this attribute, ``examples.fail``
    texts that hold a figure which is not.
    """

    id: Id
    name: Names
    units: tuple[Surface, ...] = Field(min_length=1)
    """Units of the dimensions it may have (any unit of the dimension will do), ``date``,
    ``count`` for a count of any noun, or ``ratio`` (1:10)."""
    words: tuple[Surface, ...] = Field(min_length=1)
    """Words that name it, in any language; ``*`` inside stands for up to eight characters."""
    after: tuple[Surface, ...] = ()
    """Words that name it only when they follow the figure (``55 km long``)."""
    beside: tuple[Surface, ...] = ()
    """Words behind the figure that add nothing to its own: a main span 800 m *long*, and no length of all."""
    within: tuple[Surface, ...] = ()
    """Where given, one of these must stand in the same sentence too."""
    unless: tuple[Surface, ...] = ()
    """Where one of these stands in the same clause, the attribute is not meant."""
    measures: tuple[Surface, ...] = ()
    """Measure words of its counts; another (只 of 320种、9400只) counts the single ones."""
    kinds: tuple[Surface, ...] = ()
    """Kinds of entity it belongs to; empty for any."""
    of_things: Id | None = None
    """What it is where neither a body nor a place has it, and no time is told: 投资 of a bridge."""
    of_old: Id | None = None
    """What it is of a thing, where its figure is told in years: a temple 1,300 years old."""
    by_time: Id | None = None
    """What it is where the words beside it tell it by the month or year: a column of prices per year."""
    worth: Id | None = None
    """What money behind its amount is: exported 900 tonnes, worth $3m."""
    sort_of: tuple[Id, ...] = ()
    """Broader attributes that it may be told as, in other words: the fare is a price."""
    statistic: Surface | None = None
    """Part of its meaning (peak, total …), so that it need not be said."""
    scope: Surface | None = None
    """The part that it is always of (freight, of cargo handled), so that it need not be said."""
    reads: dict[Surface, Surface] = {}
    """Units that stand for another in its context: 次/秒 of 算力 is flop/second."""
    periodic: Flag = False
    """Money told by the month or year, which is a statistic of it: rent, pay, tuition."""
    flows: Flag = False
    """Comes to something over a time, so that it is of the one on which its document reports: revenue."""
    default: Flag = False
    """Meant where a figure has one of its units and no word names the attribute."""
    doubtful: Flag = False
    """A ``default`` that is only likely: such a figure never conflicts for certain."""
    described: Flag = False
    """Meant where the figure describes a thing that is named right behind it: a 55 km bridge."""
    of_goods: Flag = False
    """Of what stands behind its verb or its figure: 出口茶叶5万吨, exported 5 tonnes of tea."""
    placed: Flag = False
    """Of the place where a thing stands, and told of the thing: 位于海拔4320米的某山."""
    befalls: Literal["itself", "by-others", "products"] | None = None
    """What happens to people, whatever noun tells them: 12 workers were killed.

    ``by-others`` where its verbs may also tell what those people do to others: 300名消防员疏散居民.
    ``products`` where it happens to what is ``made``: 交付风机86台.
    """
    below_zero: tuple[Surface, ...] = ()
    """Those of its words that tell an amount below zero: a net loss of 3 is a net profit of -3."""
    made: Flag = False
    """Counts what is made and sold, so that verbs before its noun tell what is counted of it."""
    exact: Flag = False
    grown: Flag = False
    """True for what is told of a crop: 粮食总产18万吨，播种面积42万亩 are both of the grain."""
    of_network: Flag = False
    """Of what holds a row of things, as a network holds its lines, and never of one of them."""
    acquired: Flag = False
    """Of what somebody takes on, not of who does: they signed the striker X for a fee of £24m."""
    varies: Varies = False
    tolerance: Number | None = None
    """Relative gap that is allowed, such as ``0.05``."""
    minimum: Number | None = None
    """In the first of ``units``."""
    maximum: Number | None = None
    ignores: tuple[Part, ...] = ()
    """Parts of the key that do not matter to it."""
    why: str = ""
    examples: Examples


class EntityEntry(Entry):
    """``rules/entities/*.yaml``: a thing that figures are about.

    ``examples.pass`` are texts that name it, ``examples.fail`` texts that do not.
    """

    id: Id
    name: Surface
    kind: Id
    aliases: tuple[Surface, ...] = ()
    place: Surface | None = None
    """Where it lies: a region of rules/regions or a surface."""
    operator: tuple[Surface, ...] = ()
    """Names of whoever runs it; place, kind and operator together let a description join it."""
    never_same: tuple[Id, ...] = ()
    part_of: Id | None = None
    why: str = ""
    examples: Examples


class KindEntry(Entry):
    """``rules/kinds/*.yaml``: a category of entities and the nouns that refer to one."""

    id: Id
    name: Names
    nouns: tuple[Surface, ...] = Field(min_length=1)
    """Nouns that end a name of this kind and refer back to it (中心, the bridge)."""
    alike: tuple[tuple[Surface, ...], ...] = ()
    """Nouns that call one thing in other words, so that 江州智算中心 may be 江州算力中心 in one document."""
    omissible: Flag = False
    """The noun may be left out of a name: 江宁区 is also 江宁."""
    recurs: Flag = False
    """Held again and again, so that a year before its name (2024东湖马拉松) tells one from the next."""
    undertaking: Flag = False
    """Work upon what the name before it names: 长河大桥工程 is about 长河大桥."""
    called: tuple[Id, ...] = ()
    """Kinds of natural features whose name alone may stand for it: the mountain, for its park."""
    natural: Flag = False
    """Built by nobody, so that it has no phases: the pass that stage 5 of a race crosses."""
    happens: Flag = False
    """Befalls a place, so that a text on the place may begin with it: an earthquake."""
    made: Flag = False
    """Made in numbers: common words before its noun tell a class of such things (农业无人机), no name."""
    body: Flag = False
    """Owns and runs things: before another name it is an owner (远山公司“晨星号”), not a class."""
    tells: Flag = False
    """Only tells of other things, so that nothing is about it but what it ``keeps``: a report."""
    owned: Flag = False
    """A thing may have one without a name, whose figures are not its own: its plant, 学校图书馆."""
    runs: Flag = False
    """Runs from one place to another, and may be called by both: 江州至云溪高速公路."""
    under: Id | None = None
    """A broader kind, whose nouns refer to things of this one too: the company, of an airline."""
    endings: tuple[Surface, ...] = ()
    """Words that end names of this kind and refer to nothing alone: 半导体, Pharmaceuticals."""
    keeps: tuple[Id, ...] = ()
    """Attributes that stay with such a body, or event, where the text is about something else: revenue."""
    leaves: tuple[Id, ...] = ()
    """Attributes of its product or site where the body is the subject: length, box office."""
    lends: tuple[Id, ...] = ()
    """Such attributes where the text is about the product or site (what was invested).

    Of an event, those that are its own where they are told of all of it (its prizes)."""
    scene: tuple[Id, ...] = ()
    """Attributes of what happens somewhere that texts tell of the place as well: deaths, of a flood."""
    means: dict[Id, Id] = Field(default_factory=dict)
    """Attributes that are another of such a thing: the opening of a fair is the day on which it is held."""
    why: str = ""
    examples: Examples
    """``pass``: names of this kind; ``fail``: names of others."""


class NounEntry(Entry):
    """``rules/nouns/*.yaml``: nouns of either language that mean the same thing counted or measured.

    They make 92个展园 and 92 gardens counts of one thing, 值最大16 MB and values of at most 16 MB
    one property.
    """

    id: Id
    words: tuple[Surface, ...] = Field(min_length=2)
    """English ones in the singular or the plural; the first names the noun in reports."""


class RegionEntry(Entry):
    """``rules/regions/*.yaml``: a region and what contains it."""

    id: Id
    name: Names
    aliases: tuple[Surface, ...] = ()
    within: tuple[Id, ...] = ()
    """Regions that contain it wholly."""


class SourceEntry(Entry):
    """``rules/sources/*.yaml``: a publisher, agency or office."""

    id: Id
    name: Surface
    aliases: tuple[Surface, ...] = ()
    kind: Literal["official", "agency", "media", "repost", "company"]
    copies: tuple[Id, ...] = ()
    """Sources it reprints, so that both are one origin."""
    why: str = ""


class IgnoreEntry(Entry):
    """``rules/ignore/*.yaml``: numerals that are no figures, with the reason.

    ``examples.pass`` are texts whose numerals are all ignored by this entry, ``examples.fail`` texts in which
    it ignores nothing.
    """

    id: Id
    pattern: Surface | None = None
    """A regular expression over folded text; what its group ``n`` (or all of it) covers is ignored."""
    words: tuple[Surface, ...] = ()
    """Literal texts."""
    reason: Surface
    examples: Examples


class FixEntry(Entry):
    """``rules/fixes/*.yaml``: a known slip of one source, put right on reading."""

    id: Id
    source: Surface
    """Name of the file."""
    wrong: Surface
    right: Surface
    reason: Surface
    author: Surface
    date: Annotated[str, StringConstraints(pattern=DAY)]


class ConstraintEntry(Entry):
    """``rules/constraints/*.yaml``: what must hold between attributes of one thing.

    ``examples.pass`` are texts of which it says nothing, ``examples.fail`` texts of which it says something.
    """

    id: Id
    kind: Literal["limit", "range", "sum_of_parts", "share", "ratio", "growth", "order", "equal", "unique"]
    attribute: Id | None = None
    """``unique``: the attribute that it is about."""
    attributes: tuple[Id, ...] = ()
    """``limit``, ``range``: each of those that it is about; ``order``: from the earliest or smallest to the
    latest or largest; ``equal``: the same by definition; ``growth``: those whose year-on-year rate is the
    plain quotient."""
    whole: Id | None = None
    """``sum_of_parts``, ``share``."""
    parts: tuple[Id, ...] = ()
    """``sum_of_parts``: which together are the whole."""
    part: Id | None = None
    """``share``: what is divided by the whole."""
    share: Id | None = None
    """``share``: the percentage."""
    numerator: Id | None = None
    denominator: Id | None = None
    ratio: Id | None = None
    """``ratio``: numerator divided by denominator."""
    unit: Surface | None = None
    """Of ``minimum`` and ``maximum``; by default the first of each attribute."""
    minimum: Number | None = None
    maximum: Number | None = None
    severity: Literal["error", "warning", "note"] = "warning"
    message: Surface
    """May hold ``{entity}``, ``{attribute}``, ``{found}``, ``{expected}``, ``{gap}``."""
    why: Surface
    examples: Examples


class RelationEntry(Entry):
    """``rules/relations/*.yaml``: words that tell what the figures of a sentence are to each other.

    ``examples.pass`` are texts whose figures fit, ``examples.fail`` texts whose figures do not.
    """

    id: Id
    kind: Literal[
        "change",
        "share",
        "sum",
        "part",
        "ratio",
        "difference",
        "product",
        "yearly",
        "count",
        "span",
        "age",
        "done",
        "order",
        "term",
    ]
    pattern: Surface
    """A regular expression over the folded sentence, in lower case; ``{slot}`` is a figure, ``…`` a gap
    of up to 24 characters without one."""
    unless: tuple[Surface, ...] = ()
    """Where one of these stands in the same sentence, nothing is said."""
    open: bool = False
    """``count``: the list may name only some (包括, 等)."""
    severity: Literal["error", "warning", "note"] = "error"
    why: str = ""
    examples: Examples
