"""All commands, in the order of the page of keys."""

from __future__ import annotations

from typing import Final

from desktop.actions.command import Command
from desktop.actions.files import FILES
from desktop.actions.filing import FILING
from desktop.actions.paging import PAGING
from desktop.actions.reading import READING
from desktop.actions.searching import SEARCHING
from desktop.actions.text import TEXT
from desktop.actions.window import WINDOW

TABLE: Final[tuple[Command, ...]] = (*FILES, *FILING, *TEXT, *SEARCHING, *READING, *PAGING, *WINDOW)
