"""Decide which thing a figure is about.

Comes in: a sentence with its names, a figure with its attribute, and the thing spoken of before.
Goes out: ``Subject``: the candidate and how it was found: named in the clause, after the figure
(X的…中心), in the sentence, by reference (该中心, 大桥, it), or carried on by ellipsis; and the part of
it, which ``scopes`` decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from verify.catalog.catalog import Catalog
from verify.extract.figures.figure import Figure, Kind
from verify.extract.lexicon.nouns import cut
from verify.extract.lexicon.words import lowered
from verify.extract.names.mentions import Names
from verify.extract.parts.scopes import ScopeChooser
from verify.extract.sentences.chosen import Chosen
from verify.extract.sentences.sentence import Mention, Sentence
from verify.extract.subjects.centering import unless_another
from verify.extract.subjects.clause_roles import ClauseRole, ClauseRoles
from verify.extract.subjects.modifying import (
    apposed,
    attached,
    described,
    enclosed,
    follows_at_once,
    modified,
    superlative,
)
from verify.extract.subjects.references import References
from verify.extract.subjects.suiting import INHERITED, Suiting
from verify.model.claim import Confidence, Step
from verify.model.document import Section
from verify.model.entity import Candidate
from verify.model.span import Span
from verify.text.alternatives import either
from verify.text.script import is_western

_DESCRIBES = re.compile(r"[\u3400-\u9fff]{1,12}的[“「『《\"]?")
"""Between the name of whoever makes something and that of what is made: 研究所培育的“…”."""
_MARKED = re.compile(r"([\u3400-\u9fff]{1,8})[“「『《]")
"""What sort of thing a name in marks is, between the name of whose it is and that: 电视台周末剧《…》."""
_SORTS = ("n", "b", "t", "s", "f", "a", "j")
"""jieba's tags of words that may tell so."""
_WHOLE = "whole"
_NUMBER = "{n}"
"""Stands for the number in the names of parts: phase {n}."""
_COMMA = re.compile(r"(?: ?\([^()]{1,40}\))?,? ?")
"""Between a name and the clause that tells what it is."""
_OWN_SUBJECT = re.compile(r"(?:the|its|their|this|that|an?|[a-z]+ [0-9]{1,3}) [a-z]")
"""What opens a clause with a subject that no name is: the new station cost, stage 5 is."""
_SECOND_VERB = re.compile(r"[^,;.]{0,24} and [a-z]+ (?:the )?")
"""Between a figure and the name that a second verb takes: €40 million and serves Kaltbach."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a figure is about."""

    candidate: int | None
    scope: str | None
    confidence: Confidence
    steps: tuple[Step, ...]
    loose: bool = False
    """True where the scope is words that may be no part."""
    part: str = ""
    """What tells the part that the name itself is of: 全程 of 全程马拉松."""


class SubjectChooser:
    """Chooses subjects with the words of a catalogue."""

    def __init__(self, catalog: Catalog, holding: Iterable[str]) -> None:
        languages = catalog.languages
        self._roles = ClauseRoles(catalog)
        acquiring = either(w for lang in languages for w in lang.acquiring)
        latin = rf"\b(?:{acquiring})(?: (?!from|by|to|with|for)[a-z0-9-]+){{0,4}} "
        self._acquires = re.compile(rf"(?:{latin}|(?:{acquiring})了?[\u3400-\u9fff]{{0,6}})$")
        self._anew = re.compile(rf"\b(?:{either(w for lang in languages for w in lang.anew)})\b")
        joints = either(w for lang in languages for w in lang.list_words)
        self._joins = re.compile(rf"\s?(?:{joints})+\s?(?:[a-z]+\s(?:the\s)?)?")
        pronouns = (w for lang in languages for w in lang.pronouns)
        self._object = re.compile(rf" (?:{either(pronouns)})\b")
        """Behind what is done: Lund Partners will open it in May."""
        says = either(w for lang in languages for w in lang.anew if w.isascii())
        self._says = re.compile(rf",? (?:(?:{says})\b ?)+(?=(?:the|this) [a-z])")
        """Between who says something and what that is about: X says the game has."""
        self._describing = re.compile(rf"(?:{either(w for lang in languages for w in lang.describing)})\s")
        relatives = either(w for lang in languages for w in lang.relatives)
        self._relative = re.compile(rf"(?:{relatives})\s")
        nearby = either(w for lang in languages for w in lang.nearby)
        self._placed = re.compile(rf"\b(?:{nearby}) $")
        scopes = [entry for lang in languages for entry in lang.scopes]
        self._of_event = frozenset(entry.value for entry in scopes if entry.event)
        before = {entry.value.partition(_NUMBER)[0] for entry in scopes if entry.holds}
        self._numbered = tuple(sorted(one for one in before if one.endswith(" ")))
        self._natural = frozenset(kind.id for kind in catalog.kinds if kind.natural)
        standing = (k for k in catalog.kinds if not (k.body or k.made or k.recurs or k.tells))
        self._built = {kind.id: kind.natural for kind in standing}
        self._references = References(catalog)
        self.suiting = Suiting(catalog)
        self.scopes = ScopeChooser(catalog, holding)

    def choose(
        self,
        sentence: Sentence,
        figure: Figure,
        chosen: Chosen,
        names: Names,
        carried: int | None,
        held: str | None,
    ) -> Subject:
        """Return the subject of a figure; ``carried`` and ``held`` are thing and part spoken of before."""
        steps: list[Step] = []
        candidate, confidence = self._candidate(sentence, figure, chosen, names, carried, steps)
        candidate = self._suited(sentence, figure, candidate, chosen, names, steps)
        if (
            candidate is not None
            and steps
            and self.suiting.strange(candidate, steps[-1].origin, chosen, names)
        ):
            candidate, confidence = None, Confidence.LOW
            steps.clear()
        if chosen.entry is not None and chosen.entry.of_network:
            held = None  # a network has no first phase, of which the text was
        part = names.parts.get(lowered(steps[-1].value), "") if steps else ""
        scope, loose = self.scopes.choose(sentence, figure, chosen, held, steps)
        if scope is None and steps and steps[-1].origin != "clause":
            word = self._references.unnamed_part(sentence, figure, names)
            scope = word if word and word != lowered(steps[-1].value) else None
            if scope is None and candidate is not None and steps[-1].origin in INHERITED:
                thing = names.candidates[candidate]
                scope = self._references.other_thing(sentence, figure, names, thing) or None
                loose = loose or scope is not None
        if scope is not None and candidate is not None and self._has_none(names.candidates[candidate], scope):
            scope, steps = None, [one for one in steps if one.part != "scope"]
        if scope in self._of_event and candidate is not None:
            candidate = self._of_its_event(sentence, candidate, chosen, names, steps)
        return Subject(candidate, scope, confidence, tuple(steps), loose, part)

    def _has_none(self, thing: Candidate, scope: str) -> bool:
        """Say whether a thing has no such part: the pass that stage 5 crosses has no stages of its own."""
        return thing.kind in self._natural and scope.startswith(self._numbered)

    # --- the thing

    def _of_its_event(
        self, sentence: Sentence, candidate: int, chosen: Chosen, names: Names, steps: list[Step]
    ) -> int:
        """Return the event that a prize for a place in it is of, whoever won it: 飞虎队抱走冠军奖金."""
        event = self.suiting.event(candidate, chosen.id, names, sentence.reached)
        if event is None:
            return candidate
        return _instead(event, names, steps)

    def _suited(
        self,
        sentence: Sentence,
        figure: Figure,
        candidate: int | None,
        chosen: Chosen,
        names: Names,
        steps: list[Step],
    ) -> int | None:
        """Return the thing that the attribute suits: the revenue in a text on a plant is its company's."""
        if candidate is None or not steps:
            return candidate
        of_row = (
            self.suiting.of_row(candidate, chosen.id, names) if sentence.section is Section.TABLE else None
        )
        if of_row is not None:
            return _instead(of_row, names, steps)
        if sentence.section is not Section.TABLE and self._is_market(sentence, figure, steps[-1].value):
            market = self.suiting.of_market(candidate, chosen.id, names)
            if market is not None:
                return _instead(market, names, steps)
        whole = any(hit.value == _WHOLE for hit in sentence.hits_in(sentence.left_of(figure), "scope"))
        better = self.suiting.better(
            candidate, steps[-1].origin, chosen.id, names, sentence.reached, whole=whole
        )
        return candidate if better is None else _instead(better, names, steps)

    def _is_market(self, sentence: Sentence, figure: Figure, name: str) -> bool:
        """Say whether the name that a subject was told by is only the region that a figure lies in."""
        places = self.scopes.places
        return places.is_market(lowered(name)) or (
            places.is_region(lowered(name)) and places.of(sentence, figure) is not None
        )

    def _candidate(
        self,
        sentence: Sentence,
        figure: Figure,
        chosen: Chosen,
        names: Names,
        carried: int | None,
        steps: list[Step],
    ) -> tuple[int | None, Confidence]:
        sentence = self._roles.without_bystanders(sentence, chosen, names)
        clause = sentence.clause_of(figure.span.start)
        carried = None if _of_several(sentence, clause) else carried
        anchor = figure.span.start
        names_here = [
            one
            for one in sentence.names
            if not enclosed(sentence, one, anchor)
            and not self.suiting.only_tells(names.candidates[one[2]].kind, chosen.id)
        ]
        roles = self._roles.of(sentence, figure, names_here)
        eligible = [mention for mention, role in roles.items() if role is ClauseRole.SUBJECT]
        latin = is_western(sentence.lower[clause.start : clause.end])

        def told(
            mention: Mention, origin: str, grade: Confidence = Confidence.HIGH
        ) -> tuple[int, Confidence]:
            steps.append(Step("entity", sentence.text[mention[0] : mention[1]], origin))
            return mention[2], grade

        def refer(found: tuple[int, str]) -> tuple[int, Confidence]:
            steps.append(Step("entity", found[1], "reference"))
            return found[0], Confidence.HIGH

        item = sentence.paired.get(figure.span)
        inside = [m for m in sentence.names if item and item.start <= m[0] and m[1] <= item.end]
        direct = inside[-1] if inside else self._taken(sentence, clause, chosen)
        if direct is not None:
            return told(direct, "clause")
        if self._object.match(sentence.lower, figure.span.end) and names.topic is not None:
            return self._before(names, carried, steps)
        placed = chosen.entry is not None and chosen.entry.placed
        own = placed and any(clause.start <= one[0] < anchor for one in eligible)
        beside = None if own else attached(sentence, figure) or apposed(sentence, figure, eligible)
        beside = beside or (None if own else self._related(sentence, clause, roles))
        if beside is not None:
            return told(beside, "clause")
        owner = self._references.owner(sentence, clause, chosen.place, names, carried)
        referred = owner or self._references.behind(sentence, figure, names, carried)
        if referred is not None:
            return refer(referred)
        left = [m for m in names_here if clause.start <= m[0] and m[1] <= anchor]
        subject = self._first(sentence, figure, left, roles) if latin else _last(left, roles)
        if subject is not None:
            said = self._said_of(sentence, Span(subject[1], clause.end), anchor, names, carried)
            return refer(said) if said is not None else told(subject, "clause")
        introduced = described(sentence, clause, eligible) or superlative(sentence, clause, names_here)
        if introduced is not None:
            return told(introduced, "sentence")
        behind = modified(sentence, figure)
        if behind is not None:
            return told(behind, "clause")
        for one in reversed([c for c in sentence.clauses if c.start <= clause.start]):
            reference = self._references.find(sentence, one, min(anchor, one.end), names, carried)
            if reference is not None and not (one != clause and self._apposition(sentence, one, eligible)):
                return refer(reference)
            inside = [m for m in names_here if one.start <= m[0] and m[1] <= min(one.end, anchor)]
            complement = next((m for m in inside if roles[m] is ClauseRole.COMPLEMENT), None)
            if one == clause and complement is not None:
                return told(complement, "clause")
            named = [
                m
                for m in inside
                if roles[m] is ClauseRole.SUBJECT and not self._roles.tells(sentence, m, names)
            ]
            if named and one != clause and not self._parenthetical(sentence, one, named[0], eligible):
                return told(_whole(sentence, named), "sentence")
        after = [m for m in eligible if m[0] >= figure.span.end]
        if latin and after and not self._object_behind(sentence, clause, figure, after[0]):
            return told(after[0], "sentence", Confidence.MEDIUM)
        return self._before(names, unless_another(sentence, clause, names, carried, self._built), steps)

    def _taken(self, sentence: Sentence, clause: Span, chosen: Chosen) -> Mention | None:
        """Return the name of what somebody takes on, of whose price an attribute tells; None for others."""
        if chosen.entry is None or not chosen.entry.acquired:
            return None
        low = sentence.span.start
        here = (one for one in reversed(sentence.names) if one[0] < clause.end)
        return next((one for one in here if self._acquires.search(sentence.text, low, one[0])), None)

    def _said_of(
        self, sentence: Sentence, behind: Span, anchor: int, names: Names, carried: int | None
    ) -> tuple[int, str] | None:
        """Return what somebody, whose name ``behind`` follows, says a figure of: X says the game has."""
        says = self._says.match(sentence.lower, behind.start, anchor)
        if says is None:
            return None
        return self._references.find(sentence, Span(says.end(), behind.end), anchor, names, carried)

    @staticmethod
    def _before(names: Names, carried: int | None, steps: list[Step]) -> tuple[int | None, Confidence]:
        """Return the thing spoken of before, else what the document is about."""
        known_before = carried if carried is not None else names.topic
        if known_before is None:
            return None, Confidence.LOW
        origin = "paragraph" if known_before != names.topic else "document"
        thing = names.candidates[known_before]
        steps.append(Step("entity", next(iter((*thing.names, *thing.described)), ""), origin))
        return known_before, Confidence.HIGH

    def _first(
        self, sentence: Sentence, figure: Figure, left: list[Mention], roles: dict[Mention, ClauseRole]
    ) -> Mention | None:
        """Return the subject of a clause in Latin script: it stands first, or begins anew (A said that B …).

        After a figure a name begins anew too, where it is joined by what joined the first: 41 percent for
        A and 34 percent for B.
        """
        floor = max(
            (f.span.end for f in sentence.figures if _counts(f) and f.span.end <= figure.span.start),
            default=0,
        )
        found: Mention | None = None
        for mention in left:
            role = roles[mention]
            between = sentence.lower[found[1] if found else sentence.span.start : mention[0]]
            after_figure = floor > sentence.span.start and mention[0] >= floor
            joined = self._joins.fullmatch(sentence.lower, floor, mention[0])
            if after_figure and (joined or role is ClauseRole.SUBJECT):
                return mention
            if role is ClauseRole.SUBJECT and (found is None or self._anew.search(between)):
                found = mention
        return found

    def _related(self, sentence: Sentence, clause: Span, roles: dict[Mention, ClauseRole]) -> Mention | None:
        """Return the name right before a clause that tells of it: after X Hospital, which has 6,300 staff.

        Not whose part is spoken of (the second phase of X, which …), nor where: a bakery near X, which ….
        """
        own = any(
            clause.start <= one[0] < clause.end for one, role in roles.items() if role is ClauseRole.SUBJECT
        )
        if own or not self._relative.match(sentence.lower, clause.start):
            return None
        last = next((one for one in reversed(roles) if one[1] <= clause.start), None)
        if (
            last is None
            or roles[last] is ClauseRole.COMPLEMENT
            or not follows_at_once(sentence, last, clause)
        ):
            return None
        return None if self._placed.search(sentence.lower, sentence.span.start, last[0]) else last

    def _apposition(self, sentence: Sentence, clause: Span, eligible: Sequence[Mention]) -> bool:
        """Say whether a clause only tells what the name before it is: Harbour Cab, the city's oldest firm."""
        opening = self._describing.match(sentence.lower, clause.start)
        return opening is not None and any(
            _COMMA.fullmatch(sentence.lower, mention[1], clause.start) for mention in eligible
        )

    @staticmethod
    def _object_behind(sentence: Sentence, clause: Span, figure: Figure, mention: Mention) -> bool:
        """Say whether a clause has a subject of its own, and a second verb for the name behind the figure.

        So has: the new station cost €40 million and serves Kaltbach.
        """
        own = _OWN_SUBJECT.match(sentence.lower, clause.start, figure.span.start)
        return own is not None and (
            _SECOND_VERB.fullmatch(sentence.lower, figure.span.end, mention[0]) is not None
        )

    def _parenthetical(
        self, sentence: Sentence, clause: Span, named: Mention, eligible: Sequence[Mention]
    ) -> bool:
        """Say whether a clause only describes what an earlier one names: X, the maker of Y, employs 300.

        So does X, in which Y holds 80 per cent, employs 300.
        """
        opening = self._describing.match(sentence.lower, clause.start)
        earlier = any(mention[1] <= clause.start for mention in eligible)
        describes = opening is not None and opening.end() < named[0]
        return earlier and (describes or self._relative.match(sentence.lower, clause.start) is not None)


def _whole(sentence: Sentence, mentions: list[Mention]) -> Mention:
    """Return the first name, or the last of a row that begins with it: 江苏省南京市 is about the city.

    So is the name that the first only describes: 江州研究所培育的“禾丰三号” is about the rice.
    """
    first = mentions[0]
    for mention in mentions[1:]:
        between = sentence.lower[first[1] : mention[0]]
        if between and not _DESCRIBES.fullmatch(between) and not _tells_sort(between):
            break
        first = mention
    return first


def _tells_sort(between: str) -> bool:
    """Say whether what stands between two names only tells of what sort the second is, which is in marks."""
    sort = _MARKED.fullmatch(between)
    return sort is not None and all(tag.startswith(_SORTS) for _, tag in cut(sort[1]))


def _last(left: list[Mention], roles: dict[Mention, ClauseRole]) -> Mention | None:
    """Return the subject of a clause in Chinese: of several names the last, which those before it modify."""
    return next((mention for mention in reversed(left) if roles[mention] is ClauseRole.SUBJECT), None)


def _of_several(sentence: Sentence, clause: Span) -> bool:
    """Say whether a clause begins with several of a kind, more than what was spoken of last: 两款手机均…."""
    nouns = {hit.start for hit in sentence.hits_in(clause, "noun")}
    return any(
        figure.span.start == clause.start and figure.span.end in nouns and _counts(figure)
        for figure in sentence.figures
    )


def _counts(figure: Figure) -> bool:
    return figure.kind is Kind.QUANTITY


def _instead(thing: int, names: Names, steps: list[Step]) -> int:
    """Return the thing that an attribute suits better, and note its name."""
    steps.append(Step("entity", names.candidates[thing].names[0], "document", "suits"))
    return thing
