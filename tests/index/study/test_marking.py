from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import StoreError
from index.model.annotation import Annotation, HighlightColor, Pen
from index.model.span import Span
from index.study.marking import mark
from index.tasks import Cancelled, Task
from tests.index.study.samples import Studied, studied

PEN = Pen(HighlightColor.BLUE, "Проверить", ("вода", "вода"))
TEXTS = {"а": "Вода и вода.", "б": "Нет её.", "в": "Воды мало."}


@pytest.fixture
def archive(tmp_path: Path) -> Studied:
    return studied(tmp_path, TEXTS)


def quotes(archive: Studied) -> list[str]:
    return sorted(annotation.anchor.quote for annotation in archive.notebook.all())


def marked(archive: Studied, query: str = "вода", task: Task | None = None) -> tuple[Annotation, ...]:
    return mark(archive.asking, archive.notebook, query, PEN, task)


def test_every_match_becomes_an_annotation(archive: Studied) -> None:
    made = marked(archive)
    assert sorted(made, key=lambda one: one.id) == sorted(archive.notebook.all(), key=lambda one: one.id)
    assert quotes(archive) == ["Вода", "Воды", "вода"]
    said = {(one.color, one.note, one.tags) for one in made}
    assert said == {(HighlightColor.BLUE, "Проверить", ("вода",))}


def test_they_are_in_the_sidecars_too(archive: Studied) -> None:
    marked(archive)
    assert not list(archive.notebook.problems())


def test_what_is_marked_already_is_left_alone(archive: Studied) -> None:
    own = archive.notebook.annotate(
        archive.documents.find("а.txt"), Span(0, 4), Pen(HighlightColor.PINK, "Моё")
    )
    made = marked(archive)
    assert len(made) == 2
    assert own in archive.notebook.all()
    assert marked(archive) == ()


def test_it_is_taken_back_by_deleting_what_was_made(archive: Studied) -> None:
    own = archive.notebook.annotate(archive.documents.find("а.txt"), Span(0, 4), Pen(HighlightColor.PINK))
    archive.notebook.delete_all(marked(archive))
    assert archive.notebook.all() == (own,)
    assert not list(archive.notebook.problems())


def test_what_the_reader_deleted_meanwhile_stays_as_it_was_deleted(archive: Studied) -> None:
    made = marked(archive)
    edited = archive.notebook.edit(made[0].id, note="Другое")
    archive.notebook.delete_all(made)
    archive.notebook.delete_all(made)
    assert archive.notebook.delete(edited.id).note == "Другое"


def test_only_the_documents_named_are_marked(archive: Studied) -> None:
    number = archive.library.summary(archive.documents.find("в.txt")).number
    mark(archive.asking, archive.notebook, "вода", PEN, numbers=[number])
    assert quotes(archive) == ["Воды"]


def test_when_cancelled_nothing_stays_marked(archive: Studied) -> None:
    task = Task()
    task.report = lambda done, _total: task.cancel() if done == 1 else None
    with pytest.raises(Cancelled):
        marked(archive, "вода ИЛИ нет", task)
    assert archive.notebook.all() == ()


def test_when_the_disk_refuses_nothing_stays_marked(
    archive: Studied, monkeypatch: pytest.MonkeyPatch
) -> None:
    annotate_all = type(archive.notebook).annotate_all
    calls: list[object] = []

    def refuse(*arguments: object) -> object:
        calls.append(arguments)
        if len(calls) == 2:
            raise StoreError("На диске не осталось места.")
        return annotate_all(*arguments)  # type: ignore[arg-type]  # a stand-in

    monkeypatch.setattr(type(archive.notebook), "annotate_all", refuse)
    with pytest.raises(StoreError):
        marked(archive)
    assert archive.notebook.all() == ()
