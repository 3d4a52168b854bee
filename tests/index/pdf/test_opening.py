"""Passwords as programs write them."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from index.errors import EncryptedPdf
from index.pdf import render
from index.pdf.opening import needs_password, opened, unlocked, ways_of_writing
from index.pdf.render import RenderRequest, render_handler
from tests.helpers.pdfs import Print, write_pdf
from tests.helpers.shared import shared

KEY = "key"


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    return write_pdf(tmp_path / "locked.pdf", [[Print("тайна")]], password=KEY)


def test_a_locked_file_opens_with_any_of_the_passwords(locked: Path) -> None:
    with pytest.raises(pypdfium2.PdfiumError) as caught:
        opened(str(locked), ("wrong",))
    assert needs_password(caught.value)
    pdf = opened(str(locked), ("wrong", "key"))
    assert len(pdf) == 1
    pdf.close()


def test_a_file_with_the_password_of_its_owner_only_opens_without_one() -> None:
    pdf = opened(str(shared("typeset/enc_owner.pdf")))
    assert len(pdf) == 5
    pdf.close()


def test_a_russian_password_opens_a_file() -> None:
    pdf = opened(str(shared("typeset/enc_user.pdf")), ("секрет",))
    assert len(pdf) == 5
    pdf.close()


def test_russian_passwords_are_tried_as_old_programs_wrote_them() -> None:
    ways = list(ways_of_writing(["ключ", "key"]))
    assert ways[0] == "ключ".encode() + b"\0"
    assert "ключ".encode("cp1251") + b"\0" in ways
    assert ways.count(b"key\0") == 1
    assert len(set(ways)) == len(ways)


@pytest.mark.parametrize("encoding", ["cp1251", "cp866", "koi8-r"])
def test_an_old_file_with_a_russian_password_opens(tmp_path: Path, encoding: str) -> None:
    path = write_pdf(tmp_path / "old.pdf", [[Print("тайна")]], password="ключ".encode(encoding))
    with pytest.raises(pypdfium2.PdfiumError):
        opened(str(path), ("замок",))
    opened(str(path), ("замок", "ключ")).close()


def test_a_page_of_a_locked_file_asks_for_the_password(locked: Path) -> None:
    with pytest.raises(EncryptedPdf, match="только по паролю"):
        render_handler(RenderRequest(str(locked), 0, 10, 10), lambda _: None)
    with pytest.raises(EncryptedPdf, match="не подошёл"):
        render_handler(RenderRequest(str(locked), 0, 10, 10, passwords=("no",)), lambda _: None)
    page = render_handler(RenderRequest(str(locked), 0, 10, 10, passwords=("key",)), lambda _: None)
    assert page is not None
    render._shelf.close()


def test_a_request_shows_no_password() -> None:
    assert "geheim" not in repr(RenderRequest("a.pdf", 0, 10, 10, passwords=("geheim",)))


def test_a_copy_without_protection_is_made_only_of_what_a_password_opens(
    tmp_path: Path, locked: Path
) -> None:
    open_file = write_pdf(tmp_path / "open.pdf", [[Print("не тайна")]])
    assert unlocked(str(open_file), (KEY,)) == str(open_file)
    assert unlocked(str(locked), ("wrong",)) == str(locked)
    assert unlocked(str(tmp_path / "nowhere.pdf"), (KEY,)) == str(tmp_path / "nowhere.pdf")
    copy = unlocked(str(locked), ("wrong", KEY))
    assert not isinstance(copy, str)
    with pypdfium2.PdfDocument(copy) as pdf:
        assert pdf[0].get_textpage().get_text_range() == "тайна"
