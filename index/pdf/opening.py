"""Opens a file with pdfium, with a password if it takes one."""

from __future__ import annotations

import contextlib
import io
import os
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

# What programs have made of Russian letters before AES-256 (ISO 32000-2, 7.6.4.3.3) made UTF-8 the rule.
# Earlier PDF wants PDFDocEncoding, which has no Cyrillic: each program took the bytes it had.
_ENCODINGS: Final = ("utf-8", "cp1251", "cp866", "koi8-r", "mac-cyrillic", "latin-1")
_LONGEST_BYTES: Final = 127


def opened(path: str, passwords: Sequence[str] = ()) -> Any:  # noqa: ANN401 - pypdfium2 has no types
    """Return the open document; the caller closes it.

    A file that opens without a password, as when only its owner has one, is opened without one.

    Args:
        path: The file.
        passwords: Tried one after the other, each in the ways programs write it.

    Raises:
        FileNotFoundError: If there is no such file.
        pypdfium2.PdfiumError: If pdfium refuses the file; `err_code` says why.
    """
    import pypdfium2
    import pypdfium2.raw as pdfium

    if not Path(path).is_file():
        raise FileNotFoundError(path)
    name = os.fsencode(os.path.realpath(path)) + b"\0"
    for written in (None, *ways_of_writing(passwords)):
        raw = pdfium.FPDF_LoadDocument(name, written)
        if raw and pdfium.FPDF_GetPageCount(raw) > 0:
            return pypdfium2.PdfDocument(raw)
        code = pdfium.FPDF_GetLastError()
        if raw:
            pdfium.FPDF_CloseDocument(raw)
        if code != pdfium.FPDF_ERR_PASSWORD:
            break
    raise pypdfium2.PdfiumError(f"Failed to load document (PDFium: error {code}).", err_code=code)


Readable = str | io.BytesIO
"""A file by its path, or what stands in it."""


def unlocked(path: str, passwords: Sequence[str]) -> Readable:
    """Return what a library can read that knows fewer ways of writing passwords than `opened` does.

    That is the file itself, or a copy in memory without protection if one of the passwords opens it. The
    process must keep such a copy to itself.
    """
    import pypdfium2
    import pypdfium2.raw as pdfium

    if not passwords:
        return path
    try:
        opened(path).close()
    except pypdfium2.PdfiumError as error:
        if not needs_password(error):
            return path
    except OSError:
        return path
    else:
        return path
    copy = io.BytesIO()
    with contextlib.suppress(pypdfium2.PdfiumError), contextlib.closing(opened(path, passwords)) as pdf:
        pdf.save(copy, flags=pdfium.FPDF_REMOVE_SECURITY)
        return copy
    return path


def needs_password(error: Exception) -> bool:
    """Whether pdfium refused a file because no password, or none of those told, opens it."""
    import pypdfium2.raw as pdfium

    return bool(getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD)


def ways_of_writing(passwords: Sequence[str]) -> Iterator[bytes]:
    """Yield each password as the bytes it may have been set with, ending in a zero; each only once."""
    seen = set()
    for password in passwords:
        for form in dict.fromkeys((password, *(unicodedata.normalize(f, password) for f in ("NFC", "NFKC")))):
            for encoding in _ENCODINGS:
                written = form.encode(encoding, "ignore")
                if written.decode(encoding) != form or b"\0" in written or written in seen:
                    continue
                seen.add(written)
                yield written[:_LONGEST_BYTES] + b"\0"
