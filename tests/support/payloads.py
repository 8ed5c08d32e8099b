"""Texts that would do something if a format let them: a family of each kind, generated.

Each kind has a few bodies; each body is set into surroundings in which a careless writer would let it
act: alone, behind words, behind a line break of each sort, inside quotation marks, at the end.
"""

from __future__ import annotations

BODIES: dict[str, tuple[str, ...]] = {
    "command": (
        "::error file=a.md,line=1::forged",
        "::set-output name=x::y",
        "::add-mask::the",
        "::stop-commands::x",
        "##[error]forged",
        "##[add-path]/tmp",
        "##vso[task.setvariable variable=x]y",
        "##teamcity[buildStatus status='SUCCESS']",
        "%0A::error::forged",
    ),
    "escape": (
        "\x1b[31mred\x1b[0m",
        "\x1b]0;title\x07",
        "\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\",
        "\x9b2J",
        "\x08\x08\x08",
        "\x00",
        "section_start:1:x\r\x1b[0K",
    ),
    "unseen": (
        "\u202eexe.dm",
        "\u2066\u2069",
        "\u200bzero",
        "\ufeff",
        "\u061c",
        "\U000e0041\U000e007f",
        "so\u00adft",
        "\u2028",
    ),
    "formula": ("=1+1", "+1+1", "-1+1", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1+1", "＝1+1"),
    "mention": (
        "@octocat",
        "@org/team",
        "#1",
        "owner/repo#1",
        "GH-1",
        "!1",
        "~bug",
        "&1",
        "%1",
        "$1",
        "/close",
        "@dependabot merge",
        "d6cd1e2bd19e03a81132a23b2025920577f84e37",
    ),
    "markup": (
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<!-- hidden -->",
        "--><b>",
        "[click](https://example.org)",
        "![image](https://example.org/x.png)",
        "<https://example.org>",
        "https://example.org/x",
        "www.example.org",
        "[x]: https://example.org",
        "[^1]: note",
        "**bold** _it_ ~~no~~",
        "`` ` ``` code",
        "```",
        "| a | b |",
        "# heading",
        "- [ ] task",
        "> quote",
        "***",
        "&lt;b&gt;&#64;octocat",
        "$\\href{https://example.org}{x}$",
        "{{ 7*7 }}{% raw %}",
        "\\",
        ":+1:",
    ),
    "xml": (
        "]]>",
        "<![CDATA[x]]>",
        "<?xml?>",
        "&xxe;",
        "\ufffe",
        "\uffff",
        "<!ENTITY x SYSTEM 'file:///etc/passwd'>",
    ),
}
_SURROUNDINGS = ("{}", " the {} ", "a\n{}\n", "a\r{}\"'")


def payloads() -> list[tuple[str, str]]:
    """Every body in every surrounding, with its kind."""
    return [
        (kind, around.format(body) if "{" not in body else around.replace("{}", body))
        for kind, bodies in BODIES.items()
        for body in bodies
        for around in _SURROUNDINGS
    ]
