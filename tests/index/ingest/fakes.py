"""Workers that work in this process: nothing to spawn, and deaths on demand."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from index.archive import Archive
from index.config import IndexConfig, ReadLimits
from index.errors import DamagedPdf
from index.facts.request import FactsRequest
from index.ingest.engines import Engines
from index.model.document import Document, DocumentId
from index.model.fact import DocumentFacts
from index.model.hit import Answer
from index.model.recognition import Recogniser
from index.pdf.worker import PageRead, ReadRequest
from index.search.requests import AddDocuments, Compact, FinishRebuild, StartRebuild
from index.tasks import Cancelled, Task
from index.workers import Event, Failed, Finished, Told
from tests.index.store.samples import make_document


class FakeWorker:
    """Answers a request when it is asked for events."""

    _connection = None

    def __init__(self, handler: Callable[[Any, Callable[[Any], None]], Any]) -> None:
        self._handler = handler
        self._request: Any = None
        self.requests: list[Any] = []
        self.is_busy = False
        self.peak_memory_bytes = 0
        self.kills = 0

    def prewarm(self) -> None:
        """Be there already."""

    def send(self, request: Any) -> None:
        assert not self.is_busy
        self.requests.append(request)
        self._request, self.is_busy = request, True

    def events(self) -> list[Event]:
        if not self.is_busy:
            return []
        events: list[Event] = []
        self.is_busy = False
        try:
            result = self._handler(self._request, lambda payload: events.append(Told(payload)))
        except Exception as error:  # noqa: BLE001 - as a worker does
            return [*events, Failed(error)]
        return [*events, Finished(result)]

    def call(self, request: Any, task: Task | None = None, on_told: Any = None) -> Any:
        if task is not None and task.is_cancelled:
            raise Cancelled
        self.send(request)
        [*told, last] = self.events()
        for event in told:
            if on_told is not None and isinstance(event, Told):
                on_told(event.payload)
        if isinstance(last, Failed):
            raise last.error
        assert isinstance(last, Finished)
        return last.result

    def kill(self) -> None:
        self.kills += 1
        self.is_busy = False

    def close(self) -> None:
        self.is_busy = False


def read(request: ReadRequest, tell: Callable[[Any], None]) -> Document:
    """Read "%PDF- name|text": what the file says becomes the document."""
    content = Path(request.path).read_text(encoding="utf-8")
    text = content.removeprefix("%PDF-").strip()
    if text.startswith("damaged"):
        raise DamagedPdf("Файл повреждён.", "Скачайте его заново.", request.path)
    tell(PageRead(0, 2))
    made = make_document(text=text, title=text[:20])
    return Document(
        id=request.document_id,
        title=made.title,
        file_name=request.file_name,
        source_path=request.source_path,
        text=made.text,
        text_map=made.text_map,
        pages=made.pages,
        notices=("Страница 2 не прочитана.",) if text.startswith("partial") else (),
    )


@dataclass
class FakeIndex:
    """The index as a set of ids, with its writer."""

    folder: Path = Path()
    held: set[DocumentId] = field(default_factory=set)
    rebuilt: set[DocumentId] = field(default_factory=set)
    errors: deque[Exception] = field(default_factory=deque)
    deadly: set[str] = field(default_factory=set)
    is_current: bool = True

    def is_built(self) -> bool:
        return self.folder.exists()

    def handle(self, request: Any, _tell: Callable[[Any], None]) -> Any:
        self.folder.mkdir(exist_ok=True)
        if self.errors:
            raise self.errors.popleft()
        if isinstance(request, StartRebuild):
            self.rebuilt = set()
            return "g2"
        if isinstance(request, FinishRebuild):
            self.held, self.is_current = self.rebuilt, True
            return None
        if isinstance(request, Compact):
            return 1
        assert isinstance(request, AddDocuments)
        for document in request.documents:
            if document.text in self.deadly:
                raise MemoryError
        into = self.rebuilt if request.generation else self.held
        into.update(document.id for document in request.documents)
        return len(request.documents)

    def version_matches(self) -> bool:
        return self.is_current

    def document_ids(self) -> frozenset[DocumentId]:
        return frozenset(self.held)

    def check(self) -> None:
        pass

    def close(self) -> None:
        pass

    def search(self, query: str, *_: object, **_named: object) -> Answer:
        return Answer(query, query, 0, 0, (), 0.0)


def engines(
    index: FakeIndex,
    reader: Callable[[Any, Any], Any] = read,
    recognise: Callable[[Any, Any], Any] | None = None,
) -> Engines:
    """Engines without processes; without a recogniser unless one is given."""
    program = Recogniser("/usr/bin/tesseract", "5.3.0", ("eng", "kaz", "rus"), knows_direction=True)

    def opened(folder: Path, _library: object, _beyond: object) -> Any:
        index.folder = folder
        return index

    def extract(request: FactsRequest, tell: Callable[[Any], None]) -> DocumentFacts:
        return DocumentFacts(version="fake")

    make: Any = FakeWorker
    return Engines(
        make_reader=lambda _limits, _sandbox: make(reader),
        make_indexer=lambda _folder: make(index.handle),
        make_extractor=lambda: make(extract),
        open_index=opened,
        facts_version=lambda: "fake",
        make_recogniser=lambda _sandbox: make(recognise),
        find_recogniser=lambda: None if recognise is None else program,
    )


def open_archive(
    folder: Path, index: FakeIndex, reader: Callable[[Any, Any], Any] = read, limits: ReadLimits | None = None
) -> Archive:
    config = IndexConfig(reader_count=2, read_limits=limits or ReadLimits(), commit_documents=4)
    return Archive(folder / "archive", config, engines(index, reader))


def pdf(folder: Path, name: str, text: str, *, age_s: int = 100) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"%PDF- {text}", encoding="utf-8")
    time = path.stat().st_mtime - age_s
    os.utime(path, (time, time))
    return path


def ids(archive: Archive) -> set[DocumentId]:
    return {summary.id for summary in archive.documents()}


def leftovers(archive: Archive) -> list[str]:
    return [path.name for path in archive.paths.originals.glob(".*")]
