"""Garbage of tests with Qt is collected in their own thread: `desktop.garbage` says why."""

import gc
from collections.abc import Iterator

import pytest

from desktop.garbage import collect


@pytest.fixture(autouse=True, scope="module")
def _garbage_of_this_thread() -> Iterator[None]:
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def _garbage_between_tests() -> Iterator[None]:
    yield
    collect()
