"""Who copied whom: the independent origins of a group's claims (SEMANTICS §5).

Claims of one group and their sources come in; origins go out, a tuple of source ids each, with
the verbatim runs that show a common text and the reason of each union.  Two sources are one origin
when one names the other, when both name the same agency, release, speaker or office, when one is
known to reprint the other, or when the figure stands in a run that both share.  Own documents are
never joined.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from verify.catalog.schema import SourceEntry
from verify.compare.verbatim import Token, length, tokens, words_meeting
from verify.model.claim import Claim
from verify.model.document import Source
from verify.model.group import Lineage, Passage
from verify.model.unions import Unions

_RUN_CHARACTERS, _RUN_WORDS = 16, 12
_OUTSIDE = 8
"""So many characters, or words, of the run lie outside any figure."""
_WINDOW = 60
"""Tokens on either side that tell copies of one text apart from other texts."""

_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
"""Belongs to a name or not: The Vale Courier, according to the Vale Courier."""
_CREDIT_ENDS = re.compile("[，,：:。]")

Origins = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class _Naming:
    """A source that names an origin, and how: ``海港网 reprints 海港日报 (rules/sources, harbour-net)``."""

    source_id: str
    why: str


@dataclass(frozen=True, slots=True)
class _Figure:
    source_id: str
    context: str
    tokens: tuple[Token, ...]
    first: int
    last: int
    """Tokens of the figure, both included."""
    told: int
    """The first token behind what names the source: 据…报道，."""


class Names:
    """One name for each publisher, agency or office, whatever a text calls it."""

    def __init__(self, entries: Iterable[SourceEntry] = ()) -> None:
        self._ids: dict[str, str] = {}
        self._entries: dict[str, SourceEntry] = {}
        for entry in entries:
            self._entries[entry.id] = entry
            for name in (entry.name, *entry.aliases):
                self._ids[_folded(name)] = entry.id

    def name(self, text: str) -> str:
        """Return the id of a known source, else the name itself, folded."""
        return self._ids.get(_folded(text), _folded(_ARTICLE.sub("", text)))

    def reprinted(self, name: str) -> tuple[str, ...]:
        """Return the ids of the sources that one is known to reprint."""
        known = self._entries.get(name)
        return known.copies if known else ()

    def shown(self, name: str) -> str:
        """Return the name of a known source for people; any other as it is."""
        known = self._entries.get(name)
        return known.name if known else name


def origins(
    claims: Sequence[Claim], sources: Mapping[str, Source], names: Names
) -> tuple[Origins, tuple[Passage, ...], tuple[Lineage, ...]]:
    """Return the independent origins of the claims, the runs with the figure that sources share, and why.

    Of several reasons for one union the first is told.
    """
    ids = sorted({claim.source_id for claim in claims})
    if len(ids) == 1:
        return (tuple(ids),), (), ()
    known = {source_id: sources.get(source_id) or Source(source_id, source_id) for source_id in ids}
    joined = Unions(ids)
    reasons = [
        found for found in _named_alike(claims, known, names) if _join(joined, known, found.a, found.b)
    ]
    runs: dict[str, set[str]] = defaultdict(set)
    for text, one, other in _shared_runs(claims):
        runs[text].update((one, other))
        if _join(joined, known, one, other):
            paths = f"{known[one].path} and {known[other].path}"
            reasons.append(Lineage(one, other, f"{paths} share the words around the figure"))
    passages = sorted((Passage(tuple(sorted(shared)), text) for text, shared in runs.items()), key=_place)
    found_origins = tuple(sorted(tuple(group) for group in joined.sets().values()))
    return found_origins, tuple(passages), tuple(reasons)


def _place(passage: Passage) -> tuple[tuple[str, ...], str]:
    return passage.source_ids, passage.text


def shared_run(a: Claim, b: Claim) -> str:
    """Return the verbatim run around the figure that two claims share, long enough or ``""``."""
    one, other = _figure(a), _figure(b)
    return "" if one is None or other is None else _run(one, other)


def _named_alike(claims: Sequence[Claim], sources: Mapping[str, Source], names: Names) -> Iterator[Lineage]:
    """Yield pairs of sources that a name joins: one names the other, or both a third."""
    naming: dict[str, list[_Naming]] = defaultdict(list)
    for source_id, source in sources.items():
        publisher = names.name(source.publisher)
        for credit in source.credits:
            why = f"{source.path} names {credit} as its source"
            naming[names.name(credit)].append(_Naming(source_id, why))
        for original in names.reprinted(publisher):
            why = f"{names.shown(publisher)} reprints {names.shown(original)} (rules/sources, {publisher})"
            naming[original].append(_Naming(source_id, why))
    for claim in claims:
        path = sources[claim.source_id].path
        for verb, named in (*(("credits", credit) for credit in claim.credits), ("quotes", claim.speaker)):
            if named.strip():
                naming[names.name(named)].append(_Naming(claim.source_id, f"{path} {verb} {named}"))
    for source_id, source in sources.items():
        publisher = names.name(source.publisher)
        if publisher and publisher in naming:
            first = naming[publisher][0]
            yield Lineage(first.source_id, source_id, first.why)
    for first, *others in naming.values():
        for other in others:
            why = first.why if first.why == other.why else f"{first.why}, {other.why}"
            yield Lineage(first.source_id, other.source_id, why)


def _shared_runs(claims: Sequence[Claim]) -> Iterator[tuple[str, str, str]]:
    """Yield runs with the figure, and the two sources that share each.

    Claims whose whole surroundings are equal are copies of one text: the first stands for the
    rest, so that a release printed a hundred times is compared once.
    """
    if len({claim.source_id for claim in claims}) < 2:
        return
    alike: dict[tuple[str, ...], dict[str, _Figure]] = defaultdict(dict)
    for claim in sorted(_ending_alike(claims), key=lambda claim: (claim.source_id, claim.span.start)):
        figure = _figure(claim)
        if figure is not None:
            alike[_surroundings(figure)].setdefault(figure.source_id, figure)
    firsts = []
    for together in alike.values():
        first, *rest = together.values()
        firsts.append(first)
        for other in rest:
            yield from _yielded(first, other)
    by_figure: dict[str, list[_Figure]] = defaultdict(list)
    for figure in firsts:
        by_figure[figure.tokens[figure.last].text].append(figure)
    for figures in by_figure.values():
        for one, other in combinations(figures, 2):
            yield from _yielded(one, other)


def _ending_alike(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims whose figures end in a word with which one of another source ends."""
    ending: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        for word in words_meeting(claim.context, *claim.context_span)[-1:]:
            ending[word].append(claim)
    shared = (alike for alike in ending.values() if len({one.source_id for one in alike}) > 1)
    return [claim for alike in shared for claim in alike]


def _yielded(one: _Figure, other: _Figure) -> Iterator[tuple[str, str, str]]:
    if one.source_id != other.source_id and (run := _run(one, other)):
        yield run, one.source_id, other.source_id


def _run(one: _Figure, other: _Figure) -> str:
    left = _common(one.tokens[one.told : one.last + 1][::-1], other.tokens[other.told : other.last + 1][::-1])
    if left < min(one.last - one.first, other.last - other.first) + 1:
        return ""
    right = _common(one.tokens[one.last + 1 :], other.tokens[other.last + 1 :])
    begin, end = one.last + 1 - left, one.last + 1 + right
    run = one.tokens[begin:end]
    words = [token.text for token in run]
    if not length(words).reaches(_RUN_CHARACTERS, _RUN_WORDS):
        return ""
    outside = [
        token.text
        for place, token in enumerate(run, begin)
        if not (one.first <= place <= one.last or token.numeral)
    ]
    shared = length(outside, words).reaches(_OUTSIDE, _OUTSIDE)
    return one.context[run[0].start : run[-1].end] if shared else ""


def _common(one: Sequence[Token], other: Sequence[Token]) -> int:
    count = 0
    for x, y in zip(one, other, strict=False):
        if x.text != y.text:
            break
        count += 1
    return count


def _figure(claim: Claim) -> _Figure | None:
    """Return the figure among the tokens of its block, or None where the block is not known."""
    found = tokens(claim.context)
    span = claim.context_span
    first = bisect_right(found, span.start, key=lambda token: token.end)
    last = bisect_left(found, span.end, key=lambda token: token.start) - 1
    if first > last:
        return None
    told = min(bisect_left(found, _credited(claim), key=lambda token: token.start), first)
    return _Figure(claim.source_id, claim.context, found, first, last, told)


def _credited(claim: Claim) -> int:
    """Return where in the context of a figure the words end that name a source before it; else 0."""
    start = claim.context_span.start
    named = max((claim.context.rfind(credit, 0, start) for credit in claim.credits if credit), default=-1)
    ends = _CREDIT_ENDS.search(claim.context, named, start) if named >= 0 else None
    return ends.end() if ends else 0


def _surroundings(figure: _Figure) -> tuple[str, ...]:
    begin = max(0, figure.first - _WINDOW)
    return tuple(token.text for token in figure.tokens[begin : figure.last + 1 + _WINDOW])


def _join(joined: Unions, sources: Mapping[str, Source], one: str, other: str) -> bool:
    """Make one origin of two sources, and say whether they were two; own documents are one each."""
    return not sources[one].own and not sources[other].own and joined.join(one, other)


def _folded(name: str) -> str:
    return "".join(name.split()).casefold()
