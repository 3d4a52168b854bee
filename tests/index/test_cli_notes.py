"""`notes` of the command line: listed, found, changed, carried over."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from index.archive import Archive
from index.cli.main import main
from index.config import ArchivePaths
from index.model.annotation import Annotation, HighlightColor, Pen
from index.model.document import DocumentId
from index.model.span import Span
from index.store.annotations import AnnotationStore
from index.store.database import Database

SAMPLE = Path(__file__).parents[2] / "resources" / "sample"
FILES = ("02-zasedanie.pdf", "03-ukaz.pdf")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("notes") / "archive"
    with Archive.open(made) as archive:
        archive.ingest([SAMPLE / name for name in FILES])
        assert len(archive.documents()) == len(FILES)
    return made


class Desk:
    """A command line over an archive, and what it says."""

    def __init__(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capfd = folder, capfd

    def say(self, *arguments: str) -> tuple[int, str]:
        code = main([*arguments, "--archive", str(self.folder)])
        return code, self._capfd.readouterr().out

    def json(self, *arguments: str) -> Any:
        code, out = self.say(*arguments, "--json")
        assert code == 0, out
        return json.loads(out)

    def mark(self, start: int, pen: Pen, name: str = FILES[0]) -> Annotation:
        with Archive.open(self.folder) as archive:
            document = archive.document(archive.find(name))
            stop = document.text.index(" ", start + 20)
            return archive.notebook.annotate(document.id, Span(start, stop), pen)

    def all(self, document_id: DocumentId | None = None) -> tuple[Annotation, ...]:
        with Archive.open(self.folder) as archive:
            return archive.notebook.all(document_id)

    def names(self, *arguments: str) -> set[str]:
        return {one["note"] for one in self.json("notes", "list", *arguments)["annotations"]}


@pytest.fixture
def desk(folder: Path, capfd: pytest.CaptureFixture[str]) -> Iterator[Desk]:
    made = Desk(folder, capfd)
    yield made
    with Archive.open(folder) as archive:
        archive.notebook.delete_all(archive.notebook.all())


def test_notes_are_found_by_words_and_sifted(desk: Desk) -> None:
    desk.mark(100, Pen(HighlightColor.PINK, "Проверить уровни воды", ("срочное",), author="Анна"))
    desk.mark(300, Pen(HighlightColor.BLUE, "Иное"), FILES[1])
    assert desk.names() == {"Проверить уровни воды", "Иное"}
    assert desk.names("--search", "вода уровень") == {"Проверить уровни воды"}
    assert desk.names("--search", "уров") == set()
    assert desk.names("--tag", "СРОЧНОЕ") == {"Проверить уровни воды"}
    assert desk.names("--color", "blue", "--color", "green") == {"Иное"}
    assert desk.names("--kind", "strike") == set()
    assert desk.names("--author", "Анна") == {"Проверить уровни воды"}
    assert desk.names("--until", "2001-01-01") == set()
    assert desk.names(FILES[1]) == {"Иное"}


def test_a_note_is_changed_by_the_beginning_of_its_number(desk: Desk) -> None:
    made = desk.mark(100, Pen(HighlightColor.PINK, "Было", ("а", "б")))
    _, listed = desk.say("notes", "list")
    assert made.id[:8] in listed
    changed = desk.json(
        *("notes", "edit", made.id[:8], "--note", "Стало", "--color", "green", "--kind", "underline"),
        *("--tag", "в", "--untag", "А"),
    )
    assert (changed["note"], changed["color"], changed["kind"]) == ("Стало", "green", "underline")
    assert changed["tags"] == ["б", "в"]
    told = desk.json("notes", "history", made.id)
    assert [(one["changed"], one["annotation"]["note"]) for one in told["history"]] == [("edited", "Было")]
    assert desk.say("notes", "history", made.id[:8])[0] == 0


def test_what_is_not_given_stays(desk: Desk) -> None:
    made = desk.mark(100, Pen(HighlightColor.PINK, "Было", ("а",)))
    desk.json("notes", "edit", made.id, "--color", "green")
    [now] = desk.all()
    assert (now.note, now.tags, now.kind) == (made.note, made.tags, made.kind)


def test_notes_are_deleted_all_or_none(desk: Desk) -> None:
    one, other = (desk.mark(start, Pen(HighlightColor.PINK)) for start in (100, 300))
    code, _ = desk.say("notes", "delete", one.id, "nosuchnote")
    assert code == 1
    assert len(desk.all()) == 2
    assert len(desk.json("notes", "delete", one.id, other.id)["deleted"]) == 2
    assert desk.all() == ()


def test_a_place_is_confirmed_or_chosen(desk: Desk) -> None:
    made = desk.mark(100, Pen(HighlightColor.PINK, "Где это?"))
    letters = list(made.anchor.quote)
    letters[2] = "щ" if letters[2] != "щ" else "ж"
    kept = replace(made, anchor=replace(made.anchor, quote="".join(letters)))
    paths = ArchivePaths(desk.folder)
    database = Database(paths.database, paths.backups)
    AnnotationStore(database).put(kept)
    database.close()
    [unsure] = desk.json("notes", "unsure")["annotations"]
    assert unsure["standing"] == "to_confirm"
    assert unsure["candidates"][0]["text"] == made.anchor.quote
    assert made.anchor.quote.split()[0] in desk.say("notes", "unsure", FILES[0])[1]
    assert desk.json("notes", "confirm", made.id)["quote"] == made.anchor.quote
    assert desk.json("notes", "unsure")["annotations"] == []
    moved = desk.json("notes", "confirm", made.id, "--start", "200", "--stop", "230")
    assert 200 <= moved["start"] < moved["stop"] <= 230


def test_notes_go_over_to_another_version(desk: Desk) -> None:
    made = desk.mark(100, Pen(HighlightColor.PINK, "Мысль"))
    told = desk.json("notes", "carry", *FILES)
    assert len(told["sure"]) + len(told["likely"]) + len(told["lost"]) == 1
    assert {note.note for note in desk.all() if note.document_id != made.document_id} == {"Мысль"}
    assert desk.json("notes", "carry", *FILES) == {"sure": [], "likely": [], "lost": []}
    assert "Перенесено: 0 заметок" in desk.say("notes", "carry", *FILES)[1]


@pytest.mark.parametrize(
    "arguments",
    [("confirm", "x", "--start", "5"), ("edit",), ("list", "--color", "grey"), ("list", "--since", "вчера")],
)
def test_wrong_calls_are_told(desk: Desk, arguments: tuple[str, ...]) -> None:
    assert desk.say("notes", *arguments)[0] == 2
