"""What worker processes are asked to do in tests. Importable by name, as spawned processes need it."""

from __future__ import annotations

import inspect
import os
import socket
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from index.errors import DamagedPdf
from index.pdf.request import PageRead, ReadRequest
from index.workers import Tell


class Stubborn(Exception):  # noqa: N818 - a name is enough
    """An error that cannot be rebuilt in another process."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(f"{one} {two}")


def answer(request: Any, tell: Tell) -> Any:
    """Do what the request names; return the process id or what was asked for."""
    name, *rest = request if isinstance(request, tuple) else (request,)
    return _DEEDS[name](tell, *rest)


def _silence(tell: Tell) -> None:
    threading.Event().wait()


def _chatter(tell: Tell) -> None:
    while True:
        tell("still here")
        threading.Event().wait(0.02)


def _fail(tell: Tell) -> None:
    raise DamagedPdf("сломан", "почините", "файл.pdf")


def _stubborn(tell: Tell) -> None:
    raise Stubborn("not", "portable")


def _print(tell: Tell) -> None:
    print("noise")  # noqa: T201 - it must not reach the terminal


def _write(tell: Tell, path: str) -> None:
    Path(path).write_bytes(b"secret")


def _begin(tell: Tell) -> None:
    """Begin an answer and never end it."""
    connection = inspect.getclosurevars(tell).nonlocals["connection"]
    os.write(connection.fileno(), (1000).to_bytes(4) + b"and so on")
    threading.Event().wait()


class _Poison:
    """Writes a file wherever it is unpickled."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, (self._path,)


def _signal(tell: Tell, pid: int) -> None:
    os.kill(pid, 0)


def _connect(tell: Tell) -> None:
    with socket.socket() as made:
        made.connect(("127.0.0.1", 9))


def _run(tell: Tell, program: str) -> int:
    return subprocess.run([program], stdin=subprocess.DEVNULL, check=False).returncode


def _say(tell: Tell, *words: str) -> None:
    for word in words:
        tell(word)


_DEEDS: dict[str, Callable[..., Any]] = {
    "pid": lambda _: os.getpid(),
    "crash": lambda _: os._exit(7),
    "abort": lambda _: os.abort(),
    "silence": _silence,
    "begin": _begin,
    "chatter": _chatter,
    "memory": lambda _, size: len(bytearray(size)),
    "fail": _fail,
    "stubborn": _stubborn,
    "print": _print,
    "write": _write,
    "tell": _say,
    "read": lambda _, path: Path(path).read_bytes(),
    "list": lambda _, path: [entry.name for entry in Path(path).iterdir()],
    "signal": _signal,
    "connect": _connect,
    "run": _run,
    "poison": lambda _, path: _Poison(path),
}


def read_with_traps(request: ReadRequest, tell: Tell) -> list[int]:
    """Pretend to read ten pages; those that the file name lists kill the process ("3,5.pdf")."""
    if request.file_name == "endless.pdf":
        while True:
            tell(PageRead(0, 10))
            threading.Event().wait(0.02)
    deadly = {int(page) for page in request.file_name.removesuffix(".pdf").split(",") if page}
    pages = []
    for page_index in range(10):
        if page_index in request.skip_pages:
            continue
        tell(PageRead(page_index, 10))
        if page_index in deadly:
            os._exit(7)
        pages.append(page_index)
    return pages
