"""Claims and groups as a page shows them, before any markup.

Comes in: ``schema.Report`` and the language to tell it in.  Goes out: the records of ``page``.  Wording is
left to ``wording`` and ``prose``, the page as a whole to ``whole``, markup to the formats.
"""

from __future__ import annotations

import re
from collections import defaultdict
from fractions import Fraction

from verify.model.entity import UNNAMED
from verify.report import schema
from verify.report.language import ENGLISH, Language
from verify.report.number_line import number_line
from verify.report.page import (
    ClusterView,
    ComparisonView,
    GroupView,
    MemberView,
    NoteView,
    PairView,
    SourceView,
)
from verify.report.prose import message, prose
from verify.report.wording import (
    attribute_words,
    decision_words,
    full_words,
    gap_words,
    hedge_words,
    key_words,
    notation_words,
    qualifier_words,
    standing_words,
    value_words,
    witness_words,
)

_DIGITS = re.compile("[0-9]+")
_NEAR = 36
"""So many characters of a sentence are shown at either side of a figure where space is short."""


class Views:
    """Groups and claims as a page shows them, with the look-ups that this needs."""

    def __init__(self, report: schema.Report, say: Language = ENGLISH) -> None:
        self.report, self.say = report, say
        self.claims = {claim.id: claim for claim in report.claims}
        self.entities = {
            one.id: say("member.unnamed") if one.name == UNNAMED else one.name for one in report.entities
        }
        self.attributes = {one.id: attribute_words(one, say) for one in report.attributes}
        self.sources = {
            source.id: SourceView(
                number=number,
                path=source.path,
                title=source.title or source.path,
                publisher=source.publisher or source.author or source.path,
                published=say.day(source.published) if source.published else say("qualifier.undated"),
                language=source.language,
                own=source.own,
                draft=source.draft,
            )
            for number, source in enumerate(report.sources, start=1)
        }
        self.findings: dict[str | None, list[schema.Finding]] = defaultdict(list)
        for finding in report.findings:
            self.findings[finding.group_id].append(finding)
        self.decisions: dict[str | None, list[schema.Decision]] = defaultdict(list)
        for decision in report.decisions:
            self.decisions[decision.group_id].append(decision)

    def member(self, claim_id: str, group: schema.Group | None = None) -> MemberView:
        """Return a claim, as a member of its group where it is in one."""
        claim = self.claims[claim_id]
        source = self.sources[claim.source_id]
        begin, end = (claim.sentence_span.start, claim.sentence_span.end) if claim.sentence_span else (0, 0)
        return MemberView(
            claim_id=claim.id,
            before=claim.sentence[:begin],
            figure=claim.sentence[begin:end],
            after=claim.sentence[end:],
            sentence=" ".join(claim.sentence.split()),
            near=_near(claim.sentence, begin, end),
            stated=claim.value.stated,
            normalised=full_words(claim.value, self.say),
            beside=self._beside(claim, group),
            heads=claim.heads,
            hedge=hedge_words(claim.value, self.say),
            bare=not isinstance(claim.value, schema.RankValue) and claim.value.hedge == "bare",
            qualifiers=qualifier_words(claim.qualifiers, self.say),
            unstated=tuple(name.replace("_", "-") for name, value in claim.qualifiers if value is None),
            place=f"{source.path}:{claim.span.line}:{claim.span.column}",
            section=claim.section,
            speaker=claim.speaker,
            confidence=claim.confidence,
            source=source,
            origin=self._origin(claim.source_id, group) if group else "",
            rule=claim.rule,
            derivation=tuple(prose(line, self.say) for line in claim.derivation),
            trace=claim.trace,
        )

    def group(self, group: schema.Group) -> GroupView:
        """Return a group with its members, comparisons and findings."""
        documents = [len(ids) for ids in group.origins]
        return GroupView(
            id=group.id,
            verdict=group.verdict,
            entity_id=group.key.entity_id,
            entity=self.entities.get(group.key.entity_id, group.key.entity_id),
            attribute_id=group.key.attribute_id,
            attribute=self.attributes.get(group.key.attribute_id, group.key.attribute_id),
            parts=key_words(group.key, self.say),
            headline=witness_words(documents, shared=bool(group.passages), say=self.say),
            alone=documents == [1],
            reasons=tuple(dict.fromkeys(prose(item.why, self.say) for item in group.lineages)),
            # In another language than the judge wrote it, the parts of the page tell the same.
            explanation=prose(group.explanation) if self.say is ENGLISH else "",
            worst=self._worst(group),
            clusters=tuple(self._cluster(cluster, group) for cluster in group.clusters),
            unresolved=tuple(self.member(claim, group) for claim in group.unresolved_claim_ids),
            # Two pairs with the same words are one to a reader.
            comparisons=tuple(dict.fromkeys(self._comparison(item) for item in group.comparisons)),
            passages=group.passages,
            not_compared=tuple(self._pair(item) for item in group.not_compared),
            findings=tuple(self.note(finding) for finding in self.findings[group.id]),
            line=number_line(group, self.claims, self.say),
            decisions=tuple(
                decision_words(one, self.say) for one in self.decisions[group.id] if one.state == "stands"
            ),
        )

    def note(self, finding: schema.Finding) -> NoteView:
        """Return a finding as a page tells it."""
        return NoteView(
            id=finding.id,
            code=finding.code,
            severity=finding.severity,
            standing=standing_words(finding, self.say),
            message=self._message(finding),
            expected=prose(finding.expected, self.say),
            found=prose(finding.found, self.say),
            gap=finding.gap,
            derivation=tuple(prose(line, self.say) for line in finding.derivation),
            claim_ids=finding.claim_ids,
        )

    def subject(self, claim: schema.Claim) -> str:
        """Return what a claim is about: ``thing · property``."""
        names = (self.entities.get(claim.entity_id, ""), self.attributes.get(claim.attribute_id, ""))
        return " · ".join(name for name in names if name)

    def _message(self, finding: schema.Finding) -> str:
        known = [self.claims[ident] for ident in finding.claim_ids if ident in self.claims]
        about = next((self.subject(claim) for claim in known), "")
        said = [
            self.say(
                "list.aside",
                text=self.say("list.quoted", text=claim.value.stated),
                more=self._place(claim.source_id, claim.span),
            )
            for claim in known
        ]
        places = said or [self._place(one.source_id, one.span) for one in finding.locations]
        return message(finding, about, places, self.say)

    def _place(self, source_id: str, span: schema.Span) -> str:
        path = self.sources[source_id].path if source_id in self.sources else source_id
        return f"{path}:{span.line}:{span.column}"

    def _origin(self, source_id: str, group: schema.Group) -> str:
        """Return who else is of the same origin: ``one origin with 海港日报``."""
        together = next((ids for ids in group.origins if source_id in ids), ())
        others = [self.sources[other] for other in together if other != source_id]
        names = dict.fromkeys(
            other.path if other.publisher == self.sources[source_id].publisher else other.publisher
            for other in others
        )
        return self.say("witness.together", others=self.say.listed(tuple(names))) if names else ""

    def _beside(self, claim: schema.Claim, group: schema.Group | None) -> str:
        """Return what a value is, where its words do not say it to whoever compares it with the others."""
        if isinstance(claim.value, schema.QuantityValue):
            return notation_words(group.shown.get(claim.id, ""), self.say) if group else ""
        if isinstance(claim.value, schema.DateValue) and claim.value.earliest is None:
            return ""
        words = value_words(claim.value, self.say)
        said = claim.value.stated
        if isinstance(claim.value, schema.DateValue):  # 2020年7月 is 2020-07 to any reader
            return "" if _numbers(words) == _numbers(said) else words
        return "" if words == said else words

    def _cluster(self, cluster: schema.Cluster, group: schema.Group) -> ClusterView:
        head = self.claims[cluster.claim_ids[0]]
        value = notation_words(cluster.shown, self.say) or value_words(head.value, self.say)
        other = notation_words(group.shown.get(head.id, ""), self.say)
        return ClusterView(
            value=value,
            other="" if other == value else other,
            origins=self.say.counted(cluster.independent_origins, "count.origin"),
            members=tuple(self.member(claim, group) for claim in cluster.claim_ids),
        )

    def _worst(self, group: schema.Group) -> ComparisonView | None:
        """Return the comparison that gave the group its relation, of several the one with the widest gap."""
        deciding = [item for item in group.comparisons if item.relation == group.relation]
        if not deciding or group.relation == "identical":
            return None
        return self._comparison(max(deciding, key=lambda item: Fraction(item.gap or 0)))

    def _comparison(self, item: schema.Comparison) -> ComparisonView:
        first, second = self.claims[item.a].value, self.claims[item.b].value
        relation = self.say.known(f"relation.{item.relation}", item.relation)
        told = relation if item.line is None else self.say("relation.line", relation=relation, n=item.line)
        return ComparisonView(
            pair=self.say("list.pair", a=first.stated, b=second.stated),
            relation=told,
            same_words=item.relation == "identical",
            # Between days and ranks there is none to tell.
            gap=gap_words(item.gap, self.say) if isinstance(first, schema.QuantityValue) else "",
            bound=prose(item.bound, self.say),
            flags=tuple(prose(flag, self.say) for flag in item.flags),
            derivation=tuple(prose(line, self.say) for line in item.derivation),
        )

    def _pair(self, item: schema.NotCompared) -> PairView:
        return PairView(
            self._named(item.a), self._named(item.b), self.say.known(f"apart.{item.part}", item.part)
        )

    def _named(self, claim_id: str) -> str:
        claim = self.claims[claim_id]
        quoted = self.say("list.quoted", text=claim.value.stated)
        return self.say("list.aside", text=quoted, more=self.sources[claim.source_id].publisher)


def _numbers(text: str) -> list[int]:
    return [int(digits) for digits in _DIGITS.findall(text)]


def _near(sentence: str, begin: int, end: int) -> tuple[str, str]:
    """Return the words closest to the figure, on one line; an ellipsis stands for the rest."""
    before, after = sentence[:begin], sentence[end:]
    left = before if len(before) <= _NEAR else f"…{before[-_NEAR:]}"
    right = after if len(after) <= _NEAR else f"{after[:_NEAR]}…"
    return left, right


def fact_words(group: GroupView, say: Language = ENGLISH) -> str:
    """Return a fact of the sources on one line: what, how much, and who says so."""
    about = " · ".join((group.entity, group.attribute, *group.parts))
    said = dict.fromkeys(f"{member.stated} ({member.place})" for member in group.members)
    return f"{about}: {say.listed(tuple(said))}" if said else about


def reading_order(group: GroupView) -> tuple[str, str, tuple[str, ...], str]:
    """Return the key by which groups are sorted for reading."""
    return group.entity, group.attribute, group.parts, group.id
