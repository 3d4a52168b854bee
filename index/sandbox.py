"""A wall around a process: bubblewrap outside, where there is one, and a filter of system calls inside.

    bubblewrap   no network, none of the user's files, own /tmp, processes and messages; nothing is written
    seccomp      no program is started, no socket opened, no other process looked into; Linux only

Where bubblewrap is missing or the system does not let it work (containers, AppArmor), processes run as
elsewhere: with limits, and on Linux with the filter. The reasons and figures: docs/decisions/0015.
"""

from __future__ import annotations

import ctypes
import functools
import os
import platform
import shutil
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

_PROGRAM: Final = Path(__file__).resolve().parent.parent
_SYSTEM: Final = (
    "/usr",
    "/lib",
    "/lib32",
    "/lib64",
    "/nix/store",
    # Where the loader looks for libraries, and where Debian's libraries lead by links.
    "/etc/ld.so.cache",
    "/etc/ld.so.conf",
    "/etc/ld.so.conf.d",
    "/etc/alternatives",
    "/etc/fonts",
    "/etc/localtime",
)
_PROGRAMS: Final = ("/bin", "/sbin")
_VARIABLES: Final = (
    "LANG",
    "LC_ALL",
    "LC_CTYPE",
    "LD_LIBRARY_PATH",
    "OMP_NUM_THREADS",
    "OMP_THREAD_LIMIT",
    "OPENBLAS_NUM_THREADS",
    "PATH",
    "TESSDATA_PREFIX",
    "TZ",
)
_PROBE_S: Final = 10.0
_given_up: Final = threading.Event()


@dataclass(frozen=True, slots=True)
class Sandbox:
    """What a process behind the wall may still reach, besides the program itself and the system's libraries.

    Attributes:
        reads: Files and folders it may read, each under its own path. A folder must exist when it starts.
        memory: Names of blocks of shared memory it may write to; they must exist when it starts.
        runs_programs: Whether it may start programs of the system, as for recognition.
    """

    reads: tuple[Path, ...] = ()
    memory: tuple[str, ...] = ()
    runs_programs: bool = False


class Wall(StrEnum):
    """What keeps the processes apart that touch documents."""

    BUBBLEWRAP = "bubblewrap"
    LIMITS = "limits"


def wall() -> Wall:
    """Return which wall is in force on this computer. The first call takes some 20 ms on Linux."""
    return Wall.BUBBLEWRAP if _bubblewrap() and not _given_up.is_set() else Wall.LIMITS


def walled(sandbox: Sandbox, packages: frozenset[Path] = frozenset()) -> list[str] | None:
    """Return the command that starts what follows it behind the wall; None where there is none.

    Args:
        sandbox: What may be reached.
        packages: Folders of Python packages to be found under the same paths, besides the program's own.
    """
    program = _bubblewrap()
    return _command(program, sandbox, packages) if program and not _given_up.is_set() else None


def give_up() -> None:
    """Do without bubblewrap until the program ends: it passed its trial, but a process did not come up."""
    _given_up.set()


def environment() -> dict[str, str]:
    """Return the variables that a process behind the wall is given: few, for others may hold secrets."""
    given = {name: os.environ[name] for name in _VARIABLES if name in os.environ}
    return {**given, "HOME": "/tmp", "PYTHONDONTWRITEBYTECODE": "1"}  # noqa: S108 - inside the wall


# All namespaces new, no capability, no terminal. Not --die-with-parent: it means the thread that started the
# process, and a worker outlives the job that first needed it.
_ISOLATION: Final = ("--unshare-all", "--new-session", "--cap-drop", "ALL")


@functools.cache
def _bubblewrap() -> str:
    """Return the path of bubblewrap if it works here; empty otherwise. Tried once."""
    # In a frozen program the executable is the program itself.
    can_start = sys.platform == "linux" and not getattr(sys, "frozen", False)
    program = shutil.which("bwrap") if can_start else None
    if program is None:
        return ""
    try:
        tried = subprocess.run(
            [*_command(program, Sandbox(), frozenset()), sys.executable, "-I", "-S", "-c", "pass"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment(),
            timeout=_PROBE_S,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return program if tried.returncode == 0 else ""


def _command(program: str, sandbox: Sandbox, packages: frozenset[Path]) -> list[str]:
    # First of all what is made anew: the program itself, or an archive, may lie in /tmp.
    command = [program, *_ISOLATION, "--dev", "/dev", "--tmpfs", "/tmp"]  # noqa: S108 - inside the wall
    for path in (*_SYSTEM, *(_PROGRAMS if sandbox.runs_programs else ())):
        command += _shown(path)
    for folder in sorted({*_interpreter(), *packages, _PROGRAM / "index", _PROGRAM / "resources"}):
        command += ("--ro-bind-try", os.fspath(folder), os.fspath(folder))
    for path in sandbox.reads:
        command += ("--ro-bind-try", os.fspath(path.absolute()), os.fspath(path.absolute()))
    for name in sandbox.memory:
        block = f"/dev/shm/{name.lstrip('/')}"  # noqa: S108 - shared memory, by the name we gave it
        command += ("--bind-try", block, block)
    return [*command, "--remount-ro", "/", "--chdir", "/"]


def _shown(path: str) -> tuple[str, ...]:
    """Return the words that show a part of the system; a link stays a link."""
    if Path(path).is_symlink():
        return ("--symlink", os.fspath(Path(path).readlink()), path)
    return ("--ro-bind-try", path, path)


@functools.cache
def _interpreter() -> frozenset[Path]:
    """Return the folders of the interpreter and its packages, but never one that holds somebody's home."""
    named = {Path(sys.prefix), Path(sys.base_prefix), Path(sys.exec_prefix), Path(sys.executable).parent}
    named |= {Path(sys.base_exec_prefix), Path(sys.executable).resolve().parent}
    named |= {Path(entry).absolute() for entry in sys.path if entry}
    return frozenset(path for path in named if path.exists() and not _is_private(path))


def _is_private(path: Path) -> bool:
    """Whether more than Python lies in a folder: a home, or the program's own, which may hold an archive."""
    home = Path.home()
    return path.resolve() in {_PROGRAM, home, home.resolve(), *home.parents, *home.resolve().parents}


# What a process that only reads has no business with: Linux numbers its system calls by machine.
_CALLS: Final = {
    "x86_64": {
        "execve": 59,
        "execveat": 322,
        "socket": 41,
        "ptrace": 101,
        "process_vm_readv": 310,
        "process_vm_writev": 311,
        "io_uring_setup": 425,
        "mount": 165,
        "unshare": 272,
        "setns": 308,
        "bpf": 321,
    },
    "aarch64": {
        "execve": 221,
        "execveat": 281,
        "socket": 198,
        "ptrace": 117,
        "process_vm_readv": 270,
        "process_vm_writev": 271,
        "io_uring_setup": 425,
        "mount": 40,
        "unshare": 97,
        "setns": 268,
        "bpf": 280,
    },
}
_ARCHITECTURES: Final = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_X32_CALLS: Final = 0x40000000
_STARTS_PROGRAMS: Final = frozenset({"execve", "execveat"})
_LOAD, _IF_EQUAL, _IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_CALL_NUMBER, _MACHINE = 0, 4
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050001
_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _FILTER = 38, 22, 2


def filter_calls(*, runs_programs: bool) -> bool:
    """Forbid this process, for good, what a reader of documents never does; such calls fail with EPERM.

    The filter is the classic one of seccomp(2), written out because no well-kept library on PyPI has it.

    Args:
        runs_programs: Whether it may start other programs; they inherit the filter.

    Returns:
        Whether the filter is in force: only Linux on x86-64 and ARM knows it.
    """
    machine = platform.machine()
    if sys.platform != "linux" or machine not in _CALLS:
        return False
    allowed = _STARTS_PROGRAMS if runs_programs else frozenset()
    refused = [number for name, number in _CALLS[machine].items() if name not in allowed]
    program = b"".join(_instructions(_ARCHITECTURES[machine], refused))
    libc = ctypes.CDLL(None, use_errno=True)
    code = ctypes.create_string_buffer(program, len(program))
    head = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(code))
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    return bool(libc.prctl(_PR_SET_SECCOMP, _FILTER, ctypes.c_char_p(head), 0, 0) == 0)


def _instructions(architecture: int, refused: list[int]) -> Iterator[bytes]:
    """Yield a filter that refuses these calls, and every call of another architecture."""

    def step(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
        return struct.pack("HBBI", code, if_true, if_false, value)

    count = len(refused)
    yield step(_LOAD, _MACHINE)
    yield step(_IF_EQUAL, architecture, 0, count + 3)
    yield step(_LOAD, _CALL_NUMBER)
    yield step(_IF_AT_LEAST, _X32_CALLS, count + 1, 0)
    for position, number in enumerate(refused):
        yield step(_IF_EQUAL, number, count - position, 0)
    yield step(_RETURN, _ALLOW)
    yield step(_RETURN, _REFUSE)
