"""Which lines make a paragraph.

`RULES` and `BREAK_RULES` are ordered lists of named rules; the first that has an opinion decides. `RULES`
judge two lines of one column, `BREAK_RULES` the last line of a column or page and the first line of the next.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from index.pdf.columns import Block, is_full
from index.pdf.layout import PrintedLine
from index.pdf.manner import INDENT_EM, RIGHT_SHARE, SLIGHT_DIFFERENCE, Alignment, Manner, align

_SIZE_DIFFERENCE = 0.15  # scans with a text layer vary by less from line to line
_WIDE_STEP = 1.22
_WIDEST_STEP_EM = 1.9  # one and a half lines of an ordinary font; headings are not set wider
_LARGE = 1.1
_WIDE_SHARE = 0.6
_FULL_HEADING_SHARE = 0.8
_FLUSH_EM = 0.15
_FEW_LINES = 4
_UNSTRETCHED_EM = 0.3  # justified lines end closer to the margin

# Asked of nearly every line: regular expressions that search for its end would read all of it.
_CLOSERS = "»”\"’')]"
_ENDS, _STOPS = frozenset(".!?…:;"), frozenset(".!?…")
_BULLET = re.compile(r"[•▪▫➢✓●○■◦*·]\s")
_ITEM = re.compile(
    r"(?:[–—-]|\(?(?:\d{1,3}|[а-яёa-z])\)|\d{1,3}\.|\d{1,3}(?:\.\d{1,3})+\.?)\s|(?:Статья|Глава|Раздел)\s+[\dIVX]",
    re.IGNORECASE,
)
# What parts the areas of a bibliographic entry also stands before its pages, volume, place and year.
_AREA = re.compile(r"[–—-]\s(?:(?:[СCPpТTМЛЧ]|СПб|Вып|Кн|Изд|Vol|No)\.|№|\d{4}\b)")
# The titles of laws and their chapters, which run over several centred lines.
_TITLE = re.compile(r"(?:Об?о?|(?:Глава|Раздел|Часть|Статья)\s+[\dIVX]+\.?)\s", re.IGNORECASE)
_LEADER = re.compile(r"(?:\.{4,}|…{2,}|_{4,}|(?:\. ){4,}\.?)\s*\d{1,4}\Z")
# Words, not the letters of a formula.
_UNDER_WAY = re.compile(r"(?:\w{2}|\d|[,»”\"№—–-])\Z")
_WORD = re.compile(r"\w{3}|\w{1,2}\s\w{2}")
_URL = re.compile(r"(?:https?://|www\.)\S*\Z")
_LINK_WORD = (
    r"(?:а|без|в|во|для|до|за|и|из|или|к|ко|на|над|не|ни|о|об|обо|от|по|под|при|про|с|со|у|что|чтобы|как)"
)
_ENDS_OPEN = re.compile(rf"(?:[,(«–—-]|\b{_LINK_WORD})\Z", re.IGNORECASE)
# Not «о», «об», «от», «по»: titles and dates begin with them.
_STARTS_OPEN = re.compile(r"(?:в|во|для|и|из|или|на|при|с|со|у)\b", re.IGNORECASE)


@dataclass(slots=True)
class Meeting:
    """Two lines that follow one another in the text.

    Attributes:
        above: The one that comes first.
        below: The other one.
        after: What follows `below` in its column.
        block: The column of `above`.
        next_block: The column of `below`: the same one, unless `above` is the last of its column.
        manner: Habits of the document.
        opening: The first line of the paragraph that `above` belongs to.
    """

    above: PrintedLine
    below: PrintedLine
    after: PrintedLine | None
    block: Block
    next_block: Block
    manner: Manner
    opening: PrintedLine

    @property
    def is_end(self) -> bool:
        """Whether the upper line ends like a sentence or an item of a list."""
        return self.above.text.rstrip(_CLOSERS)[-1:] in _ENDS

    @property
    def starts_lower(self) -> bool:
        """Whether the lower line begins with a small letter."""
        return self.below.text[:1].islower()

    @property
    def is_full(self) -> bool:
        """Whether the upper line reaches the margin."""
        return is_full(self.above, self.below, self.block.right)

    @property
    def has_same_size(self) -> bool:
        """Whether both are set in nearly one size."""
        return abs(self.above.size - self.below.size) <= _SIZE_DIFFERENCE * self.above.size

    @property
    def step(self) -> float:
        """Distance of the baselines."""
        return self.below.baseline - self.above.baseline


Rule = Callable[[Meeting], bool | None]
"""True: one paragraph. False: two. None: no opinion."""


def torn(m: Meeting) -> bool | None:
    """A word that runs over the end of a line without a hyphen."""
    return True if m.below.is_torn else None


def other_direction(m: Meeting) -> bool | None:
    """Lines that run in different directions."""
    return False if m.above.direction != m.below.direction else None


def divided_word(m: Meeting) -> bool | None:
    """A word divided at the end of a line goes on in the next."""
    if not m.above.has_hyphen or not m.below.text[:1].isalnum():
        return None
    return (
        True
        if m.has_same_size or m.starts_lower or (m.above.text.isupper() and m.below.text.isupper())
        else None
    )


def leader(m: Meeting) -> bool | None:
    """Dots that lead to a page number end a line of a table of contents."""
    return False if m.above.text[-1].isdigit() and _LEADER.search(m.above.text) else None


def other_size(m: Meeting) -> bool | None:
    """Headings, captions and notes are set in other sizes."""
    if not m.has_same_size:
        return False
    is_slight = abs(m.above.size - m.below.size) > SLIGHT_DIFFERENCE * m.above.size
    is_alone = len(m.block.lines) < _FEW_LINES
    return False if is_slight and (m.is_end or not m.is_full or is_alone) else None


def table_row(m: Meeting) -> bool | None:
    """Rows of tables stand for themselves."""
    return False if m.above.has_cells or m.below.has_cells else None


def broken_address(m: Meeting) -> bool | None:
    """An address on the web that goes on in the next line."""
    if " " in m.below.text:
        return None
    return True if _URL.search(m.above.text) and m.is_full else None


def wide_step(m: Meeting) -> bool | None:
    """More room between two lines than usual."""
    pitch = m.manner.pitch(m.above, m.block)
    if pitch:
        return False if m.step > _WIDE_STEP * pitch else None
    return False if m.step > _WIDEST_STEP_EM * m.above.size else None


def bold_heading(m: Meeting) -> bool | None:
    """A line in bold type above or below plain lines, between two sentences."""
    if m.above.is_bold == m.below.is_bold or m.starts_lower:
        return None
    return False if m.above.is_bold or m.is_end else None


def bullet(m: Meeting) -> bool | None:
    """A bullet begins an item."""
    return False if _BULLET.match(m.below.text) else None


def alignment(m: Meeting) -> bool | None:
    """Centred lines, lines at the right and plain lines do not mix."""
    above, below = align(m.above, m.block), align(m.below, m.block)
    if _is_one_note(m):
        return True
    if above is not below:
        if _goes_round_picture(m):
            return None
        return False if m.block.width > 0 and (above is Alignment.RIGHT or not m.is_full) else None
    if above is Alignment.CENTRED:
        return _is_one_heading(m)
    return True if above is Alignment.RIGHT and not m.is_end else None


def large_heading(m: Meeting) -> bool | None:
    """Lines of one heading in large type."""
    return _is_one_heading(m) if m.above.size > _LARGE * m.manner.body_size and not m.is_full else None


def numbered_item(m: Meeting) -> bool | None:
    """A number, a letter with a bracket or a dash begins an item, unless a sentence is under way."""
    if not _ITEM.match(m.below.text) or (_AREA.match(m.below.text) and m.is_full):
        return None
    return False if m.is_end or not m.is_full else None


def short_line(m: Meeting) -> bool | None:
    """A line that ends although the next word had room ends its paragraph."""
    if m.is_full:
        is_stretched = m.above.right > m.block.right - _UNSTRETCHED_EM * m.above.size
        return (
            False
            if m.block.is_justified and not is_stretched and m.above.text.rstrip(_CLOSERS)[-1:] in _STOPS
            else None
        )
    reach = (m.above.right - m.block.left) / max(1.0, m.block.width)
    return m.block.is_ragged and not m.is_end and reach > _WIDE_SHARE


def indent(m: Meeting) -> bool | None:
    """An indented line begins a paragraph, unless it hangs under an item or the lines after it hang too."""
    em = m.below.size
    if m.below.left - m.block.left < INDENT_EM * em or (m.starts_lower and not m.is_end):
        return None
    if abs(m.below.left - m.above.left) < INDENT_EM * em / 2:
        if abs(m.opening.left - m.above.left) > INDENT_EM * em / 2:
            return None
        # The first lines of two paragraphs, or two lines of a quotation.
        is_first = m.opening is m.above
        return False if m.is_end or (is_first and m.manner.has_indents) else None
    if m.below.left < m.above.left:
        return None
    hangs = m.after is not None and abs(m.after.left - m.below.left) < INDENT_EM * em / 2
    is_item = _BULLET.match(m.above.text) or _ITEM.match(m.above.text)
    return bool(hangs and (is_item or not m.is_end))


RULES: tuple[Rule, ...] = (
    torn,
    other_direction,
    leader,
    divided_word,
    other_size,
    table_row,
    broken_address,
    wide_step,
    bold_heading,
    bullet,
    alignment,
    large_heading,
    numbered_item,
    short_line,
    indent,
)


def part_of_table(m: Meeting) -> bool | None:
    """On one page only columns of text go on elsewhere, not cells of tables."""
    if m.above.page_index != m.below.page_index:
        return None
    is_text = min(len(m.block.lines), len(m.next_block.lines)) >= 3
    widths = (m.block.width, m.next_block.width)
    return None if is_text and min(widths) > 0.7 * max(widths) else False


def sentence_goes_on(m: Meeting) -> bool | None:
    """A sentence that has not ended goes on."""
    return True if m.starts_lower and not m.is_end else None


def ended_alone(m: Meeting) -> bool | None:
    """A sentence that ends a page of few lines, like a slide, ends its paragraph."""
    is_known = m.block.has_margins and m.next_block.has_margins
    return False if m.is_end and not m.starts_lower and not is_known else None


def new_indent(m: Meeting) -> bool | None:
    """The first line of a column or page begins a paragraph if it is indented."""
    shift = m.below.left - m.next_block.left
    is_indented = m.manner.has_indents and shift >= INDENT_EM * m.below.size
    return False if is_indented and not m.starts_lower else None


def other_alignment(m: Meeting) -> bool | None:
    """Headings at the top of a page do not go on from the page before."""
    alignments = (align(m.above, m.block), align(m.below, m.next_block))
    if alignments == (Alignment.CENTRED, Alignment.CENTRED) and _is_long_title(m):
        return True
    return None if alignments == (Alignment.PLAIN, Alignment.PLAIN) else False


def large_type(m: Meeting) -> bool | None:
    """Headings in large type keep to their page, unless a phrase goes on."""
    if m.above.size <= _LARGE * m.manner.body_size:
        return None
    return bool(_ENDS_OPEN.search(m.above.text))


BREAK_RULES: tuple[Rule, ...] = (
    torn,
    other_direction,
    leader,
    other_size,
    table_row,
    part_of_table,
    divided_word,
    sentence_goes_on,
    bullet,
    bold_heading,
    other_alignment,
    large_type,
    numbered_item,
    short_line,
    ended_alone,
    new_indent,
)


def decide(meeting: Meeting) -> tuple[bool, str]:
    """Return whether two lines belong to one paragraph, and the name of the rule that decided."""
    rules = RULES if meeting.block is meeting.next_block else BREAK_RULES
    for rule in rules:
        verdict = rule(meeting)
        if verdict is not None:
            return verdict, rule.__name__
    return True, "default"


def _is_one_heading(m: Meeting) -> bool:
    """Whether two lines of a heading are one: the first is full, or a phrase goes on."""
    if m.is_end or not m.has_same_size:
        return False
    if _is_long_title(m):
        return True
    if m.above.right - m.above.left > _FULL_HEADING_SHARE * m.block.width:
        return True
    is_wide = m.above.right - m.above.left > _WIDE_SHARE * m.block.width or m.above.size > m.manner.body_size
    if m.starts_lower and is_wide:
        return True
    return bool(_ENDS_OPEN.search(m.above.text) or _STARTS_OPEN.match(m.below.text))


def _is_long_title(m: Meeting) -> bool:
    """Whether a title that began like that of a law or of its chapter goes on in the same type."""
    above, below = m.above.text, m.below.text
    if m.is_end or not m.has_same_size or m.above.is_bold != m.below.is_bold or _ITEM.match(below):
        return False
    is_alike = below.isupper() and (above.isupper() or m.opening is m.above)
    return is_alike and below[0].isalpha() and bool(_TITLE.match(m.opening.text))


def _goes_round_picture(m: Meeting) -> bool:
    """Whether a sentence under way fills the room beside a picture: its lines begin far from the margin."""
    is_under_way = m.starts_lower and not m.is_end and m.is_full
    pitch = m.manner.pitches.get(round(m.above.size), m.step)
    return is_under_way and m.above.right > m.block.right - m.above.size and m.step <= _WIDE_STEP * pitch


def _is_one_note(m: Meeting) -> bool:
    """Whether a sentence goes on in lines that begin at one place far from the margin."""
    is_under_way = m.starts_lower and bool(_UNDER_WAY.search(m.above.text[-2:]) and _WORD.match(m.below.text))
    if not is_under_way or abs(m.above.left - m.below.left) > _FLUSH_EM * m.above.size:
        return False
    is_far = m.above.left - m.block.left > RIGHT_SHARE * m.block.width
    return is_far or align(m.above, m.block) is Alignment.CENTRED
