from pathlib import Path

import pytest

from desktop.settings import COLUMNS, LANGUAGE, RECENT, SHOW_SIDE, SIDE_TAB, TABLE, THEME, Settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.ini"


def test_nothing_remembered_means_the_defaults(path: Path) -> None:
    settings = Settings(path)
    assert [settings.get(setting) for setting in TABLE] == [setting.default for setting in TABLE]


def test_what_is_set_is_there_at_the_next_start(path: Path) -> None:
    settings = Settings(path)
    settings.set(THEME, "sepia")
    settings.set(COLUMNS, (200, 300, 400, 250))
    settings.set(RECENT, ("а", "b"))
    settings.set(SHOW_SIDE, False)
    settings.sync()
    again = Settings(path)
    assert again.get(THEME) == "sepia"
    assert again.get(COLUMNS) == (200, 300, 400, 250)
    assert again.get(RECENT) == ("а", "b")
    assert again.get(SHOW_SIDE) is False


@pytest.mark.parametrize(
    "written", ["[window]\nlanguage=5\nside_tab=true\n", "\x00\xff", "[window", "[window]\nlanguage={\n"]
)
def test_a_file_edited_by_a_careless_hand_means_the_defaults(path: Path, written: str) -> None:
    path.write_text(written, encoding="latin-1")
    settings = Settings(path)
    assert settings.get(LANGUAGE) == "ru"
    assert settings.get(SIDE_TAB) == 0


def test_keys_are_unique_and_explained() -> None:
    assert len({setting.key for setting in TABLE}) == len(TABLE)
    assert all(setting.meaning and "/" in setting.key for setting in TABLE)
