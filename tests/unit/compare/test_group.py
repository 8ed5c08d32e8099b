"""From claims to groups and verdicts (SEMANTICS §5)."""

from __future__ import annotations

import datetime as dt
import random
import sys
from fractions import Fraction
from types import FrameType

import pytest

from builders import ACTUAL, DESIGNED, KM, MILE, PLANNED, YUAN, M, claim, day, period, q, unresolved
from verify.compare.group import group
from verify.model.claim import BEFORE, Claim, Confidence, Step
from verify.model.document import Section, Source
from verify.model.entity import Attribute
from verify.model.group import Group, NotCompared, Passage, Relation, Verdict
from verify.model.quantity import Hedge, Quantity, Unit
from verify.model.rank import Rank

LENGTH = Attribute("length", "length", "meter")
STAFF = Attribute("staff", "staff", "meter", varies=True)
Q1 = period("一季度", "2022-01-01", "2022-03-31", "quarter")
Q2 = period("二季度", "2022-04-01", "2022-06-30", "quarter")


def km(number: str, hedge: Hedge = Hedge.BARE) -> Quantity:
    u = "0.1" if "." in number else "1"
    return q(f"{number}公里{'' if hedge is Hedge.BARE else hedge}", number, u, None, KM, hedge)


def groups(
    *claims: Claim, attributes: tuple[Attribute, ...] = (LENGTH, STAFF), sources: tuple[Source, ...] = ()
) -> tuple[Group, ...]:
    made = group(claims, attributes, sources).items
    for seed in range(3):
        shuffled = list(claims)
        random.Random(seed).shuffle(shuffled)
        assert group(shuffled, attributes, sources).items == made
    ids = [one for found in made for cluster in found.clusters for one in cluster.claim_ids]
    ids += [one for found in made for one in found.unresolved_claim_ids]
    assert sorted(ids) == sorted(one.id for one in claims)  # each claim stands in one place
    assert len({found.id for found in made}) == len(made)
    return made


def members(made: tuple[Group, ...]) -> list[list[tuple[str, ...]]]:
    return sorted([list(cluster.claim_ids) for cluster in found.clusters] for found in made)  # type: ignore[misc]


def test_agreement_of_two() -> None:
    (found,) = groups(claim("a", km("55")), claim("b", q("55000米", "55000", "1", "1000", M)))
    assert (found.verdict, found.relation) == (Verdict.AGREEMENT, Relation.EQUAL)
    assert found.origins == (("a",), ("b",))
    (cluster,) = found.clusters
    # 55000米 is the more precise: its last digit is worth a metre
    assert cluster.claim_ids == ("b@0", "a@0")
    assert (cluster.number, cluster.unit, cluster.independent_origins) == (55000, "meter", 2)
    assert [(one.a, one.b, one.line) for one in found.comparisons] == [("a@0", "b@0", 2)]
    assert found.explanation == "2 documents, 2 origins: they agree on 55000米."


def test_lone_claim_is_single_source() -> None:
    (found,) = groups(claim("a", km("55")))
    assert (found.verdict, found.relation, found.comparisons) == (Verdict.SINGLE, Relation.IDENTICAL, ())
    assert found.explanation == "1 document, 1 origin: only one origin says 55公里."


def test_one_document_is_one_origin_however_often_it_says_so() -> None:
    (found,) = groups(claim("a", km("55")), claim("a", km("55"), at=90))
    assert (found.verdict, len(found.origins)) == (Verdict.SINGLE, 1)


def test_document_that_contradicts_itself() -> None:
    (found,) = groups(claim("a", km("55")), claim("a", km("65"), at=90))
    assert (found.verdict, found.origins) == (Verdict.CONFLICT, (("a",),))


def test_conflict_names_both() -> None:
    (found,) = groups(claim("a", km("55")), claim("b", km("65")), claim("c", km("65")))
    assert (found.verdict, found.relation) == (Verdict.CONFLICT, Relation.CONFLICT)
    assert [cluster.claim_ids for cluster in found.clusters] == [("a@0",), ("b@0", "c@0")]
    # 10 / 65 = 15.38… %
    assert found.explanation == (
        "3 documents, 3 origins: a says 55公里, b says 65公里 "
        "(conflict, gap 15.4%): nothing meets: 54.5 to under 55.5公里, and 64.5 to under 65.5公里."
    )


def test_coarse_value_never_hides_that_two_precise_ones_differ() -> None:
    # 61 rounds 60.6 and 61.3 alike; 61.3 is nearer (0.3 of 61.3 against 0.4 of 61)
    (found,) = groups(claim("a", km("60.6")), claim("b", km("61")), claim("c", km("61.3")))
    assert [cluster.claim_ids for cluster in found.clusters] == [("a@0",), ("c@0", "b@0")]
    assert found.verdict is Verdict.CONFLICT
    assert [(one.a, one.b, one.line) for one in found.comparisons] == [("a@0", "c@0", 8), ("b@0", "c@0", 3)]


def test_possible_conflict() -> None:
    (found,) = groups(claim("a", km("189")), claim("b", q("190公里", "190", "1", "10", KM)))
    assert (found.verdict, found.relation) == (Verdict.POSSIBLE, Relation.POSSIBLE)


def test_hedges_that_differ_are_said() -> None:
    (found,) = groups(claim("a", km("55")), claim("b", km("55", Hedge.ABOUT)))
    assert (found.verdict, found.relation) == (Verdict.AGREEMENT, Relation.HEDGE_DIFFERS)
    assert "The hedges differ (55公里, 55公里about)." in found.explanation


def test_entities_attributes_and_scopes_never_meet() -> None:
    made = groups(
        claim("a", km("55")),
        claim("b", km("65"), entity="tunnel"),
        claim("c", km("75"), attribute="width"),
        claim("d", km("85"), scope="phase 1"),
        claim("e", q("5元", "5", "1", None, YUAN)),
    )
    assert len(made) == 5
    assert {found.verdict for found in made} == {Verdict.SINGLE}


def test_pairs_of_one_attribute_that_were_kept_apart_are_listed_in_both_groups() -> None:
    made = groups(claim("a", km("55")), claim("b", km("85"), scope="phase 1"))
    assert [found.not_compared for found in made] == [(NotCompared("a@0", "b@0", "scope"),)] * 2


def test_unstated_time_joins_the_only_time() -> None:
    (found,) = groups(claim("a", km("55"), time=Q1), claim("b", km("55")))
    assert found.verdict is Verdict.AGREEMENT
    assert found.key.time == Q1
    (found,) = groups(claim("a", km("55"), time=Q1), claim("b", km("65")))
    assert (found.verdict, found.relation) == (Verdict.POSSIBLE, Relation.POSSIBLE)


def test_unstated_time_that_fits_several_stands_alone() -> None:
    made = groups(claim("a", km("55"), time=Q1), claim("b", km("65"), time=Q2), claim("c", km("55")))
    assert members(made) == [[["a@0"]], [["b@0"]], [["c@0"]]]
    (alone,) = [found for found in made if found.key.time is None]
    assert alone.not_compared == (NotCompared("a@0", "c@0", "time"), NotCompared("b@0", "c@0", "time"))


def test_ignored_time_joins_all() -> None:
    timeless = Attribute("length", "length", "meter", ignores=("time",))
    (found,) = groups(
        claim("a", km("55"), time=Q1),
        claim("b", km("55"), time=Q2),
        claim("c", km("65")),
        attributes=(timeless,),
    )
    assert (found.verdict, found.key.time) == (Verdict.CONFLICT, None)


def test_keys_that_complete_each_other_join() -> None:
    (found,) = groups(claim("a", km("55"), time=Q1), claim("b", km("55"), base="year-on-year"))
    assert (found.key.time, found.key.base) == (Q1, "year-on-year")
    made = groups(
        claim("a", km("55"), time=Q1),
        claim("b", km("55"), base="year-on-year"),
        claim("c", km("55"), base="quarter-on-quarter"),
    )
    assert members(made) == [[["a@0"]], [["b@0"]], [["c@0"]]]


def test_doubt_about_the_representative_hides_no_conflict() -> None:
    """The precise claim leaves the time open; a coarser one beside it does not."""
    (found,) = groups(claim("a", km("61.3")), claim("b", km("61"), time=Q1), claim("c", km("71"), time=Q1))
    assert found.verdict is Verdict.CONFLICT
    relations = {(one.a, one.b): one.relation for one in found.comparisons}
    assert relations["a@0", "c@0"] is Relation.POSSIBLE
    assert relations["b@0", "c@0"] is Relation.CONFLICT


def test_doubt_about_what_the_representative_measures_is_told() -> None:
    """Whether it is the peak is open, which no agreement with a peak settles."""
    peaks = claim("b", km("61"), statistic="peak"), claim("c", km("71"), statistic="peak")
    (found,) = groups(claim("a", km("61.3")), *peaks)
    relations = {(one.a, one.b): one.relation for one in found.comparisons}
    assert relations["a@0", "c@0"] is Relation.POSSIBLE
    assert relations["b@0", "c@0"] is Relation.CONFLICT


def test_words_that_another_claim_names_as_a_part_join_it_where_they_agree() -> None:
    """What stands before the attribute may be a part: it is one where its value agrees."""
    named, loose = {"scope": "一期"}, {"scope": "一期", "loose": True}
    assert members(groups(claim("a", km("55"), **named), claim("b", km("55"), **loose))) == [[["a@0", "b@0"]]]
    piece = {"scope": "一期工程", "loose": True}
    assert members(groups(claim("a", km("55"), **named), claim("b", km("55"), **piece))) == [[["a@0", "b@0"]]]
    apart = groups(claim("a", km("55"), **named), claim("b", km("65"), **piece))
    assert members(apart) == [[["a@0"]], [["b@0"]]]


def test_the_very_words_that_another_document_has_for_a_part_are_that_part() -> None:
    named, loose = {"scope": "一期"}, {"scope": "一期", "loose": True}
    (found,) = groups(claim("a", km("55"), **named), claim("b", km("65"), **loose))
    assert found.verdict is Verdict.CONFLICT
    inherited = claim("b", km("65"), **loose)._replace(trace=(Step("scope", "一期", "sentence"),))
    assert members(groups(claim("a", km("55"), **named), inherited)) == [[["a@0"]], [["b@0"]]]


def test_the_label_of_a_row_is_the_one_part_that_is_called_by_it_and_a_noun() -> None:
    row = claim("a", km("55"), scope="premium")._replace(section=Section.TABLE)
    prose = claim("b", km("65"), scope="premium edition")
    assert [found.verdict for found in groups(row, prose)] == [Verdict.CONFLICT]
    two = groups(row, prose, claim("c", km("65"), scope="premium car"))
    assert len(two) == 3
    other = groups(row, claim("b", km("65"), scope="old premium edition"))
    assert len(other) == 2
    named = groups(row, prose, claim("c", km("75"), scope="premium"))
    assert sorted(len(found.clusters) for found in named) == [1, 2]


def test_a_rate_by_the_month_and_one_by_the_year_agree_or_are_not_compared() -> None:
    month = Unit("CNY/month", "CNY/second", Fraction(1, 2629800))
    year = Unit("CNY/year", "CNY/second", Fraction(1, 31557600))
    monthly = claim("a", q("15", "15", "1", "1", month, exact=True), statistic="per month")
    yearly = {
        number: claim("b", q(number, number, "1", "1", year, exact=True), statistic="per year")
        for number in ("180", "150")
    }
    (found,) = groups(monthly, yearly["180"])
    assert found.verdict is Verdict.AGREEMENT
    assert members(groups(monthly, yearly["150"])) == [[["a@0"]], [["b@0"]]]
    amount = claim("b", q("180", "180", "1", "1", YUAN), statistic="per year")
    assert len(groups(monthly, amount)) == 2


def test_low_confidence_is_at_most_a_possible_conflict() -> None:
    (found,) = groups(claim("a", km("55"), confidence=Confidence.LOW), claim("b", km("65")))
    assert found.verdict is Verdict.POSSIBLE


def test_other_modality_joins_where_it_agrees() -> None:
    (found,) = groups(claim("a", km("55"), modality=DESIGNED), claim("b", km("55"), modality=ACTUAL))
    assert (found.verdict, found.comparisons[0].bound) == (
        Verdict.AGREEMENT,
        "the same words; modality differs",
    )


def test_other_modality_is_a_group_of_its_own_where_it_does_not() -> None:
    made = groups(claim("a", km("150"), modality=PLANNED), claim("b", km("52"), modality=ACTUAL))
    assert members(made) == [[["a@0"]], [["b@0"]]]
    assert {pair for found in made for pair in found.not_compared} == {NotCompared("a@0", "b@0", "modality")}


def test_plain_sentence_joins_the_modality_that_it_agrees_with() -> None:
    planned, actual = claim("a", km("150"), modality=PLANNED), claim("b", km("52"), modality=ACTUAL)
    assert members(groups(planned, actual, claim("c", km("52")))) == [[["a@0"]], [["b@0", "c@0"]]]
    assert members(groups(planned, actual, claim("c", km("99")))) == [[["a@0"]], [["b@0"]], [["c@0"]]]


def test_conflict_within_one_modality_stays() -> None:
    (found,) = groups(
        claim("a", km("55"), modality=DESIGNED),
        claim("b", km("55"), modality=ACTUAL),
        claim("c", km("65"), modality=DESIGNED),
    )
    assert found.verdict is Verdict.CONFLICT
    assert [(one.a, one.b) for one in found.comparisons if one.relation is Relation.CONFLICT] == [
        ("a@0", "c@0")
    ]
    # a and b are equal; a, the claim of what is designed, is not who represents them
    assert found.clusters[0].claim_ids == ("b@0", "a@0")
    assert found.not_compared == (NotCompared("b@0", "c@0", "modality"),)


def test_older_count_is_superseded() -> None:
    sources = (
        Source("a", "a", published=dt.date(2022, 1, 1)),
        Source("b", "b", published=dt.date(2022, 6, 1)),
    )
    made = groups(
        claim("a", km("55"), attribute="staff"), claim("b", km("65"), attribute="staff"), sources=sources
    )
    assert [found.verdict for found in made] == [Verdict.SINGLE, Verdict.SINGLE]
    assert made[0].not_compared == made[1].not_compared == (NotCompared("a@0", "b@0", "superseded"),)
    (found,) = groups(
        claim("a", km("55"), attribute="staff"), claim("b", km("55"), attribute="staff"), sources=sources
    )
    assert found.verdict is Verdict.AGREEMENT


def test_unresolved_date_is_listed_and_compared_with_nothing() -> None:
    launch = {"attribute": "launch"}
    (found,) = groups(
        claim("a", day("2022-01-24"), **launch),
        claim("b", day("2022-01-24"), **launch),
        claim("c", unresolved("今天"), **launch),
    )
    assert (found.verdict, found.unresolved_claim_ids) == (Verdict.AGREEMENT, ("c@0",))
    assert [one.b for one in found.comparisons] == ["b@0"]
    (alone,) = groups(claim("c", unresolved("今天"), **launch))
    assert (alone.verdict, alone.relation, alone.clusters) == (Verdict.SINGLE, Relation.NOT_COMPARED, ())


def test_dates_that_differ_conflict() -> None:
    (found,) = groups(
        claim("a", day("2022-01-24"), attribute="launch"), claim("b", day("2022-01-25"), attribute="launch")
    )
    assert (found.verdict, found.comparisons[0].flags) == (Verdict.CONFLICT, ("off by one",))


def test_equal_ranks_agree_and_others_never_meet() -> None:
    def rank(words: str, region: str = "亚洲") -> Rank:
        return Rank(words, "largest", False, "桥", region)

    made = groups(
        claim("a", rank("最大之一"), attribute="rank"),
        claim("b", rank("one of the largest"), attribute="rank"),
        claim("c", rank("最大之一", "世界"), attribute="rank"),
    )
    assert sorted((found.verdict, found.relation) for found in made) == [
        (Verdict.AGREEMENT, Relation.EQUAL),
        (Verdict.SINGLE, Relation.IDENTICAL),
    ]


CLAUSE = "记者从建设部门获悉，这座大桥的主线全长55公里，双向都有三条车道"


def test_three_documents_two_origins_which_share_a_release() -> None:
    (found,) = groups(
        claim("a", km("55"), context=f"昨天，{CLAUSE}。"),
        claim("b", km("55"), context=f"{CLAUSE}，今天开放。"),
        claim("c", km("55"), context="大桥长55公里。"),
    )
    assert found.origins == (("a", "b"), ("c",))
    assert found.clusters[0].independent_origins == 2
    assert found.verdict is Verdict.AGREEMENT
    assert found.passages == (Passage(("a", "b"), CLAUSE),)
    assert found.explanation == (
        "3 documents, 2 origins, which share a release: they agree on 55公里. "
        "a and b are one origin: a and b share the words around the figure."
    )


def test_copies_alone_are_no_agreement() -> None:
    (found,) = groups(claim("a", km("55"), context=CLAUSE), claim("b", km("55"), context=CLAUSE))
    assert (found.verdict, len(found.origins)) == (Verdict.SINGLE, 1)


def test_passages_that_the_documents_share_elsewhere_are_listed() -> None:
    shared = Passage(("a", "b", "z"), "elsewhere")
    claims = [claim("a", km("55")), claim("b", km("55")), claim("c", km("55"), entity="tunnel")]
    made = group(claims, [LENGTH], [], passages=[shared]).items
    assert sorted(found.passages for found in made) == [(), (Passage(("a", "b"), "elsewhere"),)]


def test_id_tells_the_key_and_not_the_sources() -> None:
    (one,), (other,) = groups(claim("a", km("55"))), groups(claim("b", km("65"), at=7))
    assert one.id == other.id
    assert one.id.startswith("g-")
    assert len(one.id) == 14
    (designed,) = groups(claim("a", km("55"), modality=DESIGNED))
    assert designed.id != one.id


def test_work_on_large_buckets_grows_with_their_size() -> None:
    def calls(size: int) -> int:
        """Count the calls of functions: the work, whatever the machine is busy with."""
        days = [str(dt.date(2020, 1, 1) + dt.timedelta(n)) for n in range(size)]
        series = [
            claim(f"s{n}", km(str(n + 1)), time=period(f"第{n}天", day, day, "day"))
            for n, day in enumerate(days)
        ]
        copies = [claim(f"t{n}", km("55"), entity="tunnel") for n in range(2 * size)]
        counted = 0

        def count(frame: FrameType, event: str, argument: object) -> None:
            nonlocal counted
            counted += event == "call"

        before = sys.getprofile()
        sys.setprofile(count)
        try:
            made = group([*series, *copies], [LENGTH], []).items
        finally:
            sys.setprofile(before)
        assert len(made) == size + 1
        return counted

    small, large = calls(150), calls(600)
    assert large < 5 * small  # four times the claims: sixteen times the pairs


def test_gap_is_exact() -> None:
    (found,) = groups(claim("a", km("55")), claim("b", km("65")))
    assert found.comparisons[0].gap == Fraction(2, 13)


def test_nothing_gives_nothing() -> None:
    assert groups() == ()


# --- a source that says several things under one key has not been read finely enough


def test_a_source_of_several_minds_makes_no_conflict_with_another() -> None:
    mixed = (claim("a", km("55")), claim("a", km("42"), at=40))
    (found,) = groups(*mixed, claim("b", km("48")))
    across = [item for item in found.comparisons if item.a[0] != item.b[0]]
    assert {item.relation for item in across} == {Relation.POSSIBLE}
    assert all("says several things" in item.bound for item in across)


def test_what_it_says_as_others_do_agrees_all_the_same() -> None:
    mixed = (claim("a", km("55")), claim("a", km("42"), at=40))
    (found,) = groups(*mixed, claim("b", km("55")))
    assert ("a@0", "b@0") in {tuple(sorted(cluster.claim_ids)) for cluster in found.clusters}


def test_what_one_source_tells_side_by_side_makes_no_conflict_of_two_others() -> None:
    less = Confidence.MEDIUM
    mixed = (claim("a", km("55"), confidence=less), claim("a", km("42"), at=40, confidence=less))
    (found,) = groups(*mixed, claim("b", km("55")), claim("c", km("42")))
    assert (found.verdict, found.relation) == (Verdict.POSSIBLE, Relation.POSSIBLE)


def test_a_third_value_is_in_conflict_with_one_that_a_source_of_two_minds_tells_as_well() -> None:
    less = Confidence.MEDIUM
    mixed = (claim("a", km("55"), confidence=less), claim("a", km("42"), at=40, confidence=less))
    (found,) = groups(*mixed, claim("b", km("55")), claim("c", km("48")))
    assert found.verdict is Verdict.CONFLICT


# --- what one document tells far apart is several facts


def test_what_one_document_tells_far_apart_is_two_facts() -> None:
    far = (claim("a", km("18.4")), claim("a", q("160米", "160", "1", "10", M), at=40))
    assert members(groups(*far)) == [[["a@0"]], [["a@40"]]]
    assert {found.verdict for found in groups(*far)} == {Verdict.SINGLE}


def test_another_document_is_held_against_the_nearest_of_them() -> None:
    far = (claim("a", km("18.4")), claim("a", q("160米", "160", "1", "10", M), at=40))
    made = groups(*far, claim("b", km("14.8")), claim("c", km("18.4")))
    together = {frozenset(one for cluster in found.clusters for one in cluster.claim_ids) for found in made}
    assert together == {frozenset({"a@0", "b@0", "c@0"}), frozenset({"a@40"})}
    assert {found.verdict for found in made} == {Verdict.SINGLE, Verdict.CONFLICT}


def test_three_values_of_one_document_are_three_facts() -> None:
    made = groups(claim("a", km("10")), claim("a", km("12"), at=40), claim("a", km("15"), at=80))
    assert members(made) == [[["a@0"]], [["a@40"]], [["a@80"]]]


@pytest.mark.parametrize(("first", "second"), [("18", "81"), ("4.2", "42"), ("55", "65")])
def test_a_slip_of_the_pen_is_a_conflict_however_far_it_leads(first: str, second: str) -> None:
    (found,) = groups(claim("a", km(first)), claim("a", km(second), at=40))
    assert found.verdict is Verdict.CONFLICT


def test_two_sentences_that_are_one_but_for_the_figure_conflict() -> None:
    told = [
        claim("a", km(number), at=at)._replace(sentence=f"白鹭大桥全长{number}公里。", quote=f"{number}公里")
        for number, at in (("20", 0), ("50", 40))
    ]
    (found,) = groups(*told)
    assert found.verdict is Verdict.CONFLICT


def test_far_values_of_two_documents_conflict() -> None:
    (found,) = groups(claim("a", km("20")), claim("b", km("50")))
    assert found.verdict is Verdict.CONFLICT


def test_very_far_values_of_two_documents_are_two_facts_but_for_a_slip() -> None:
    made = groups(claim("a", km("5")), claim("b", km("3920")))
    assert {found.verdict for found in made} == {Verdict.SINGLE}
    (slip,) = groups(claim("a", km("5")), claim("b", km("5000")))
    assert slip.verdict is Verdict.CONFLICT


@pytest.mark.parametrize("others", ["a", "b"], ids=["one document", "two documents"])
def test_one_numeral_in_two_units_is_a_slip_however_far_it_leads(others: str) -> None:
    miles = claim("a", q("30英里", "30", "1", "10", MILE))
    (found,) = groups(miles, claim(others, q("30米", "30", "1", "10", M), at=40))
    assert found.verdict is Verdict.CONFLICT


def test_two_that_each_say_one_thing_conflict() -> None:
    (found,) = groups(claim("a", km("55")), claim("b", km("48")))
    assert found.verdict is Verdict.CONFLICT


def test_cells_of_one_document_are_two_facts() -> None:
    cells = [
        claim("a", km(number), at=at)._replace(section=Section.TABLE)
        for number, at in (("55", 0), ("48", 40))
    ]
    assert [one.verdict for one in groups(*cells)] == [Verdict.SINGLE, Verdict.SINGLE]
    other = cells[1]._replace(id="b@0", source_id="b")
    (found,) = groups(cells[0], other)
    assert found.verdict is Verdict.CONFLICT


def test_one_document_contradicts_itself_only_where_both_are_surely_read() -> None:
    sure, less = claim("a", km("55")), claim("a", km("48"), at=40, confidence=Confidence.MEDIUM)
    (found,) = groups(sure, less)
    assert found.verdict is Verdict.POSSIBLE
    (found,) = groups(sure, less._replace(confidence=Confidence.HIGH))
    assert found.verdict is Verdict.CONFLICT


@pytest.mark.parametrize(
    ("attribute", "across"),
    [("~[meter]", [Verdict.SINGLE] * 2), ("count of [count of 灯]", [Verdict.POSSIBLE])],
)
def test_what_only_a_unit_tells_is_several_facts_of_one_document(
    attribute: str, across: list[Verdict]
) -> None:
    def told(source: str, number: str, at: int = 0) -> Claim:
        one = claim(source, km(number), at=at, confidence=Confidence.LOW)
        return one._replace(attribute_id=attribute)

    first, second = told("a", "55"), told("a", "48", at=40)
    assert [one.verdict for one in groups(first, second)] == [Verdict.SINGLE, Verdict.SINGLE]
    found = groups(first, second, told("b", "48"))
    assert sorted(one.verdict for one in found) == [Verdict.AGREEMENT, Verdict.SINGLE]
    assert [one.verdict for one in groups(first, told("b", "48"))] == across


def test_words_of_two_languages_that_may_be_parts_agree_or_are_not_compared() -> None:
    def part(source: str, number: str, words: str) -> Claim:
        one = claim(source, km(number), scope=words)
        return one._replace(qualifiers=one.qualifiers._replace(loose=True))

    assert len(groups(part("a", "55", "upper dam"), part("b", "48", "隧洞"))) == 2
    (found,) = groups(part("a", "55", "upper dam"), part("b", "55", "上水库大坝"))
    assert found.verdict is Verdict.AGREEMENT
    (found,) = groups(part("a", "55", "dam"), part("b", "48", "dam crest"))
    assert found.verdict is Verdict.CONFLICT
    (found,) = groups(part("a", "55", "大坝"), part("b", "48", "上水库大坝"))
    assert found.verdict is Verdict.CONFLICT
    assert len(groups(part("a", "55", "tea"), part("b", "48", "green tea"))) == 2  # a sort of it


def test_what_was_before_a_change_is_of_the_one_time_when_another_source_tells_the_same() -> None:
    this, last = period("2023年", "2023-01-01", "2023-12-31"), period("2022年", "2022-01-01", "2022-12-31")
    also, next_ = period("2022", "2022-01-01", "2022-12-31"), period("2024年", "2024-01-01", "2024-12-31")
    was = claim("a", km("385"), time=this, scope=BEFORE)
    told = claim("b", km("385"), time=last), claim("c", km("385"), time=also)
    assert [sorted(one) for one in members(groups(was, *told))[0]] == [["a@0", "b@0", "c@0"]]
    assert len(groups(was, claim("b", km("421"), time=last))) == 2
    assert len(groups(was, claim("b", km("385"), time=next_))) == 2
    earlier = claim("c", km("385"), time=period("2021年", "2021-01-01", "2021-12-31"))
    assert len(groups(was, claim("b", km("385"), time=last), earlier)) == 3
