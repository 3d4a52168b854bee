"""What tests of the whole program share."""

from tests.desktop.garbage import _garbage_between_tests, _garbage_of_this_thread  # noqa: F401 - fixtures
