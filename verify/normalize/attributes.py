"""Give every value what its attribute's rule says (exactness, tolerance, range), and its derivation.

Comes in: claims of aligned things, and the catalogue.  Goes out: the same claims with H, S and W, the
attribute as things of their kind have it (a fair opens on the day on which it is held), and the
attributes that they use.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache
from itertools import groupby
from operator import attrgetter

from verify.catalog.catalog import Catalog
from verify.catalog.schema import AttributeEntry
from verify.engine.shelf import RECORDS, kept, ordered
from verify.model.claim import Claim, Mention
from verify.model.entity import Attribute
from verify.model.period import Period
from verify.model.quantity import Form, Quantity, Unit
from verify.model.rank import Rank
from verify.normalize.bounds import bounded
from verify.normalize.derivation import Derivations

_MEAN = "mean"
_PEOPLE = ("itself", "by-others")
_by_id = attrgetter("id")

Names = Mapping[str, tuple[str, str]]
"""Id and name of attributes by the id."""


class Normalizer:
    """Normalizes claims with the attributes of a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._means = {kind.id: kind.means for kind in catalog.kinds}
        self._entries = {entry.id: entry for entry in catalog.attributes}
        self._limits = cache(self._limits_of)
        self._derivations = Derivations(catalog.languages)

    def claim(self, claim: Claim, kind: str | None = None) -> Claim:
        """Return the claim with its value's sets, of the attribute that it is of a thing of this kind."""
        meant = self._means.get(kind or "", {}).get(claim.attribute_id)
        claim = claim if meant is None else claim._replace(attribute_id=meant)
        if isinstance(claim.value, Rank):
            return claim
        mean = claim.qualifiers.statistic == _MEAN
        value = self.value(claim.value, claim.attribute_id, mean=mean)
        return claim._replace(value=value, derivation=self._derivations.lines(value))

    def value(self, value: Quantity | Period, attribute_id: str, *, mean: bool = False) -> Quantity | Period:
        """Return a value with the sets that it has as one of an attribute, or as a mean of it."""
        if isinstance(value, Quantity):
            return self.quantity(value, self._entries.get(attribute_id), mean=mean)
        return value

    def mention(self, mention: Mention) -> Mention:
        """Return the mention with its value's sets; one that is no claim tells its derivation itself."""
        value = mention.value
        if not isinstance(value, Quantity | Period):
            return mention
        if isinstance(value, Quantity):
            value = self.quantity(value)
        told = self._derivations.lines(value) if mention.claim_id is None else ()
        return mention._replace(value=value, derivation=told)

    def quantity(
        self,
        quantity: Quantity,
        entry: AttributeEntry | None = None,
        *,
        exact: bool = False,
        mean: bool = False,
    ) -> Quantity:
        """Return the quantity with its sets; ``entry`` is its attribute's rule.

        A mean of prices is no price, and may be rounded: about 53 yuan.
        """
        minimum, maximum = (None, None) if entry is None else self._limits(entry.id, quantity.unit.base)
        tolerance = None if entry is None or entry.tolerance is None else Fraction(entry.tolerance)
        return bounded(
            quantity,
            exact=exact or (entry is not None and entry.exact and not mean),
            tolerance=tolerance,
            minimum=minimum,
            maximum=maximum,
        )

    def _limits_of(self, attribute: str, base: str) -> tuple[Fraction | None, Fraction | None]:
        """Return the range of an attribute in the base unit; none where its unit is another."""
        entry = self._entries[attribute]
        unit = self._unit(entry.units[0], base)
        if unit is None:
            return None, None
        low, high = (
            None if n is None else Fraction(n) * unit.factor + unit.offset
            for n in (entry.minimum, entry.maximum)
        )
        return low, high

    def _unit(self, spelling: str, base: str) -> Unit | None:
        if spelling == "count":
            return Unit(base, base) if "count" in base or base == "dimensionless" else None
        found = self._catalog.units.match(spelling, 0)
        name = found[0] if found and found[1] == len(spelling) else spelling
        try:
            unit = self._catalog.units.unit(name)
        except KeyError:
            return None
        return unit if unit.base == base else None

    def attributes(self, claims: Iterable[Claim], names: Names) -> Sequence[Attribute]:
        """Return the attributes that the claims use, sorted; ``names`` are those no rule names."""
        alike = groupby(ordered(self._met(claims), _by_id), _by_id)
        return kept(self._called(next(same), names) for _, same in alike)

    def _met(self, claims: Iterable[Claim]) -> Iterator[Attribute]:
        """Yield the attributes as the claims come, one met again after many others once more."""
        met: set[str] = set()
        for claim in claims:
            if claim.attribute_id in met:
                continue
            if len(met) == RECORDS:
                met.clear()
            met.add(claim.attribute_id)
            yield self._attribute(claim)

    def _called(self, attribute: Attribute, names: Names) -> Attribute:
        """Return an attribute that no rule names with its name."""
        if attribute.catalogued:
            return attribute
        name, chinese = self._said(names.get(attribute.id, (attribute.id, attribute.id))[1])
        return replace(attribute, name=name, chinese=chinese)

    def _said(self, name: str) -> tuple[str, str]:
        """Return a name for people, and in Chinese: the growth of an attribute is called after its name."""
        before, _, last = name.rpartition(" ")
        if last not in self._entries:
            return name, ""
        told = self._entries[last].name
        return f"{before} {told.en}", f"{before} {told.zh}"

    def _attribute(self, claim: Claim) -> Attribute:
        entry = self._entries.get(claim.attribute_id)
        if entry is None:
            change = isinstance(claim.value, Quantity) and claim.value.form is Form.CHANGE
            return Attribute(claim.attribute_id, "", claim.dimension, varies=not change)
        return Attribute(
            entry.id,
            entry.name.en,
            claim.dimension,
            catalogued=True,
            exact=entry.exact,
            varies=bool(entry.varies),
            slowly=entry.varies == "slowly",
            befell=entry.befalls in _PEOPLE,
            ignores=tuple(entry.ignores),
            chinese=entry.name.zh,
            tolerance=None if entry.tolerance is None else Fraction(entry.tolerance),
        )
