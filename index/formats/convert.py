"""From a file to its edition: the formats and who reads them.

Text, HTML, DOCX and ODT are read into `Content` and set in type; pictures and DjVu keep their pages.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from index.config import ReadLimits
from index.formats import refusals
from index.formats.content import Content
from index.model.media import PICTURES, MediaType
from index.model.said import said

Alive = Callable[[], None]
"""Called while work goes on; may raise to stop."""

_MOST_TEXT_BYTES: Final = 200_000_000


@dataclass(frozen=True, slots=True)
class ConvertRequest:
    """One file to convert.

    Attributes:
        path: The file.
        media: What it is (`index.formats.kinds`).
        file_name: Its name as the reader knows it, without folders.
        limits: What it may cost.
    """

    path: str
    media: MediaType
    file_name: str
    limits: ReadLimits = field(default_factory=ReadLimits)


@dataclass(frozen=True, slots=True)
class Edition:
    """A PDF made of a file of another format.

    Attributes:
        pdf: The whole file.
        notices: What of the original is not in it, for the report, in Russian.
    """

    pdf: bytes = field(repr=False)
    notices: tuple[str, ...] = ()


def convert(request: ConvertRequest, alive: Alive) -> Edition:
    """Make the edition of a file in this very process; blocks. Call it in a worker: files are hostile.

    Raises:
        ImportFailed: If there is nothing to show; the subclass and its message say why.
    """
    path = Path(request.path)
    if request.media is MediaType.DJVU:
        from index.formats.djvu import bind_djvu

        return Edition(*bind_djvu(path, request.file_name, request.limits, alive))
    if request.media in PICTURES:
        from index.formats.pictures import bind_pictures

        return Edition(*bind_pictures(path, request.media, request.file_name, request.limits, alive))
    content = _content(request, path)
    if not content.blocks:
        raise refusals.empty(request.file_name)
    from index.formats.typesetting import typeset

    pdf, lost = typeset(content, alive)
    return Edition(pdf, content.notices + lost)


def _content(request: ConvertRequest, path: Path) -> Content:
    if request.media in (MediaType.TEXT, MediaType.HTML) and path.stat().st_size > _MOST_TEXT_BYTES:
        most = _MOST_TEXT_BYTES // 1_000_000
        too_long = said("format.long_text", "его текст длиннее {most} МБ", most=most)
        raise refusals.too_large(request.file_name, too_long)
    if request.media is MediaType.TEXT:
        from index.formats.plain_text import read_text

        return read_text(path)
    if request.media is MediaType.HTML:
        from index.formats.hypertext import read_html

        return read_html(path, request.file_name)
    if request.media is MediaType.DOCX:
        from index.formats.docx import read_docx

        return read_docx(path, request.file_name)
    from index.formats.odt import read_odt

    return read_odt(path, request.file_name)
