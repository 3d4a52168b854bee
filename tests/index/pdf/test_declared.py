from collections.abc import Iterator
from typing import Any

import pytest

from index.model.document import OutlineEntry
from index.pdf.declared import metadata, outline, page_label, plain


class FakeDestination:
    def __init__(self, page_index: int | None) -> None:
        self.page_index = page_index

    def get_index(self) -> int | None:
        return self.page_index


class FakeBookmark:
    def __init__(self, title: str, page_index: int | None, level: int = 0) -> None:
        self.title, self.page_index, self.level = title, page_index, level

    def get_title(self) -> str:
        return self.title

    def get_dest(self) -> FakeDestination | None:
        return None if self.page_index is None else FakeDestination(self.page_index)


class FakeFile:
    def __init__(
        self, info: dict[str, str] | None = None, bookmarks: list[FakeBookmark] | None = None
    ) -> None:
        self.info, self.bookmarks = info or {}, bookmarks or []

    def get_metadata_dict(self, **_: Any) -> dict[str, str]:
        return self.info

    def get_toc(self, **_: Any) -> Iterator[FakeBookmark]:
        return iter(self.bookmarks)

    def get_page_label(self, page_index: int) -> str:
        return ["i\x00v", ""][page_index]


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ("D:20210305120000+05'00'", "2021-03-05T12:00:00+05:00"),
        ("D:20210305120000Z", "2021-03-05T12:00:00Z"),
        ("D:20210305", "2021-03-05"),
        ("D:2021", "2021"),
        ("20210305120000", "2021-03-05T12:00:00"),
        ("вчера", "вчера"),
    ],
)
def test_dates_become_iso(declared: str, expected: str) -> None:
    assert metadata(FakeFile({"CreationDate": declared})) == {"created": expected}


def test_unknown_keys_and_empty_values_are_left_out() -> None:
    info = {"Title": "  Отчёт\r\nза год ", "Author": "\x00", "Trapped": "yes"}
    assert metadata(FakeFile(info)) == {"title": "Отчёт за год"}


def test_broken_titles_are_repaired() -> None:
    broken = "Постановление Правительства области".encode("cp1251").decode("cp1252")
    assert metadata(FakeFile({"Title": broken})) == {"title": "Постановление Правительства области"}


def test_direction_marks_cannot_disguise_a_title() -> None:
    assert plain("отчёт\u202efdp.exe") == "отчёт fdp.exe"


def test_endless_strings_are_cut_with_an_ellipsis() -> None:
    assert plain("а" * 10_000, 10) == "ааааааааа…"


def test_entries_that_lead_nowhere_are_left_out() -> None:
    bookmarks = [
        FakeBookmark("Глава 1", 0),
        FakeBookmark("Раздел", 1, 1),
        FakeBookmark("В пустоту", None),
        FakeBookmark("За краем", 7),
        FakeBookmark("", 1),
    ]
    assert outline(FakeFile(bookmarks=bookmarks), 2) == (
        OutlineEntry("Глава 1", 0, 0),
        OutlineEntry("Раздел", 1, 1),
    )


def test_page_labels_are_plain() -> None:
    assert [page_label(FakeFile(), i) for i in (0, 1)] == ["i v", ""]
