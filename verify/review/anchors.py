"""Which item of a report a decision is about, when sources moved, were renamed or edited.

Comes in: the items of a report, and judgements made of any earlier one.  Goes out: the item, or none: then
the decision is orphaned.  An id holds as long as the fact is called the same; else the quotations decide:
every one of the pins must be found again among the claims of one item.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from verify.model.judgement import Judgement, Pin
from verify.review.pins import find_again
from verify.review.queue import Item

__all__ = ["Anchors"]


class Anchors:
    """Looks up items by id and by what they quote."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._by_subject = {item.subject: item for item in items}
        self._by_words: dict[str, list[Item]] = defaultdict(list)
        for item in items:
            for words in {words for pin in item.pins for words in _words(pin)}:
                self._by_words[words].append(item)

    def item(self, judgement: Judgement) -> Item | None:
        """Return the item that a judgement is about; None where it is orphaned."""
        found = self._by_subject.get(judgement.subject)
        if found is not None:
            return found
        if not judgement.pins:
            return None
        near = {item.subject: item for words in _words(judgement.pins[0]) for item in self._by_words[words]}
        for subject in sorted(near):
            if all(find_again(pin, near[subject].pins) is not None for pin in judgement.pins):
                return near[subject]
        return None


def _words(pin: Pin) -> tuple[str, ...]:
    """Return what an edited quotation still has: its file, or itself with one of its sides."""
    return f"path {pin.path}", f"before {pin.prefix} {pin.quote}", f"after {pin.quote} {pin.suffix}"
