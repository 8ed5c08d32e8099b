"""Keys of a language for what qualifies a figure: modality, statistic, base, and the part that it is of.

Ranks are told with such words too.  Which attribute it is, is left to ``attributes``, whose to ``names``.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from verify.catalog.schema.forms import Entry, Flag, Number, Surface


class QualifierWords(Entry):
    """Surfaces of one value of a part of the key."""

    value: Surface
    words: tuple[Surface, ...] = Field(min_length=1)
    unless: tuple[Surface, ...] = ()
    unless_before: dict[Surface, Surface] = Field(default_factory=dict)
    """An expression for what stands behind a word that says something else there: 将18颗卫星送入轨道."""
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
    sorts: Flag = False
    """For scopes: whose number only says which sort is meant (三居室, ten-year bonds), and states nothing."""
    done: Flag = False
    """For scopes: what was done to some of the things that a figure counts, which says nothing of how many
    there are: 翻新客房120间."""
    beside: Flag = False
    """For modality: only right before a word of an attribute or a statistic (a design depth of 17 metres)."""
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


class QualifierKeys(Entry):
    """The words by which a figure is of a part, planned, or a rank."""

    modality: tuple[QualifierWords, ...] = ()
    statistics: tuple[QualifierWords, ...] = ()
    bases: tuple[QualifierWords, ...] = ()
    scopes: tuple[QualifierWords, ...] = ()
    """Words for the whole (value ``whole``) and for numbered parts."""
    part_numbers: dict[Surface, Number] = {}
    """What stands for ``{n}`` of a numbered part, with its number: 二 of 二期, ii of phase II."""
    parts: tuple[Surface, ...] = ()
    """其中, including: what follows is a part of what was said."""
    by_then: tuple[Surface, ...] = ()
    """Opens a clause on what a whole comes to with the part just told of: 届时总装机将达3万千瓦."""
    back_to_part: dict[Surface, Surface] = {}
    """Opens a clause on a part of that sort that was told of before: 该段, of the north section."""
    among: tuple[Surface, ...] = ()
    """Regular expressions over a clause whose group is the group that the figures behind it are of."""
    in_case: tuple[Surface, ...] = ()
    """Such expressions of a case, which may be no part, where no other words tell one: in live mode."""
    owner: tuple[Surface, ...] = ()
    """Regular expressions, ending at a word, whose group is the part of a thing that has it (主跨的)."""
    holder: tuple[Surface, ...] = ()
    """Regular expressions, ending at a figure, whose group is who gets it (小组获得)."""
    acts: tuple[Surface, ...] = ()
    """Regular expressions of what is done, with which no name begins: (计划生产)锂精矿."""
    extremes: tuple[Surface, ...] = ()
    """Regular expressions at the begin of a clause whose group is one of several that it is about: 最大的厅,
    the longest of which."""
    opening_parts: tuple[Surface, ...] = ()
    """Regular expressions at the begin of a clause whose group is its part: (北段)采用…，长5公里."""
    are_parts: tuple[Surface, ...] = ()
    """Regular expressions, right behind a figure that is some of the one before, whose group tells which:
    其中8个为(新建), 15 of which are (endangered)."""
    own_parts: tuple[Surface, ...] = ()
    """Regular expressions, ending at a figure, whose group is its part: its (deck) is 30 m wide."""
    market_in: tuple[Surface, ...] = ()
    """Before a region in which some of what is told of lies: 来自 of 来自中国市场的收入, in of in Europe."""
    markets: tuple[Surface, ...] = ()
    """Behind such a region, which is the same without it: 市场 of 北美市场."""
    market_stops: tuple[Surface, ...] = ()
    """Words that never stand between a figure and its region: at of 310 people at a plant in Japan."""
    inflections: tuple[Surface, ...] = ()
    """Endings of words that name no part of a thing: ed, ing."""
    passives: tuple[Surface, ...] = ()
    """Words before a verb that is done to its subject (were killed)."""
    serving: tuple[Surface, ...] = ()
    """Between those who are counted and whom they do something for: 为 of 2300名演员为跑者加油."""
    ranks: tuple[RankWords, ...] = ()
    standing: tuple[Surface, ...] = ()
    """Before the region of the top of an order: 居 of 吞吐量居全国第一."""
    tops: tuple[Surface, ...] = ()
    """Behind that region: 第一 of 居全国第一; nowhere else are they ranks."""
    not_strict: tuple[Surface, ...] = ()
    """之一, one of."""
    rank_links: tuple[Surface, ...] = ()
    """Between a region and the rank in it (地区 of 亚洲地区最大, 's), beside what ``placing`` holds."""
    attributive: tuple[Surface, ...] = ()
    """的: between a description and what it describes."""
    category_ends: tuple[Surface, ...] = ()
    """Where the category of a rank ends: 上线 of 首个平台上线, in of the largest bridge in Asia."""
