from __future__ import annotations

import contextlib
import zipfile
from pathlib import Path

import pytest

from index.errors import DamagedFile, HarmfulFile, ImportFailed
from index.formats.content import Heading, Paragraph, Table
from index.formats.docx import read_docx
from tests.index.formats.files import W, p, read_file, write_docx

STYLES = f"""<w:styles {W}><w:style w:styleId="a"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="b"><w:name w:val="Глава"/><w:basedOn w:val="a"/></w:style></w:styles>"""
NUMBERING = f"""<w:numbering {W}><w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>"""
NOTES = f"""<w:footnotes {W}><w:footnote w:id="7">{p("Сноска о груше.")}</w:footnote></w:footnotes>"""


def item(text: str, number: int, level: int) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def test_structure_is_read(tmp_path: Path) -> None:
    body = (
        p("О саде", '<w:pStyle w:val="b"/>') + '<w:p><w:r><w:t xml:space="preserve">Сад </w:t></w:r>'
        "<w:hyperlink><w:r><w:t>большой</w:t></w:r></w:hyperlink>"
        '<w:r><w:footnoteReference w:id="7"/><w:br/><w:t>и старый.</w:t></w:r></w:p>'
        + item("груша", 1, 0)
        + item("слива", 1, 0)
        + item("ранняя", 1, 1)
        + item("вишня", 1, 0)
        + item("доски", 2, 0)
        + f"<w:tbl><w:tr><w:tc>{p('Что')}</w:tc><w:tc>{p('Сколько')}</w:tc></w:tr>"
        f"<w:tr><w:tc>{p('груша')}{p('дикая')}</w:tc><w:tc>{p('2')}</w:tc></w:tr></w:tbl>"
        + f"<w:sdt><w:sdtContent>{p('Внутри')}</w:sdtContent></w:sdt>"
    )
    parts = {"word/styles.xml": STYLES, "word/numbering.xml": NUMBERING, "word/footnotes.xml": NOTES}
    path = write_docx(tmp_path / "сад.docx", body, parts)
    assert read_docx(path, path.name).blocks == (
        Heading("О саде", 1),
        Paragraph("Сад большой[1] и старый."),
        Paragraph("1. груша", "1."),
        Paragraph("2. слива", "2."),
        Paragraph("2.1. ранняя", "2.1.", 1),
        Paragraph("3. вишня", "3."),
        Paragraph("• доски", "•"),
        Table((("Что", "Сколько"), ("груша дикая", "2"))),
        Paragraph("Внутри"),
        Heading("Примечания", 2),
        Paragraph("[1] Сноска о груше.", "[1]"),
    )


def test_deleted_and_hidden_text_and_instructions_are_left_out(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>Было</w:t></w:r><w:del><w:r><w:delText>ЗЛО</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t> и стало</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>ЗЛО</w:t></w:r>"
        "<w:r><w:instrText>ЗЛО</w:instrText></w:r></w:p>"
    )
    path = write_docx(tmp_path / "x.docx", body)
    assert read_docx(path, "x.docx").paragraphs() == ["Было и стало"]


def test_a_document_is_read_to_its_text(tmp_path: Path) -> None:
    path = write_docx(tmp_path / "x.docx", p("Груша, слива.") + p("Вишня."))
    assert read_file(path, tmp_path).text == "Груша, слива.\nВишня."


def test_a_bomb_does_not_go_off(tmp_path: Path) -> None:
    path = write_docx(tmp_path / "x.docx", p(" " * 60_000_000))
    with pytest.raises(HarmfulFile, match="вырастает"):
        read_docx(path, "x.docx")


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(
            "word/document.xml", f'<!DOCTYPE x [<!ENTITY a "аааа">]><w:document {W}>&a;</w:document>'
        )
    with pytest.raises(HarmfulFile, match="подстановки"):
        read_docx(path, "x.docx")


def test_deep_nesting_is_refused(tmp_path: Path) -> None:
    path = write_docx(tmp_path / "x.docx", "<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000)
    with pytest.raises(HarmfulFile, match="вложены"):
        read_docx(path, "x.docx")


def test_broken_files_are_refused_whatever_is_missing(tmp_path: Path) -> None:
    whole = write_docx(tmp_path / "x.docx", p("Груша, слива.") * 50, {"word/styles.xml": STYLES}).read_bytes()
    path = tmp_path / "cut.docx"
    for length in range(0, len(whole), max(1, len(whole) // 40)):
        path.write_bytes(whole[:length])
        with pytest.raises(DamagedFile):
            read_docx(path, "cut.docx")
    for place in range(0, len(whole), max(1, len(whole) // 60)):
        flipped = bytearray(whole)
        flipped[place] ^= 0xFF
        path.write_bytes(flipped)
        # Where the broken byte does not matter it is read; elsewhere it is refused in words.
        with contextlib.suppress(ImportFailed):
            assert read_docx(path, "cut.docx").blocks
