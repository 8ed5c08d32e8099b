"""Products of units: what ``petaflop/second`` is worth, given what ``flop`` and ``peta-`` are.

Comes in: the worth of each unit that a line defines, and of each prefix, as pint tells them
(``catalog.unit_load``).  Goes out: the worth of any product of their names, exactly.  The names are those of
the unit files, never words of a text.  pint is not asked again: it takes 0.1 s to import.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from verify.model.quantity import DIMENSIONLESS

_TOKEN = re.compile(r"\*\*|[*/()-]|\d+|[^\W\d]\w*")
_HIGHEST_POWER = 99
_LONGEST = 64
"""So many names and signs are the most that a product has."""


@dataclass(frozen=True, slots=True)
class Worth:
    """What one of a unit is worth in base units."""

    factor: Fraction = Fraction(1)
    powers: tuple[tuple[str, Fraction], ...] = ()
    """Base units with their powers, by name; none for a plain number."""
    offset: Fraction = Fraction(0)
    """Added after the factor: temperatures.  A product has none."""

    def times(self, other: Worth, power: int = 1) -> Worth:
        """Return the product with a power of another."""
        powers = dict(self.powers)
        for name, exponent in other.powers:
            powers[name] = powers.get(name, Fraction(0)) + exponent * power
        kept = tuple(sorted((name, exponent) for name, exponent in powers.items() if exponent))
        return Worth(self.factor * other.factor**power, kept)


_ONE = Worth()


@dataclass(frozen=True, slots=True)
class Algebra:
    """Units by name."""

    units: Mapping[str, Worth]
    prefixes: Mapping[str, Fraction]

    def worth(self, expression: str) -> Worth:
        """Return what a product of names is worth.  Raises ``KeyError`` for what no line defines."""
        tokens = _TOKEN.findall(expression)
        if "".join(tokens) != "".join(expression.split()) or len(tokens) > _LONGEST:
            raise KeyError(expression)
        if len(tokens) == 1 and tokens[0] != "1":
            return self.named(expression.strip())
        tokens.reverse()
        try:
            found = self._product(tokens)
        except (IndexError, ValueError):
            raise KeyError(expression) from None
        if tokens:
            raise KeyError(expression)
        return found

    def named(self, name: str) -> Worth:
        """Return what a name is worth, with a prefix or without.  Raises ``KeyError`` for an unknown one."""
        known = self.units.get(name)
        if known is not None or name == DIMENSIONLESS.name:
            return known or _ONE
        for length in range(len(name) - 1, 0, -1):
            factor, unit = self.prefixes.get(name[:length]), self.units.get(name[length:])
            if factor is not None and unit is not None and not unit.offset:
                return Worth(unit.factor * factor, unit.powers)
        raise KeyError(name)

    def _product(self, tokens: list[str]) -> Worth:
        """Take a product from the end of the tokens, which stand in reverse."""
        found = _ONE.times(*self._power(tokens))
        while tokens and tokens[-1] in {"*", "/"}:
            sign = 1 if tokens.pop() == "*" else -1
            one, power = self._power(tokens)
            found = found.times(one, sign * power)
        return found

    def _power(self, tokens: list[str]) -> tuple[Worth, int]:
        one = self._one(tokens)
        if not tokens or tokens[-1] != "**":
            return one, 1
        tokens.pop()
        sign = -1 if tokens[-1] == "-" else 1
        if sign < 0:
            tokens.pop()
        power = int(tokens.pop())
        if power > _HIGHEST_POWER:
            raise ValueError(power)
        return one, sign * power

    def _one(self, tokens: list[str]) -> Worth:
        token = tokens.pop()
        if token == "1":
            return _ONE
        if token != "(":
            return self.named(token)
        inner = self._product(tokens)
        if tokens.pop() != ")":
            raise ValueError(token)
        return inner
