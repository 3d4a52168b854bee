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
