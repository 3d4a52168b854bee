from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import DamagedFile, EncryptedPdf
from index.formats.content import Heading, Paragraph, Table
from index.formats.odt import read_odt
from tests.index.formats.files import ODF, read_file, write_odt

BODY = """<text:h text:outline-level="2">О саде</text:h>
<text:p>Сад<text:s text:c="2"/><text:span>боль</text:span>шой<text:note>
<text:note-citation>1</text:note-citation><text:note-body><text:p>Сноска.</text:p></text:note-body></text:note><office:annotation><text:p>ЗЛО</text:p>
</office:annotation>.</text:p><text:tracked-changes><text:p>ЗЛО</text:p></text:tracked-changes>
<text:list text:style-name="L"><text:list-item><text:p>груша</text:p></text:list-item>
<text:list-item><text:p>слива</text:p><text:list><text:list-item><text:p>ранняя</text:p></text:list-item>
</text:list></text:list-item></text:list>
<text:section><text:p>Внутри</text:p></text:section>
<table:table><table:table-row><table:table-cell><text:p>Что</text:p></table:table-cell>
<table:table-cell table:number-columns-repeated="2"><text:p>Сколько</text:p></table:table-cell>
</table:table-row>
<table:table-row><table:table-cell><text:p>груша</text:p></table:table-cell></table:table-row></table:table>"""
STYLES = f"""<office:document-styles {ODF}><office:styles><text:list-style style:name="L">
<text:list-level-style-number text:level="1" style:num-format="1"/>
<text:list-level-style-bullet text:level="2"/></text:list-style></office:styles></office:document-styles>"""


def test_structure_is_read(tmp_path: Path) -> None:
    path = write_odt(tmp_path / "сад.odt", BODY, {"styles.xml": STYLES})
    assert read_odt(path, path.name).blocks == (
        Heading("О саде", 2),
        Paragraph("Сад большой[1]."),
        Paragraph("1. груша", "1."),
        Paragraph("2. слива", "2."),
        Paragraph("• ранняя", "•", 1),
        Paragraph("Внутри"),
        Table((("Что", "Сколько", ""), ("груша",))),
        Heading("Примечания", 2),
        Paragraph("[1] Сноска.", "[1]"),
    )


def test_a_document_is_read_to_its_text(tmp_path: Path) -> None:
    path = write_odt(tmp_path / "x.odt", "<text:p>Груша, слива.</text:p><text:p>Вишня.</text:p>")
    assert read_file(path, tmp_path).text == "Груша, слива.\nВишня."


def test_an_encrypted_document_says_so(tmp_path: Path) -> None:
    manifest = f"<manifest:manifest {ODF}><manifest:encryption-data/></manifest:manifest>"
    path = write_odt(tmp_path / "x.odt", "<text:p>x</text:p>", {"META-INF/manifest.xml": manifest})
    with pytest.raises(EncryptedPdf, match="зашифрован"):
        read_odt(path, "x.odt")


def test_a_truncated_document_is_refused(tmp_path: Path) -> None:
    path = write_odt(tmp_path / "x.odt", "<text:p>Груша</text:p>")
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(DamagedFile, match="обрезан"):
        read_odt(path, "x.odt")
