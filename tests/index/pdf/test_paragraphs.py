"""Each rule, shown by printed lines: what is expected is written as the paragraphs that come out."""

import numpy as np
import pytest

from index.pdf.columns import blocks
from index.pdf.layout import PrintedLine, WordColumns
from index.pdf.manner import manner_of
from index.pdf.meetings import Meeting
from index.pdf.paragraphs import BREAK_RULES, RULES, decide

EM = 10.0
LEFT, RIGHT = 50.0, 350.0


def printed(
    text: str,
    y: float,
    *,
    left: float = LEFT,
    right: float = RIGHT,
    size: float = EM,
    page: int = 0,
    is_bold: bool = False,
    has_cells: bool = False,
    is_torn: bool = False,
) -> PrintedLine:
    """A line whose words share its width evenly."""
    words = text.split(" ")
    per_letter = (right - left) / len(text)
    stops = np.cumsum([len(word) + 1 for word in words]) - 1
    starts = stops - [len(word) for word in words]
    blanks = np.array([i > 0 for i in range(len(words))])
    columns = WordColumns(starts, stops, left + per_letter * starts, left + per_letter * stops, blanks)
    return PrintedLine(
        page, 0, y, size, is_bold, text.endswith("-"), is_torn, left, y - 0.7 * size, right, y + 0.2 * size,
        text, columns, 0, len(words), has_cells, right - 20 if has_cells else left,
        per_letter * len(words[0]),
    )  # fmt: skip


FILLER = [
    "обстоятельно обсудили перспективы дальнейшего",
    "укрепления партнёрства и сотрудничества двух",
    "стран в торговле, промышленности и на границе",
    "а также состояние дел в образовании и культуре",
]


def verdict(*lines: PrintedLine, at: int = 0, open_lines: int = 0) -> tuple[bool, str]:
    """Decide about lines `at` and `at + 1`, in a column with enough plain lines to show its margins."""
    last = lines[-1]
    more = [
        printed(text, last.baseline + 12 * (i + 1), page=last.page_index) for i, text in enumerate(FILLER * 2)
    ]
    made = []
    for page in sorted({line.page_index for line in lines}):
        own = [line for line in lines if line.page_index == page]
        made += blocks(own + more if page == last.page_index else [*filler_above(own[0]), *own])
    homes = {id(line): block for block in made for line in block.lines}
    above, below = lines[at : at + 2]
    after = lines[at + 2] if len(lines) > at + 2 else more[0]
    meeting = Meeting(
        above, below, after, homes[id(above)], homes[id(below)], manner_of(made), above, open_lines
    )
    return decide(meeting)


def filler_above(line: PrintedLine) -> list[PrintedLine]:
    texts = FILLER * 2
    return [
        printed(text, line.baseline - 12 * (len(texts) - i), page=line.page_index)
        for i, text in enumerate(texts)
    ]


def test_full_lines_go_on() -> None:
    assert verdict(printed(FILLER[0], 100), printed(FILLER[1], 112)) == (True, "default")


def test_a_short_line_ends_its_paragraph() -> None:
    assert verdict(printed("двух стран.", 100, right=110), printed(FILLER[1], 112)) == (False, "short_line")


def test_a_justified_line_that_is_not_stretched_ends_its_paragraph() -> None:
    short = printed("укрепления партнёрства и сотрудничества.", 100, right=RIGHT - 6)
    assert verdict(short, printed("Сотрудничество" + FILLER[0], 112)) == (False, "short_line")


def test_an_indented_line_begins_a_paragraph() -> None:
    above = printed("укрепления партнёрства и сотрудничества.", 100)
    assert verdict(above, printed("Стороны " + FILLER[0], 112, left=LEFT + 20)) == (False, "indent")


def test_a_wide_step_parts_paragraphs() -> None:
    assert verdict(printed(FILLER[0], 100), printed(FILLER[1].capitalize(), 117)) == (False, "wide_step")


def test_a_tall_formula_in_a_line_does_not_part_a_sentence() -> None:
    assert verdict(printed(FILLER[0], 100), printed(FILLER[1], 122)) == (True, "default")
    assert verdict(printed(FILLER[0], 100, has_cells=True), printed(FILLER[1], 112)) == (True, "default")


def test_the_last_cell_of_a_row_goes_on_below_itself() -> None:
    row = printed("A02 препараты для лечения заболеваний, связанных", 100, right=300, has_cells=True)
    below = printed("с нарушением кислотности", 112, left=280, right=340)
    assert verdict(row, below) == (True, "cell")


def test_brackets_are_not_parted() -> None:
    above = printed("Биохимический анализ крови (общий белок, АЛТ,", 100, right=300)
    below = printed("АСТ, мочевина) и общий анализ", 112)
    assert verdict(above, below, open_lines=1) == (True, "unclosed")
    assert verdict(above, below, open_lines=0) == (False, "short_line")


def test_a_heading_in_large_type_stands_alone() -> None:
    heading = printed("Переговоры в Ташкенте", 95, size=16, right=250)
    assert verdict(heading, printed("Президент " + FILLER[0], 112)) == (False, "other_size")


def test_lines_of_a_large_heading_are_joined_when_a_phrase_goes_on() -> None:
    first = printed("Переговоры президентов", 81, size=16, right=200)
    assert verdict(first, printed("подтвердили готовность", 98, size=16, right=200)) == (
        True,
        "large_heading",
    )


def test_centred_lines_of_their_own_stay_apart() -> None:
    first = printed("ПРАВИТЕЛЬСТВО", 88, left=150, right=250)
    assert verdict(first, printed("ПОСТАНОВЛЕНИЕ", 100, left=150, right=250)) == (False, "alignment")


def test_a_centred_phrase_that_goes_on_is_one_heading() -> None:
    first = printed("ОБ ОБЯЗАТЕЛЬНОМ СТРАХОВАНИИ", 88, left=110, right=290)
    assert verdict(first, printed("В РОССИЙСКОЙ ФЕДЕРАЦИИ", 100, left=130, right=270)) == (True, "alignment")


def test_lines_at_the_right_are_one_note() -> None:
    first = printed("Принят", 88, left=310, right=RIGHT)
    assert verdict(first, printed("Государственной Думой", 100, left=240, right=RIGHT)) == (True, "alignment")


def test_bold_lines_above_plain_ones_are_headings() -> None:
    heading = printed("Статья 3. Основные понятия, используемые в настоящем", 100, is_bold=True)
    assert verdict(heading, printed("Для целей настоящего закона используются", 112)) == (
        False,
        "bold_heading",
    )


def test_bold_words_within_a_sentence_do_not_part_it() -> None:
    assert verdict(printed(FILLER[0], 100, is_bold=True), printed(FILLER[1], 112))[0] is True


@pytest.mark.parametrize(
    "item", ["2. Перевести Гринёву на", "б) в 10-дневный срок", "– Сегодня мы принимаем", "1.2. Общие"]
)
def test_items_begin_paragraphs_where_a_sentence_ended(item: str) -> None:
    above = printed("отдела подсчёта запасов и сметы;", 100)
    assert verdict(above, printed(f"{item} решения о работах", 112)) == (False, "numbered_item")


def test_a_number_at_the_beginning_of_a_line_is_not_always_an_item() -> None:
    above = printed("утвердить главным инженером Ламма, рождения", 100)
    assert verdict(above, printed("1924. года рождения, работавшего в Нуреке ранее", 112))[0] is True


def test_a_bullet_always_begins_an_item() -> None:
    assert verdict(printed(FILLER[0], 100), printed("• второй пункт списка", 112)) == (False, "bullet")


def test_a_divided_word_goes_on() -> None:
    assert (
        verdict(printed("обсудили офици-", 100, right=180), printed("альных лиц", 112))[1] == "divided_word"
    )


def test_rows_of_a_table_stand_alone() -> None:
    above = printed("Афганистан 741 318,6 +12,4", 100, has_cells=True)
    assert verdict(above, printed(FILLER[0], 112)) == (False, "table_row")


def test_an_address_goes_on_in_the_next_line() -> None:
    above = printed("https://tourism.example.uz/ru/press/2024/05/2", 100)
    assert verdict(above, printed("0/kagan", 112, right=90)) == (True, "broken_address")


def test_dots_that_lead_to_a_page_number_end_a_line() -> None:
    above = printed("Паттерн Builder. ................................ 15", 100)
    assert verdict(above, printed("Паттерн Prototype. .............................. 23", 112)) == (
        False,
        "leader",
    )


def test_a_sentence_runs_on_over_a_page_break() -> None:
    above = printed("в целях обеспечения мира и стабильности в", 700)
    assert verdict(above, printed("центральной части " + FILLER[0], 60, page=1)) == (True, "sentence_goes_on")
    assert verdict(above, printed("Центральной Азии. " + FILLER[0], 60, page=1)) == (True, "default")


def test_a_paragraph_that_ended_does_not_run_on_over_a_page_break() -> None:
    above = printed("двух стран.", 700, right=110)
    assert verdict(above, printed("Стороны " + FILLER[0], 60, page=1)) == (False, "short_line")


def test_a_list_goes_on_over_a_page_break() -> None:
    above = printed("отдела подсчёта запасов и сметы;", 700)
    assert verdict(above, printed("2) обязать Чубаря представить график", 60, page=1)) == (
        False,
        "numbered_item",
    )


def test_every_rule_says_what_it_knows() -> None:
    assert all(rule.__doc__ for rule in (*RULES, *BREAK_RULES))
    assert len(set(RULES)) == len(RULES)
    assert len(set(BREAK_RULES)) == len(BREAK_RULES)
