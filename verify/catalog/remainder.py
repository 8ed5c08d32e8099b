"""Keep what is valid of an entry that is not, so that its other keys can be checked against other entries.

Comes in: a mapping and the class that it does not fit.  Goes out: an entry with something empty in place of
each wrong or missing value, and which keys these are.  Such an entry is checked and never used.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, TypeVar, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

M = TypeVar("M", bound=BaseModel)


def remainder(value: Mapping[str, object], model: type[M]) -> tuple[M, frozenset[str]]:
    """Return what is valid of an entry, and the keys that are wrong or missing."""
    kept: dict[str, Any] = {}
    wrong: set[str] = set()
    for name, field in model.model_fields.items():
        key = field.alias or name
        try:
            kept[name] = _adapter(model, name).validate_python(value[key])
        except (KeyError, ValidationError):
            if key in value or field.is_required():
                wrong.add(key)
            otherwise = field.get_default(call_default_factory=True)
            kept[name] = _empty(field.annotation) if field.is_required() else otherwise
    stated = {name for name in kept if (model.model_fields[name].alias or name) in value}
    return model.model_construct(_fields_set=stated, **kept), frozenset(wrong)


@cache
def _adapter(model: type[BaseModel], name: str) -> TypeAdapter[Any]:
    field = model.model_fields[name]
    annotation: Any = field.annotation
    return TypeAdapter(Annotated[annotation, *field.metadata] if field.metadata else annotation)


def _empty(annotation: Any) -> object:
    if get_origin(annotation) is tuple:
        return ()
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        fields: dict[str, Any] = {
            name: _empty(field.annotation) for name, field in annotation.model_fields.items()
        }
        return annotation.model_construct(**fields)
    return ""
