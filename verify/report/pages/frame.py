"""The frame of every HTML page: templates, style, script, and the policy that lets nothing else in.

Comes in: nothing but the files of ``templates/``.  Goes out: templates ready to be filled.  The policy names
style and script by their hashes (Content Security Policy Level 3, section 8.3), so that no text of a source
can be either, and allows no request at all.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache, lru_cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from verify.report.number_line import percent
from verify.report.page import PageView
from verify.report.pages.citing import citation
from verify.report.phrases import translated
from verify.report.prose import prose
from verify.report.view import fact_words
from verify.report.wording import equals

_STYLES = ("page.css", "lanes.css", "media.css")
_REMEMBERED = 1 << 14
"""A page tells the same steps of a reading many times."""


def template(name: str) -> Template:
    """Return a template, with style, script and policy in it."""
    return _environment().get_template(name)


@cache
def _environment() -> Environment:
    # autoescape=True and not select_autoescape, which leaves .j2 files alone.
    environment = Environment(
        loader=PackageLoader("verify.report"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    style, script = "\n".join(map(_file, _STYLES)), _file("page.js")
    environment.globals["style"], environment.globals["script"] = Markup(style), Markup(script)
    environment.globals["policy"] = _policy(style, script)
    environment.filters["equals"], environment.filters["percent"] = equals, percent
    environment.globals["remembered"] = lru_cache(maxsize=_REMEMBERED)
    return environment


def worded(page: PageView) -> dict[str, object]:
    """Return what the templates say things with, in the language of the page."""
    say = page.say
    return {
        "say": say,
        "prose": lambda text: prose(text, say),
        "word": lambda text: translated(text, say) if say.code != "en" else text,
        "fact": lambda group: fact_words(group, say),
        "citation": lambda group: citation(group, say),
    }


def _file(name: str) -> str:
    return (files("verify.report") / "templates" / name).read_text("utf-8")


def _policy(style: str, script: str) -> str:
    return (
        "default-src 'none'; base-uri 'none'; form-action 'none'; "
        f"style-src {_hash(style)}; script-src {_hash(script)}"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
