"""Tests leave the user's own cache alone, parse a rule file once, and what they start hears Ctrl-C."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from functools import lru_cache

import pytest

from verify.catalog import compiling


@pytest.fixture(scope="session", autouse=True)
def _no_cache_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> None:
    os.environ["XDG_CACHE_HOME"] = os.environ["LOCALAPPDATA"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session", autouse=True)
def _rule_files_are_parsed_once() -> Iterator[None]:
    """A folder of its own lies over the shipped rules in hundreds of tests: their files do not change."""
    plain = compiling.read
    compiling.read = lru_cache(maxsize=128)(plain)
    yield
    compiling.read = plain


def pytest_configure() -> None:
    """Let Ctrl-C mean what it means: a shell that runs tests in the background has them ignore it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
