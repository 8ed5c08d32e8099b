"""Templates to HTML, in the editor's language.

Comes in: the name of a template and what it shows.  Goes out: HTML, in which nothing that a source or an
editor wrote is markup.  Words of the program are translated, quotations never.
"""

from __future__ import annotations

from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from verify.errors import FieldError
from verify.model.judgement import Standing
from verify.report.number_line import percent
from verify.report.wording import equals
from verify.review.guard import Guard
from verify.review.keys import CHOICES, KEYS, STATES
from verify.text.language import Texts
from verify.text.visible import visible

__all__ = ["Renderer"]


class Renderer:
    """Shows pages to one editor.

    Args:
        guard: For the token of the forms.
        editor: Her name, as the pages tell it.
        language: One of ``verify.text.language.LANGUAGES``.
    """

    def __init__(self, guard: Guard, editor: str, language: str) -> None:
        self.language = language
        self.say = Texts("verify.review", language)
        self._guard = guard
        self._environment = Environment(
            loader=ChoiceLoader([PackageLoader("verify.review"), PackageLoader("verify.report")]),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
            keep_trailing_newline=True,
        )
        self._environment.filters["equals"], self._environment.filters["percent"] = equals, percent
        self._environment.globals |= {
            "t": self.say.phrase,
            "counted": self.say.counted,
            "standing": self.standing,
            "lang": "zh-CN" if language == "zh" else language,
            "editor": editor,
            "choices": CHOICES,
            "keys": KEYS,
            "states": STATES,
            "labels": {words.choice.value: words.label for words in CHOICES},
        }

    def page(self, request: Request, name: str, *, status: int = 200, **context: Any) -> Response:
        """Return the page of a template."""
        template = self._environment.get_template(name)
        html = template.render(csrf=self._guard.csrf(request), inside=True, **context)
        return HTMLResponse(visible(html), status_code=status)

    def told(self, request: Request, status: int, title: str, why: str, **parts: object) -> Response:
        """Return a page that says why there is none; ``parts`` fill the names in ``why``."""
        return self.page(
            request, "told.html.j2", status=status, title=title, why=self.say.phrase(why, **parts)
        )

    def refused(self, request: Request, why: str) -> Response:
        """Return the page for somebody who may not come in: it leads nowhere, and names nobody."""
        template = self._environment.get_template("told.html.j2")
        html = template.render(csrf="", inside=False, title="Refused", why=self.say.phrase(why))
        return HTMLResponse(visible(html), status_code=403)

    def mistake(self, error: FieldError) -> str:
        """Return what is wrong with a field, as a sentence."""
        told = self.say.phrase(error.english, **error.parts)
        return f"{told[0].upper()}{told[1:]}" if told else ""

    def standing(self, found: Standing) -> str:
        """Return why a decision does not stand."""
        why = self.say.phrase(found.why)
        return f"{why}: {found.about}" if found.about else why
