"""Real documents and typeset texts with known truth, read from end to end."""

from pathlib import Path

import pytest

from index.model.document import PageKind
from index.model.span import Span
from tests.helpers.shared import shared
from tests.index.pdf.reading import paragraphs, read

KEY = "секрет"


def truth(path: Path) -> list[str]:
    return [" ".join(part.split()) for part in path.read_text("utf-8").split("\n") if part.strip()]


def test_the_seed_reads_as_a_person_would_write_it() -> None:
    document = read(shared("seed/seed.pdf"))
    assert document.text.split("\n") == truth(shared("seed/seed_normalised.txt"))
    assert document.title.startswith("Переговоры Президентов Узбекистана и Казахстана")
    assert [page.label for page in document.pages] == ["", "", "3", "4", "5"]
    assert {page.kind for page in document.pages} == {PageKind.TEXT}
    assert document.notices == ()


@pytest.mark.parametrize(
    ("phrase", "pages"),
    [
        ("стабильности в Центральной Азии", (2, 3)),
        ("Касым-Жомарт", (0,)),
        ("https://president.uz/uz/lists/view/4808", (4,)),
    ],
)
def test_passages_of_the_seed_are_found_on_their_pages(phrase: str, pages: tuple[int, ...]) -> None:
    document = read(shared("seed/seed.pdf"))
    start = document.text.index(phrase)
    assert document.text_map.pages(Span(start, start + len(phrase))) == pages


@pytest.mark.parametrize("name", ["seed", "dev1", "dev2", "dev3", "dev4"])
def test_gold_documents_read_exactly(name: str) -> None:
    expected = [line.replace(" | ", " ") for line in truth(shared(f"gold/{name}.txt"))]
    assert paragraphs(shared(f"gold/{name}.pdf")) == expected


WHOLE = ["lo_plain", "lo_hyph", "lo_liberation", "lo_2col", "lo_3col", "rl_plain", "qt_plain", "chromium"]
LOCKED = ["enc_owner", "enc_user"]
CROPPED = ["geo_crop", "geo_cropbig", "geo_mediaoff", "geo_userunit"]
TURNED = [f"geo_{how}{turn}" for how in ("rot", "croprot", "up") for turn in (90, 180, 270)]
UPRIGHT_AND_CROPPED = ["geo_up90c", "geo_up180c", "geo_up270c"]


@pytest.mark.parametrize("name", [*WHOLE, *LOCKED, *CROPPED, *TURNED, *UPRIGHT_AND_CROPPED])
def test_typeset_files_read_exactly(name: str) -> None:
    """Only the captions of the pictures, which the truth leaves out, stand between the paragraphs."""
    found = paragraphs(shared(f"typeset/{name}.pdf"), KEY if name == "enc_user" else None)
    text = [line for line in found if not line.startswith("Фото: пресс-служба Президента")]
    assert text == truth(shared("typeset/truth.txt"))


def test_cyrillic_without_a_table_reads_exactly() -> None:
    assert paragraphs(shared("typeset/cp1251.pdf")) == truth(shared("typeset/truth.txt"))[:12]


@pytest.mark.parametrize("name", ["sgpro1991_2015_3112_p1-2", "sgpro1991_svidetelstvo_o_registr"])
def test_scans_are_told_apart(name: str) -> None:
    document = read(shared(f"pdfs/{name}.pdf"))
    assert {page.kind for page in document.pages} == {PageKind.SCAN}
    assert "нет текстового слоя" in document.notices[0]


def test_an_old_law_keeps_its_structure() -> None:
    text = paragraphs(shared("pdfs/sgpro1991_FZ_326.pdf"))
    assert "Глава 1. ОБЩИЕ ПОЛОЖЕНИЯ" in text
    assert "Статья 1. Предмет регулирования настоящего Федерального закона" in text
    assert any(line.startswith("2) объект обязательного медицинского страхования - ") for line in text)
    assert not any("Страница 2 из 51" in line for line in text)
