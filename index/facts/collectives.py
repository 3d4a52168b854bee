"""Words for several who act together: «стороны», «лидеры двух стран», «министры».

Whom they mean is told by `states_meant`, when all that the document says of them is known.
"""

from __future__ import annotations

import re
from typing import Final

from index.model.span import Span

WORDS: Final = re.compile(
    r"(?<!\w)(?:стороны|министры|лидеры|президенты|собеседники|переговорщики|партн[её]ры|премьер-министры|послы"
    r"|(?:главы|руководители)\s(?:государств|правительств|МИД|внешнеполитических\sведомств|делегаций|регионов|ведомств)"
    r"|участники(?:\s(?:встречи|совещания|переговоров|заседания|саммита|форума))?"
    r"|делегации|страны|государства|парламентарии)(?!\w)"
    r"(?:\s(?:двух|обеих|обоих|тр[её]х)\s[а-яё]+)?",
    re.IGNORECASE,
)


def last_before(text: str, start: int, stop: int) -> Span | None:
    """Return the last words for several in a stretch of text."""
    found = None
    for match in WORDS.finditer(text, start, stop):
        found = Span(*match.span())
    return found
