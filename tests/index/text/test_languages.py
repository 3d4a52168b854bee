import csv
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.text.languages import LONGEST_SAMPLE, language_of
from tests.helpers.shared import shared

PARAGRAPHS = {
    "ru": "Президент провёл встречу, на которой стороны обсудили сотрудничество и план на этот год.",
    "en": "The President held a meeting at which the parties discussed a plan for this year.",
    "uk": "Президент України провів зустріч, під час якої сторони обговорили план на цей рік.",
    "kk": "Қазақстан Республикасының Президенті кездесу өткізді және тараптар ынтымақтастық туралы келісті.",
    "tg": "Президенти Ҷумҳурии Тоҷикистон мулоқот баргузор намуд ва ҷонибҳо дар бораи ҳамкорӣ сухан ронданд.",
}
UZBEK_CYRILLIC = "Ўзбекистон Президенти билан учрашув бўлиб ўтди ва томонлар ҳамкорлик тўғрисида келишди."
UZBEK_LATIN = "Oʻzbekiston Prezidenti bilan uchrashuv boʻlib oʻtdi va tomonlar hamkorlik uchun kelishdi."
OTHERS = {
    "Bulgarian": "Президентът проведе среща, на която страните обсъдиха план за година, която ще бъде важна.",
    "Kyrgyz": "Кыргыз Республикасынын Президенти жолугушуу өткөрдү жана тараптар бул жыл үчүн план түзүштү.",
    "Tatar": "Барлык кешеләр дә азат һәм үз абруйлары һәм хокуклары ягыннан тиң булып туалар.",
    "German": "Der Präsident hielt eine Sitzung ab, in der die Parteien sich auf einen Plan einigten.",
    "French": "Le président a tenu une réunion au cours de laquelle les parties ont discuté de tout.",
}


@pytest.mark.parametrize("code", PARAGRAPHS)
def test_a_sentence_tells_its_language(code: str) -> None:
    assert language_of(PARAGRAPHS[code]) == code


@pytest.mark.parametrize("text", [UZBEK_CYRILLIC, UZBEK_LATIN, UZBEK_LATIN.replace("ʻ", "'")])
def test_uzbek_is_known_in_both_scripts(text: str) -> None:
    assert language_of(text) == "uz"


@pytest.mark.parametrize("name", OTHERS)
def test_a_language_that_is_not_ours_is_not_taken_for_one(name: str) -> None:
    assert language_of(OTHERS[name]) == ""


@pytest.mark.parametrize("text", ["", "Да", "1 2 3 4 5", "x y z a b c", "· — …"])
def test_what_is_too_little_to_tell_has_no_language(text: str) -> None:
    assert language_of(text) == ""


def test_a_list_of_russian_words_is_russian() -> None:
    assert language_of("Анализ крови 100\nПриём врача 300\nПеревязка 250 x y z t") == "ru"


def test_the_beginning_of_a_long_text_does_not_decide() -> None:
    assert language_of(PARAGRAPHS["en"] * 30 + PARAGRAPHS["ru"] * 1000) == "ru"


def test_a_foreign_abstract_does_not_change_the_language_of_a_text() -> None:
    assert language_of(PARAGRAPHS["en"] + "\n" + (PARAGRAPHS["ru"] + "\n") * 10) == "ru"


def test_a_kazakh_name_does_not_make_a_russian_text_kazakh() -> None:
    assert language_of(PARAGRAPHS["ru"] + " Его встретил Әбіш Кекілбайұлы.") == "ru"


def test_a_long_text_takes_no_longer_than_its_sample() -> None:
    short, long = PARAGRAPHS["ru"] * 200, PARAGRAPHS["ru"] * 100_000
    assert len(short.split()) > LONGEST_SAMPLE
    started = time.perf_counter()
    language_of(long)
    assert time.perf_counter() - started < 0.5


@given(st.text(max_size=200))
def test_any_text_gets_an_answer(text: str) -> None:
    assert language_of(text) in {"", "ru", "en", "uz", "kk", "uk", "tg"}


def test_the_real_documents_have_the_language_that_people_gave_them() -> None:
    import pypdfium2

    wrong, seen = {}, 0
    with shared("pdfs/SOURCES.tsv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["language"] == "ru"]
    for row in rows[::4]:
        pdf = pypdfium2.PdfDocument(shared(f"pdfs/{row['file']}"))
        text = "\n".join(pdf[i].get_textpage().get_text_range() for i in range(min(len(pdf), 10)))
        pdf.close()
        if len(text) > 100:
            seen += 1
            if language_of(text) != "ru":
                wrong[row["file"]] = language_of(text)
    assert seen > 8
    assert wrong == {}
