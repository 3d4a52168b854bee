from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from index.errors import DamagedFile, EncryptedPdf, ImportFailed, OldFormat, UnknownFormat
from index.formats.kinds import is_worth_a_look, recognised
from index.model.media import MediaType
from tests.index.formats.files import write_docx, write_odt

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def test_content_is_believed_before_the_name(tmp_path: Path) -> None:
    docx = write_docx(tmp_path / "a", "")
    odt = write_odt(tmp_path / "b", "")
    assert recognised(docx, "письмо.doc") is MediaType.DOCX
    assert recognised(odt, "письмо.docx") is MediaType.ODT
    page = tmp_path / "c"
    page.write_text("\n<!-- сад --><!DOCTYPE html><p>Груша")
    assert recognised(page, "груша.txt") is MediaType.HTML
    page.write_text("Груша <html> слива")
    assert recognised(page, "груша.txt") is MediaType.TEXT
    page.write_bytes(b"junk %PDF-1.7")
    assert recognised(page, "груша.txt") is MediaType.PDF
    Image.new("L", (9, 9)).save(page, "png")
    assert recognised(page, "груша.jpg") is MediaType.PNG


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "cp1251", "koi8_r", "cp866"])
def test_text_is_text_in_every_encoding(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes("Груша, слива и вишня растут у забора.".encode(encoding))
    assert recognised(path, "a.txt") is MediaType.TEXT


@pytest.mark.parametrize(
    ("name", "content", "refusal"),
    [
        ("письмо.doc", OLE, OldFormat),
        ("счёт.xls", OLE, OldFormat),
        ("тайна.docx", OLE, EncryptedPdf),
        ("письмо.rtf", rb"{\rtf1 x}", OldFormat),
        ("письмо.txt", bytes(500), UnknownFormat),
        ("программа.exe", b"MZ\0\0", UnknownFormat),
        ("снимок.png", b"\x01\x02\x03\x04", DamagedFile),
        ("письмо.docx", b"PK\x03\x04 and no more", DamagedFile),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(
    name: str, content: bytes, refusal: type[ImportFailed], tmp_path: Path
) -> None:
    path = tmp_path / "a"
    path.write_bytes(content)
    with pytest.raises(refusal) as caught:
        recognised(path, name)
    assert caught.value.user_message.endswith(".")
    assert caught.value.hint.endswith(".")


def test_other_packages_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("xl/workbook.xml", "<x/>")
    with pytest.raises(OldFormat, match="XLSX"):
        recognised(path, "счёт.xlsx")
    with pytest.raises(UnknownFormat):
        recognised(path, "архив.zip")


@given(st.lists(st.sampled_from([".", "a", "pdf", "DOC", " ", "Й"]), min_size=1, max_size=6).map("".join))
def test_a_name_is_worth_a_look_by_its_suffix(name: str) -> None:
    looked_at = {".pdf", ".doc"}
    assert is_worth_a_look(name) == (Path(name).suffix.lower() in looked_at)
