"""What tests of the whole program share."""

from tests.helpers.garbage import _garbage_between_tests, _garbage_of_this_thread  # noqa: F401 - fixtures
