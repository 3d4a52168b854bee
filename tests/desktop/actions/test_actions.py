from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QIcon

from desktop.actions.actions import Actions
from desktop.actions.command import When, tip
from desktop.actions.table import TABLE
from desktop.windows.menus import MENUS, Menu


@pytest.fixture
def actions(qapp: object) -> Actions:
    return Actions(lambda _name: QIcon())


def entries(menu: Menu) -> Iterator[str]:
    for entry in menu[1]:
        if isinstance(entry, str):
            yield entry
        else:
            yield from entries(entry)


def test_every_command_is_in_the_menus_once() -> None:
    shown = [entry for menu in MENUS for entry in entries(menu) if entry != "-"]
    assert sorted(shown) == sorted(command.id for command in TABLE)


def test_no_key_means_two_things() -> None:
    keys = [key for command in TABLE for key in command.keys]
    assert len(keys) == len(set(keys))


def test_no_two_entries_of_a_menu_have_the_same_mark() -> None:
    texts = {command.id: command.text for command in TABLE}
    for title, shown in MENUS:
        marked = [texts.get(one, "") if isinstance(one, str) else one[0] for one in shown]
        letters = [text[text.index("&") + 1].lower() for text in marked if "&" in text]
        assert len(letters) == len(set(letters)), title


def test_commands_are_enabled_when_all_their_conditions_hold(actions: Actions) -> None:
    assert not actions["zoom_in"].isEnabled()
    assert actions["add_files"].isEnabled()
    actions.change_state(When.DOCUMENT, holds=True)
    assert actions["zoom_in"].isEnabled()
    assert not actions["copy"].isEnabled()
    actions.change_state(When.DOCUMENT, holds=False)
    assert not actions["zoom_in"].isEnabled()
    assert actions["quit"].isEnabled()


def test_a_command_without_a_meaning_is_refused(actions: Actions) -> None:
    with pytest.raises(KeyError):
        actions.connect_to({"quit": lambda: None})


def test_exactly_one_look_is_checked(actions: Actions) -> None:
    actions.check("theme_dark")
    actions.check("theme_sepia")
    assert [name for name in ("theme_light", "theme_sepia", "theme_dark") if actions[name].isChecked()] == [
        "theme_sepia"
    ]


def test_checking_a_switch_commands_nothing(actions: Actions) -> None:
    done: list[str] = []
    actions.connect_to({command.id: lambda name=command.id: done.append(name) for command in TABLE})
    actions.check("show_side")
    assert done == []
    actions["quit"].trigger()
    assert done == ["quit"]


def test_tooltips_name_the_key() -> None:
    command = next(one for one in TABLE if one.id == "next_hit")
    assert tip(command) == "Следующее место (F3)"
