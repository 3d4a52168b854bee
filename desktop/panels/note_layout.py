"""What the card of a note says, line by line, at a width: laid out once, then drawn and clicked."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from desktop.models.notes import About
from desktop.panels.chips import wrapped
from desktop.state.counts import figure, window_language
from desktop.state.markers import kind_name
from desktop.state.note_links import addresses, full_address
from desktop.theme import TEXT_PX, Palette
from index.model.annotation import Annotation, AnnotationKind, Link
from index.notes.sifting import Standing
from index.text.wording import NBSP, moment

_QUOTE_LINES: Final = 3
_NOTE_LINES: Final = 6
_MOST_LINKS: Final = 4
_TAG_LINES: Final = 2
# More characters than the lines of a card hold at any sensible width of the panel.
_LONGEST: Final = 600
_BLOCK_GAP: Final = 4
_TAG_PAD: Final = 7
_TAG_GAP: Final = 5
_TAG_AIR: Final = 3
"""Above and below the words of a tag."""

Target = Link | str
"""Where a click leads: a link of the note, or an address of the web."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line of a card.

    Attributes:
        text: The words.
        box: Where, from the top left corner of what the card says.
        font: How.
        color: In which colour.
        target: Where a click on it leads.
        is_tag: Whether it is a tag, which stands on a ground of its own.
    """

    text: str
    box: QRect
    font: QFont
    color: str
    target: Target | None = None
    is_tag: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says.

    Attributes:
        lines: From top to bottom.
        height: Of all of it, in pixels.
    """

    lines: tuple[Line, ...]
    height: int


class CardFonts:
    """The fonts of cards.

    Args:
        font: That of the list.
    """

    def __init__(self, font: QFont) -> None:
        self.text, self.small, self.title = (QFont(font) for _ in range(3))
        self.text.setPixelSize(TEXT_PX - 1)
        self.small.setPixelSize(TEXT_PX - 2)
        self.title.setPixelSize(TEXT_PX - 2)
        self.title.setWeight(QFont.Weight.DemiBold)

    def of_quote(self, kind: AnnotationKind) -> QFont:
        """Return the font of a passage: as it is marked on the page."""
        font = QFont(self.text)
        font.setUnderline(kind is AnnotationKind.UNDERLINE)
        font.setStrikeOut(kind is AnnotationKind.STRIKE)
        return font


@dataclass
class _Sheet:
    """A card while it is filled."""

    width: int
    lines: list[Line] = field(default_factory=list)
    y: int = 0

    def write(self, text: str, font: QFont, color: str, limit: int, target: Target | None = None) -> None:
        """Put words below what stands there, in at most so many lines."""
        rows: list[str] = []
        for paragraph in text[:_LONGEST].split("\n"):
            if len(rows) == limit:
                rows[-1] = rows[-1].rstrip("…") + "…"
                break
            rows += wrapped(paragraph, font, self.width, limit - len(rows))
        height = QFontMetrics(font).lineSpacing()
        for row in rows:
            box = QRect(0, self.y, self.width, height)
            self.lines.append(Line(row, box, font, color, target))
            self.y += height
        self.y += _BLOCK_GAP

    def write_tags(self, tags: tuple[str, ...], font: QFont, color: str) -> None:
        """Put tags side by side, in a few rows; how many do not fit is told behind them."""
        metrics = QFontMetrics(font)
        height = metrics.height() + 2 * _TAG_AIR
        x, row = 0, 0
        for number, tag in enumerate(tags):
            words = metrics.elidedText(tag, Qt.TextElideMode.ElideRight, self.width - 2 * _TAG_PAD)
            wide = metrics.horizontalAdvance(words) + 2 * _TAG_PAD
            if x and x + wide > self.width:
                x, row = 0, row + 1
            if row == _TAG_LINES:
                self._tell_rest(f"+{len(tags) - number}", font, color)
                break
            top = self.y + row * (height + _TAG_GAP)
            self.lines.append(Line(words, QRect(x, top, wide, height), font, color, is_tag=True))
            x += wide + _TAG_GAP
        self.y += (min(row, _TAG_LINES - 1) + 1) * (height + _TAG_GAP) - _TAG_GAP + _BLOCK_GAP

    def _tell_rest(self, words: str, font: QFont, color: str) -> None:
        """Say how many tags are left out, in place of the last one where there is no room behind it."""
        last = self.lines[-1].box
        wide = QFontMetrics(font).horizontalAdvance(words) + 2 * _TAG_PAD
        x = last.right() + 1 + _TAG_GAP
        if x + wide > self.width:
            self.lines.pop()
            x = last.left()
        self.lines.append(Line(words, QRect(x, last.top(), wide, last.height()), font, color, is_tag=True))


def laid_out(note: Annotation, about: About, width: int, fonts: CardFonts, roles: Palette) -> Card:
    """Return what the card of a note says at a width, in pixels."""
    sheet = _Sheet(width)
    quote, written = " ".join(note.anchor.quote.split()), note.note.strip()
    if about.title:
        sheet.write(about.title, fonts.title, roles.text, 1)
    if about.standing is not Standing.SURE:
        is_lost = about.standing is Standing.LOST
        sheet.write(standing_words(about.standing), fonts.small, roles.error if is_lost else roles.accent, 1)
    # What the reader wrote comes before what the document says; alone, the quotation is the text.
    if written:
        sheet.write(written, fonts.text, roles.text, _NOTE_LINES)
    if quote and note.kind.is_of_words:
        words, color = (f"«{quote}»", roles.muted) if written else (quote, roles.text)
        sheet.write(words, fonts.of_quote(note.kind), color, _QUOTE_LINES)
    elif quote:
        sheet.write(_beside(quote), fonts.text, roles.muted, 2)
    for span in addresses(written)[:_MOST_LINKS]:
        address = span.of(written)
        sheet.write(f"↗{NBSP}{_short(address)}", fonts.small, roles.accent, 1, full_address(address))
    for link in note.links[:_MOST_LINKS]:
        if link in about.broken:
            words = QCoreApplication.translate("NoteCard", "ссылка никуда не ведёт: {label}")
            sheet.write(words.format(label=link.label), fonts.small, roles.error, 1)
        else:
            sheet.write(f"→{NBSP}{link.label}", fonts.small, roles.accent, 1, link)
    if note.tags:
        sheet.write_tags(note.tags, fonts.small, roles.text)
    sheet.write(_foot(note, about), fonts.small, roles.muted, 2)
    return Card(tuple(sheet.lines), sheet.y - _BLOCK_GAP)


def standing_words(standing: Standing) -> str:
    """Return what is said of a place that is not sure."""
    if standing is Standing.LOST:
        return QCoreApplication.translate("NoteCard", "Этих слов в тексте нет")
    return QCoreApplication.translate("NoteCard", "Место надо подтвердить")


def _foot(note: Annotation, about: About) -> str:
    page = QCoreApplication.translate("NotesPanel", "стр. {number}").format(number=about.page)
    when = moment(note.created, date.today(), window_language())  # noqa: DTZ011 - the day of the reader
    kind = "" if note.kind is AnnotationKind.HIGHLIGHT else kind_name(note.kind)
    linked = ""
    if about.backlinks:
        words = QCoreApplication.translate("NoteCard", "ссылаются: {count}")
        linked = words.format(count=figure(about.backlinks))
    parts = (page, when, kind, note.author, linked)
    return " · ".join(part.replace(" ", NBSP) for part in parts if part)


def _beside(quote: str) -> str:
    return QCoreApplication.translate("NoteCard", "рядом: {words}").format(words=f"«{quote}»")


def _short(address: str) -> str:
    return address.split("://", 1)[-1].removeprefix("www.").rstrip("/")
