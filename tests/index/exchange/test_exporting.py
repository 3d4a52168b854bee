from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from index.errors import ArchiveError, StoreError
from index.exchange import target
from index.exchange.exporting import SUFFIXES, Exported, Format, LeftOut, export
from index.exchange.fact_values import facts_value
from index.exchange.writing import Form
from index.facts.wording import GroupKey
from index.model.document import Document, DocumentId
from index.tasks import Cancelled, Task
from tests.index.exchange.samples import Shelf, everything
from tests.index.study.stating import Text


def written(shelf: Shelf, path: Path, form: Format = Format.JSON, task: Task | None = None) -> Exported:
    return export(shelf, shelf.documents(), (form, path), task=task)


def nothing_beside(path: Path) -> bool:
    return [one.name for one in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("form", Format)
def test_every_format_is_written_under_its_name_alone(form: Format, tmp_path: Path) -> None:
    path = tmp_path / f"факты{SUFFIXES[form]}"
    made = written(Shelf(everything(), everything()), path, form)
    assert (made.path, made.documents, made.left_out) == (path, 2, ())
    assert path.stat().st_size > 1000
    assert nothing_beside(path)


@pytest.mark.parametrize("form", Format)
def test_an_export_of_nothing_is_a_whole_file(form: Format, tmp_path: Path) -> None:
    made = written(Shelf(), tmp_path / "a", form)
    assert (made.documents, made.facts) == (0, 0)
    assert nothing_beside(made.path)


def test_json_has_for_each_document_what_the_command_prints(tmp_path: Path) -> None:
    shelf = Shelf(everything(), Text("Вода."))
    made = written(shelf, tmp_path / "a.json")
    documents = json.loads(made.path.read_text("utf-8"))["documents"]
    expected = [facts_value(shelf.document(one.id), shelf.facts(one.id)) for one in shelf.documents()]
    assert [{**one, "file": "x.pdf", "date": ""} for one in expected] == documents


def test_what_was_not_chosen_stays_out_of_json_but_for_what_fills_a_part(tmp_path: Path) -> None:
    shelf, form = Shelf(everything()), Form(frozenset({GroupKey.MEETINGS}))
    made = export(shelf, shelf.documents(), (Format.JSON, tmp_path / "a.json"), form)
    (document,) = json.loads(made.path.read_text("utf-8"))["documents"]
    assert [fact["type"] for fact in document["facts"]] == ["MEETING"]
    assert {one["name"] for one in document["entities"]} == {"Анна Котова", "Казахстан"}
    assert made.facts == 1


def test_a_file_that_is_there_is_not_touched_unless_it_may_be(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("моё")
    with pytest.raises(StoreError, match="уже есть"):
        written(Shelf(everything()), path)
    assert path.read_text() == "моё"
    shelf = Shelf(everything())
    export(shelf, shelf.documents(), (Format.JSON, path), overwrites=True)
    assert json.loads(path.read_text("utf-8"))


@pytest.mark.parametrize("form", Format)
def test_a_cancelled_export_leaves_nothing(form: Format, tmp_path: Path) -> None:
    task = Task(lambda done, _total: task.cancel() if done else None)
    with pytest.raises(Cancelled):
        written(Shelf(everything(), everything(), everything()), tmp_path / "a", form, task)
    assert list(tmp_path.iterdir()) == []


def test_a_cancelled_export_leaves_the_former_file(tmp_path: Path) -> None:
    path, task, shelf = tmp_path / "a", Task(), Shelf(everything())
    path.write_text("моё")
    task.cancel()
    with pytest.raises(Cancelled):
        export(shelf, shelf.documents(), (Format.CSV, path), task=task, overwrites=True)
    assert path.read_text() == "моё"


def test_a_document_whose_facts_cannot_be_had_is_left_out_and_told(tmp_path: Path) -> None:
    shelf = Shelf(everything(), everything(), everything())
    shelf.failures[shelf.documents()[1].id] = ArchiveError("Не выдержал.")
    made = written(shelf, tmp_path / "a.json")
    assert (made.documents, made.left_out) == (2, (LeftOut("Текст 1", "Не выдержал."),))
    titles = [one["title"] for one in json.loads(made.path.read_text("utf-8"))["documents"]]
    assert titles == ["Текст 0", "Текст 2"]


@pytest.mark.parametrize("form", Format)
def test_a_disk_that_refuses_is_told_and_nothing_stays(
    form: Format, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(target, "move_in", refuse)
    with pytest.raises(StoreError, match="не записан: No space left on device"):
        written(Shelf(everything()), tmp_path / "a", form)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="не записан"):
        written(Shelf(everything()), tmp_path / "нет" / "a.json")


def test_progress_counts_documents(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    written(Shelf(Text("а"), Text("б")), tmp_path / "a.csv", Format.CSV, Task(lambda *at: seen.append(at)))
    assert seen == [(0, 2), (1, 2), (2, 2)]


def test_a_text_that_is_read_anew_meanwhile_is_asked_for_once_more(tmp_path: Path) -> None:
    class Renewed(Shelf):
        readings = 0

        def document(self, document_id: DocumentId) -> Document:
            self.readings += 1
            now = super().document(document_id)
            return replace(now, text=f"{now.text} Прежнее.") if self.readings == 2 else now

    shelf = Renewed(everything())
    written(shelf, tmp_path / "a.json")
    assert len(shelf.asked) == 2
