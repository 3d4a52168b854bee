"""What a document is called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

from index.pdf.builder import Heading

_LONGEST = 300
_LARGE = 1.15
_LETTERS = re.compile(r"[^\W\d_]{2,}")
# What programs write as a title when nobody chose one.
_MADE_BY_PROGRAM = re.compile(
    r"(?:microsoft (?:word|excel|powerpoint)\b.*|untitled.*|без имени.*|документ\d*|document\d*"
    r"|презентация\d*|.*\.(?:docx?|xlsx?|pptx?|odt|rtf|pdf|tex|dvi|cdr|indd|qxd|tiff?|jpe?g)"
    r"|(?:print|scan|img)[\w ]*)",
    re.IGNORECASE,
)

_NO_TITLE = re.compile(
    r"(?:оглавление|содержание|contents|источники?|аннотация|реферат|abstract)[.:]?", re.IGNORECASE
)


def choose_title(opening: Sequence[Heading], declared: str, file_name: str) -> str:
    """Return the largest heading at the beginning of the text, else the declared title, else the file name.

    Without a heading in larger type, the first paragraph serves if it is short and begins a sentence.

    Args:
        opening: Paragraphs of the first page with text, in order.
        declared: Title in the file's metadata; empty when there is none.
        file_name: Name of the file, without folders.
    """
    sensible = [heading for heading in opening if _is_sensible(heading.text)]
    largest = max(sensible, key=lambda heading: heading.size, default=None)
    if largest is not None and largest.size >= _LARGE:
        return largest.text
    if declared and _LETTERS.search(declared) and not _MADE_BY_PROGRAM.fullmatch(declared.strip()):
        return declared
    if opening and opening[0] in sensible and opening[0].text[0].isupper():
        return opening[0].text
    return PurePath(file_name).stem or file_name


def _is_sensible(text: str) -> bool:
    return len(text) <= _LONGEST and bool(_LETTERS.search(text)) and not _NO_TITLE.fullmatch(text.strip())
