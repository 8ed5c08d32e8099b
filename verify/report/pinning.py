"""A claim as a decision is pinned to it: its words, what stands around them, its value.

Comes in: claims, of the model or of ``schema``.  Goes out: pins.  Finding one again is left to
``text.refinding``.
"""

from __future__ import annotations

from verify.model.claim import Claim
from verify.model.judgement import CONTEXT, Pin
from verify.report import schema, values
from verify.report.reading import figure_in_sentence

__all__ = ["pin", "pin_of_model", "value_key", "value_key_of_model"]


def value_key(value: schema.QuantityValue | schema.DateValue | schema.RankValue) -> str:
    """Return a value with its hedge, so that the same in other words gives the same."""
    if isinstance(value, schema.QuantityValue):
        left, right = "[" if value.lower_closed else "(", "]" if value.upper_closed else ")"
        bounds = f"{left}{value.lower}, {value.upper}{right}"
        return f"{value.form} {value.base_number} {value.base_unit} {value.hedge} {bounds}"
    if isinstance(value, schema.DateValue):
        return f"date {value.earliest} {value.latest} {value.hedge}"
    return f"rank {value.superlative} {value.strict} {value.category} {value.region}"


def value_key_of_model(claim: Claim) -> str:
    """Return the same of a claim that no format has shown yet."""
    return value_key(values.value(claim.value))


def pin(claim: schema.Claim, path: str) -> Pin:
    """Return a claim of a report as it is pinned."""
    before, after = _around(claim.sentence, claim.sentence_span)
    return Pin(path, claim.quote, before, after, value_key(claim.value), claim.read_as or "")


def pin_of_model(claim: Claim, path: str) -> Pin:
    """Return where a claim is found again; its value is left out, which costs more than its words."""
    before, after = _around(claim.sentence, figure_in_sentence(claim))
    return Pin(path, claim.quote, before, after, "")


def _around(sentence: str, figure: schema.Stretch | None) -> tuple[str, str]:
    if figure is None:
        return "", ""
    return sentence[: figure.start][-CONTEXT:], sentence[figure.end :][:CONTEXT]
