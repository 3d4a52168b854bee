"""One group of the facts panel: a heading, its chips, and what unfolds the rest of a long one."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.panels.chips import Chip, ChipText
from desktop.panels.flow import FlowLayout
from desktop.panels.labels import PlainLabel
from desktop.state.counts import Noun, counted, figure, percent
from desktop.state.fact_groups import FactEntry, FactGroup
from desktop.state.reasons import found
from desktop.theme import Palette
from index.facts.wording import MIDDLE_DOT, GroupKey
from index.model.fact import EntityType, FactType, Mark
from index.text.wording import sentence_case

_FOLDED: Final = 12
# A group that would hide fewer than this is shown whole: the button would take as much room.
_WORTH_FOLDING: Final = 3
_STEP: Final = 60
_FORMS_SHOWN: Final = 6
_SUBTITLE_LINES: Final = 2
_VALUES: Final = frozenset(
    {FactType.MONEY, FactType.PERCENT, FactType.QUANTITY, FactType.DATE, FactType.DURATION}
)


class FactGroupSection(QWidget):
    """A group of entries as chips. Only the chips that are shown exist.

    Args:
        group: The entries.
        palette: Colours.
        shown: How many chips are there at least; the others come when they are asked for.
        is_rejected: Whether these are entries that the reader rejected.
        parent: Owner.

    Signals:
        activated(FactEntry): A chip was clicked.
        arrow_pressed(Chip, Qt.Key): An arrow was pressed on a chip.
        unfolded(): There are other chips now.
        pointed(FactEntry | None): The pointer rests on a chip, or has left it.
        menu_requested(FactEntry, QPoint): The menu of an entry is asked for at a place on the screen.
        opened(FactEntry): A chip was clicked twice.
    """

    activated = Signal(object)
    arrow_pressed = Signal(object, object)
    unfolded = Signal()
    pointed = Signal(object)
    menu_requested = Signal(object, QPoint)
    opened = Signal(object)

    def __init__(
        self,
        group: FactGroup,
        palette: Palette,
        shown: int = 0,
        *,
        is_rejected: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._group, self._roles = group, palette
        self.is_rejected = is_rejected
        self._chips: dict[str, Chip] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        head = QHBoxLayout()
        head.setSpacing(6)
        title = heading(group.key)
        head.addWidget(PlainLabel(title.upper(), "heading"))
        head.addWidget(PlainLabel(figure(len(group.entries)), "muted"))
        head.addStretch()
        column.addLayout(head)
        self._flow = FlowLayout()
        column.addLayout(self._flow)
        self._more = QPushButton()
        self._more.setProperty("role", "link")
        self._more.setCursor(Qt.CursorShape.PointingHandCursor)
        self._more.clicked.connect(self._unfold)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.setAccessibleName(title)
        count = len(group.entries)
        self._show_up_to(count if count < _FOLDED + _WORTH_FOLDING else max(_FOLDED, shown))

    @property
    def place(self) -> tuple[GroupKey, bool]:
        """What tells it from the other groups of the panel."""
        return self._group.key, self.is_rejected

    @property
    def chips(self) -> tuple[Chip, ...]:
        """The chips that are shown, in order."""
        return tuple(self._chips.values())

    def chip(self, entry_id: str) -> Chip | None:
        """Return the chip of an entry, if it is shown."""
        return self._chips.get(entry_id)

    def focused_entry(self) -> FactEntry | None:
        """Return the entry whose chip has the focus."""
        return next(
            (e for e in self._group.entries if e.id in self._chips and self._chips[e.id].hasFocus()), None
        )

    def place_of(self, entry: FactEntry) -> QRect:
        """Return where the chip of an entry is on the screen."""
        chip = self._chips[entry.id]
        return QRect(chip.mapToGlobal(QPoint(0, 0)), chip.size())

    def set_palette_roles(self, palette: Palette) -> None:
        """Use other colours."""
        self._roles = palette
        for chip in self._chips.values():
            chip.set_palette_roles(palette)

    def take_tab_stop(self, chosen: Chip) -> None:
        """Let Tab come to this chip of the group only; arrows reach the others."""
        for chip in self._chips.values():
            policy = Qt.FocusPolicy.StrongFocus if chip is chosen else Qt.FocusPolicy.ClickFocus
            chip.setFocusPolicy(policy)

    def _show_up_to(self, count: int) -> None:
        for entry in self._group.entries[len(self._chips) : count]:
            self._chips[entry.id] = self._made(entry)
        if self._chips and not any(c.focusPolicy() == Qt.FocusPolicy.StrongFocus for c in self.chips):
            self.take_tab_stop(self.chips[0])
        hidden = len(self._group.entries) - len(self._chips)
        self._more.setVisible(hidden > 0)
        template = QCoreApplication.translate("FactsPanel", "ещё {count}")
        self._more.setText(template.format(count=figure(hidden)))

    def _unfold(self) -> None:
        first_new = len(self._chips)
        self._show_up_to(first_new + _STEP)
        self.unfolded.emit()
        if not self._more.isVisible():
            # The button had the focus and is gone: whoever works with keys goes on among the new chips.
            self.chips[first_new].setFocus(Qt.FocusReason.TabFocusReason)

    def _made(self, entry: FactEntry) -> Chip:
        chip = Chip(_chip_text(entry), self._roles, self)
        chip.clicked.connect(lambda: self.activated.emit(entry))
        chip.double_clicked.connect(lambda: self.opened.emit(entry))
        chip.arrow_pressed.connect(lambda key: self.arrow_pressed.emit(chip, key))
        chip.pointed.connect(lambda on: self.pointed.emit(entry if on else None))
        chip.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        chip.customContextMenuRequested.connect(
            lambda point: self.menu_requested.emit(entry, chip.mapToGlobal(point))
        )
        self._flow.addWidget(chip)
        chip.show()
        return chip


def _chip_text(entry: FactEntry) -> ChipText:
    below = (_decided(entry.mark), entry.subtitle, entry.context if entry.needs_context else "")
    subtitle = sentence_case(MIDDLE_DOT.join(filter(None, below)))
    spoken = entry.title if entry.count < 2 else f"{entry.title}, {counted(entry.count, Noun.PLACE)}"
    return ChipText(
        title=entry.title,
        subtitle=subtitle,
        count=entry.count,
        spoken=f"{spoken}. {subtitle}" if subtitle else spoken,
        tip=tip(entry),
        is_clause=entry.is_statement,
        subtitle_lines=_SUBTITLE_LINES,
    )


def heading(key: GroupKey) -> str:
    """Return the heading of a group."""
    translate = QCoreApplication.translate
    return {
        GroupKey.PERSONS: translate("FactsPanel", "Персоны"),
        GroupKey.ORGANISATIONS: translate("FactsPanel", "Организации"),
        GroupKey.PLACES: translate("FactsPanel", "Места"),
        GroupKey.AGREEMENTS: translate("FactsPanel", "Договорённости"),
        GroupKey.INSTRUCTIONS: translate("FactsPanel", "Поручения и решения"),
        GroupKey.MEETINGS: translate("FactsPanel", "Встречи"),
        GroupKey.APPOINTMENTS: translate("FactsPanel", "Назначения"),
        GroupKey.CREATIONS: translate("FactsPanel", "Создание и достижения"),
        GroupKey.DEALS: translate("FactsPanel", "Сделки и собственность"),
        GroupKey.MONEY: translate("FactsPanel", "Суммы"),
        GroupKey.PERCENTS: translate("FactsPanel", "Проценты"),
        GroupKey.QUANTITIES: translate("FactsPanel", "Числа"),
        GroupKey.DATES: translate("FactsPanel", "Даты и сроки"),
        GroupKey.STATEMENTS: translate("FactsPanel", "Цитаты и заявления"),
        GroupKey.EVENTS: translate("FactsPanel", "События"),
        GroupKey.DOCUMENTS: translate("FactsPanel", "Документы"),
        GroupKey.SOURCES: translate("FactsPanel", "Источники"),
    }[key]


def tip(entry: FactEntry) -> str:
    """Return the tooltip of an entry, plain text: what the chip may have cut, and where it comes from."""
    translate = QCoreApplication.translate
    lines = [entry.title, entry.subtitle]
    if kind := _kind(entry.kind):
        lines.append(kind)
    forms = [form for form in entry.written if form != entry.title]
    if forms and not entry.is_statement:
        more = "…" if len(forms) > _FORMS_SHOWN else ""
        written = "; ".join(forms[:_FORMS_SHOWN]) + more
        lines.append(translate("FactsPanel", "В тексте: {forms}").format(forms=written))
    if entry.kind in _VALUES:
        lines.append(f"«{entry.context}»")
    lines.append(counted(entry.count, Noun.PLACE))
    if decided := _decided(entry.mark):
        lines.append(decided)
    elif entry.rules:
        words = translate("FactsPanel", "Как найдено: {how}. Уверенность {sure}")
        lines.append(words.format(how=found(entry), sure=percent(entry.confidence)))
    return "\n".join(filter(None, lines))


def _decided(mark: Mark) -> str:
    translate = QCoreApplication.translate
    return {
        Mark.NONE: "",
        Mark.ACCEPTED: translate("FactsPanel", "принято вами"),
        Mark.CORRECTED: translate("FactsPanel", "исправлено вами"),
        Mark.OWN: translate("FactsPanel", "добавлено вами"),
    }[mark]


def _kind(kind: str) -> str:
    translate = QCoreApplication.translate
    return {
        EntityType.COUNTRY.value: translate("FactsPanel", "страна"),
        EntityType.CITY.value: translate("FactsPanel", "населённый пункт"),
        EntityType.REGION.value: translate("FactsPanel", "край, область, часть света"),
        EntityType.ROUTE.value: translate("FactsPanel", "маршрут"),
    }.get(kind, "")
