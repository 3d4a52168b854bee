"""Who wrote a document, as far as its file and its text agree.

Files name whoever sat at the computer: «market», a secretary, a scanner. Only who is also named at the head
of the text is taken for an author, and never of what an office issues.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from index.model.card import DocumentKind
from index.model.document import Document

_HEAD_CHARS: Final = 3000
_PARTING: Final = re.compile(r"\s*[;,&]\s*|\s+(?:и|and)\s+")
_NAME: Final = re.compile(r"[^\W\d_][^\W\d_'’-]*\.?(?:-[^\W\d_]+)?")
_INITIAL: Final = re.compile(r"[^\W\d_]\.")
_PATRONYMIC: Final = re.compile(r".{2,}(?:вич|вна|ична|инична|оглы|кызы)", re.IGNORECASE)
_SURNAME: Final = re.compile(
    r".+(?:[ое]ва?|[её]ва?|[иы]на?|[сц]к(?:ий|ая)|енко|[ую]к|[иы]х|ян|дзе|швили)", re.IGNORECASE
)
_ISSUED: Final = frozenset(
    (
        *(DocumentKind.PRESS_RELEASE, DocumentKind.LAW, DocumentKind.CODE, DocumentKind.DECREE),
        *(DocumentKind.RESOLUTION, DocumentKind.DIRECTIVE, DocumentKind.ORDER, DocumentKind.DECISION),
        *(DocumentKind.JUDGMENT, DocumentKind.MINUTES, DocumentKind.TRANSCRIPT, DocumentKind.CONTRACT),
        *(DocumentKind.AGREEMENT, DocumentKind.APPLICATION, DocumentKind.CERTIFICATE, DocumentKind.ACT),
        *(DocumentKind.REGULATIONS, DocumentKind.INSTRUCTION, DocumentKind.PROGRAMME, DocumentKind.PLAN),
        *(DocumentKind.LIST, DocumentKind.PRICE_LIST),
    )
)
"""Kinds of documents that bodies issue, whoever typed them."""


@dataclass(frozen=True, slots=True)
class Author:
    """A person who wrote something.

    Attributes:
        family: Surname.
        given: Names or initials, parted by a blank: «Ольга Сергеевна», «О. С.».
    """

    family: str
    given: str

    @property
    def initials(self) -> str:
        """The first letters of the given names: «О. С.»."""
        return " ".join(f"{name[0]}." for name in self.given.split())


def authors_of(document: Document, kind: str) -> tuple[Author, ...]:
    """Return the authors of a document; none where it is not sure.

    Args:
        document: The document.
        kind: The kind of its card.
    """
    named = document.metadata.get("author", "")
    if kind in _ISSUED or not named:
        return ()
    found = [name_of(part) for part in _PARTING.split(named.strip())]
    head = document.text[:_HEAD_CHARS].casefold()
    # The last letter changes with the case: «выполнила студентка Платонова», «работа Платоновой».
    return tuple(one for one in found if one is not None and one.family[:-1].casefold() in head)


def name_of(written: str) -> Author | None:
    """Return the author that a file names in one of the usual orders; None for what is no full name."""
    parts = [part for part in re.sub(r"\.(?=\S)", ". ", written).split() if part]
    if not 2 <= len(parts) <= 3 or not all(_NAME.fullmatch(part) and part[0].isupper() for part in parts):
        return None
    initials = [bool(_INITIAL.fullmatch(part)) for part in parts]
    if all(initials):
        return None
    family = len(parts) - 1
    if any(initials):
        family = initials.index(False)
    elif _PATRONYMIC.fullmatch(parts[-1]) or (_is_surname(parts[0]) and not _is_surname(parts[-1])):
        family = 0
    return Author(parts[family], " ".join(parts[:family] + parts[family + 1 :]))


def _is_surname(name: str) -> bool:
    return bool(_SURNAME.fullmatch(name))
