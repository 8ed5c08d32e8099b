"""Where things stand on the pages: every link of one page to another place of it, or of another page.

Comes in: the page of each thing, where there are several pages.  Goes out: addresses, always relative.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field

from verify.report import schema


@dataclass(frozen=True, slots=True)
class Links:
    """The addresses as one page writes them; with nothing in ``homes`` there is one page."""

    spots: Mapping[str, int]
    """Claim to the number of its figure in the texts."""
    marked: Container[int]
    """The figures that stand in a text; of the others its head is shown."""
    here: str = ""
    """Name of the page that is written."""
    homes: Mapping[str, str] = field(default_factory=dict)
    """Anchor of a group, claim, source or text to its page."""

    def to(self, anchor: str) -> str:
        """Return the address of an anchor, ``#g-1`` or ``report/things-3.html#g-1``."""
        return f"{self.page(self.homes.get(anchor, self.here))}#{anchor}"

    def page(self, name: str) -> str:
        """Return the address of a page by its name, ``report/things-1.html``; nothing for this one."""
        if name == self.here:
            return ""
        here, there = self.here.rpartition("/")[0], name.rpartition("/")[0]
        if here == there:
            return name.rpartition("/")[2]
        return f"../{name}" if here else name

    def group(self, ident: str) -> str:
        """Return the address of a fact."""
        return self.to(f"g-{ident}")

    def claim(self, ident: str) -> str:
        """Return the address of a quotation."""
        return self.to(f"c-{ident}")

    def source(self, number: int) -> str:
        """Return the address of a document in the table of sources."""
        return self.to(f"s-{number}")

    def text(self, number: int) -> str:
        """Return the address of the text of a document."""
        return self.to(f"t-{number}")

    def spot(self, claim_id: str, source: int) -> str:
        """Return the address of a claim's figure in the text of its document; empty where it has none."""
        number = self.spots.get(claim_id)
        return "" if number is None else self.mention(number, source)

    def mention(self, number: int, source: int) -> str:
        """Return the address of a figure in the text of a document."""
        text = f"t-{source}"
        if number not in self.marked:
            return self.to(text)
        return f"{self.page(self.homes.get(text, self.here))}#m-{number}"


def spots(mentions: Iterable[schema.Mention]) -> Mapping[str, int]:
    """Return each claim with the number of its first figure."""
    found: dict[str, int] = {}
    for number, mention in enumerate(mentions):
        if mention.claim_id is not None:
            found.setdefault(mention.claim_id, number)
    return found
