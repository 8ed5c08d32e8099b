"""Templates as the Python that one would write by hand.

Comes in: templates of records, functions and macros.  Goes out: an environment of jinja that compiles them.
jinja asks of each word whether it is an attribute or a key, of each call whether it wants the context, and of
each text whether it is markup; a page has half a million of them.  Here an attribute is an attribute, a
function takes what the template gives it, a macro all that it names, and a text is escaped once.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from markupsafe import Markup, escape

_REMEMBERED = 1 << 14
"""A page shows the same names, places and words many times."""

_T = TypeVar("_T")

_known = lru_cache(maxsize=_REMEMBERED)(escape)


def remembered(macro: Callable[..., _T]) -> Callable[..., _T]:
    """Return a macro that is worked out once for equal arguments, which are to be hashable."""
    return lru_cache(maxsize=_REMEMBERED)(macro)


class _Writer(CodeGenerator):
    """Writes a template as Python."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - jinja's name
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        self.visit(node.node, frame)
        self.write("(")
        for given in (*node.args, *node.kwargs):
            self.visit(given, frame)
            self.write(", ")
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        self.write("macro")

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:
        super().return_buffer_contents(frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("environment.shown(")


class Direct(Environment):
    """Escapes all that a template shows; what it calls gives markup as ``Markup``."""

    code_generator_class = _Writer

    @staticmethod
    def shown(value: object) -> str:
        """Return a value as HTML: markup as it is, anything else escaped."""
        if type(value) is str:
            return _known(value)
        return value if type(value) is Markup else escape(value)
