"""What kinds of files become documents."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class MediaType(StrEnum):
    """The format of an original, by its registered name."""

    PDF = "application/pdf"
    TEXT = "text/plain"
    HTML = "text/html"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ODT = "application/vnd.oasis.opendocument.text"
    DJVU = "image/vnd.djvu"
    JPEG = "image/jpeg"
    PNG = "image/png"
    TIFF = "image/tiff"
    BMP = "image/bmp"
    WEBP = "image/webp"

    @property
    def suffix(self) -> str:
        """The ending of file names under which the archive keeps originals of this format: `.docx`."""
        return SUFFIXES[self][0]


SUFFIXES: Final[dict[MediaType, tuple[str, ...]]] = {
    MediaType.PDF: (".pdf",),
    MediaType.TEXT: (".txt", ".text"),
    MediaType.HTML: (".html", ".htm", ".xhtml"),
    MediaType.DOCX: (".docx", ".docm"),
    MediaType.ODT: (".odt",),
    MediaType.DJVU: (".djvu", ".djv"),
    MediaType.JPEG: (".jpg", ".jpeg"),
    MediaType.PNG: (".png",),
    MediaType.TIFF: (".tif", ".tiff"),
    MediaType.BMP: (".bmp",),
    MediaType.WEBP: (".webp",),
}
"""How files of each format are named; the first one is the archive's own."""

BY_SUFFIX: Final = {suffix: media for media, suffixes in SUFFIXES.items() for suffix in suffixes}
"""The format that a file's name promises, by its ending in small letters."""

PICTURES: Final = frozenset({MediaType.JPEG, MediaType.PNG, MediaType.TIFF, MediaType.BMP, MediaType.WEBP})
"""Pictures of pages: they have no text until it is recognised."""
