"""Where the things of a document lie, and who runs them.

Comes in: folded text, and the names of a thing.  Goes out: the region that stands right beside a name, the
narrowest one that a text names early, and the bodies that it says run its topic.
"""

from __future__ import annotations

from verify.catalog.catalog import Catalog
from verify.catalog.regions import containment
from verify.extract.lexicon.longest import Longest
from verify.extract.lexicon.words import lowered
from verify.model.entity import Candidate
from verify.text.fold import folded
from verify.text.needing import Needing

_EARLY = 2000
"""So many characters from the beginning tell where the topic is."""
_BESIDE = 16
_OF_PLACE = frozenset(["", "的", "市", "市的", "省", "省的", "'s"])
_AT_PLACE = frozenset(["", "in", "at", "of", "位于", "地处", "坐落于", "在"])
"""Between a name and the place of what it names."""


class Places:
    """Finds places and operators with the regions and words of a catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        self._operated = Needing(pattern for lang in catalog.languages for pattern in lang.operated)
        names = [(r.id, n) for r in catalog.regions for n in (r.name.zh, r.name.en, *r.aliases)]
        self._region = {lowered(folded(name)): region for region, name in reversed(names)}
        self._regions = Longest(self._region)
        self._above = containment(catalog.regions)

    def goes_on(self, text: str, start: int, end: int) -> bool:
        """Say whether a name only begins that of a narrower region: 江州 of 江州临湖新区."""
        near = lowered(text[start : start + _BESIDE])
        region = next(iter(self._regions.find(near)), None)
        return region is not None and region[0] == 0 and region[1] > end - start

    def beside(self, text: str, thing: Candidate) -> str:
        """Return the region that a text names right beside a thing: 江州的X, X in Avon; empty for none."""
        lower = lowered(text)
        for name in thing.names:
            at = lower.find(lowered(name))
            if at < 0:
                continue
            before = self._regions.find(lower, max(0, at - _BESIDE), at)
            if before and lower[before[-1][1] : at].strip() in _OF_PLACE:
                return self._region[lower[before[-1][0] : before[-1][1]]]
            behind = at + len(name)
            after = self._regions.find(lower, behind, min(len(lower), behind + _BESIDE))
            if after and lower[behind : after[0][0]].strip(" (（,，") in _AT_PLACE:
                return self._region[lower[after[0][0] : after[0][1]]]
        return ""

    def about(self, text: str) -> tuple[str, tuple[str, ...]]:
        """Return the narrowest region that a text names early, and who runs its topic."""
        place = ""
        early = lowered(text[:_EARLY])
        for start, end in self._regions.find(early):
            region = self._region[early[start:end]]
            if not place or place in self._above.get(region, ()):
                place = region
        operators = {
            next(group for group in match.groups() if group).strip()
            for match in self._operated.finditer(text)
        }
        return place, tuple(sorted(operators))
