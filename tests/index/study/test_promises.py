"""Promises by deadline."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.model.fact import Fact, FactType, Slot
from index.model.span import Span
from tests.index.study.stating import Stating, Text

TODAY = "2021-06-15"


def promise(what: str, deadline: str | None, said: str = "", status: str = "instructed") -> Text:
    text = Text()
    slots: list[tuple[str, str, str | None]] = [("what", what, None)]
    if deadline is not None:
        slots.append(("deadline", said, deadline))
    text.state(FactType.INSTRUCTION, f"Поручить {what} {said}.", *slots, status=status)
    return text


@pytest.fixture
def archive(tmp_path: Path) -> Stating:
    made = Stating(tmp_path)
    made.add("а", promise("построить мост", None), "2020")
    made.add("б", promise("убрать снег", "2021-06-14", "до 14 июня"), "2021")
    made.add("в", promise("открыть школу", "2021-06", "в июне"), "2021")
    made.add("г", promise("засеять поле", "2020", "в 2020 году", status="achieved"), "2021")
    made.add("д", promise("починить дом", None), "2021")
    return made


def test_they_stand_by_deadline_and_without_one_latest_document_first(archive: Stating) -> None:
    found = archive.overview.promises(today=TODAY)
    assert [line.deadline for line in found.lines] == ["2020-12-31", "2021-06-14", "2021-06-30", "", ""]
    assert [line.stated.evidence.title for line in found.lines[3:]] == ["д", "а"]


def test_overdue_is_what_is_past_on_that_day_and_not_done(archive: Stating) -> None:
    found = archive.overview.promises(today=TODAY)
    assert [line.stated.evidence.title for line in found.lines if line.is_overdue] == ["б"]
    assert (found.promises, found.with_deadline, found.overdue) == (5, 3, 1)


def test_on_its_last_day_nothing_is_overdue(archive: Stating) -> None:
    assert archive.overview.promises(today="2021-06-14").overdue == 0


def test_a_deadline_told_from_the_day_of_writing_has_the_days_of_the_date(tmp_path: Path) -> None:
    archive, text = Stating(tmp_path), promise("убрать снег", "end_of_month", "до конца месяца")
    at = text.words.index("до конца месяца")
    text.facts.append(dated_at(text, at, "до конца месяца", "2021-05-31"))
    archive.add("а", text)
    assert [line.deadline for line in archive.overview.promises(today=TODAY).lines] == ["2021-05-31"]


def dated_at(text: Text, at: int, said: str, value: str) -> Fact:
    span = Span(at, at + len(said))
    return Fact("date", FactType.DATE, (Slot("date", said, span, value),), span)


def test_what_is_no_promise_is_not_there(tmp_path: Path) -> None:
    archive, text = Stating(tmp_path), Text()
    text.state(FactType.QUOTE, "«Построим мост»", ("quote", "Построим мост", None))
    archive.add("а", text)
    assert archive.overview.promises(today=TODAY).promises == 0


def test_a_day_that_is_none_is_refused(archive: Stating) -> None:
    with pytest.raises(ValueError, match="завтра"):
        archive.overview.promises(today="завтра")
