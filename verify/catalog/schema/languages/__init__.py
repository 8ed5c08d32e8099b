"""``rules/languages``: the words of a language that reading figures needs.

An entry has the keys of all modules here, each of which holds those of one matter: numerals, what binds them,
units, times, qualifiers, attributes, names and the page.
"""

from __future__ import annotations

from verify.catalog.schema.forms import Entry, Id, Surface
from verify.catalog.schema.languages.attributes import AttributeKeys
from verify.catalog.schema.languages.figures import FigureKeys
from verify.catalog.schema.languages.names import NameKeys
from verify.catalog.schema.languages.numerals import NumeralKeys
from verify.catalog.schema.languages.page import PageWords
from verify.catalog.schema.languages.qualifiers import QualifierKeys
from verify.catalog.schema.languages.times import TimeKeys
from verify.catalog.schema.languages.units import UnitKeys


class _Identified(Entry):
    """The id, which stands first where an entry is shown."""

    id: Id


class LanguageEntry(
    # pydantic collects the keys of the last class first
    NameKeys,
    AttributeKeys,
    QualifierKeys,
    TimeKeys,
    UnitKeys,
    FigureKeys,
    NumeralKeys,
    _Identified,
):
    """``rules/languages/xx.yaml``: the words of a language that reading figures needs."""

    page: PageWords = PageWords()
    """What tells a caption, a byline, a credit and the words of a site from the text."""
    labels: dict[Surface, Surface] = {}
    """Labels of labelled text and front matter with the field they fill (标题: title)."""
