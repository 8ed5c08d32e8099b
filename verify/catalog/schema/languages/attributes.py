"""Keys of a language for what a figure measures or counts, beside the words of ``rules/attributes``."""

from __future__ import annotations

from verify.catalog.schema.forms import Entry, Surface


class AttributeKeys(Entry):
    """The words between an attribute and its figure, and nouns that say little of what is measured."""

    stop: tuple[Surface, ...] = ()
    """Words that never name an attribute or entity."""
    circumstances: tuple[Surface, ...] = ()
    """What opens words of whom, where and when between a word for an attribute and its verb: the attendance
    *at* the park was 31,254."""
    stating: tuple[Surface, ...] = ()
    """Verbs between a subject and its figure, however long that is: the attendance at the park was 31,254."""
    copulas: tuple[Surface, ...] = ()
    """Words between attribute and figure that carry no meaning: 为, 达, is."""
    measured: tuple[Surface, ...] = ()
    """Regular expressions at the end of a figure whose group is what it measures ( of the tunnel)."""
    asking: tuple[Surface, ...] = ()
    """Regular expressions in a question whose group is what it counts: how many (trucks)."""
    topical: tuple[Surface, ...] = ()
    """Words behind what a clause says that the next is about: 农损部分，…; 用水方面，…."""
    doing: tuple[Surface, ...] = ()
    """Verbs whose subject is not what is measured: players spent €5."""
    worths: tuple[Surface, ...] = ()
    """Words before what is paid for, or earned by, what the figure before tells: 价值, earning."""
    roles: tuple[Surface, ...] = ()
    """Nouns for whoever or whatever a text is about, so no part of it: 主办单位, operator."""
    measuring: tuple[Surface, ...] = ()
    """Endings of nouns that are measured themselves (毛利率, income), and no case of anything."""
    numbered: tuple[Surface, ...] = ()
    """Endings of nouns that a number without a unit measures: 饲料系数1.15, a ratio of 1.15."""
    general: tuple[Surface, ...] = ()
    """Nouns of what is measured that are told apart by the word before them: 时间 of 审理时间."""
    sizes: tuple[Surface, ...] = ()
    """Nouns that say only that something is measured: 大小 of 缓存大小, size of cache size."""
    anyone: tuple[Surface, ...] = ()
    """Nouns of people that say nothing of who they are: people, persons."""
    nameless: tuple[Surface, ...] = ()
    """Nouns of a count that say nothing about what is counted: units, pieces."""
    sort_ends: dict[Surface, tuple[Surface, ...]] = {}
    """By unit, ends of nouns that tell which people, animals or vehicles it counts: 员 for 巡护员2,160名."""
    count_heads: tuple[Surface, ...] = ()
    """Endings of a table's head whose bare numbers are counts: 展厅数, connections."""
    heads: tuple[Surface, ...] = ()
    """Heads of a table that say nothing about what it measures: 指标, value, item."""
    uncounted_heads: tuple[Surface, ...] = ()
    """Ends of heads that count nothing for all that: 指数, 预算数, gas."""
    label_heads: tuple[Surface, ...] = ()
    """Heads of columns whose numbers are no figures: 附注, 编号, notes, rank."""
    unitless_heads: tuple[Surface, ...] = ()
    """Heads of columns that do not have the unit of their rows, as they measure something else: HR."""
    priced_heads: tuple[Surface, ...] = ()
    """Ends of heads of money, below which a scale in brackets is of money: 总价（万）."""
    event_heads: tuple[Surface, ...] = ()
    """Heads below which a bare year tells when something was done: built."""
    change_heads: tuple[Surface, ...] = ()
    """Heads of a table that say only by how much something changed: 增减, change."""
    naming: tuple[Surface, ...] = ()
    """Heads of a table's first column that names stand below: 车型, brand."""
