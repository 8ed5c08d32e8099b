"""A first ``verify.toml`` from what a folder holds.

Comes in: the folder.  Goes out: the text, with a comment on every key; what is only an example is a comment
too.  Names of folders tell whose documents they hold (docs, sources); where they tell nothing, nothing is
assumed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from verify.config.keys import NAMES, Keys
from verify.config.showing import toml
from verify.errors import UsageError
from verify.read.discover import discover
from verify.read.formats import suffixes

FILE = "verify.toml"
_OWN = frozenset(
    {"docs", "doc", "documentation", "content", "drafts", "press", "knowledge", "pages", "posts"}
)
_FOREIGN = frozenset({"sources", "source", "references", "research", "corpus", "archive", "external"})
_EXAMPLES = {
    "exclude": '["old/"]',
    "own": '["docs/**"]',
    "sources": '["sources/**"]',
    "rules": '["myrules"]',
    "rules-only": '"myrules"',
    "cache": "true",
    "cache-dir": '".verify-cache"',
    "fail-on": '"error"',
    "show": '"warning"',
    "lang": '"en"',
    "baseline": '"verify.baseline"',
    "severity": '{ V107 = "warning" }',
    "paths": '["docs", "sources"]',
}
_SUPPRESS = """\
# [[suppress]]
# code = "V202"
# path = "tables/*.csv"
# until = 2027-03-31
# reason = "why the finding is no mistake"
"""


def first(folder: Path) -> str:
    """Return the text of a ``verify.toml`` for a folder.  Raises UsageError where it holds no document."""
    found = discover([folder], suffixes=suffixes(), base=folder)
    count = Counter(file.name.partition("/")[0] if "/" in file.name else "." for file in found.files)
    if not count:
        raise UsageError("no document found in this folder: call 'verify init' where your documents are")
    names = sorted(count)
    told = {
        "paths": ["."] if "." in count else names,
        "own": [f"{name}/**" for name in names if name.lower() in _OWN],
        "sources": [f"{name}/**" for name in names if name.lower() in _FOREIGN],
    }
    here = ", ".join(f"{count[name]} in {'this folder' if name == '.' else name}" for name in names)
    head = f"# What verify reads here, and how it judges. Documents found: {here}.\n"
    return head + "".join(_entries(told))


def _entries(told: dict[str, list[str]]) -> Iterator[str]:
    fields = {field.alias or name: field for name, field in Keys.model_fields.items()}
    for name in NAMES:
        yield f"\n# {_sentence(fields[name].description or name)}\n"
        if told.get(name):
            yield f"{name} = {toml(told[name])}\n"
        else:
            yield _SUPPRESS if name == "suppress" else f"# {name} = {_EXAMPLES[name]}\n"


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."
