from pathlib import Path

from index.model.document import DocumentId
from index.model.report import FileReport, ImportReport, ImportStatus

GOOD = FileReport("a.pdf", ImportStatus.IMPORTED)
LOCKED = FileReport("b.pdf", ImportStatus.REFUSED, reason="encrypted", message="Нужен пароль.")
STRANGE = FileReport("c.pdf", ImportStatus.REFUSED, reason="unknown_protection", message="Не поддерживается.")


def test_files_that_a_password_may_open_are_known() -> None:
    assert ImportReport((GOOD, LOCKED, STRANGE), 1.0).locked == (LOCKED,)


def test_files_tried_again_have_their_newer_outcome_in_their_old_place() -> None:
    opened = FileReport("b.pdf", ImportStatus.IMPORTED)
    amended = ImportReport((GOOD, LOCKED, STRANGE), 1.0).amended(ImportReport((opened,), 0.5))
    assert amended.files == (GOOD, opened, STRANGE)
    assert amended.locked == ()


def test_what_to_unlock_are_files_and_documents_of_the_archive() -> None:
    document = FileReport("d.pdf", ImportStatus.REFUSED, DocumentId("d"), reason="encrypted")
    assert ImportReport((GOOD, LOCKED, document), 1.0).to_unlock == ((Path("b.pdf"),), (DocumentId("d"),))


def test_reports_follow_each_other() -> None:
    both = ImportReport((GOOD,), 1.0, was_cancelled=True).followed_by(ImportReport((STRANGE,), 0.5))
    assert both == ImportReport((GOOD, STRANGE), 1.5, was_cancelled=True)
