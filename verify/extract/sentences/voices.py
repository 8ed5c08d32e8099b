"""Who says a sentence, and whom it names as its source (SEMANTICS §5, independent origins).

Comes in: a sentence.  Goes out: a speaker (…表示), and the sources that it credits (据…报道,
according to …), as written.  Whether two of them are one is left to ``compare``.
"""

from __future__ import annotations

from verify.catalog.catalog import Catalog
from verify.extract.sentences.sentence import Sentence
from verify.model.span import Span
from verify.text.needing import Needing


class Voices:
    """Finds speakers and credits with the patterns of the language files."""

    def __init__(self, catalog: Catalog) -> None:
        self._speaker = Needing(lang.speaker for lang in catalog.languages if lang.speaker)
        self._credit = Needing(lang.credit for lang in catalog.languages if lang.credit)
        self._nobody = frozenset(word for lang in catalog.languages for word in lang.not_speakers)

    def speaker(self, sentence: Sentence, span: Span) -> str:
        """Return who is said to say what stands at ``span``; empty where nobody is named."""
        before = sentence.text[sentence.span.start : span.start]
        found = [match.group(1) for match in self._speaker.finditer(before)]
        return found[-1] if found and found[-1] not in self._nobody else ""

    def credits(self, sentence: Sentence) -> tuple[str, ...]:
        """Return the sources that a sentence names, sorted."""
        text = sentence.text[sentence.span.start : sentence.span.end]
        found = {match.group(1).strip() for match in self._credit.finditer(text)}
        return tuple(sorted(found))
