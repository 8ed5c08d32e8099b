"""Keys of a language for names, and for which of them a clause is about.

Heads of tables are left to ``attributes``, the words of a page to ``page``.
"""

from __future__ import annotations

from verify.catalog.schema.forms import Entry, Surface


class NameKeys(Entry):
    """The words that make names, refer to things, or tell whose a figure is."""

    name_joints: tuple[Surface, ...] = ()
    """Between the last two names of a list, and within a name: 和, and."""
    open_lists: tuple[Surface, ...] = ()
    """At the end of a list that names only some: 等, among others."""
    articles: tuple[Surface, ...] = ()
    """一座, 新一代: before a description, never before a name."""
    determiners: tuple[Surface, ...] = ()
    """Words that a noun begins with: behind a word in capitals they tell that it only begins a phrase, as in
    Taking the ferry."""
    definite: tuple[Surface, ...] = ()
    """Those before a noun that is known, which may be a subject without a verb: *the* lower dam 76 metres."""
    models: tuple[Surface, ...] = ()
    """What makes another model of one with a number: S7 *Pro*."""
    not_names: tuple[Surface, ...] = ()
    """Words that are capitalised without being names."""
    class_words: tuple[Surface, ...] = ()
    """Words with a capital that alone tell of what sort something is, and are no name: English, Webhook."""
    ordinals: tuple[Surface, ...] = ()
    """Those of ``not_names`` that make a name with a category noun: the Third Fleet."""
    legal_forms: tuple[Surface, ...] = ()
    """Co, Inc: behind the name of a company, which is the same without them."""
    sorting: tuple[Surface, ...] = ()
    """Words before names that only tell of what sort a thing is, or what is done to it: 国产S7, 收购S7."""
    in_names: tuple[Surface, ...] = ()
    """围棋, 市立, 杯: between a name and its noun, though by the dictionary verbs and measures."""
    toponyms: tuple[Surface, ...] = ()
    """Characters that end names of places: behind another word they make a name of common words: 白桦岭."""
    levels: tuple[Surface, ...] = ()
    """Words in a name that tell only of what rank or sort it is, and may be left out: 国家级, national."""
    syllables: dict[Surface, Surface] = {}
    """Syllable in Latin letters to the characters that it may spell, to know a name in another script."""
    alias_words: tuple[Surface, ...] = ()
    """简称, also known as: inside a bracket, before another name."""
    spokespeople: tuple[Surface, ...] = ()
    """馆长, chief executive: beside the name of somebody who speaks for what the text is about."""
    placing: tuple[Surface, ...] = ()
    """在, in: before the place of something, not its subject."""
    capitals: tuple[Surface, ...] = ()
    """首都, the capital: right before the name of a place that is told beside what a text is about."""
    positions: tuple[Surface, ...] = ()
    """northern, nearby: stand between such a word and a name."""
    nearby: tuple[Surface, ...] = ()
    """Before the name of the place where a thing without a name is: in, near."""
    inside: tuple[Surface, ...] = ()
    """Where something is that a place has: 园内 of 园内的遗址博物馆."""
    sides: tuple[Surface, ...] = ()
    """By which several places of one body are told apart: 东 of 东院区."""
    acting: tuple[Surface, ...] = ()
    """-ing, -tion: end what is done to a thing, which a title tells with its name: the making of X."""
    adverbials: tuple[Surface, ...] = ()
    """Regular expressions over what opens a clause and tells during what: a name in it is no subject."""
    apposition: tuple[Surface, ...] = ()
    """Opens a clause that describes the subject of the next: 作为, as."""
    acquiring: tuple[Surface, ...] = ()
    """签下, signed: before the name of what or whom somebody takes on, of which the price is told."""
    equating: tuple[Surface, ...] = ()
    """是, 也是: right behind a name, what follows only tells what that is: A是B最大的工厂 is about A."""
    not_subject: tuple[Surface, ...] = ()
    """由, with: a name after one of them is not the subject."""
    routes: tuple[Surface, ...] = ()
    """Regular expressions over what stands right before the far end of a way, no subject: from Avon to."""
    complement: tuple[Surface, ...] = ()
    """of, on: a name after one of them is the subject only where no other stands in its clause."""
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
    demonstratives: tuple[Surface, ...] = ()
    """该, 这座, the, this: refer back to an entity."""
    first_person: tuple[Surface, ...] = ()
    """we, 本公司: who speaks so is the publisher."""
    pronouns: tuple[Surface, ...] = ()
    networks: tuple[Surface, ...] = ()
    """Words for all that is of one row, in a text on one of it: the network, 线网."""
    divisions: tuple[Surface, ...] = ()
    """Parts of a body whose field the noun before them tells: the bakery division is no bakery."""
    owning: tuple[Surface, ...] = ()
    """Words for what has a thing that has no name: 其, its, whose."""
    to_come: tuple[Surface, ...] = ()
    """Behind a thing that is told of as something new: set to, which will."""
    operated: tuple[Surface, ...] = ()
    """Regular expressions whose group is who runs the topic."""
    speaker: Surface | None = None
    """Regular expression whose group is who says what follows."""
    not_speakers: tuple[Surface, ...] = ()
    credit: Surface | None = None
    """Regular expression whose group is the source that a sentence names."""
