"""The facade with its real processes, on the documents of the sample archive."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.archive import Archive
from index.errors import DocumentUnknown, IndexDamaged, StoreError
from index.model.annotation import HighlightColor, Pen
from index.model.document import DocumentId
from index.model.report import ImportStatus
from index.model.span import Span
from index.store.documents import DocumentStore
from index.store.migrations import STEPS
from tests.index.store.samples import make_arrival, make_document, open_database

SAMPLE = Path(__file__).parents[2] / "resources" / "sample"
HEAVY = ("numpy", "whoosh", "pymorphy3", "razdel", "slovnet", "navec", "pypdfium2", "pdfplumber", "psutil")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive.open(tmp_path_factory.mktemp("archive")) as opened:
        report = opened.ingest([SAMPLE])
        assert report.count(ImportStatus.REFUSED) == 0
        yield opened


def test_every_sample_document_is_in_the_archive_and_in_its_index(archive: Archive) -> None:
    documents = archive.documents()
    assert len(documents) == len(list(SAMPLE.glob("*.pdf")))
    assert all(summary.is_indexed for summary in documents)
    assert archive.check(is_deep=True).problems == ()


def test_hit_leads_to_the_words_on_the_page(archive: Archive) -> None:
    answer = archive.search("договору", limit=0)
    assert answer.hits
    for hit in answer.hits:
        document = archive.document(hit.document.id)
        assert document.id == hit.document.id
        for match in hit.matches:
            assert match.span.of(document.text).lower().startswith("договор")
            quads = document.text_map.quads(match.span)
            assert quads
            assert quads[0].page_index == match.page_index


def test_an_index_that_says_nothing_of_itself_is_told_and_built_again(archive: Archive) -> None:
    answered = archive.search("вода").documents
    next(archive.paths.search_index.glob("*.json")).unlink()
    with pytest.raises(IndexDamaged):
        archive.search("вода")
    assert archive.recover() == len(archive.documents())
    assert archive.search("вода").documents == answered > 0


def test_original_is_given_for_known_documents_only(archive: Archive) -> None:
    [newest, *_] = archive.documents()
    assert archive.original(newest.id).read_bytes().startswith(b"%PDF-")
    with pytest.raises(DocumentUnknown):
        archive.original(DocumentId("../../etc/passwd"))


def test_facts_are_extracted_once_and_kept(archive: Archive) -> None:
    document_id = archive.find("01-peregovory.pdf")
    assert archive.extraction.stored(document_id) is None
    assert document_id in archive.documents_without_facts()
    facts = archive.facts(document_id)
    assert facts.entities
    assert archive.extraction.stored(document_id) == facts == archive.facts(document_id)
    assert document_id not in archive.documents_without_facts()


def test_annotation_lives_through_edit_deletion_and_undo(archive: Archive) -> None:
    document_id = archive.find("02-zasedanie.pdf")
    made = archive.notebook.annotate(document_id, Span(0, 12), Pen(HighlightColor.YELLOW, "Начало"))
    edited = archive.notebook.edit(made.id, note="Самое начало", color=HighlightColor.BLUE)
    assert archive.notebook.all(document_id) == (edited,)
    archive.notebook.delete(made.id)
    assert archive.notebook.all() == ()
    archive.notebook.restore(edited)
    assert archive.notebook.all() == (edited,)
    assert archive.check().is_sound
    archive.notebook.delete(made.id)


def test_info_counts(archive: Archive) -> None:
    info = archive.info()
    assert info.documents == len(archive.documents())
    assert info.pages == sum(summary.page_count for summary in archive.documents())
    assert (info.unindexed, info.annotations, info.schema_version) == (0, 0, len(STEPS))
    assert min(info.originals_bytes, info.database_bytes, info.index_bytes) > 0


def test_backup_is_a_database_with_everything(archive: Archive, tmp_path: Path) -> None:
    folder = archive.backup(tmp_path / "копия")
    copy = open_database(folder)
    assert DocumentStore(copy).ids()
    copy.close()
    with pytest.raises(StoreError):
        archive.backup(folder)


def test_reading_goes_on_while_documents_are_imported(archive: Archive, tmp_path: Path) -> None:
    counts: list[int] = []
    ended = threading.Event()

    def import_one() -> None:
        try:
            source = tmp_path / "copy.pdf"
            source.write_bytes((SAMPLE / "04-doklad.pdf").read_bytes() + b"\n% another content\n")
            archive.ingest([source])
        finally:
            ended.set()

    thread = threading.Thread(target=import_one)
    before = archive.search("год").documents
    thread.start()
    while not ended.wait(0.01):
        counts.append(archive.search("год").documents)
        assert archive.documents()
    thread.join()
    assert set(counts) <= {before, before + 1}
    assert archive.search("год").documents == before + 1


def test_facade_loads_nothing_heavy(tmp_path: Path) -> None:
    program = (
        "import sys\nfrom pathlib import Path\nfrom index.archive import Archive\n"
        "with Archive.open(Path(sys.argv[1])) as archive: archive.documents(); archive.notebook.all()\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, tmp_path],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout == "[]\n"


def test_archive_of_a_thousand_documents_opens_at_once(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    documents = DocumentStore(database)
    for number in range(1000):
        documents.add(make_document(str(number)), make_arrival(str(number)))
    database.close()
    best = 1.0
    for _ in range(5):
        began = time.perf_counter()
        with Archive.open(tmp_path) as archive:
            best = min(best, time.perf_counter() - began)
            assert len(archive.documents()) == 1000
    assert best < 0.02
