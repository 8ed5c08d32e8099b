"""What is public is said to be, and is documented."""

from __future__ import annotations

import inspect
import pkgutil
from importlib import import_module

import pytest

import verify
from verify import api

MODULES = sorted(
    item.name
    for item in pkgutil.walk_packages(verify.__path__, "verify.")
    if not item.ispkg and item.name != "verify.__main__"
)


def test_the_api_exports_all_that_it_defines() -> None:
    own = {
        name
        for name, item in vars(api).items()
        if inspect.isfunction(item) and item.__module__ == api.__name__ and not name.startswith("_")
    }
    assert own <= set(api.__all__)
    assert all(hasattr(api, name) for name in api.__all__)


@pytest.mark.parametrize("name", MODULES)
def test_every_module_says_what_it_is_for(name: str) -> None:
    assert import_module(name).__doc__
