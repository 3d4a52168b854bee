"""What the window remembers between two starts: settings with types and defaults, kept in an INI file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QSettings

from index.config import APP_NAME

T = TypeVar("T", str, int, float, bool, tuple[str, ...], tuple[int, ...])


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One thing to remember.

    Attributes:
        key: Its name in the file, "group/name".
        default: What holds until something else is chosen; also tells the type.
        meaning: What it is, for people who read the file.
    """

    key: str
    default: T
    meaning: str


FOLLOW_SYSTEM: Final = "system"

THEME: Final = Setting("window/theme", FOLLOW_SYSTEM, "system, light, sepia or dark")
LANGUAGE: Final = Setting("window/language", "ru", "ru or en")
GEOMETRY: Final = Setting("window/geometry", "", "Qt's own description of place and size, base64")
COLUMNS: Final[Setting[tuple[int, ...]]] = Setting("window/columns", (), "widths of the four columns, pixels")
SHOW_LIBRARY: Final = Setting("window/show_library", True, "whether the library column is shown")
SHOW_SIDE: Final = Setting("window/show_side", True, "whether facts and notes are shown")
SHOW_CONTENTS: Final = Setting("window/show_contents", False, "whether contents are shown beside pages")
CONTENTS_TAB: Final = Setting("window/contents_tab", 0, "0 contents, 1 pages")
CONTENTS_WIDTH: Final = Setting(
    "window/contents_width", 0, "of contents and pages, pixels; 0 for the default"
)
SHOW_CARD: Final = Setting("window/show_card", True, "whether the card of a document is unfolded")
SIDE_TAB: Final = Setting("window/side_tab", 0, "0 facts, 1 notes")
ZOOM: Final = Setting("reader/zoom", "fit_width", "fit_width, fit_page or a factor")
SPREAD: Final = Setting("reader/spread", "continuous", "continuous, single or facing")
TEXT_SIZE: Final = Setting("reader/text_size", 17, "height of the letters of the text view, pixels")
LAST_DOCUMENT: Final = Setting("reader/last_document", "", "document id")
RECENT: Final[Setting[tuple[str, ...]]] = Setting("library/recent", (), "document ids, the newest first")
SHOW_MARGIN: Final = Setting("notes/show_margin", False, "whether notes stand beside their passages")
MARKER: Final = Setting("notes/marker", "yellow", "colour of the marker used last")
CITATION: Final = Setting("notes/citation", "gost", "style in which passages were cited last")
AUTHOR: Final = Setting("notes/author", "", "how the reader signs notes; empty for not at all")
FOLDED: Final[Setting[tuple[str, ...]]] = Setting("library/folded", (), "collections that are folded, ids")
LAST_FOLDER: Final = Setting("import/last_folder", "", "where files were chosen last")
RECOGNISE_AT_ONCE: Final = Setting(
    "recognition/at_once", False, "whether scanned pages are recognised without asking"
)
STUDY_WORDS: Final[Setting[tuple[str, ...]]] = Setting(
    "study/words", (), "the list of words counted last, by lines"
)
SHOW_FACETS: Final = Setting("search/show_facets", False, "whether an answer can be narrowed at sight")
KEEP_HISTORY: Final = Setting("search/keep_history", True, "whether searches are remembered")

TABLE: Final = (
    THEME,
    LANGUAGE,
    GEOMETRY,
    COLUMNS,
    SHOW_LIBRARY,
    SHOW_SIDE,
    SHOW_CONTENTS,
    CONTENTS_TAB,
    CONTENTS_WIDTH,
    SHOW_CARD,
    SIDE_TAB,
    ZOOM,
    SPREAD,
    TEXT_SIZE,
    LAST_DOCUMENT,
    RECENT,
    SHOW_MARGIN,
    FOLDED,
    MARKER,
    CITATION,
    AUTHOR,
    LAST_FOLDER,
    RECOGNISE_AT_ONCE,
    STUDY_WORDS,
    SHOW_FACETS,
    KEEP_HISTORY,
)


class Settings:
    """Reads and writes the table. A value of a wrong type, or a damaged file, means the default.

    Args:
        path: The INI file; made when something is first remembered.
    """

    def __init__(self, path: Path) -> None:
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    def get(self, setting: Setting[T]) -> T:
        """Return what is remembered, or the default."""
        written = self._store.value(setting.key)
        if not isinstance(written, str):
            return setting.default
        try:
            value = json.loads(written)
        except ValueError:
            return setting.default
        if isinstance(setting.default, tuple) and isinstance(value, list):
            value = tuple(value)
        return value if type(value) is type(setting.default) and _is_plain(value) else setting.default

    def set(self, setting: Setting[T], value: T) -> None:
        """Remember a value. Qt writes the file a little later, and with `sync`."""
        self._store.setValue(setting.key, json.dumps(value))

    def sync(self) -> None:
        """Write the file now. Blocks for one small file."""
        self._store.sync()


def default_settings_path() -> Path:
    """Return the settings file of the user."""
    import platformdirs

    return Path(platformdirs.user_config_dir(APP_NAME, appauthor=False)) / "settings.ini"


def _is_plain(value: object) -> bool:
    if isinstance(value, tuple):
        return all(type(part) is str for part in value) or all(type(part) is int for part in value)
    return isinstance(value, str | int | float | bool)
