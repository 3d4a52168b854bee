"""Fixtures for everything that needs Qt."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.jobs import Jobs
from desktop.pageview.renderer import PageRenderer
from tests.desktop.garbage import _garbage_between_tests, _garbage_of_this_thread  # noqa: F401 - fixtures
from tests.desktop.leftovers import leftovers, look_around
from tests.desktop.qt import let_go_of_keys
from tests.helpers.shared import SHARED


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Fail a test that leaves a thread, a process or a visible window behind."""
    before = look_around()
    yield
    if found := leftovers(before):
        pytest.fail("left behind: " + "; ".join(found))


@pytest.fixture
def jobs(qapp: object) -> Iterator[Jobs]:
    """Jobs that are shut down after the test."""
    made = Jobs()
    yield made
    assert made.shutdown()


@pytest.fixture
def renderer(qapp: object) -> Iterator[PageRenderer]:
    """A renderer with its process; the process starts with the first page."""
    made = PageRenderer(reads=(SHARED, Path(tempfile.gettempdir())))
    yield made
    made.shutdown()


@pytest.fixture(autouse=True)
def _no_keys_held() -> Iterator[None]:
    """What a test holds down is up for the next one."""
    yield
    let_go_of_keys()
