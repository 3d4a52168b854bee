"""The models are loaded once for all tests of this room."""

from __future__ import annotations

import pytest

from index.errors import ArchiveError
from index.facts import models


@pytest.fixture(scope="session")
def loaded() -> None:
    """Load the models, or skip the tests that need them."""
    try:
        models.load()
    except ArchiveError as error:
        pytest.skip(error.user_message)
