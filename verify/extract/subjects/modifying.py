"""Names that a figure describes: the 53-metre Aurora, 近3吨重的晨光号, 占地13万平方米的中心.

Comes in: a sentence with its figures and names.  Goes out: the name behind a figure, or behind the clause
that holds it, which it tells of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from verify.extract.figures.figure import Figure, Kind
from verify.extract.sentences.sentence import Mention, Sentence
from verify.model.span import Span
from verify.text.script import is_western

_MODIFIED = re.compile(r"[^，。,;；]{0,10}?的[^，。,;；0-9]{0,10}?$")
_ENDS_CLAUSE = re.compile(r"[，。,;；]")
_ATTACHED = re.compile(r"[\u3400-\u9fff]?的$|[ -]$")
_CHAINED = re.compile(r"^[^。；;]*的[^，。,;；0-9]{0,10}$")
"""Between the first of several figures and the name that all of them modify."""
_ARTICLE = re.compile(r"(?:an?|the|one of) (?!same\b|other\b)")
_BEHIND_ARTICLE = re.compile(r"(?:^|[ (])(?:an?|the) $")
_ARTICLE_REACH = 5
_APART = re.compile(r"(?: ?\([^()]{1,40}\))?, ")
"""Between a name and what is said of it in a clause of its own."""
_LONGEST = 60
_MOST_OF = re.compile(
    r"最[\u3400-\u9fff]{1,3}的?[\u3400-\u9fff]{0,8}(?:是|为|属|数)[“「『《\"]?$"
    r"|\b(?:[a-z]+est|most [a-z]+)\b[^,;]{0,48} (?:is|was) (?:the )?$"
)
"""Before a name that is the most of its sort."""
_MOST_ENDS = re.compile(r"[”」』》\"]?(?: ?[(（][^()（）]{1,40}[)）])?[,，] ?")
_OPENS, _CLOSES = "(（", ")）"


def attached(sentence: Sentence, figure: Figure) -> Mention | None:
    """Return the name right behind a figure that is an adjective of it: the 2.8-tonne X, 近3吨重的X."""
    mention = next((one for one in sentence.names if one[0] >= figure.span.end), None)
    if mention is None:
        return None
    between = sentence.text[figure.span.end : mention[0]]
    if not _ATTACHED.fullmatch(between):
        return None
    return mention if not is_western(between) or _is_adjective(sentence, figure) else None


def _is_adjective(sentence: Sentence, figure: Figure) -> bool:
    """Say whether a figure in Latin script stands between article or hyphen and its noun: the 40 MW X."""
    if "-" in sentence.text[figure.span.start : figure.span.end]:
        return True
    measures = figure.reading is not None and figure.reading.quantity.kind not in {"count", "number", "money"}
    before = sentence.lower[sentence.span.start : figure.span.start]
    return measures and _BEHIND_ARTICLE.search(before[-_ARTICLE_REACH:]) is not None


def apposed(sentence: Sentence, figure: Figure, eligible: Sequence[Mention]) -> Mention | None:
    """Return the name right before a clause that tells what it is, with a figure: X, a 3,150-tonne vessel.

    A clause with a subject of its own (one of ``eligible``) tells of that.
    """
    clause = sentence.clause_of(figure.span.start)
    own = any(clause.start <= one[0] < figure.span.start for one in eligible)
    if own or not _ARTICLE.match(sentence.lower, clause.start):
        return None
    before = [one for one in sentence.names if one[1] < clause.start]
    return before[-1] if before and follows_at_once(sentence, before[-1], clause) else None


def follows_at_once(sentence: Sentence, mention: Mention, clause: Span) -> bool:
    """Say whether nothing but a bracket and a comma stands between a name and a clause."""
    return _APART.fullmatch(sentence.lower, mention[1], clause.start) is not None


def modified(sentence: Sentence, figure: Figure) -> Mention | None:
    """Return the name that the figure modifies: 占地13万平方米、机柜达5000个的X中心."""
    mention = next((one for one in sentence.names if one[0] >= figure.span.end), None)
    if mention is None:
        return None
    between = sentence.text[figure.span.end : mention[0]]
    near = (between.startswith("的") and not _ENDS_CLAUSE.search(between)) or _MODIFIED.match(between)
    others = [
        f.span.end
        for f in sentence.figures
        if f.kind is Kind.QUANTITY and f.span.start >= figure.span.end and f.span.end <= mention[0]
    ]
    # 8座泵站、23条隧洞，其中最长的X: what modifies the name holds no figure
    chain = (
        others
        and not _ENDS_CLAUSE.search(sentence.text, others[-1], mention[0])
        and _CHAINED.search(between)
        and mention[1] <= sentence.span.end
    )
    return mention if (near or chain) and len(between) <= _LONGEST else None


def described(sentence: Sentence, clause: Span, eligible: Sequence[Mention]) -> Mention | None:
    """Return the name after a clause that describes it (作为首个…中心，X将…)."""
    opens = any(hit.start == clause.start for hit in sentence.hits_in(clause, "apposition"))
    return next((m for m in eligible if opens and m[0] >= clause.end), None)


def superlative(sentence: Sentence, clause: Span, names: Sequence[Mention]) -> Mention | None:
    """Return the name that ends the clause before one as the most of its sort: the tallest is X, …."""
    last = next((one for one in reversed(names) if one[1] <= clause.start), None)
    before = next((one for one in reversed(sentence.clauses) if one.end <= clause.start), None)
    if last is None or before is None or last[0] <= before.start:
        return None
    ends = _MOST_ENDS.fullmatch(sentence.text, last[1], clause.start)
    return last if ends and _MOST_OF.search(sentence.lower, before.start, last[0]) else None


def enclosed(sentence: Sentence, mention: Mention, place: int) -> bool:
    """Say whether a name stands in brackets that close before a place, where alone it is a subject."""
    lower = sentence.lower
    opened = max(lower.rfind(char, sentence.span.start, mention[0]) for char in _OPENS)
    if opened < 0 or any(char in lower[opened : mention[0]] for char in _CLOSES):
        return False
    return any(char in lower[mention[1] : place] for char in _CLOSES)
