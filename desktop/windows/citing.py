"""Citations in the window: the clipboard, the menu of styles, the citation file."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFileDialog

from desktop.pageview.clipping import put
from desktop.settings import LAST_FOLDER
from desktop.windows.main import MainWindow
from index.exchange.citations import Style
from index.exchange.styles import Citation

_FILES: Final = {Style.BIBTEX: "BibTeX", Style.RIS: "RIS", Style.CSL: "CSL-JSON"}
_UNFIT: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_LONGEST_NAME: Final = 100


class CitingCommands(QObject):
    """What the commands about citations do in one window.

    Args:
        window: The window; owns this.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._citing = window, window.presenters.citing
        self._citing.made.connect(self._copy)
        self._citing.failed.connect(window.status.say)
        self._citing.saved.connect(self._tell_saved)
        self._citing.style_changed.connect(self._check)
        self._check(self._citing.style)

    def targets(self) -> dict[str, Callable[[], object]]:
        """Return what each command does."""
        chosen = {f"cite_{style.value}": lambda style=style: self._choose(style) for style in Style}
        return {**chosen, "copy_cited": self._cite, "save_citation": self._save}

    def _cite(self) -> None:
        if (span := self._window.columns.pages.selected_span()) is not None:
            self._citing.cite(span)

    def _choose(self, style: Style) -> None:
        """Cite in a style from now on, and at once what is selected."""
        self._citing.choose(style)
        self._cite()

    def _check(self, style: Style) -> None:
        self._window.actions_table.check(f"cite_{style.value}")

    def _copy(self, made: Citation) -> None:
        put(made.text, made.html)
        style = self._window.actions_table[f"cite_{self._citing.style.value}"].text().replace("&", "")
        words = QCoreApplication.translate("Citing", "Скопировано со ссылкой: {style}")
        self._window.status.say(words.format(style=style))

    def _save(self) -> None:
        """Ask for a file; its ending tells the format."""
        settings, document = self._window.presenters.settings, self._window.presenters.reader.document
        if document is None:
            return
        name = " ".join(_UNFIT.sub(" ", Path(document.file_name).stem).split())[:_LONGEST_NAME]
        kinds = {f"{words} (*{style.suffix})": style for style, words in _FILES.items()}
        kept = self._citing.style if self._citing.style in _FILES else Style.BIBTEX
        chosen, kind = QFileDialog.getSaveFileName(
            self._window,
            QCoreApplication.translate("Citing", "Записать описание документа"),
            str(Path(settings.get(LAST_FOLDER)) / f"{name}{kept.suffix}"),
            ";;".join(kinds),
            next(words for words, style in kinds.items() if style is kept),
        )
        if not chosen:
            return
        path = Path(chosen)
        settings.set(LAST_FOLDER, str(path.parent))
        by_suffix = {style.suffix: style for style in _FILES}
        style = by_suffix.get(path.suffix.lower(), kinds.get(kind, kept))
        path = path if path.suffix.lower() in by_suffix else path.with_name(path.name + style.suffix)
        self._citing.save(path, style)

    def _tell_saved(self, path: Path) -> None:
        words = QCoreApplication.translate("Citing", "Записано: {path}")
        self._window.status.say(words.format(path=path))
