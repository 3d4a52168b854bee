"""The wheel holds the program and nothing else, and runs from another folder; the pins are complete."""

from __future__ import annotations

import importlib.metadata
import json
import os
import re
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# What only the code of natasha needs, which is never run: docs/decisions/0004.
CARRIER_ONLY = {
    "pymorphy2",
    "pymorphy2-dicts-ru",
    "yargy",
    "ipymarkup",
    "intervaltree",
    "docopt",
    "dawg-python",
}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), folder=ROOT)
    [built] = folder.glob("*.whl")
    return built


def test_wheel_holds_the_three_packages_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"desktop", "index", "resources"}
    assert not [name for name in names if "__pycache__" in name]


def test_wheel_brings_the_sample_and_the_licence(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    samples = {path.name for path in (ROOT / "resources" / "sample").glob("*.pdf")}
    assert len(samples) == 8
    assert {Path(name).name for name in names if name.startswith("resources/sample/")} >= samples
    assert [name for name in names if name.endswith("LICENSE")]


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the interpreter of a clean environment with the wheel; the libraries are borrowed from ours."""
    folder = tmp_path_factory.mktemp("clean")
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    schemes = sysconfig.get_paths("venv", {"base": str(folder), "platbase": str(folder)})
    libraries = Path(schemes["purelib"])
    zipfile.ZipFile(wheel).extractall(libraries)
    (libraries / "borrowed.pth").write_text(sysconfig.get_paths()["purelib"], "utf-8")
    return Path(schemes["scripts"]) / ("python.exe" if os.name == "nt" else "python")


def run(*command: str, folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done.stdout


def run_elsewhere(interpreter: Path, folder: Path, *arguments: str) -> str:
    return run(str(interpreter), "-P", *arguments, folder=folder)


def test_installed_program_is_its_own(installed: Path, tmp_path: Path) -> None:
    tops = ("desktop", "index", "resources")
    code = "import sys, desktop, index, resources; print(*[sys.modules[m].__file__ for m in sys.argv[1:]])"
    for file in run_elsewhere(installed, tmp_path, "-c", code, *tops).split():
        assert not Path(file).is_relative_to(ROOT)


def test_installed_window_can_be_composed(installed: Path, tmp_path: Path) -> None:
    run_elsewhere(installed, tmp_path, "-c", "import desktop.app")


def test_installed_command_line_imports_and_finds(installed: Path, tmp_path: Path) -> None:
    sample = next((ROOT / "resources" / "sample").glob("*.pdf"))
    archive = ("--archive", str(tmp_path / "archive"), "--json")
    code = "import sys; from index.cli.main import main; sys.exit(main(sys.argv[1:]))"
    run_elsewhere(installed, tmp_path, "-c", code, "import", str(sample), *archive)
    answer = json.loads(run_elsewhere(installed, tmp_path, "-c", code, "search", "год", *archive))
    assert answer["documents"] == 1


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned(name: str) -> dict[str, str]:
    """Return package names and pins of a constraints file."""
    lines = (ROOT / name).read_text("utf-8").splitlines()
    return {canonical(line.split("==")[0]): line for line in lines if re.match(r"[a-zA-Z]", line)}


def test_pins_carry_hashes_and_no_addresses() -> None:
    for name in ("constraints.txt", "constraints-dev.txt"):
        text = (ROOT / name).read_text("utf-8")
        assert "://" not in text
        for block in re.split(r"\n(?=[a-zA-Z])", text):
            assert re.match(r"[\w.-]+==[\w.]+ ", block)
            assert "--hash=sha256:" in block


def test_pins_are_disjoint_and_without_what_the_carrier_alone_needs() -> None:
    run, dev = pinned("constraints.txt"), pinned("constraints-dev.txt")
    assert not run.keys() & dev.keys()
    assert not (run.keys() | dev.keys()) & CARRIER_ONLY


def test_pins_are_complete() -> None:
    # They are installed without dependencies: one that is missing here would be missing there.
    needed = set()
    pins = pinned("constraints.txt") | pinned("constraints-dev.txt")
    for name in pins:
        try:
            requirements = importlib.metadata.requires(name) or []
        except importlib.metadata.PackageNotFoundError:
            continue  # of another platform or another Python
        for line in requirements:
            requirement, _, marker = line.partition(";")
            if "extra ==" not in marker and "python_version <" not in marker:
                needed.add(canonical(re.split(r"[^\w.-]", requirement.strip())[0]))
    assert needed - CARRIER_ONLY <= pins.keys()


def test_every_declared_dependency_is_pinned() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    declared = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    names = {canonical(re.split(r"[^\w.-]", line)[0]) for line in declared}
    assert names <= (pinned("constraints.txt") | pinned("constraints-dev.txt")).keys()
