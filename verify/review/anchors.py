"""Which item of a report a decision is about, when sources moved, were renamed or edited.

Comes in: the items of a report, and judgements made of any earlier one.  Goes out: the item, or none: then
the decision is orphaned.  An id holds as long as the fact is called the same; else the quotations decide:
every one of the pins must be found again among the claims of one item.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from verify.model.judgement import Judgement
from verify.review.items import Item
from verify.text.refinding import find_again, handles

__all__ = ["Anchors"]


class Anchors:
    """Looks up items by id and by what they quote."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._by_subject = {item.subject: item for item in items}
        self._items = items
        self._by_words: dict[str, list[Item]] = {}

    def item(self, judgement: Judgement) -> Item | None:
        """Return the item that a judgement is about; None where it is orphaned."""
        found = self._by_subject.get(judgement.subject)
        if found is not None:
            return found
        pins = [pin for place, pin in enumerate(judgement.pins) if place not in judgement.dropped]
        if not pins:
            return None
        words = self._words()
        near = {item.subject: item for handle in handles(pins[0]) for item in words.get(handle, ())}
        for subject in sorted(near):
            if all(find_again(pin, near[subject].pins) is not None for pin in pins):
                return near[subject]
        return None

    def _words(self) -> dict[str, list[Item]]:
        """Return the items by what they quote; most desks never need it."""
        if not self._by_words:
            found: dict[str, list[Item]] = defaultdict(list)
            for item in self._items:
                for words in {words for pin in item.pins for words in handles(pin)}:
                    found[words].append(item)
            self._by_words = dict(found)
        return self._by_words
