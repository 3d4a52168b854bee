from __future__ import annotations

import pytest

from index.formats.encodings import decoded, encoding_of
from tests.helpers.shared import shared

TEXT = (
    "Протокол заседания правления садового товарищества «Ручеёк». Присутствовали двенадцать человек; "
    "решили: крышу чинить, забор красить, взносы собрать до 15 мая. Председатель – Щукин."
)
EIGHT_BITS = ("cp1251", "koi8_r", "cp866", "iso8859_5", "mac_cyrillic")


@pytest.mark.parametrize("encoding", EIGHT_BITS)
def test_russian_is_recognised_in_every_encoding(encoding: str) -> None:
    content = TEXT.encode(encoding, "replace")
    assert encoding_of(content) == encoding
    assert decoded(content) == content.decode(encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_recognised(encoding: str) -> None:
    assert decoded(TEXT.encode(encoding)) == TEXT


def test_a_few_words_are_enough() -> None:
    for encoding in EIGHT_BITS:
        assert decoded("Список членов клуба".encode(encoding)) == "Список членов клуба"
        assert decoded("СПИСОК ЧЛЕНОВ КЛУБА".encode(encoding)) == "СПИСОК ЧЛЕНОВ КЛУБА"


def test_accented_latin_is_not_taken_for_russian() -> None:
    text = "Le café déjà fermé à l'été: où êtes-vous, garçon?"
    assert decoded(text.encode("cp1252")) == text


def test_a_page_is_believed_when_it_can_be_true() -> None:
    page = b'<meta charset="koi8-r"><p>' + TEXT.encode("koi8_r", "replace")
    assert encoding_of(page, may_declare=True) == "koi8-r"
    lie = b'<meta charset="utf-8"><p>' + TEXT.encode("cp1251")
    assert encoding_of(lie, may_declare=True) == "cp1251"


def test_one_broken_letter_does_not_change_the_encoding() -> None:
    content = TEXT.encode()[:-1] + "\u2026".encode()[:2] + " и так далее".encode() * 10
    assert encoding_of(content) == "utf-8"


@pytest.mark.parametrize("encoding", EIGHT_BITS)
def test_pieces_of_real_text_are_recognised(encoding: str) -> None:
    text = shared("seed/seed_normalised.txt").read_text("utf-8")
    pieces = [text[start : start + 80] for start in range(0, len(text) - 80, 80)]
    right = sum(encoding_of(piece.encode(encoding, "replace")) == encoding for piece in pieces)
    assert right >= 0.98 * len(pieces)
