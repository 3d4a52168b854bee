"""Other readers of PDF, to measure ourselves against: each takes a file and returns its text.

What they say of a file does not change while ours is being mended, so it is kept in a folder of the
system's temporary files. PyMuPDF (AGPL) is never part of the project: it is asked, for reference, when
CHITALNYA_PYMUPDF names the interpreter of an environment of its own.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.corpus import password, read

Reader = Callable[[Path], str]

_KEPT = Path(tempfile.gettempdir()) / "chitalnya-peers"
_LONGEST_S = 900
_PYMUPDF = """
import sys, pymupdf
with pymupdf.open(sys.argv[1]) as pdf:
    pdf.authenticate(sys.argv[2])
    sys.stdout.buffer.write("\\n".join(page.get_text() for page in pdf).encode("utf-8", "replace"))
"""


def ours(path: Path) -> str:
    """Read with our own reader."""
    return read(path).text


def pdfium(path: Path) -> str:
    """Read with pdfium alone: its text as it is."""
    import pypdfium2

    parts = []
    with pypdfium2.PdfDocument(path, password=password(path)) as pdf:
        for page in pdf:
            textpage = page.get_textpage()
            parts.append(textpage.get_text_range())
            textpage.close()
            page.close()
    return "\n".join(parts)


def pdftotext(path: Path) -> str:
    """Read with Poppler's `pdftotext`, in reading order."""
    command = ["pdftotext", "-enc", "UTF-8", "-upw", password(path) or "", str(path), "-"]
    return _output(command)


def pdfplumber(path: Path) -> str:
    """Read with pdfplumber."""
    from pdfplumber import open as opened

    parts = []
    with opened(path, password=password(path) or "") as pdf:
        for page in pdf.pages:
            parts.append(page.extract_text())
            page.close()
    return "\n".join(parts)


def pdfminer(path: Path) -> str:
    """Read with pdfminer.six and its layout analysis."""
    from pdfminer.high_level import extract_text
    from pdfminer.layout import LAParams

    return extract_text(path, password=password(path) or "", laparams=LAParams())


def pymupdf(path: Path) -> str:
    """Read with PyMuPDF, in its own interpreter."""
    return _output([os.environ["CHITALNYA_PYMUPDF"], "-c", _PYMUPDF, str(path), password(path) or ""])


def peers() -> dict[str, Reader]:
    """Return the other readers that there are, by name."""
    found: list[tuple[Reader, str]] = [(pdfium, _version("pypdfium2"))]
    if shutil.which("pdftotext"):
        found.append((pdftotext, "installed"))
    found += [(pdfplumber, _version("pdfplumber")), (pdfminer, _version("pdfminer.six"))]
    if os.environ.get("CHITALNYA_PYMUPDF"):
        found.append((pymupdf, "installed"))
    return {reader.__name__: _remembered(reader, version) for reader, version in found}


def _remembered(reader: Reader, version: str) -> Reader:
    """Return a reader that looks first for what it said of the same bytes before."""

    def remembered(path: Path) -> str:
        key = hashlib.sha256(path.read_bytes()).hexdigest()
        kept = _KEPT / f"{reader.__name__}-{version}-{key}.txt"
        if not kept.exists():
            text = reader(path).encode("utf-8", "replace").decode("utf-8")
            kept.parent.mkdir(exist_ok=True)
            kept.write_text(text, "utf-8", newline="")
        return kept.read_text("utf-8")

    return remembered


def _version(package: str) -> str:
    return importlib.metadata.version(package)


def _output(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, check=False, timeout=_LONGEST_S)
    return done.stdout.decode("utf-8", "replace")
