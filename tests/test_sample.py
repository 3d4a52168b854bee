"""The sample archive is what its script prints, and reads back as what was written."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from index.model.document import DocumentId
from index.pdf.reader import read_pdf
from index.pdf.request import ReadRequest
from scripts.sample.breaking import TIED, Setting, lines, tied
from scripts.sample.composition import Composition, Kind, compositions
from scripts.sample.looks import LOOKS
from scripts.sample.press import missing_fonts

SAMPLE = Path(__file__).parents[1] / "resources" / "sample"
COMPOSITIONS = compositions()
MAX_BYTES = 300_000


def named(composition: Composition) -> str:
    return composition.name


def read(path: Path) -> str:
    request = ReadRequest(str(path), DocumentId("0" * 64), path.name, str(path))
    return read_pdf(request, lambda _told: None).text


def test_there_are_eight_and_each_has_its_look() -> None:
    names = [composition.name for composition in COMPOSITIONS]
    assert names == sorted(path.stem for path in SAMPLE.glob("*.pdf")) == sorted(LOOKS)
    assert len(names) == 8


@pytest.mark.parametrize("composition", COMPOSITIONS, ids=named)
def test_file_is_small(composition: Composition) -> None:
    assert (SAMPLE / f"{composition.name}.pdf").stat().st_size < MAX_BYTES


@pytest.mark.parametrize("composition", COMPOSITIONS, ids=named)
def test_reads_back_as_it_was_written(composition: Composition) -> None:
    # Headers, footers and page numbers gone, broken words whole, columns and pages joined.
    text = read(SAMPLE / f"{composition.name}.pdf")
    assert text.split() == composition.text.split()


@pytest.mark.parametrize("composition", COMPOSITIONS, ids=named)
def test_paragraphs_read_back(composition: Composition) -> None:
    written = [block.text for block in composition.blocks if block.kind is Kind.PARAGRAPH]
    found = set(read(SAMPLE / f"{composition.name}.pdf").split("\n"))
    assert [paragraph for paragraph in written if paragraph not in found] == []


def test_prints_the_same_bytes(tmp_path: Path) -> None:
    if missing := missing_fonts():
        pytest.skip(f"the fonts of the sample are not installed: {missing[0].name}, ...")
    # In a process of its own: what is set about ReportLab for the press would hold for editions, too.
    code = (
        f"from pathlib import Path; from scripts.sample import __main__;"
        f"__main__.TARGET = Path({str(tmp_path)!r}); raise SystemExit(__main__.main())"
    )
    subprocess.run([sys.executable, "-c", code], cwd=SAMPLE.parents[1], check=True, capture_output=True)
    printed = {path.name: path.read_bytes() for path in tmp_path.glob("*.pdf")}
    assert printed == {path.name: path.read_bytes() for path in SAMPLE.glob("*.pdf")}


def test_old_text_has_no_yo_and_the_others_have() -> None:
    without = [composition.name for composition in COMPOSITIONS if "ё" not in composition.text]
    assert without == ["08-lozhkin"]


def test_table_adds_up() -> None:
    [table] = [block for one in COMPOSITIONS for block in one.blocks if block.kind is Kind.TABLE]
    numbers = [[float(cell.replace(" ", "").replace(",", ".")) for cell in row[1:]] for row in table.rows[1:]]
    *districts, total = numbers
    for column in (0, 1, 2, 4):
        assert sum(row[column] for row in districts) == pytest.approx(total[column])
    for row in numbers:
        assert row[3] == pytest.approx(100 * row[2] / row[0], abs=0.051)


def monospaced(text: str) -> float:
    return float(len(text))


def test_lines_hold_the_whole_text() -> None:
    text = max((block.text for one in COMPOSITIONS for block in one.blocks), key=len)
    broken = lines(text, Setting(40, 4), monospaced)
    joined = " ".join(line.text for line in broken)
    assert re.sub(r"(?<=[а-яё])- (?=[а-яё])", "", joined) == text


def test_no_line_is_wider_than_the_column() -> None:
    for composition in COMPOSITIONS:
        for block in composition.blocks:
            for line in lines(block.text, Setting(48, 3), monospaced) if block.text else ():
                assert len(line.text) + line.blank_pt * line.text.count(" ") <= line.width_pt + 1e-6


def test_no_three_lines_running_end_in_a_hyphen() -> None:
    for composition in COMPOSITIONS:
        for block in composition.blocks:
            broken = lines(block.text, Setting(80), monospaced) if block.text else []
            triples = zip(broken, broken[1:], broken[2:], strict=False)
            assert not [triple for triple in triples if all(line.is_hyphenated for line in triple)]


@pytest.mark.parametrize(
    "text",
    ["в·Тумановске", "и·в·половодье", "Т.·Р.·Ахметшин", "18·400·гектаров", "Светлояр·— Тумановск", "№·118"],
)
def test_what_a_line_must_not_part_is_tied(text: str) -> None:
    assert tied(text.replace("·", " ")) == text.replace("·", TIED)


def test_the_script_says_which_fonts_it_needs(tmp_path: Path) -> None:
    code = (
        "from pathlib import Path; from scripts.sample import looks, __main__;"
        "looks.FONTS['gone'] = Path('gone.ttf'); raise SystemExit(__main__.main())"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=SAMPLE.parents[1],
        env=os.environ | {"TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert "apt-get install" in run.stdout
