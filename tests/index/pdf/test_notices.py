import pickle

import pytest

from index.errors import ImportFailed
from index.model.document import Page, PageKind
from index.model.span import Span
from index.pdf import notices


def page(index: int, kind: PageKind) -> Page:
    return Page(index, 595, 842, Span(0, 0), kind)


def test_pages_without_text_are_named() -> None:
    kinds = [PageKind.TEXT, PageKind.SCAN, PageKind.SCAN, PageKind.FAILED, PageKind.EMPTY]
    scans, failed = notices.page_notices([page(i, kind) for i, kind in enumerate(kinds)])
    assert scans.startswith("Стр. 2–3: нет текстового слоя")
    assert failed.startswith("Стр. 4: повреждены")


def test_a_document_of_pictures_is_said_to_be_one() -> None:
    (notice,) = notices.page_notices([page(0, PageKind.SCAN), page(1, PageKind.SCAN)])
    assert notice.startswith("Во всём документе нет текстового слоя")


def test_a_readable_document_needs_no_notice() -> None:
    assert notices.page_notices([page(0, PageKind.TEXT), page(1, PageKind.EMPTY)]) == ()


@pytest.mark.parametrize(
    "error",
    [
        notices.missing("a.pdf", "нет доступа"),
        notices.empty("a.pdf"),
        notices.not_a_pdf("a.pdf"),
        notices.encrypted("a.pdf", was_wrong=False),
        notices.encrypted("a.pdf", was_wrong=True),
        notices.unsupported_security("a.pdf"),
        notices.damaged("a.pdf"),
        notices.deadly("a.pdf", None),
        notices.deadly("a.pdf", 4),
        notices.too_slow("a.pdf", 4, 30.0),
        notices.too_much_memory("a.pdf", 2 << 30),
        notices.too_many_bytes("a.pdf", 5 << 30, 4 << 30),
    ],
)
def test_refusals_say_what_is_safe_and_what_to_do(error: ImportFailed) -> None:
    assert "не затронуты" in error.user_message
    assert error.hint.endswith(".")
    assert error.document == "a.pdf"
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    assert (type(again), again.user_message, again.hint) == (type(error), error.user_message, error.hint)


def test_a_document_of_empty_pages_says_so_once() -> None:
    (said,) = notices.page_notices([page(i, PageKind.EMPTY) for i in range(20_000)])
    assert "нет текста" in said
    assert len(said) < 200
