from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.state.reader import Reader
from desktop.state.search import FIRST_DOCUMENTS, Search
from desktop.state.spot import neighbour
from index.errors import IndexDamaged
from index.model.hit import Answer, Hit, Match
from index.model.span import Span
from index.search.engine import Order
from tests.helpers.fakes import FakeArchive, document, summary_of

TALKS = document("a", "О сотрудничестве стран.\nСотрудничество растёт, сотрудничеством довольны.", pages=2)
TREATY = document("b", "Договор о сотрудничестве.")
OTHER = document("c", "Мука дешевеет.")


@pytest.fixture
def archive() -> Iterator[FakeArchive]:
    made = FakeArchive(OTHER, TREATY, TALKS)
    yield made
    made.gate.set()


@pytest.fixture
def reader(archive: FakeArchive, jobs: Jobs) -> Reader:
    return Reader(archive, jobs)  # type: ignore[arg-type]  # a stand-in


@pytest.fixture
def search(archive: FakeArchive, jobs: Jobs, reader: Reader) -> Search:
    return Search(archive, jobs, reader)  # type: ignore[arg-type]  # a stand-in


def ask(qtbot: QtBot, search: Search, text: str) -> Answer:
    with qtbot.waitSignal(search.answered) as blocker:
        search.type(text)
        search.search_now()
    answer = blocker.args[0]
    assert isinstance(answer, Answer)
    return answer


def test_typing_asks_once_after_a_rest(qtbot: QtBot, archive: FakeArchive, search: Search) -> None:
    with qtbot.waitSignal(search.answered):
        for text in ("с", "со", "сотрудничество"):
            search.type(text)
    assert archive.queries == ["сотрудничество"]


def test_blanks_around_a_query_ask_nothing_new(qtbot: QtBot, archive: FakeArchive, search: Search) -> None:
    ask(qtbot, search, "сотрудничество")
    search.type(" сотрудничество  ")
    search.search_now()
    qtbot.waitUntil(lambda: len(archive.queries) == 2)
    assert search.text == "сотрудничество"


def test_the_newest_query_wins(qtbot: QtBot, archive: FakeArchive, search: Search) -> None:
    heard: list[str] = []
    search.answered.connect(lambda answer: heard.append(answer.query))
    archive.gate = threading.Event()
    search.type("мука")
    search.search_now()
    qtbot.waitUntil(lambda: archive.queries == ["мука"])
    search.type("договор")
    search.search_now()
    archive.gate.set()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["договор"]


def test_a_query_that_cannot_be_read_is_told_and_the_next_one_works(qtbot: QtBot, search: Search) -> None:
    with qtbot.waitSignal(search.refused) as blocker:
        search.type("страна (")
        search.search_now()
    assert blocker.args[0].user_message == "Скобка не закрыта."
    assert search.answer is None
    assert ask(qtbot, search, "договор").documents == 1


def test_a_damaged_index_is_told_like_a_wrong_query(
    qtbot: QtBot, archive: FakeArchive, search: Search
) -> None:
    archive.failure = IndexDamaged("Индекс повреждён.", "Перестройте его.")
    with qtbot.waitSignal(search.refused):
        search.type("мука")
        search.search_now()


def test_an_error_of_ours_goes_to_the_one_signal(
    qtbot: QtBot, archive: FakeArchive, jobs: Jobs, search: Search
) -> None:
    archive.failure = ZeroDivisionError()
    with qtbot.waitSignal(jobs.failed) as blocker:
        search.type("мука")
        search.search_now()
    assert blocker.args[0] == "search"


def test_enter_before_the_answer_opens_the_first_hit_when_it_comes(
    qtbot: QtBot, archive: FakeArchive, search: Search, reader: Reader
) -> None:
    archive.gate = threading.Event()
    search.type("сотрудничество")
    search.open_first()
    with qtbot.waitSignal(reader.current_changed):
        archive.gate.set()
    assert reader.document is not None
    assert reader.document.id == TALKS.id
    assert reader.current_number == 1


def test_steps_go_over_the_ends_of_documents_in_the_order_of_the_answer(
    qtbot: QtBot, search: Search, reader: Reader
) -> None:
    ask(qtbot, search, "сотрудничество")
    search.open_first()
    qtbot.waitUntil(lambda: reader.current_number == 1)
    assert search.step(1)
    assert search.step(1)
    assert (search.position, reader.current_number) == ((0, 2), 3)
    assert search.step(1)
    qtbot.waitUntil(lambda: reader.document is not None and reader.document.id == TREATY.id)
    assert search.position == (1, 0)
    with qtbot.waitSignal(search.ended) as blocker:
        assert not search.step(1)
    assert blocker.args == [1]
    assert search.step(-1)
    qtbot.waitUntil(lambda: reader.document is not None and reader.document.id == TALKS.id)
    qtbot.waitUntil(lambda: reader.current_number == 3)


@given(
    sizes=st.lists(st.integers(1, 5), min_size=1, max_size=8),
    spot=st.integers(0, 39),
    by=st.sampled_from([1, -1]),
)
def test_a_step_and_the_step_back_cancel(sizes: list[int], spot: int, by: int) -> None:
    made = document("a", "текст")
    every = [Match(Span(i, i + 1), 0) for i in range(5)]
    hits = [Hit(summary_of(made), 1.0, tuple(every[:size]), ()) for size in sizes]
    places = [(hit, match) for hit, size in enumerate(sizes) for match in range(size)]
    here = places[spot % len(places)]
    there = neighbour(hits, *here, by)
    position = places.index(here) + by
    assert there == (places[position] if 0 <= position < len(places) else None)
    if there is not None:
        assert neighbour(hits, *there, -by) == here


def test_quick_steps_are_counted_while_a_document_is_still_loading(
    qtbot: QtBot, search: Search, reader: Reader
) -> None:
    ask(qtbot, search, "сотрудничество")
    search.step(1)
    search.step(1)
    search.step(1)
    qtbot.waitUntil(lambda: reader.current_number == 3)
    assert search.position == (0, 2)


def test_the_first_step_without_a_document_of_the_answer_opens_the_best_one(
    qtbot: QtBot, search: Search, reader: Reader
) -> None:
    reader.open_document(OTHER.id)
    qtbot.waitUntil(lambda: reader.document is not None)
    ask(qtbot, search, "сотрудничество")
    assert search.position == (-1, -1)
    search.step(1)
    qtbot.waitUntil(lambda: reader.document is not None and reader.document.id == TALKS.id)


def test_a_new_answer_lights_the_open_document_without_moving_it(
    qtbot: QtBot, search: Search, reader: Reader
) -> None:
    reader.open_document(TALKS.id)
    qtbot.waitUntil(lambda: reader.document is not None)
    moved: list[object] = []
    reader.current_changed.connect(moved.append)
    ask(qtbot, search, "сотрудничество")
    assert len(reader.matches) == 3
    assert not moved
    ask(qtbot, search, "мука")
    assert reader.matches == ()


def test_a_document_opened_from_the_library_is_lit_too(qtbot: QtBot, search: Search, reader: Reader) -> None:
    ask(qtbot, search, "сотрудничество")
    reader.open_document(TREATY.id)
    qtbot.waitUntil(lambda: len(reader.matches) == 1)
    assert search.position == (1, -1)


def test_asking_the_same_again_keeps_the_current_match(
    qtbot: QtBot, archive: FakeArchive, search: Search, reader: Reader
) -> None:
    ask(qtbot, search, "сотрудничество")
    search.open_match(0, 1)
    qtbot.waitUntil(lambda: reader.current_number == 2)
    archive.add(document("d", "Сотрудничество, сотрудничество, сотрудничество и сотрудничество."))
    with qtbot.waitSignal(search.refreshed):
        search.refresh()
    assert search.position == (1, 1)
    assert reader.current_number == 2


def test_more_documents_come_when_they_are_asked_for(qtbot: QtBot, jobs: Jobs) -> None:
    archive = FakeArchive(*(document(f"{i:03}", "Мука дешевеет.") for i in range(FIRST_DOCUMENTS + 20)))
    reader = Reader(archive, jobs)  # type: ignore[arg-type]  # a stand-in
    search = Search(archive, jobs, reader)  # type: ignore[arg-type]  # a stand-in
    assert len(ask(qtbot, search, "мука").hits) == FIRST_DOCUMENTS
    assert search.has_more
    with qtbot.waitSignal(search.refreshed):
        search.show_more()
    assert search.answer is not None
    assert len(search.answer.hits) == FIRST_DOCUMENTS + 20
    assert not search.has_more


def test_stepping_towards_the_last_document_brings_more(qtbot: QtBot, jobs: Jobs) -> None:
    count = FIRST_DOCUMENTS + 20
    archive = FakeArchive(*(document(f"{i:03}", "Мука дешевеет.") for i in range(count)))
    search = Search(archive, jobs, Reader(archive, jobs))  # type: ignore[arg-type]  # a stand-in
    ended: list[int] = []
    search.ended.connect(ended.append)
    ask(qtbot, search, "мука")
    for _ in range(FIRST_DOCUMENTS + 1):
        search.step(1)
    assert not ended
    qtbot.waitUntil(lambda: not search.has_more)
    while search.step(1):
        pass
    assert search.position[0] == count - 1
    assert ended == [1]


def test_clearing_puts_the_lights_out(qtbot: QtBot, search: Search, reader: Reader) -> None:
    ask(qtbot, search, "сотрудничество")
    search.open_first()
    qtbot.waitUntil(lambda: reader.current_number == 1)
    with qtbot.waitSignal(search.cleared):
        search.type("   ")
    assert reader.matches == ()
    assert search.answer is None


def test_a_query_from_elsewhere_is_told_to_the_field(qtbot: QtBot, search: Search) -> None:
    told: list[str] = []
    search.text_set.connect(told.append)
    with qtbot.waitSignal(search.answered):
        search.ask("мука")
    assert told == ["мука"]
    assert search.asked == "мука"


def test_another_order_asks_the_same_again_from_the_top(
    qtbot: QtBot, archive: FakeArchive, search: Search
) -> None:
    ask(qtbot, search, "сотрудничество")
    with qtbot.waitSignals([search.order_changed, search.answered]):
        search.sort(Order.NAME)
    assert archive.queries == ["сотрудничество"] * 2
    assert archive.orders == [Order.RELEVANCE, Order.NAME]
    search.sort(Order.NAME)
    assert len(archive.queries) == 2


def test_an_order_chosen_while_nothing_is_asked_holds_for_the_next_query(
    qtbot: QtBot, archive: FakeArchive, search: Search
) -> None:
    search.sort(Order.OLDEST)
    ask(qtbot, search, "мука")
    assert archive.orders == [Order.OLDEST]


def test_half_a_word_that_finds_nothing_does_not_wipe_the_answer_away(
    qtbot: QtBot, archive: FakeArchive, search: Search
) -> None:
    ask(qtbot, search, "мука")
    heard: list[tuple[str, int]] = []
    search.answered.connect(lambda answer: heard.append((answer.query, answer.documents)))
    search.type("договъ")
    qtbot.waitUntil(lambda: archive.queries[-1] == "договъ")
    qtbot.waitUntil(lambda: search._doubt.holds)
    with qtbot.waitSignal(search.answered):
        search.type("договор")
    assert heard == [("договор", 1)]


def test_a_word_that_finds_nothing_is_told_after_a_rest(qtbot: QtBot, search: Search) -> None:
    ask(qtbot, search, "мука")
    with qtbot.waitSignal(search.answered) as blocker:
        search.type("карамболь")
    assert blocker.args[0].documents == 0
    assert search.answer is blocker.args[0]


def test_enter_ends_the_doubt_about_an_empty_answer(
    qtbot: QtBot, archive: FakeArchive, search: Search
) -> None:
    ask(qtbot, search, "мука")
    search.type("карамболь")
    qtbot.waitUntil(lambda: search._doubt.holds)
    search.open_first()
    assert search.answer is not None
    assert search.answer.query == "карамболь"
