"""Units: a closed table of spellings in front of pint's algebra.

Comes in: the lines of ``rules/units/*.txt``, in pint's own definition syntax::

    @group metric                               units below take the prefixes of the group
    meter = [length] = m = 米 = 公尺             name, definition, symbol (or _), other spellings
    @end
    亩 = 2000/3 * meter**2 = _ = 市亩            a unit by others, exact fractions
    kilometer/hour = _ = km/h = 公里每小时       spellings of a compound: no definition
    @group metric                               prefixes of a group
    kilo- = 1000 = k- = 千                      name, factor, symbol, other spellings
    @end

Goes out: ``UnitTable``, which finds the longest spelling at a place of a text; ``catalog.unit_load``
builds it.  pint sees the lines alone, never text (it reads ``1 ℃`` as 1 and hangs on ``9**9**9``); products
of the units that it made of them are left to ``catalog.unit_algebra``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from verify.catalog.unit_algebra import Algebra
from verify.catalog.unit_examples import UnitExample
from verify.catalog.unit_lines import UnitLine
from verify.model.quantity import Unit
from verify.text.fold import folded

LATIN = re.compile(r"[A-Za-zµμΩ]")
_LATIN_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzµμΩ")
_SIGNS = frozenset("$€£₹₩₽฿")
"""Signs of money that stand before their number as well."""
_LATIN_ENDS = _LATIN_LETTERS | frozenset("0123456789")
CASELESS = 4
"""From this length a Latin spelling is matched in any case (petaflops, PetaFLOPS)."""


_POSSESSIVE = ("'s ", "\u2019s ")


@dataclass(eq=False)
class UnitTable:
    """All spellings, and the units behind them."""

    algebra: Algebra
    """What each name is worth."""
    spellings: dict[str, str] = field(default_factory=dict)
    """Folded spelling to canonical expression (``petaflop/second``)."""
    caseless: dict[str, str] = field(default_factory=dict)
    """Lower-case spelling to canonical expression, where the case carries no meaning."""
    lengths: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """First two characters, in lower case, to the lengths of the spellings that begin with them, longest
    first; 1 among them, and by the first alone, where that is a spelling itself."""
    coherent: dict[tuple[tuple[str, Fraction], ...], str] = field(default_factory=dict)
    """Dimension to the name of its coherent unit (watt, joule)."""
    nouns: dict[str, str] = field(default_factory=dict)
    """Folded noun in lower case to the noun that it means (gardens: 花园), of ``rules/nouns``."""
    lines: tuple[UnitLine, ...] = ()
    """The lines of the files, in their order."""
    examples: tuple[UnitExample, ...] = ()
    doubtful: frozenset[str] = frozenset()
    """Folded words of lines that are wrong: whoever uses one need not be told that it is unknown."""
    _units: dict[str, Unit] = field(default_factory=dict)

    def match(self, text: str, start: int) -> tuple[str, int] | None:
        """Return canonical expression and end of the longest spelling at ``start``, or None."""
        lengths = self.lengths.get(text[start : start + 2].lower())
        if lengths is None:
            lengths = self.lengths.get(text[start : start + 1].lower(), ())
        for length in lengths:
            end = start + length
            piece = text[start:end]
            name = self.spellings.get(piece)
            if name is None and length >= CASELESS:
                name = self.caseless.get(piece.lower())
            if name is None or len(piece) < length:
                continue
            if piece[-1] in _SIGNS and text[end : end + 1].isdecimal():
                continue  # the € of 3 €5 notes is of the number behind it
            if piece[-1].isdecimal() and text[end : end + 1].isdecimal():
                continue  # m3 of 27m31s
            if piece[-1] in _LATIN_ENDS and end < len(text) and text[end] in _LATIN_LETTERS:
                continue  # m of most
            if text.startswith(_POSSESSIVE, end) and self.unit(name).counts:
                continue  # 120 children's films count no children
            return name, end
        return None

    def named(self, spelling: str) -> str | None:
        """Return the canonical expression of a spelling, or None."""
        key = folded(spelling)
        return self.spellings.get(key) or self.caseless.get(key.lower())

    def unit(self, expression: str) -> Unit:
        """Return the unit of a canonical expression such as ``petaflop/second``, or of a spelling.

        Raises ``KeyError`` for what no line defines.
        """
        known = self._units.get(expression)
        if known is None:
            try:
                known = self._resolve(expression)
            except KeyError:
                name = self.named(expression)
                if name is None:
                    raise
                known = self._resolve(name)
            self._units[expression] = known
        return known

    def counted(self, noun: str) -> Unit:
        """Return the unit of a count of ``noun``: a dimension of its own, of what the noun means."""
        noun = self.noun(noun) or noun or "?"
        if noun in self.spellings and self.unit(self.spellings[noun]).counts:
            return self.unit(self.spellings[noun])
        return count_of(noun)

    def noun(self, word: str) -> str | None:
        """Return what a noun in lower case, of either number, means; None where no rule tells."""
        for form in (word, f"{word}s", f"{word}es", f"{word[:-1]}ies") if word.isascii() else (word,):
            if form in self.nouns:
                return self.nouns[form]
            unit = self.spellings.get(form)
            if unit is not None and self.unit(unit).counts:
                return unit
        return None

    def quotient(self, above: Unit, below: Unit, several: int = 1) -> Unit:
        """Return ``above`` per ``below``, or per several of it; counts of a noun stay counts of it."""
        if several != 1:
            one = self.quotient(above, below)
            name = f"{above.name}/({several}*{below.name})"
            return Unit(name, one.base, one.factor / several)
        name = _quotient_name("1" if above.name == "dimensionless" else above.name, below.name)
        if "[" not in name:
            return self.unit(name)
        base = _quotient_name(above.base, below.base)
        return Unit(name, base, above.factor / below.factor)

    def product(self, one: Unit, other: Unit) -> Unit:
        """Return the product of two units that lines define."""
        return self.unit(f"{one.name}*{other.name}")

    def _resolve(self, expression: str) -> Unit:
        worth = self.algebra.worth(expression)
        base = self.coherent.get(worth.powers) or _spell(worth.powers)
        return Unit("".join(expression.split()), base, worth.factor, worth.offset)


def count_of(name: str) -> Unit:
    """Return the unit of a count of what has this very name."""
    return Unit(f"[count of {name}]", f"[count of {name}]")


def _quotient_name(above: str, below: str) -> str:
    if "/" in below or "*" in below.replace("**", ""):
        below = f"({below})"
    return f"{above}/{below}"


def _spell(powers: Iterable[tuple[str, Fraction]]) -> str:
    """Write a product of powers: ``kilogram*meter**2/second**2``."""
    above = [_power(name, power) for name, power in powers if power > 0]
    below = [_power(name, -power) for name, power in powers if power < 0]
    if not above and not below:
        return "dimensionless"
    return "*".join(above or ["1"]) + "".join(f"/{part}" for part in below)


def _power(name: str, power: Fraction) -> str:
    return name if power == 1 else f"{name}**{power}"
