import os
import subprocess
import sys
from pathlib import Path

import pytest

from index.errors import StoreLocked
from index.store.locks import locked

_HOLDER = """
import sys
from pathlib import Path
from index.store.locks import locked
with locked(Path(sys.argv[1]), 0.0, ""):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_second_holder_is_refused_and_told_of_the_first(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with (
        locked(path, 0.0, ""),
        pytest.raises(StoreLocked, match=str(os.getpid())),
        locked(path, 0.0, "{pid}"),
    ):
        pass
    with locked(path, 0.0, ""):
        pass


def test_lock_of_a_killed_program_is_free(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLDER, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(StoreLocked, match=str(holder.pid)), locked(path, 0.0, "{pid}"):
            pass
        holder.kill()
    with locked(path, 0.0, ""):
        pass
