"""Lines that belong together although they do not fill their column: headings, notes, round a picture."""

from __future__ import annotations

import re

from index.pdf.manner import RIGHT_SHARE, Alignment, align
from index.pdf.meetings import CELL_STEP_EM, ENDS_OPEN, ITEM, WIDE_SHARE, WIDE_STEP, WORD, Meeting

_FULL_HEADING_SHARE = 0.8
_FLUSH_EM = 0.15
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?\s")
# The titles of laws and their chapters, which run over several centred lines.
_TITLE = re.compile(r"(?:Об?о?|(?:Глава|Раздел|Часть|Статья)\s+[\dIVX]+\.?)\s", re.IGNORECASE)
# Words, not the letters of a formula.
_UNDER_WAY = re.compile(r"(?:\w{2}|\d|[,»”\"№—–-])\Z")
# Not «о», «об», «от», «по»: titles and dates begin with them.
_STARTS_OPEN = re.compile(r"(?:в|во|для|и|из|или|на|при|с|со|у)\b", re.IGNORECASE)


def is_one_heading(m: Meeting) -> bool:
    """Whether two lines of a heading are one: the first is full, or a phrase goes on."""
    if m.is_end or not m.has_same_size:
        return False
    if is_long_title(m):
        return True
    if m.above.right - m.above.left > _FULL_HEADING_SHARE * m.block.width:
        return True
    widest = max(m.above.right - m.above.left, m.below.right - m.below.left)
    is_capital = m.above.text.isupper() and m.below.text.isupper() and widest > WIDE_SHARE * m.block.width
    is_numbered = m.above.is_bold and m.below.is_bold and _NUMBERED.match(m.opening.text)
    if is_capital or is_numbered:
        # «1.2. …», or a title in capitals, over centred lines, as long as they stand close.
        is_close = m.step <= WIDE_STEP * (m.manner.pitch(m.above, m.block) or m.above.size * CELL_STEP_EM)
        return is_close and not ITEM.match(m.below.text)
    is_wide = m.above.right - m.above.left > WIDE_SHARE * m.block.width or m.above.size > m.manner.body_size
    if m.starts_lower and is_wide:
        return True
    return bool(ENDS_OPEN.search(m.above.text) or _STARTS_OPEN.match(m.below.text))


def is_long_title(m: Meeting) -> bool:
    """Whether a title that began like that of a law or of its chapter goes on in the same type."""
    above, below = m.above.text, m.below.text
    if m.is_end or not m.has_same_size or m.above.is_bold != m.below.is_bold or ITEM.match(below):
        return False
    is_alike = below.isupper() and (above.isupper() or m.opening is m.above)
    return is_alike and below[0].isalpha() and bool(_TITLE.match(m.opening.text))


def goes_round_picture(m: Meeting) -> bool:
    """Whether a sentence under way fills the room beside a picture: its lines begin far from the margin."""
    is_under_way = m.starts_lower and not m.is_end and m.is_full
    pitch = m.manner.pitches.get(round(m.above.size), m.step)
    return is_under_way and m.above.right > m.block.right - m.above.size and m.step <= WIDE_STEP * pitch


def is_one_note(m: Meeting) -> bool:
    """Whether a sentence goes on in lines that begin at one place far from the margin."""
    is_under_way = m.starts_lower and bool(_UNDER_WAY.search(m.above.text[-2:]) and WORD.match(m.below.text))
    if not is_under_way or abs(m.above.left - m.below.left) > _FLUSH_EM * m.above.size:
        return False
    is_far = m.above.left - m.block.left > RIGHT_SHARE * m.block.width
    return is_far or align(m.above, m.block) is Alignment.CENTRED
