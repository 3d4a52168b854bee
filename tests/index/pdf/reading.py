"""Reads a file in the process of the test."""

from pathlib import Path

from index.config import ReadLimits
from index.model.document import Document, DocumentId
from index.pdf.reader import read_pdf
from index.pdf.request import ReadRequest

ID = DocumentId("0" * 64)


def request_for(path: Path, password: str | None = None, limits: ReadLimits | None = None) -> ReadRequest:
    passwords = () if password is None else (password,)
    return ReadRequest(str(path), ID, path.name, str(path), passwords, limits=limits or ReadLimits())


def read(path: Path, password: str | None = None, limits: ReadLimits | None = None) -> Document:
    told: list[object] = []
    return read_pdf(request_for(path, password, limits), told.append)


def paragraphs(path: Path, password: str | None = None) -> list[str]:
    return read(path, password).text.split("\n")
