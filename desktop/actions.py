"""Everything the reader can command, as a table: menus, toolbar, tooltips and the page of keys use it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Flag, auto
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeySequence

_CONTEXT = "Actions"


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802 - the name lupdate looks for
    """Mark a text for translation where it stands; Qt's own function is typed as returning `object`."""
    return text


class When(Flag):
    """What must be so before a command makes sense."""

    ALWAYS = 0
    DOCUMENT = auto()
    """A document is open."""
    HITS = auto()
    """A search found something."""
    SELECTION = auto()
    """Text is selected on the page."""
    IDLE = auto()
    """No import is running."""
    IMPORTING = auto()
    REPORT = auto()
    """An import has ended since the start."""
    SCANS_HERE = auto()
    """The open document has scanned pages that wait to be recognised."""
    SCANS = auto()
    """Some document has."""
    RECOGNISING = auto()
    UNDO = auto()
    """A change of a note can be taken back."""


@dataclass(frozen=True, slots=True)
class Command:
    """One row of the table.

    Attributes:
        id: Stable name.
        text: What the menu says, Russian source text; `&` marks the key of the menu.
        icon: Drawing in `resources/icons`; empty for none.
        keys: Shortcuts, the first of which is shown.
        when: What must be so; all of it.
        group: Name of the set of commands of which exactly one is checked; empty for none.
        is_switch: Whether it is on or off.
    """

    id: str
    text: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    when: When = When.ALWAYS
    group: str = ""
    is_switch: bool = False


TABLE: Final[tuple[Command, ...]] = (
    Command(
        "add_files", QT_TRANSLATE_NOOP("Actions", "&Добавить файлы…"), "file-plus", ("Ctrl+O",), When.IDLE
    ),
    Command(
        "add_folder",
        QT_TRANSLATE_NOOP("Actions", "Добавить &папку…"),
        "folder-plus",
        ("Ctrl+Shift+O",),
        When.IDLE,
    ),
    Command("open_sample", QT_TRANSLATE_NOOP("Actions", "Открыть &образец архива"), "library", (), When.IDLE),
    Command("cancel_import", QT_TRANSLATE_NOOP("Actions", "Остановить &импорт"), "x", (), When.IMPORTING),
    Command("show_report", QT_TRANSLATE_NOOP("Actions", "О&тчёт об импорте…"), "list", (), When.REPORT),
    Command("export_facts", QT_TRANSLATE_NOOP("Actions", "&Экспорт фактов…"), "save"),
    Command("show_gaps", QT_TRANSLATE_NOOP("Actions", "&Что не ищется и почему…"), "circle-alert"),
    Command(
        "recognise_document",
        QT_TRANSLATE_NOOP("Actions", "&Распознать страницы документа"),
        "scan-text",
        (),
        When.SCANS_HERE,
    ),
    Command(
        "recognise_archive",
        QT_TRANSLATE_NOOP("Actions", "Распознать страницы во всём &архиве"),
        "",
        (),
        When.SCANS,
    ),
    Command(
        "pause_recognition",
        QT_TRANSLATE_NOOP("Actions", "Приостановить распознавание"),
        "",
        (),
        When.RECOGNISING,
    ),
    Command(
        "recognise_at_once",
        QT_TRANSLATE_NOOP("Actions", "Распознавать новые страницы сразу"),
        "",
        (),
        is_switch=True,
    ),
    Command(
        "close_document", QT_TRANSLATE_NOOP("Actions", "&Закрыть документ"), "", ("Ctrl+W",), When.DOCUMENT
    ),
    Command("quit", QT_TRANSLATE_NOOP("Actions", "В&ыйти"), "", ("Ctrl+Q",)),
    Command("undo", QT_TRANSLATE_NOOP("Actions", "&Отменить изменение"), "undo", ("Ctrl+Z",), When.UNDO),
    Command(
        "copy", QT_TRANSLATE_NOOP("Actions", "&Копировать"), "copy", ("Ctrl+C", "Ctrl+Insert"), When.SELECTION
    ),
    Command(
        "highlight",
        QT_TRANSLATE_NOOP("Actions", "&Выделить маркером"),
        "highlighter",
        ("Ctrl+M",),
        When.SELECTION,
    ),
    Command(
        "note",
        QT_TRANSLATE_NOOP("Actions", "&Заметка к выделенному…"),
        "sticky-note",
        ("Ctrl+N",),
        When.SELECTION,
    ),
    Command(
        "add_fact",
        QT_TRANSLATE_NOOP("Actions", "Добавить &факт или имя…"),
        "list-plus",
        ("Ctrl+Shift+F",),
        When.SELECTION,
    ),
    Command("find", QT_TRANSLATE_NOOP("Actions", "&Найти в архиве"), "search", ("Ctrl+F", "Ctrl+K", "/")),
    Command(
        "find_selection", QT_TRANSLATE_NOOP("Actions", "И&скать выделенное"), "", ("Ctrl+E",), When.SELECTION
    ),
    Command("study", QT_TRANSLATE_NOOP("Actions", "&Работа с результатами…"), "quote", ("Ctrl+J",)),
    Command("study_times", QT_TRANSLATE_NOOP("Actions", "По &времени…"), "calendar"),
    Command("study_words", QT_TRANSLATE_NOOP("Actions", "Сосчитать по &списку…"), "list", ("Ctrl+Shift+L",)),
    Command("study_alike", QT_TRANSLATE_NOOP("Actions", "По&хожие документы…"), "", (), When.DOCUMENT),
    Command("study_versions", QT_TRANSLATE_NOOP("Actions", "В&ерсии и копии…")),
    Command("study_facts", QT_TRANSLATE_NOOP("Actions", "Факты всего &архива…"), "", ("Ctrl+Shift+A",)),
    Command("study_name", QT_TRANSLATE_NOOP("Actions", "Всё об &имени…"), "", ("Ctrl+I",)),
    Command(
        "mark_hits",
        QT_TRANSLATE_NOOP("Actions", "Всё найденное в &заметки…"),
        "highlighter",
        ("Ctrl+Shift+M",),
        When.HITS,
    ),
    Command("save_search", QT_TRANSLATE_NOOP("Actions", "Со&хранить запрос…"), "star", ("Ctrl+D",)),
    Command("history", QT_TRANSLATE_NOOP("Actions", "&Прежние запросы…"), "clock", ("Ctrl+H",)),
    Command("refine", QT_TRANSLATE_NOOP("Actions", "&Уточнить найденное"), "", ("Ctrl+R",), is_switch=True),
    Command(
        "next_hit",
        QT_TRANSLATE_NOOP("Actions", "&Следующее место"),
        "chevron-down",
        ("F3", "Ctrl+G"),
        When.HITS,
    ),
    Command(
        "previous_hit",
        QT_TRANSLATE_NOOP("Actions", "&Предыдущее место"),
        "chevron-up",
        ("Shift+F3", "Ctrl+Shift+G"),
        When.HITS,
    ),
    Command(
        "go_to_page", QT_TRANSLATE_NOOP("Actions", "Пере&йти к странице…"), "", ("Ctrl+L",), When.DOCUMENT
    ),
    Command(
        "first_page", QT_TRANSLATE_NOOP("Actions", "В &начало документа"), "", ("Ctrl+Home",), When.DOCUMENT
    ),
    Command(
        "last_page", QT_TRANSLATE_NOOP("Actions", "В &конец документа"), "", ("Ctrl+End",), When.DOCUMENT
    ),
    Command(
        "tables",
        QT_TRANSLATE_NOOP("Actions", "&Таблицы на странице"),
        "table",
        ("Ctrl+T",),
        When.DOCUMENT,
    ),
    Command("zoom_in", QT_TRANSLATE_NOOP("Actions", "&Крупнее"), "plus", ("Ctrl++", "Ctrl+="), When.DOCUMENT),
    Command("zoom_out", QT_TRANSLATE_NOOP("Actions", "&Мельче"), "minus", ("Ctrl+-",), When.DOCUMENT),
    Command(
        "fit_width",
        QT_TRANSLATE_NOOP("Actions", "По &ширине"),
        "fit-width",
        ("Ctrl+0",),
        When.DOCUMENT,
        is_switch=True,
    ),
    Command(
        "fit_page",
        QT_TRANSLATE_NOOP("Actions", "Страница &целиком"),
        "fit-page",
        ("Ctrl+9",),
        When.DOCUMENT,
        is_switch=True,
    ),
    Command("theme_system", QT_TRANSLATE_NOOP("Actions", "Как в &системе"), "monitor", (), group="theme"),
    Command("theme_light", QT_TRANSLATE_NOOP("Actions", "С&ветлая"), "sun", (), group="theme"),
    Command("theme_sepia", QT_TRANSLATE_NOOP("Actions", "Се&пия"), "coffee", (), group="theme"),
    Command("theme_dark", QT_TRANSLATE_NOOP("Actions", "&Тёмная"), "moon", (), group="theme"),
    Command("language_ru", "Русский", "", (), group="language"),
    Command("language_en", "English", "", (), group="language"),
    Command(
        "show_library",
        QT_TRANSLATE_NOOP("Actions", "Столбец &библиотеки"),
        "panel-left",
        ("F8",),
        is_switch=True,
    ),
    Command(
        "show_side",
        QT_TRANSLATE_NOOP("Actions", "Столбец &фактов и заметок"),
        "panel-right",
        ("F9",),
        is_switch=True,
    ),
    Command("full_screen", QT_TRANSLATE_NOOP("Actions", "Во весь &экран"), "", ("F11",), is_switch=True),
    Command("keys", QT_TRANSLATE_NOOP("Actions", "&Клавиши и язык запросов"), "keyboard", ("F1",)),
    Command("about", QT_TRANSLATE_NOOP("Actions", "&О программе"), "info", ()),
)


class Actions(QObject):
    """The commands as Qt actions, enabled and named as the state of the window asks.

    Args:
        draw: Makes an icon from the name of a drawing.
        parent: Owner.
    """

    def __init__(self, draw: Callable[[str], QIcon], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = When.IDLE
        self._groups: dict[str, QActionGroup] = {}
        self._actions = {command.id: self._made(command) for command in TABLE}
        self.retranslate()
        self.redraw(draw)
        self.set_state(When.IDLE)

    def __getitem__(self, command_id: str) -> QAction:
        return self._actions[command_id]

    def all(self) -> Iterable[QAction]:
        """Return every action, in the order of the table."""
        return self._actions.values()

    def connect_to(self, targets: dict[str, Callable[[], object]]) -> None:
        """Say what each command does.

        Raises:
            KeyError: If a command is unknown, or one of the table is left without a meaning.
        """
        if unknown := set(targets) ^ set(self._actions):
            raise KeyError(*sorted(unknown))
        for command_id, target in targets.items():
            self._actions[command_id].triggered.connect(lambda _checked=False, call=target: call())

    def set_state(self, state: When) -> None:
        """Enable what makes sense now."""
        self._state = state
        for command in TABLE:
            self._actions[command.id].setEnabled(command.when in state)

    def change_state(self, condition: When, *, holds: bool) -> None:
        """Note that one condition holds, or no longer does."""
        self.set_state(self._state | condition if holds else self._state & ~condition)

    @property
    def state(self) -> When:
        """What is so now."""
        return self._state

    def check(self, command_id: str, *, on: bool = True) -> None:
        """Show a switch as on or off, or one of a group as the chosen one; commands nothing."""
        self._actions[command_id].setChecked(on)

    def redraw(self, draw: Callable[[str], QIcon]) -> None:
        """Take icons in other colours."""
        for command in TABLE:
            if command.icon:
                self._actions[command.id].setIcon(draw(command.icon))

    def retranslate(self) -> None:
        """Take the texts of the language that holds now."""
        for command in TABLE:
            action = self._actions[command.id]
            text = translated(command.text)
            action.setText(text)
            action.setToolTip(tip(command))

    def _made(self, command: Command) -> QAction:
        action = QAction(self)
        action.setObjectName(command.id)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.setCheckable(bool(command.group) or command.is_switch)
        action.setIconVisibleInMenu(bool(command.icon) and not action.isCheckable())
        if command.id == "quit":
            action.setMenuRole(QAction.MenuRole.QuitRole)
        if command.id == "about":
            action.setMenuRole(QAction.MenuRole.AboutRole)
        if command.group:
            group = self._groups.setdefault(command.group, QActionGroup(self))
            group.addAction(action)
        return action


def translated(text: str) -> str:
    """Return a text of the table in the language of the window."""
    return QCoreApplication.translate(_CONTEXT, text)


def plain(text: str) -> str:
    """Return the text of a command without the marks of menu keys and dots: for tooltips and lists."""
    return translated(text).replace("&", "").removesuffix("…")


def tip(command: Command) -> str:
    """Return what a tooltip says: the command and its key."""
    if not command.keys:
        return plain(command.text)
    keys = QKeySequence(command.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{plain(command.text)} ({keys})"
