"""Asks which facts of which documents to write for which program."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from desktop.dialogs.exporting import ExportDialog, Offer
from desktop.dialogs.kind_boxes import KindBoxes
from desktop.state.counts import Noun, counted, figure
from desktop.state.exporting import Exporting, ExportWish, Scope
from index.exchange.exporting import Exported, Format
from index.facts.wording import GroupKey

_MOST_LEFT_OUT: Final = 3
_TITLE: Final = 60


class ExportFactsDialog(ExportDialog):
    """An export of facts. Arguments and signals are those of `ExportDialog`.

    Args:
        groups: The names of all kinds of facts, in their order.
    """

    def __init__(
        self,
        exporting: Exporting,
        offers: Sequence[Offer],
        groups: Mapping[GroupKey, str],
        parent: QWidget | None = None,
    ) -> None:
        kinds = KindBoxes(groups)
        super().__init__(exporting, offers, kinds, parent)
        self.kinds = kinds
        self.setWindowTitle(self.tr("Экспорт фактов"))
        self.kinds.changed.connect(self._on_kinds_changed)

    def offered_formats(self) -> dict[Format, tuple[str, str]]:
        """Return names of the formats, and what each is for."""
        return {
            Format.XLSX: (
                "Excel",
                self.tr("Книга Excel: лист на каждый вид фактов, числа и даты — числами и датами."),
            ),
            Format.CSV: ("CSV", self.tr("Одна таблица всех фактов, для любых программ.")),
            Format.MARKDOWN: (
                "Markdown",
                self.tr("Текст для чтения и заметок, например в Obsidian: с цитатами."),
            ),
            Format.JSON: ("JSON", self.tr("Для своих программ: всё, что известно, с местами в тексте.")),
            Format.FTM: (
                "FollowTheMoney",
                self.tr("Для Aleph и OpenSanctions. Проценты, количества и даты в этот формат не входят."),
            ),
        }

    def wish(self, scope: Scope) -> ExportWish:
        """Return what the reader wants, of these documents."""
        return ExportWish(self.format, scope, self.kinds.chosen)

    def told(self, made: Exported) -> str:
        """Return what to say of a file that is there."""
        words = [
            self.tr("Записано: {name}. {documents}, фактов и имён: {facts}.").format(
                name=made.path.name,
                documents=counted(made.documents, Noun.DOCUMENT),
                facts=figure(made.facts),
            )
        ]
        if made.left_out:
            titles = [f"«{one.title[:_TITLE]}»" for one in made.left_out[:_MOST_LEFT_OUT]]
            more = "…" if len(made.left_out) > _MOST_LEFT_OUT else ""
            words.append(
                self.tr("Не вошли, потому что их факты извлечь не удалось: {titles}").format(
                    titles=", ".join(titles) + more
                )
            )
        return " ".join(words)

    def _on_kinds_changed(self) -> None:
        self.go.setEnabled(bool(self.kinds.chosen))
