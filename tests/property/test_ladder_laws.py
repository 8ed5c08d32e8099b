"""Laws of the ladder that hold for any two values."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from builders import FT, KM, LI, M
from verify.compare.judge import agree
from verify.compare.ladder import line_of, rung
from verify.compare.nearby import Nearby
from verify.compare.rung import AGREEING
from verify.model.group import LADDER
from verify.model.quantity import Form, Hedge, Interval, Numeral, Quantity, Unit
from verify.model.span import Span
from verify.normalize.bounds import bounded

UNITS = (M, KM, LI, FT)
SPAN = Span(0, 1)


@st.composite
def definite(draw: st.DrawFn) -> Numeral:
    """A numeral of a few digits, with a decimal point or a scale."""
    digits = draw(st.integers(-9999, 9999))
    last = Fraction(10) ** draw(st.integers(-2, 5))
    zeros = 1
    while digits and digits % (10 * zeros) == 0:
        zeros *= 10
    return Numeral(SPAN, f"{digits}×{last}", digits * last, last, last * zeros, point=last < 1)


@st.composite
def indefinite(draw: st.DrawFn) -> Numeral:
    low = Fraction(10) ** draw(st.integers(1, 3))
    hard, soft = Interval(low, low * 10 - 1), Interval(low, low * 2 - 1)
    return Numeral(SPAN, "indefinite", low, Fraction(1), low, kind="indefinite", hard=hard, soft=soft)


@st.composite
def fraction(draw: st.DrawFn) -> Numeral:
    value = Fraction(draw(st.integers(1, 9)), draw(st.integers(2, 9)))
    return Numeral(SPAN, str(value), value, Fraction(1), None, kind="fraction")


@st.composite
def written(draw: st.DrawFn) -> Quantity:
    """A figure as a reader of text leaves it."""
    unit, hedge = draw(st.sampled_from(UNITS)), draw(st.sampled_from(list(Hedge)))
    shape = draw(
        st.sampled_from(("point", "point", "point", "range", "plus-minus", "indefinite", "fraction"))
    )
    if shape == "range":
        numerals = (draw(definite()), draw(definite()))
        return Quantity("range", Form.RANGE, numerals, unit, hedge)
    if shape == "plus-minus":
        numerals = (draw(definite()), draw(definite()))
        return Quantity("plus-minus", Form.RANGE, numerals, unit, Hedge.BETWEEN, ("±",))
    made = {"point": definite, "indefinite": indefinite, "fraction": fraction}[shape]
    return Quantity(shape, Form.POINT, (draw(made()),), unit, hedge)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Quantity, Quantity]:
    """Two figures under the rules of one attribute, often close to each other."""
    a = draw(written())
    b = draw(written())
    if draw(st.booleans()):
        b = a._replace(
            hedge=b.hedge if a.form is b.form else a.hedge, unit=draw(st.sampled_from((a.unit, b.unit)))
        )
    exact = draw(st.booleans()) and draw(st.booleans())
    tolerance = draw(st.sampled_from((None, Fraction(1, 20), Fraction(2, 5))))
    minimum, maximum = draw(
        st.sampled_from(((None, None), (Fraction(0), None), (Fraction(0), Fraction(10**6))))
    )
    rules = {"exact": exact, "tolerance": tolerance, "minimum": minimum, "maximum": maximum}
    return bounded(a, **rules), bounded(b, **rules)


@given(pairs())
@settings(max_examples=400, deadline=None)
def test_exactly_one_line_whatever_the_order(pair: tuple[Quantity, Quantity]) -> None:
    a, b = pair
    there, back = rung(a, b), rung(b, a)
    assert there.line == back.line
    assert there.relation is back.relation is LADDER[there.line]
    assert (there.gap, there.flags) == (back.gap, back.flags)
    assert there.derivation
    assert there.bound


@given(pairs())
@settings(max_examples=200, deadline=None)
def test_meaning_lies_within_what_the_words_allow(pair: tuple[Quantity, Quantity]) -> None:
    for figure in pair:
        assert not figure.hard.empty
        assert not figure.soft.empty
        assert figure.soft.within(figure.hard)
        assert figure.hard.within(figure.wide)


@given(pairs())
@settings(max_examples=200, deadline=None)
def test_quick_answer_is_the_answer(pair: tuple[Quantity, Quantity]) -> None:
    assert agree(*pair) == (line_of(*pair) in AGREEING)


@given(written())
@settings(max_examples=200, deadline=None)
def test_a_value_is_identical_to_itself(figure: Quantity) -> None:
    assert line_of(bounded(figure), bounded(figure)) == 1


@given(written(), written(), st.sampled_from([Fraction(1000), Fraction(1, 7), Fraction("25.4")]))
@settings(max_examples=200, deadline=None)
def test_another_unit_on_both_sides_changes_nothing(a: Quantity, b: Quantity, worth: Fraction) -> None:
    def elsewhere(figure: Quantity) -> Quantity:
        unit = Unit(f"{figure.unit.name}'", figure.unit.base, figure.unit.factor * worth)
        return bounded(figure._replace(unit=unit))

    assert line_of(elsewhere(a), elsewhere(b)) == line_of(bounded(a), bounded(b))


@given(written(), written(), st.integers(-6, 6))
@settings(max_examples=300, deadline=None)
def test_equal_rewriting_with_the_same_last_digit_keeps_the_verdict(
    a: Quantity, b: Quantity, power: int
) -> None:
    worth = Fraction(10) ** power

    def moved(numeral: Numeral) -> Numeral:
        none = numeral.nonzero is None
        return numeral._replace(
            text=f"{numeral.text}'",
            value=numeral.value * worth,
            last=numeral.last * worth,
            nonzero=None if none else numeral.nonzero * worth,  # type: ignore[operator]
            hard=numeral.hard and numeral.hard.scaled(worth),
            soft=numeral.soft and numeral.soft.scaled(worth),
        )

    unit = Unit(f"{b.unit.name}'", b.unit.base, b.unit.factor / worth)
    rewritten = bounded(b._replace(unit=unit, numerals=tuple(moved(numeral) for numeral in b.numerals)))
    before, after = line_of(bounded(a), bounded(b)), line_of(bounded(a), rewritten)
    assume(0 not in (before, after))  # the same numeral in another unit: that is what was rewritten
    assert {1: 2}.get(after, after) == {1: 2}.get(before, before)


@given(written(), written())
@settings(max_examples=200, deadline=None)
def test_what_agrees_meets(a: Quantity, b: Quantity) -> None:
    left, right = bounded(a), bounded(b)
    if line_of(left, right) in (4, 5) and not (left.ends and right.ends):
        assert left.hard.meets(right.hard)


@given(pairs())
@settings(max_examples=500)
def test_what_agrees_is_found_nearby(pair: tuple[Quantity, Quantity]) -> None:
    a, b = pair
    assume(agree(a, b))
    nearby = Nearby()
    nearby.add(0, a)
    assert nearby.near(b, 1) == [0]


@given(st.lists(pairs(), min_size=1, max_size=8))
@settings(max_examples=100, deadline=None)
def test_what_is_nearby_is_told_in_order(many: list[tuple[Quantity, Quantity]]) -> None:
    values = [value for pair in many for value in pair]
    nearby = Nearby()
    for number, value in enumerate(values):
        assert nearby.near(value, number) == sorted({*nearby.near(value, number)})
        assert {place for place in range(number) if agree(value, values[place])} <= {
            *nearby.near(value, number)
        }
        nearby.add(number, value)
