"""What a file is: by its content first, by its name where content does not tell. Reads little."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import BinaryIO, Final

from index.formats import refusals
from index.model.media import BY_SUFFIX, MediaType
from index.model.said import said

HEAD_BYTES: Final = 4096
"""So much of the beginning of a file is looked at."""

_PDF_WITHIN: Final = 1024
"""PDF 1.7, appendix H, note 13: readers accept the header anywhere in the first 1,024 bytes."""
_SIGNATURES: Final = (
    (b"\xff\xd8\xff", MediaType.JPEG),
    (b"\x89PNG\r\n\x1a\n", MediaType.PNG),
    (b"II*\0", MediaType.TIFF),
    (b"MM\0*", MediaType.TIFF),
    (b"II+\0", MediaType.TIFF),
    (b"MM\0+", MediaType.TIFF),
    (b"AT&TFORM", MediaType.DJVU),
)
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_BY_SUFFIX: Final = {
    ".xls": said("format.xls", "таблица Excel прежних версий (XLS)"),
    ".ppt": said("format.ppt", "презентация PowerPoint прежних версий (PPT)"),
}
_ZIPPED_BY_SUFFIX: Final = {
    ".xlsx": said("format.xlsx", "таблица Excel ({suffix})", suffix="XLSX"),
    ".xlsm": said("format.xlsx", "таблица Excel ({suffix})", suffix="XLSM"),
    ".pptx": said("format.pptx", "презентация PowerPoint (PPTX)"),
    ".ods": said("format.ods", "таблица OpenDocument (ODS)"),
    ".odp": said("format.odp", "презентация OpenDocument (ODP)"),
}
_OLD_SUFFIXES: Final = frozenset({".doc", ".rtf", *_OLD_BY_SUFFIX, *_ZIPPED_BY_SUFFIX})
_HTML: Final = re.compile(
    rb"\A(?:\s|<!--.{0,2000}?-->|<\?xml[^>]{0,200}\?>)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_BOMS: Final = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_BINARY: Final = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f]")
_ODT_TYPE: Final = MediaType.ODT.value.encode()
_MOST_MEMBERS: Final = 20_000


def is_worth_a_look(name: str) -> bool:
    """Whether a file met in a folder is answered for by its name alone: it is read, or refused in words."""
    # As `Path(name).suffix`, which takes ten times as long: folders have many files.
    stem, dot, rest = name.rpartition(".")
    suffix = dot + rest.lower()
    return bool(stem) and (suffix in BY_SUFFIX or suffix in _OLD_SUFFIXES)


def has_signature(head: bytes) -> bool:
    """Whether a file without a telling name is a document by its first bytes: PDF or DjVu.

    Pictures, pages and archives are not: without the name of a document they belong to something else.
    """
    return b"%PDF-" in head[:_PDF_WITHIN] or head.startswith(b"AT&TFORM")


def recognised(path: Path, name: str) -> MediaType:
    """Return the format of a file. Reads its first bytes, and the table of contents of a ZIP file.

    Args:
        path: The file.
        name: As the reader knows it; its ending decides only where content does not.

    Raises:
        ImportFailed: If it is of a format that cannot be read.
        OSError: If the file cannot be read.
    """
    suffix = Path(name).suffix.lower()
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
        if head.startswith(b"PK\x03\x04"):
            return _zipped(file, name, suffix)
    found = _by_signature(head)
    if found is not None:
        return found
    if head.startswith(_OLE):
        raise _old_office(name, suffix)
    if head.startswith(b"{\\rtf"):
        raise refusals.old(name, said("format.rtf", "документ RTF"), refusals.DOCX_OR_PDF)
    if BY_SUFFIX.get(suffix) is MediaType.PDF:
        # Whatever it is, the reader of PDF says it best; it also mends files without a header.
        return MediaType.PDF
    if not _is_text(head):
        promised = BY_SUFFIX.get(suffix)
        if promised is MediaType.TEXT or promised is MediaType.HTML:
            raise refusals.not_text(name)
        raise refusals.unknown(name) if promised is None else refusals.damaged(name)
    if _HTML.match(_text_head(head)) or BY_SUFFIX.get(suffix) is MediaType.HTML:
        return MediaType.HTML
    # Whoever names a file of another ending means it.
    return MediaType.TEXT


def _by_signature(head: bytes) -> MediaType | None:
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return MediaType.PDF
    for signature, media in _SIGNATURES:
        if head.startswith(signature):
            return media
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return MediaType.WEBP
    is_bitmap = (
        head.startswith(b"BM")
        and len(head) > 18
        and head[6:10] == bytes(4)
        and head[14] in (12, 40, 56, 108, 124)
    )
    return MediaType.BMP if is_bitmap else None


def _zipped(file: BinaryIO, name: str, suffix: str) -> MediaType:
    try:
        with zipfile.ZipFile(file) as package:
            members = package.infolist()
            names = {member.filename for member in members[:_MOST_MEMBERS]}
            if "word/document.xml" in names:
                return MediaType.DOCX
            kind = package.read("mimetype")[:200] if _is_small(package, "mimetype") else b""
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, ValueError, EOFError) as error:
        promised = BY_SUFFIX.get(suffix)
        if promised in (MediaType.DOCX, MediaType.ODT):
            raise refusals.damaged(name, refusals.document(promised.suffix[1:].upper())) from error
        raise refusals.unknown(name) from error
    if kind.startswith(_ODT_TYPE) and "content.xml" in names:
        return MediaType.ODT
    if suffix in _ZIPPED_BY_SUFFIX:
        raise refusals.old(name, _ZIPPED_BY_SUFFIX[suffix], refusals.PDF)
    raise refusals.unknown(name)


def _is_small(package: zipfile.ZipFile, member: str) -> bool:
    return member in package.namelist() and package.getinfo(member).file_size < 1000


def _old_office(name: str, suffix: str) -> Exception:
    if suffix in (".docx", ".docm", ".xlsx", ".pptx"):
        # Encrypted documents of today are wrapped into a container of old.
        return refusals.encrypted(name)
    if suffix == ".msg":
        return refusals.old(name, said("format.msg", "письмо Outlook (MSG)"), refusals.PDF)
    if suffix in _OLD_BY_SUFFIX:
        return refusals.old(name, _OLD_BY_SUFFIX[suffix], refusals.PDF)
    what = said("format.doc", "документ Word прежних версий (DOC)")
    return refusals.old(name, what, refusals.DOCX_OR_PDF)


def _is_text(head: bytes) -> bool:
    return head.startswith(_BOMS) or is_wide(head) or not _BINARY.search(head)


def is_wide(head: bytes) -> bool:
    """Whether bytes look like UTF-16 without a mark: every second byte is that of an alphabet."""
    if len(head) < 8:
        return False
    odd, even = head[1::2], head[::2]
    for high, low in ((odd, even), (even, odd)):
        small = sum(byte in (0, 4) for byte in high)
        blanks = sum(byte in (0, 4) for byte in low)
        if small > 0.95 * len(high) and blanks < 0.2 * len(low):
            return True
    return False


def _text_head(head: bytes) -> bytes:
    if head.startswith(b"\xef\xbb\xbf"):
        return head[3:]
    return head.replace(b"\0", b"") if head.startswith((b"\xff\xfe", b"\xfe\xff")) else head
