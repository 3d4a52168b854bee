"""Other formats on their way into the archive, with the real processes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.archive import Archive
from index.config import ReadLimits
from index.errors import DamagedFile
from index.formats.worker import ConvertRequest, make_converter
from index.ingest.conversion import made, readable
from index.model.annotation import HighlightColor, Pen
from index.model.document import PageKind
from index.model.media import MediaType
from index.model.report import FileReport, ImportStatus
from index.model.span import Span
from index.store.editions import Draft
from tests.index.formats.files import p, write_docx, write_odt


def files_in(folder: Path) -> Path:
    """Write a document of every format that needs no program."""
    from PIL import Image

    folder.mkdir()
    write_docx(folder / "груша.docx", p("В саду растёт груша.") + p("Её никто не поливал."))
    write_odt(folder / "слива.odt", "<text:p>У забора растёт слива.</text:p>")
    (folder / "вишня.html").write_text("<h1>О вишне</h1><p>Вишню склевали дрозды.", "utf-8")
    (folder / "яблоня.txt").write_bytes("Яблоню посадил дед.".encode("koi8_r"))
    Image.new("RGB", (600, 800), "white").save(folder / "снимок.png")
    return folder


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive.open(tmp_path_factory.mktemp("archive")) as opened:
        yield opened


@pytest.fixture(scope="module")
def reports(archive: Archive, tmp_path_factory: pytest.TempPathFactory) -> dict[str, FileReport]:
    report = archive.ingest([files_in(tmp_path_factory.mktemp("files") / "сад")])
    return {Path(file.path).name: file for file in report.files}


def test_every_format_becomes_a_document(archive: Archive, reports: dict[str, FileReport]) -> None:
    statuses = {name: report.status for name, report in reports.items()}
    assert statuses.pop("снимок.png") is ImportStatus.PARTIAL
    assert set(statuses.values()) == {ImportStatus.IMPORTED}
    for name, query in {"груша.docx": "груши", "слива.odt": "сливу", "вишня.html": "вишня"}.items():
        [hit] = archive.search(query).hits
        assert hit.document.id == reports[name].document_id
    [hit] = archive.search("яблоня").hits
    assert hit.document.media is MediaType.TEXT
    assert archive.check(is_deep=True).problems == ()


def test_original_and_edition_lie_beside_each_other(archive: Archive, reports: dict[str, FileReport]) -> None:
    document_id = reports["груша.docx"].document_id
    assert document_id is not None
    assert archive.original(document_id).suffix == ".docx"
    assert archive.original(document_id).read_bytes().startswith(b"PK")
    assert archive.edition(document_id).read_bytes().startswith(b"%PDF-")


def test_a_picture_waits_for_recognition(archive: Archive, reports: dict[str, FileReport]) -> None:
    document_id = reports["снимок.png"].document_id
    assert document_id is not None
    assert [page.kind for page in archive.document(document_id).pages] == [PageKind.SCAN]


def test_the_same_content_is_known_again(
    archive: Archive, reports: dict[str, FileReport], tmp_path: Path
) -> None:
    copy = tmp_path / "другое имя.docx"
    copy.write_bytes(Path(reports["груша.docx"].path).read_bytes())
    [file] = archive.ingest([copy]).files
    assert (file.status, file.document_id) == (ImportStatus.DUPLICATE, reports["груша.docx"].document_id)


def test_a_missing_edition_is_noticed_and_made_again(
    archive: Archive, reports: dict[str, FileReport]
) -> None:
    document_id = reports["груша.docx"].document_id
    assert document_id is not None
    note = archive.notebook.annotate(document_id, Span(0, 6), Pen(HighlightColor.YELLOW))
    before = archive.document(document_id)
    archive.edition(document_id).unlink()
    [problem] = archive.check().problems
    assert (problem.code, problem.document_id) == ("edition_missing", document_id)
    assert "rebuild" in problem.hint
    archive.rebuild()
    assert archive.check(is_deep=True).problems == ()
    after = archive.document(document_id)
    assert replace(after, text_map=before.text_map) == before
    assert after.text_map.to_bytes() == before.text_map.to_bytes()
    assert archive.notebook.all(document_id) == (note,)
    archive.notebook.delete(note.id)


def test_a_missing_edition_is_made_again_by_another_import(
    archive: Archive, reports: dict[str, FileReport]
) -> None:
    document_id = reports["слива.odt"].document_id
    assert document_id is not None
    archive.edition(document_id).unlink()
    [file] = archive.ingest([Path(reports["слива.odt"].path)]).files
    assert (file.status, file.document_id) == (ImportStatus.DUPLICATE, document_id)
    assert "сделано заново" in file.message
    assert archive.check().problems == ()


def test_a_refused_file_leaves_nothing_behind(archive: Archive, tmp_path: Path) -> None:
    before = sorted(archive.paths.root.glob("*/??/*"))
    bad = tmp_path / "bad.docx"
    bad.write_bytes(write_docx(tmp_path / "whole.docx", p("Слово")).read_bytes()[:-30])
    [file] = archive.ingest([bad]).files
    assert (file.status, file.reason) == (ImportStatus.REFUSED, "damaged")
    assert sorted(archive.paths.root.glob("*/??/*")) == before
    assert not list(archive.paths.root.glob("*/.incoming-*"))


def test_a_changed_file_is_a_new_version(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "дневник.txt"
    path.write_text("Вторник: дождь.", "utf-8")
    archive.ingest([path])
    path.write_text("Вторник: дождь. Среда: снег.", "utf-8")
    [file] = archive.ingest([path]).files
    assert file.status is ImportStatus.NEW_VERSION


def test_the_converter_writes_no_file_and_its_death_is_told(tmp_path: Path) -> None:
    source = tmp_path / "long.txt"
    source.write_text("слово " * 3_000_000, "utf-8")
    converter = make_converter(replace(ReadLimits(), memory_bytes=400 << 20))
    draft = Draft(tmp_path)
    try:
        with pytest.raises(Exception, match=r"памяти|повреждён"):
            made(converter, ConvertRequest(str(source), MediaType.TEXT, "long.txt"), draft)
    finally:
        converter.close()
        draft.drop()
    assert [path.name for path in tmp_path.iterdir()] == ["long.txt"]


def test_a_file_is_lent_as_a_pdf_and_gone_afterwards(tmp_path: Path) -> None:
    source = tmp_path / "x.txt"
    source.write_text("Слово", "utf-8")
    converter = make_converter(ReadLimits())
    try:
        with readable(source, source.name, converter, ReadLimits()) as (pdf, notices):
            assert pdf.read_bytes().startswith(b"%PDF-")
            assert notices == ()
        assert not pdf.exists()
        source.write_bytes(b"PK\x03\x04 broken")
        with (
            pytest.raises(DamagedFile),
            readable(source.rename(tmp_path / "x.docx"), "x.docx", converter, ReadLimits()),
        ):
            pass
    finally:
        converter.close()
