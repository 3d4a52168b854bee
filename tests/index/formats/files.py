"""Makes small files of all formats, by hand and in our own words."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

from index.config import ReadLimits
from index.formats.content import Content
from index.formats.convert import ConvertRequest, convert
from index.formats.kinds import recognised
from index.formats.typesetting import typeset
from index.model.document import Document, DocumentId
from index.pdf.reader import read_pdf
from index.pdf.request import ReadRequest

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "style", "manifest", "meta")
)


def alive() -> None:
    pass


def read_back(folder: Path, content: Content) -> Document:
    """Set a content in type and read the edition."""
    pdf, _ = typeset(content, alive)
    path = folder / "edition.pdf"
    path.write_bytes(pdf)
    return read_pdf(ReadRequest(str(path), DocumentId("0" * 64), "name.txt", ""), lambda _: None)


def read_file(path: Path, folder: Path, limits: ReadLimits | None = None) -> Document:
    """Convert a file and read its edition."""
    limits = limits or ReadLimits()
    request = ConvertRequest(str(path), recognised(path, path.name), path.name, limits)
    edition = folder / "edition.pdf"
    edition.write_bytes(convert(request, alive).pdf)
    return read_pdf(ReadRequest(str(edition), DocumentId("0" * 64), path.name, ""), lambda _: None)


def write_docx(path: Path, body: str, parts: Mapping[str, str] | None = None) -> Path:
    """Write a DOCX file: what stands in its body, and other parts by name."""
    document = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", document)
        for name, content in (parts or {}).items():
            package.writestr(name, content)
    return path


def write_odt(path: Path, body: str, parts: Mapping[str, str] | None = None) -> Path:
    """Write an ODT file: what stands in its text, and other parts by name."""
    content = (
        f"<office:document-content {ODF}><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        package.writestr("content.xml", content)
        for name, part in (parts or {}).items():
            package.writestr(name, part)
    return path


def p(text: str, properties: str = "") -> str:
    """Return a paragraph of DOCX."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
