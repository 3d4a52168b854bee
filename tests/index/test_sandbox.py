"""The wall, tried from inside: what a document that took its reader over could do."""

from __future__ import annotations

import os
import pickle
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from index import sandbox as module
from index.config import ReadLimits
from index.errors import DamagedPdf
from index.model.document import PageKind
from index.model.span import Span
from index.pdf.render import RenderRequest, make_renderer
from index.pdf.worker import make_reader, read_robustly
from index.sandbox import Sandbox, Wall, wall
from index.values_only import load_values
from index.workers import Death, Worker, WorkerDied, WorkerLimits
from tests.helpers.handlers import answer
from tests.helpers.pdfs import Print, write_pdf
from tests.index.pdf.reading import request_for

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the wall is Linux's")
behind_bubblewrap = pytest.mark.skipif(wall() is not Wall.BUBBLEWRAP, reason="bubblewrap does not work here")


@pytest.fixture
def shown(tmp_path: Path) -> Path:
    """A folder that the process may read."""
    folder = tmp_path / "originals"
    folder.mkdir()
    (folder / "a.txt").write_text("shown")
    return folder


@pytest.fixture
def inside(shown: Path) -> Iterator[Worker]:
    """A process behind the wall."""
    worker = Worker(answer, WorkerLimits(silence_s=30, sandbox=Sandbox((shown,))), "inside")
    yield worker
    worker.close()


@pytest.fixture
def unwalled(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer without bubblewrap."""
    monkeypatch.setattr(module, "_bubblewrap", lambda: "")


@behind_bubblewrap
def test_what_is_shown_can_be_read_and_not_written(inside: Worker, shown: Path) -> None:
    assert inside.call(("read", str(shown / "a.txt"))) == b"shown"
    (shown / "later.txt").write_text("later")
    assert inside.call(("read", str(shown / "later.txt"))) == b"later"
    with pytest.raises(OSError, match=r"Read-only|too large"):
        inside.call(("write", str(shown / "a.txt")))
    assert (shown / "a.txt").read_text() == "shown"


@behind_bubblewrap
def test_the_users_files_are_not_there(inside: Worker, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    home = Path.home() / "letter.txt"
    home.write_text("letter")
    for path in (secret, home, Path(__file__).parents[2] / "README.md", Path("/etc/passwd")):
        with pytest.raises(FileNotFoundError):
            inside.call(("read", str(path)))


@behind_bubblewrap
def test_nothing_can_be_written_anywhere(inside: Worker, tmp_path: Path) -> None:
    for path in (tmp_path / "new", Path.home() / "new", Path("/new"), Path("/usr/new")):
        with pytest.raises(OSError, match=r"No such file|Read-only|too large"):
            inside.call(("write", str(path)))
        assert not path.exists()


@behind_bubblewrap
def test_other_processes_are_out_of_sight(inside: Worker) -> None:
    with pytest.raises(ProcessLookupError):
        inside.call(("signal", os.getpid()))
    assert inside.call("pid") < 10


def test_no_socket_is_opened(inside: Worker) -> None:
    with pytest.raises(PermissionError):
        inside.call("connect")


def test_no_program_is_started(inside: Worker) -> None:
    with pytest.raises(PermissionError):
        inside.call(("run", sys.executable))


def test_without_bubblewrap_there_are_still_no_sockets_and_no_programs(
    unwalled: None, inside: Worker, shown: Path
) -> None:
    assert wall() is Wall.LIMITS
    assert inside.call(("read", str(shown / "a.txt"))) == b"shown"
    with pytest.raises(PermissionError):
        inside.call("connect")
    with pytest.raises(PermissionError):
        inside.call(("run", sys.executable))


@behind_bubblewrap
def test_programs_run_where_they_are_needed(shown: Path) -> None:
    worker = Worker(answer, WorkerLimits(silence_s=30, sandbox=Sandbox((shown,), runs_programs=True)), "runs")
    assert worker.call(("run", "/bin/true")) == 0
    with pytest.raises(PermissionError):
        worker.call("connect")
    worker.close()


@behind_bubblewrap
@pytest.mark.parametrize(
    ("deed", "why"), [("crash", Death.CRASH), ("abort", Death.CRASH), ("hunger", Death.MEMORY)]
)
def test_deaths_behind_the_wall_are_told_apart(shown: Path, deed: str, why: Death) -> None:
    limits = WorkerLimits(silence_s=30, memory_bytes=1 << 30, sandbox=Sandbox((shown,)))
    worker = Worker(answer, limits, "dies")
    with pytest.raises(WorkerDied) as caught:
        worker.call(("memory", 2 << 30) if deed == "hunger" else deed)
    assert caught.value.why is why
    assert worker.call("pid") > 0
    worker.close()


@behind_bubblewrap
def test_a_silent_process_is_killed_with_its_namespace(shown: Path) -> None:
    worker = Worker(answer, WorkerLimits(silence_s=0.5, sandbox=Sandbox((shown,))), "silent")
    worker.call("pid")
    assert worker._process is not None
    python = worker._process.pid
    assert python is not None
    assert psutil.pid_exists(python)
    with pytest.raises(WorkerDied) as caught:
        worker.call("silence")
    assert caught.value.why is Death.TIME
    assert worker.peak_memory_bytes > 1 << 20
    psutil.wait_procs([psutil.Process(python)] if psutil.pid_exists(python) else [], timeout=5)
    assert not psutil.pid_exists(python)
    worker.close()


def test_documents_are_read_and_drawn_behind_the_wall(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [[Print("Слово.")]])
    reader = make_reader(ReadLimits(), Sandbox((tmp_path,)))
    renderer = make_renderer(Sandbox((tmp_path,)))
    assert read_robustly(reader, request_for(path)).text == "Слово."
    assert len(renderer.call(RenderRequest(str(path), 0, 40, 20)).pixels) == 3200
    reader.close()
    renderer.close()


def test_an_answer_that_is_too_long_costs_the_process_and_not_our_memory() -> None:
    worker = Worker(answer, WorkerLimits(silence_s=30, answer_bytes=1 << 20), "loud")
    with pytest.raises(WorkerDied) as caught:
        worker.call(("tell", "x" * (2 << 20)))
    assert caught.value.why is Death.MEMORY
    assert worker.call("pid") > 0
    worker.close()


def test_values_come_out_as_they_went_in() -> None:
    for value in (
        Span(1, 2),
        [DamagedPdf("а", "б", "в")],
        {1: {2, 3}},
        ValueError("x"),
        Death.TIME,
        b"1",
        None,
    ):
        assert repr(load_values(pickle.dumps(value))) == repr(value)


@pytest.mark.parametrize("what", [os.system, eval, Path, psutil.Process, sys.exit, SystemExit, Worker, wall])
def test_an_answer_can_name_nothing_but_values(what: object) -> None:
    with pytest.raises(pickle.UnpicklingError, match="not a value"):
        load_values(pickle.dumps(what))


def test_a_poisoned_answer_is_not_carried_out(tmp_path: Path) -> None:
    worker = Worker(answer, WorkerLimits(silence_s=30), "poisoned")
    with pytest.raises(WorkerDied, match="cannot be read"):
        worker.call(("poison", str(tmp_path / "pwned")))
    assert not (tmp_path / "pwned").exists()
    worker.close()


@behind_bubblewrap
def test_a_wall_that_lets_no_process_come_to_life_is_done_without(
    shown: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given_up = threading.Event()
    monkeypatch.setattr(module, "_given_up", given_up)
    monkeypatch.setattr("index.walled._ENTER", "raise SystemExit(3)")
    worker = Worker(answer, WorkerLimits(silence_s=30, sandbox=Sandbox((shown,))), "unlucky")
    assert worker.call(("read", str(shown / "a.txt"))) == b"shown"
    assert given_up.is_set()
    assert wall() is Wall.LIMITS
    worker.close()


class _Attribute:
    """Pickled as Python 3.11.0 to 3.11.3 pickle members of enumerations: an attribute of something."""

    def __init__(self, owner: object, name: str) -> None:
        self._owner, self._name = owner, name

    def __reduce__(self) -> tuple[object, tuple[object, str]]:
        return getattr, (self._owner, self._name)


def test_members_of_enumerations_are_values_and_other_attributes_are_not() -> None:
    assert load_values(pickle.dumps(_Attribute(PageKind, "SCAN"))) is PageKind.SCAN
    for owner, name in ((PageKind, "__init__"), (PageKind, "mro"), (RuntimeError, "__init__")):
        with pytest.raises(pickle.UnpicklingError):
            load_values(pickle.dumps(_Attribute(owner, name)))
