"""The models are loaded once for all tests of this room."""

from __future__ import annotations

import pytest

from index.facts import models


@pytest.fixture(scope="session")
def loaded() -> None:
    """Load the models; they are packages like the others, so a test without them has failed."""
    models.load()
