"""Text for Markdown, with every mark of Markdown in it made harmless.

Comes in: any text.  Goes out: the same on one line, as GitHub Flavored Markdown shows it
(github.github.com/gfm).
"""

from __future__ import annotations

import re

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


def plain(text: str) -> str:
    """Return the text on one line, with nothing in it that Markdown, GitHub or GitLab make something of.

    No backslash keeps them from a mention, a reference or a bare address; an empty comment inside does
    (github.com/github/cmark-gfm, issue 181), and shows nothing.
    """
    escaped = _BLOCK.sub(r"\1\\", _MARKUP.sub(r"\\\1", " ".join(text.split())))
    return _ACTIVE.sub(r"\g<0><!-- -->", escaped)
