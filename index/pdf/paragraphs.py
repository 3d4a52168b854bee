"""Which lines make a paragraph.

`RULES` and `BREAK_RULES` are ordered lists of named rules; the first that has an opinion decides. `RULES`
judge two lines of one column, `BREAK_RULES` the last line of a column or page and the first line of the next.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from index.pdf.headings import goes_round_picture, is_long_title, is_one_heading, is_one_note
from index.pdf.manner import INDENT_EM, SLIGHT_DIFFERENCE, Alignment, align
from index.pdf.meetings import (
    AT_MARGIN_EM,
    CELL_STEP_EM,
    CLOSERS,
    ENDS_OPEN,
    ITEM,
    STOPS,
    WIDE_SHARE,
    WIDE_STEP,
    Meeting,
)

_FORMULA_STEP = 2.6  # what a tall formula in a line makes of the step to the next one
_DOUBLE_STEP = 1.6
_LONG_SHARE = 0.75
_BRACKETED_STEP_EM = 2.2
_MOST_OPEN_LINES = 8  # a bracket that is not closed by then was forgotten
_WIDEST_STEP_EM = 1.9  # one and a half lines of an ordinary font; headings are not set wider
_LARGE = 1.1
_FEW_LINES = 4
_UNSTRETCHED_EM = 0.3  # justified lines end closer to the margin

_BULLET = re.compile(r"[•▪▫➢✓●○■◦*·►▶‣⁃☐☒✔❖◆✦→]\s")
# What parts the areas of a bibliographic entry also stands before its pages, volume, place and year.
_AREA = re.compile(r"[–—-]\s(?:(?:[СCPpТTМЛЧ]|СПб|Вып|Кн|Изд|Vol|No)\.|№|\d{4}\b)")
_LEADER = re.compile(r"(?:\.{4,}|…{2,}|_{4,}|(?:\. ){4,}\.?)\s*\d{1,4}\Z")
_CODE = re.compile(r"[;{}=]|\(\)|->|::")
_URL = re.compile(r"(?:https?://|www\.)\S*\Z")


Rule = Callable[[Meeting], bool | None]
"""True: one paragraph. False: two. None: no opinion."""


def declared(m: Meeting) -> bool | None:
    """The file itself says where its paragraphs end."""
    return not m.above.ends_paragraph if m.manner.declares_paragraphs else None


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
    """Rows of tables stand for themselves; a sentence with wide blanks, as round a formula, is none."""
    if not m.above.has_cells and not m.below.has_cells:
        return None
    return None if m.runs_on and not m.block.is_table else False


def cell(m: Meeting) -> bool | None:
    """The last cell of a row goes on below itself."""
    if m.below.has_cells or not m.starts_lower or m.is_end or m.step > CELL_STEP_EM * m.above.size:
        return None
    is_below = abs(m.below.left - m.above.cell_left) < AT_MARGIN_EM * m.above.size
    is_in_cell = m.above.has_cells or m.opening.has_cells
    return True if is_below and is_in_cell and m.has_same_size and m.has_words else None


def broken_address(m: Meeting) -> bool | None:
    """An address on the web that goes on in the next line."""
    if " " in m.below.text:
        return None
    return True if _URL.search(m.above.text) and m.is_full else None


def wide_step(m: Meeting) -> bool | None:
    """More room between two lines than usual."""
    pitch = m.manner.pitch(m.above, m.block)
    if pitch and m.runs_on and m.step < _FORMULA_STEP * pitch:
        return None
    if m.block.tight and m.step > _DOUBLE_STEP * m.block.tight and not m.is_full:
        return False
    if pitch:
        return False if m.step > WIDE_STEP * pitch else None
    return False if m.step > _WIDEST_STEP_EM * m.above.size else None


def bold_heading(m: Meeting) -> bool | None:
    """A line in bold type above or below plain lines, between two sentences."""
    if m.above.is_bold == m.below.is_bold or m.starts_lower:
        return None
    return False if m.above.is_bold or m.is_end else None


def unclosed(m: Meeting) -> bool | None:
    """What stands in brackets or quotation marks is not parted."""
    if not 0 < m.open_lines <= _MOST_OPEN_LINES or m.is_end or _BULLET.match(m.below.text):
        return None
    if m.step > _BRACKETED_STEP_EM * m.above.size or _CODE.search(m.above.text) or _CODE.search(m.below.text):
        return None
    return True if m.has_same_size and m.has_words and m.above.is_bold == m.below.is_bold else None


def bullet(m: Meeting) -> bool | None:
    """A bullet begins an item."""
    return False if _BULLET.match(m.below.text) else None


def alignment(m: Meeting) -> bool | None:
    """Centred lines, lines at the right and plain lines do not mix."""
    above, below = align(m.above, m.block), align(m.below, m.block)
    if is_one_note(m):
        return True
    if above is not below:
        if goes_round_picture(m):
            return None
        return False if m.block.width > 0 and (above is Alignment.RIGHT or not m.is_full) else None
    if above is Alignment.CENTRED:
        return is_one_heading(m)
    return True if above is Alignment.RIGHT and not m.is_end else None


def large_heading(m: Meeting) -> bool | None:
    """Lines of one heading in large type."""
    return is_one_heading(m) if m.above.size > _LARGE * m.manner.body_size and not m.is_full else None


def numbered_item(m: Meeting) -> bool | None:
    """A number, a letter with a bracket or a dash begins an item, unless a sentence is under way."""
    if not ITEM.match(m.below.text) or (_AREA.match(m.below.text) and m.is_full):
        return None
    return False if m.is_end or not m.is_full else None


def short_line(m: Meeting) -> bool | None:
    """A line that ends although the next word had room ends its paragraph."""
    if m.is_full:
        is_stretched = m.above.right > m.block.right - _UNSTRETCHED_EM * m.above.size
        return (
            False
            if m.block.is_justified and not is_stretched and m.above.text.rstrip(CLOSERS)[-1:] in STOPS
            else None
        )
    reach = (m.above.right - m.block.left) / max(1.0, m.block.width)
    if m.starts_lower and not m.is_end and reach > _LONG_SHARE:
        return None
    return m.block.is_ragged and not m.is_end and reach > WIDE_SHARE


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
    is_item = _BULLET.match(m.above.text) or ITEM.match(m.above.text)
    return bool(hangs and (is_item or not m.is_end))


RULES: tuple[Rule, ...] = (
    declared,
    torn,
    other_direction,
    leader,
    divided_word,
    other_size,
    cell,
    unclosed,
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
    if alignments == (Alignment.CENTRED, Alignment.CENTRED) and is_long_title(m):
        return True
    return None if alignments == (Alignment.PLAIN, Alignment.PLAIN) else False


def large_type(m: Meeting) -> bool | None:
    """Headings in large type keep to their page, unless a phrase goes on."""
    if m.below.size > _LARGE * m.manner.body_size and not m.starts_lower:
        return False
    if m.above.size <= _LARGE * m.manner.body_size:
        return None
    return bool(ENDS_OPEN.search(m.above.text))


BREAK_RULES: tuple[Rule, ...] = (
    declared,
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
