"""What is told together with its passages: rich text in which every passage is a link to its place.

All words come from documents and are escaped: nothing in a document can pass for markup, and a link holds
nothing but a number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.state.counts import figure, window_language
from desktop.state.study_questions import Sought
from index.model.overview import Evidence, Named
from index.text.values import day

Target = Evidence | Sought
"""Where a link leads: to a place in a document, or to the page of somebody."""

_LONGEST_TITLE: Final = 64
_DOTS: Final = "\N{NO-BREAK SPACE}\N{MIDDLE DOT} "


@dataclass(frozen=True, slots=True)
class Told:
    """Rich text with links.

    Attributes:
        html: The text; links are called by their places among the targets.
        targets: Where the links lead.
    """

    html: str = ""
    targets: tuple[Target, ...] = ()


class Telling:
    """A text in the making, written from top to bottom."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._targets: list[Target] = []

    @property
    def told(self) -> Told:
        """The text so far."""
        return Told("".join(self._parts), tuple(self._targets))

    def title(self, words: str) -> None:
        """Write the title of everything."""
        self._parts.append(f'<p class="title">{escape(words)}</p>')

    def heading(self, words: str, count: str = "", anchor: str = "") -> None:
        """Write a heading, with a count if there is one; it can be scrolled to by its anchor."""
        counted = f' <span class="count">{escape(count)}</span>' if count else ""
        name = f'<a name="{escape(anchor)}"></a>' if anchor else ""
        self._parts.append(f'<p class="heading">{name}{escape(words)}{counted}</p>')

    def line(self, html: str, role: str = "said") -> None:
        """Write a paragraph.

        Args:
            html: Its words, as rich text.
            role: How it looks: "said", "quiet", "passage" or "where".
        """
        self._parts.append(f'<p class="{role}">{html}</p>')

    def row(self, cells: Sequence[str]) -> None:
        """Write cells of rich text side by side, of equal width."""
        width = 100 // max(1, len(cells))
        written = "".join(f'<td width="{width}%">{cell}</td>' for cell in cells)
        self._parts.append(f'<table width="100%" cellspacing="8" cellpadding="8"><tr>{written}</tr></table>')

    def passage(self, evidence: Evidence) -> None:
        """Write a passage, all of it a link to its place."""
        self.line(self.passage_link(evidence), "passage")

    def where(self, evidence: Evidence) -> None:
        """Write which document it is, and the page: a link."""
        self.line(self.place_link(evidence), "where")

    def passage_link(self, evidence: Evidence) -> str:
        """Return a passage as a link, with the words of the place lit."""
        words, lit = evidence.passage, evidence.lit
        shown = (
            f"{escape(words[: lit.start])}<b>{escape(lit.of(words))}</b>{escape(words[lit.stop :])}"
            # Where all of it is meant, nothing stands out.
            if 0 < len(lit) < len(words.strip("\N{HORIZONTAL ELLIPSIS}")) // 2
            else escape(words)
        )
        return self._linked(evidence, shown, "passage")

    def place_link(self, evidence: Evidence) -> str:
        """Return title, date and page of a place as a link."""
        page = QCoreApplication.translate("Study", "стр. {number}")
        said = (
            _shortened(" ".join(evidence.title.split())),
            day(evidence.date, window_language()) if evidence.date else "",
            page.format(number=figure(evidence.page_index + 1)),
        )
        return self._linked(evidence, escape(_DOTS.join(filter(None, said))), "where")

    def page_link(self, evidence: Evidence) -> str:
        """Return the page of a place as a link."""
        page = QCoreApplication.translate("Study", "стр. {number}")
        return self._linked(evidence, escape(page.format(number=figure(evidence.page_index + 1))), "where")

    def name_link(self, who: Named) -> str:
        """Return a name as a link to its page."""
        return self._linked(Sought(who.name, who.kind), escape(who.name), "name")

    def page_of(self, who: Named) -> str:
        """Return an invitation to the page of somebody as a link."""
        words = QCoreApplication.translate("Study", "Всё об этом имени")
        return self._linked(Sought(who.name, who.kind), escape(words), "name")

    def _linked(self, target: Target, html: str, role: str) -> str:
        self._targets.append(target)
        return f'<a class="{role}" href="{len(self._targets) - 1}">{html}</a>'


def _shortened(title: str) -> str:
    """Return a title that leaves room for what is told; its beginning says which document it is."""
    if len(title) <= _LONGEST_TITLE:
        return title
    return f"{title[:_LONGEST_TITLE].rsplit(maxsplit=1)[0]}\N{HORIZONTAL ELLIPSIS}"
