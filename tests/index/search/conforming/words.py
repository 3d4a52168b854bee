"""Words, patterns, phrases and nearness: what is lit in a text."""

from __future__ import annotations

import pytest

from index.search.tree import (
    And,
    Exact,
    Family,
    Fuzzy,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Wildcard,
    Word,
)
from tests.index.search.conforming.trial import OnTrial, Trial

Row = tuple[Node, str, str]
"""A question, a text with the matches in brackets, and one that does not answer (empty for none)."""

_A, _B, _C = Word("снег"), Word("дождь"), Word("иней")

WORDS: tuple[Row, ...] = (
    (Word("снегом"), "Выпал [снег]. [СНЕГА]!", "Снегирь"),
    (Word("лед"), "Крепкий [лёд], подо [льдом]", "следы"),
    (Word("Королёву"), "Вместе с [Королевым]", "король"),
    (Word("лань"), "Озеро [Лань], на [Лани]", "ланч"),
    (Word("reports"), "the [report]", "repeat"),
    (Word("O'zbek"), "[Oʻzbek] va [o‘zbek]", "uzbek"),
    (Word("қаланы"), "осы [қаланы], үлкен [қала]", "қалам"),
    (Word("05"), "[05] и [5]", "50"),
    (Word("3,5"), "всего [3.5] и [3,5] %", "35"),
    (Word("Касым-Жомарту"), "с [Касым-Жомартом]", "Касым и Жомарт"),
    (Word("Жомарт"), "с Касым-[Жомартом]", "Касым"),
    (Word("сотрудничества"), "[сотруд]-ничество и [сотрудничество]", "сотруд ничество"),
    (Word("А4"), "лист [А4], [А 4]", "А 5"),
    (Word("№ 326"), "[№ 326], [№326], [N 326], [номер 326]", "326 и № 5"),
    (Word("§ 5"), "в [§5], [параграфе 5]", "№ 5"),
    (Word("млрд"), "[млрд], [миллиарда]", "млн"),
    (Word("миллиард"), "[млрд], [миллиарда]", "млн"),
    (Word("10000"), "до [10 000], до [10000]", "10 001"),
    (Family("сотрудник"), "[сотрудничать], [Сотрудниками], [сотруд]-ничество", "труд"),
    (Exact("снег"), "[Снег] и снега", "снегом"),
    (Exact("льда"), "без [льда]", "лёд"),
    (Exact("лёд"), "[лед] и [Лёд]", "льда"),
    (Exact("10000"), "[10 000]", "1000"),
    (Prefix("сн"), "[снег], [Снегирь] и [сны]", "весна"),
    (Prefix("короле"), "[Королёв], [королева]", "король"),
    (Wildcard("сн?г"), "[снег] [снЕг]", "снега снг"),
    (Wildcard("*ник"), "[сотрудник], [НИК]", "никто"),
    (Wildcard("с*д*к"), "[сотрудник] [содк]", "сотрудники"),
    (
        Fuzzy("снег"),
        "[снег], [снегр], [сне], [снг], [нег], [снек], [енег], [снге], [нсег]",
        "нгес снегири смех",
    ),
)

PHRASES: tuple[Row, ...] = (
    (Phrase((_A, _B)), "[Снега,\nдожди] и снег", "дождь снег"),
    (Phrase((_A, _A)), "[снег снег] снег", "снег и снег"),
    (Phrase((_A, _B, _C)), "[снегом, дождём, инеем]", "снег дождь"),
    (Phrase((Exact("снег"), Exact("дождь"))), "[Снег дождь]", "снега дождь"),
    (Phrase((Prefix("сн"), Wildcard("до*"))), "[снегирь домой]", "дом снег"),
    (Phrase((Word("Касым-Жомарт"), Word("Королёв"))), "[Касым-Жомарта Королёва]", "Касым Королёв"),
    (Phrase((_A, _B), 1), "[снег и дождь], снег и не дождь", "дождь и снег"),
    (Phrase((_A, _B), 2), "снег, [снег и не дождь]", "снег и совсем не дождь"),
    (Phrase((_A, _B, _C), 1), "[снег, дождь и иней]", "снег и дождь и иней"),
    (Near((_A, _B), 0), "[снег дождь] [дождь снег]", "снег и дождь"),
    (Near((_A, _B), 1), "[дождь и снег]", "снег и не дождь"),
    (Near((_A, _A), 1), "[снег и снег]", "снег"),
    (Near((_A, _B, _C), 2), "[иней и снег и дождь]", "снег и не дождь и иней"),
    (Near((Phrase((_A, _B)), _C), 1), "[иней и снег дождь]", "снег иней дождь"),
    (Near((_A, _B), 3), "[снег дождь] снег", "снег"),
)

TOGETHER: tuple[Row, ...] = (
    (And((_A, _B)), "[дождь] и [снег]", "снег"),
    (And((_A, Not(_B))), "[снег]", "снег и дождь"),
    (Or((_A, _B)), "[снег] или [дождь]", "иней"),
    (Or((And((_A, _B)), _C)), "[снег], [дождь]", "снег"),
    (And((Or((_A, _B)), _C)), "[снег], [дождь], [иней]", "иней"),
    (Or((Phrase((_A, _B)), _B)), "[снег дождь], [дождь]", "снег"),
    (Or((Phrase((_A, _B)), Phrase((_B, _C)))), "[снег дождь иней]", "дождь"),
    (And((Word("в"), Word("Азии"))), "в мире, [в] [Азии]", "в Африке"),
    (And((Word("и"), Word("на"), _A)), "и на горе, [и] [на] [снегу]", "на снегу"),
    (And((Word("к"), Word("лицу"))), "[лицо] и к ней", "лицо"),
)

ODDITIES: tuple[Row, ...] = (
    (Word("йод"), "[йод], [и\u0306од]", "иод"),
    (Word("лёд"), "[ле\u0308д]", "дел"),
    (Word("замок"), "[за\u0301мок] и [замо\u0301к]", "з амок"),
    (Word("снег"), "[сне\u00adг] и [с\u200bнег]", "сне г"),
    (Word("снег"), "😀😀 [снег] 𝔘𝔫𝔦", "😀"),
    (Word("𐐀𐐁"), "слово [𐐨𐐩] 𐐂", "𐐀"),
    (Exact("İstanbul"), "[İstanbul]", "stanbul"),
    (Word("хлеб"), "[xлeб]", "хлев"),
    (Word("снег"), "[снег]\x00[снег]\x01[снег]", "\x00\x01"),
    (Word("не"), "[не] сказал", "сказал"),
    (Word("5"), "[5]", "55"),
    (Word("снег"), "\ufeff[снег]\u2028[снег]\u00a0[снег]", "\ufeff"),
)


class Words(OnTrial):
    """Words and what is made of them."""

    @pytest.mark.parametrize("row", WORDS, ids=lambda row: repr(row[0]))
    def test_words_and_patterns_are_lit_where_they_stand(self, trial: Trial, row: Row) -> None:
        self.check(trial, *row)

    @pytest.mark.parametrize("row", PHRASES, ids=lambda row: repr(row[0]))
    def test_phrases_are_lit_as_wholes(self, trial: Trial, row: Row) -> None:
        self.check(trial, *row)

    @pytest.mark.parametrize("row", TOGETHER, ids=lambda row: repr(row[0]))
    def test_words_answer_together(self, trial: Trial, row: Row) -> None:
        self.check(trial, *row)

    @pytest.mark.parametrize("row", ODDITIES, ids=lambda row: ascii(row[1]))
    def test_odd_letters_move_no_match(self, trial: Trial, row: Row) -> None:
        self.check(trial, *row)

    @pytest.mark.parametrize(
        "nothing", [Word("—"), Exact("…"), Word("небывальщина"), Prefix("небы"), Fuzzy("нбы")]
    )
    def test_a_word_that_no_text_has_answers_nothing(self, trial: Trial, nothing: Node) -> None:
        trial.write("снег", "дождь")
        assert trial.numbers(nothing) == []
        assert trial.numbers(And((Word("снег"), nothing))) == []
        assert trial.numbers(Or((Word("снег"), nothing))) == [1]
        assert trial.numbers(Not(nothing)) == [1, 2]

    def test_exclusions_answer_without_a_match(self, trial: Trial) -> None:
        trial.write("снег", "дождь", "")
        assert trial.numbers(Not(Word("снег"))) == [2, 3]
        assert trial.numbers(Not(Not(Word("снег")))) == [1]
        assert trial.marked(Not(Word("снег"))) == ["дождь", ""]
        assert trial.numbers(And((Not(Word("снег")), Not(Word("дождь"))))) == [3]
