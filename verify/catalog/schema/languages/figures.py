"""Keys of a language for what stands around a numeral: hedges, ranges, lists, ratios, shares and changes.

The numerals are left to ``numerals``, what they are told in to ``units``.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from verify.catalog.schema.forms import Entry, Number, Surface


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


class FigureKeys(Entry):
    """The words that bind figures, and join them."""

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
    ago_before: tuple[Surface, ...] = ()
    ago_behind: tuple[Surface, ...] = ()
    """Words around years told back from now, whose range runs down: 距今5300年至4300年."""
    range_words_opened: tuple[Surface, ...] = ()
    """Between the ends of a range only after an opening word: 介于3与5, between 3 and 5."""
    range_opening: tuple[Surface, ...] = ()
    """Before a range: 从, between, from."""
    whole_words: tuple[Surface, ...] = ()
    """Between a part of what is counted and all of it: 196 of their 252 caves."""
    list_words: tuple[Surface, ...] = ()
    """Between figures that share the unit of the last (3、5和8万吨)."""
    respectively: tuple[Surface, ...] = ()
    """Words that pair the figures of a list with what they are of: 分别为, respectively."""
    collectives: dict[Surface, tuple[Surface, ...]] = {}
    """Words for several parts at once, with the parts in their order (三次产业), which a list tells."""
    ratio_to_one: tuple[Surface, ...] = ()
    """Regular expressions between a number and the one that it is a ratio to: 17.4 to 1."""
    ratio_words: tuple[Surface, ...] = ()
    """Between the numbers of a ratio, beside the colon: 比."""
    share_words: tuple[Surface, ...] = ()
    """Between part and whole of a share of people or things: 3 in 10 adults."""
    margin_words: tuple[Surface, ...] = ()
    """Between x and d of x ± d, beside the sign: plus or minus."""
    over: dict[Surface, Surface] = {}
    """百分之: before a numeral, with the unit that it gives."""
    changes: tuple[ChangeWords, ...] = ()
    """``up`` and ``down``: beside a share or difference that tells a change; down makes it negative."""
    change_joints: tuple[Surface, ...] = ()
    """Characters between such a word and the figure: 了 of 增长了8%."""
    not_changes_behind: tuple[Surface, ...] = ()
    """Behind a figure that is no share: the word of change before it tells where something ends (above)."""
    growing: tuple[Surface, ...] = ()
    growing_of: tuple[Surface, ...] = ()
    """Words of change that tell what is raised, of what is counted or told with one of the others behind."""
    change_by: dict[Surface, tuple[Surface, ...]] = {}
    """Between a word of change with its object and the share (cut deaths by 30 percent), with the words
    behind the share that make it one of something (backed by 64% of voters)."""
    saved: tuple[Surface, ...] = ()
    """Objects of a word of change of which the amount itself is told, be it saved or spent: 减少排放3万吨."""
    level_hedges: tuple[Surface, ...] = ()
    """Hedges behind a word of change that tell what a level comes to, and not by how much: fell below 3%."""
    compared: tuple[str, ...] = ()
    """Expressions for what stands before a word of more or less that tells any difference: 比去年."""
    agents_by: tuple[Surface, ...] = ()
    """Behind such a word by tells who did it, and no change: a rise in demand met by 200 MW.  ``*`` stands
    for letters."""
    change_unless_behind: tuple[Surface, ...] = ()
    """Behind a figure before which such a word tells no change: rises 3,127 metres above sea level."""
    change_glosses: tuple[Surface, ...] = ()
    """Between a change and the share that it comes to: fell 12 points, or 0.5%."""
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
    formerly: tuple[Surface, ...] = ()
    """Words right before a figure that was, and no longer is: (was 20 seconds)."""
    origins: tuple[Surface, ...] = ()
    """Behind what something has become, before what it was: rose to 98 from 91."""
    transitions: tuple[Surface, ...] = ()
    """Between two values of one thing: 增至, rose to."""
    earlier: tuple[Surface, ...] = ()
    """Before what a figure of the same has come from or is held against: up 17% from 126,700.

    Those that are no words of ``comparing`` (from) are so only behind what it has come to: to 15 from 12."""
    comparing: tuple[Surface, ...] = ()
    """Before a period that is compared with, and so is not when the figure holds: 比上年, than 2022."""
    added: tuple[Surface, ...] = ()
    """Before what is counted or varies, they tell how much more there is: 新增充电桩4万个, added 300 staff.

    So do those of English between number and noun: 300 additional staff."""
    added_to_what_varies: tuple[Surface, ...] = ()
    """Those that tell so only of what varies, and else that it is new: 300 more staff, but two new films."""
