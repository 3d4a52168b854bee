"""What stands in small letters above a page: that its text was recognised, and how surely."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.state.recognition import sureness
from index.model.document import Document
from index.text.wording import NBSP


class Remarks:
    """The remarks on the pages of one document; each is worked out when it is first seen.

    Args:
        document: The document; None for an empty desk.
    """

    def __init__(self, document: Document | None) -> None:
        self._document = document
        self._known: dict[int, str] = {}

    def of(self, page_index: int) -> str:
        """Return the remark on a page; empty for most pages."""
        if self._document is None:
            return ""
        if page_index not in self._known:
            self._known[page_index] = _worded(sureness(self._document, page_index))
        return self._known[page_index]


def _worded(percent: int | None) -> str:
    if percent is None:
        return ""
    if percent == 0:
        return QCoreApplication.translate("PageView", "распознавание не нашло текста")
    words = QCoreApplication.translate("PageView", "текст распознан, уверенность ~{percent} %")
    return words.format(percent=percent).replace(" %", f"{NBSP}%")
