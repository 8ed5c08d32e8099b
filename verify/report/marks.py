"""Text for Markdown, with every mark of Markdown in it made harmless.

Comes in: any text.  Goes out: the same on one line, as GitHub Flavored Markdown shows it
(github.github.com/gfm).
"""

from __future__ import annotations

import re
from functools import lru_cache

_MARKUP = re.compile(r"([\\`*_\[\]<>|#&~])")
_ACTIVE = re.compile(
    r"@(?=[\w/])|\\[#~](?=\w)|\\&(?=[0-9])|[!%](?=[0-9])|\bGH(?=-[0-9])"  # mentions and references
    r"|\b(?:https?|ftp|mailto|xmpp)(?=:)|\bwww(?=\.)"  # bare addresses
    r"|\$(?=[$\\`(a-z])",  # formulae
    re.IGNORECASE,
)
"""What GitHub and GitLab make something of; what ``_MARKUP`` escapes stands behind its backslash."""
_BLOCK = re.compile(r"^([0-9]{1,9}(?=[.)](?:\s|$))|(?=[-+](?:[\s-]|$))|(?==+$))")
"""What would make a list, a rule or a heading at the beginning of a line."""


@lru_cache(maxsize=1 << 12)  # the same names, places and publishers stand in many lines
def plain(text: str) -> str:
    """Return the text on one line, with nothing in it that Markdown, GitHub or GitLab make something of.

    No backslash keeps them from a mention, a reference or a bare address; an empty comment inside does
    (github.com/github/cmark-gfm, issue 181), and shows nothing.
    """
    escaped = _MARKUP.sub(_escaped, " ".join(text.split()))
    block = _BLOCK.match(escaped)
    if block:
        escaped = f"{block.group()}\\{escaped[block.end() :]}"
    return _ACTIVE.sub(_broken, escaped)


# Functions, for re takes a string with a backslash apart at every call.
def _escaped(found: re.Match[str]) -> str:
    return f"\\{found.group()}"


def _broken(found: re.Match[str]) -> str:
    return f"{found.group()}<!-- -->"
