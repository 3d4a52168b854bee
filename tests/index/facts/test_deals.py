"""Who dealt with whom; both stand in brackets in the sentence."""

from __future__ import annotations

import re

import pytest

from index.facts.deal_nouns import NOUNS
from index.facts.deals import DEALS
from index.facts.extract import extract
from index.model.fact import Fact, FactType

pytestmark = pytest.mark.usefixtures("loaded")

_BRACKETS = re.compile(r"[\[\]]")
SENTENCES = [
    ("bought", "[Газпром] купил 51% акций [компании «Белтрансгаз»]."),
    ("sold", "[Компания «Свет»] продала завод [холдингу «Тень»]."),
    ("invested", "[Компания «Свет»] вложила в [холдинг «Тень»] 100 млн рублей."),
    ("fined", "[ФАС] оштрафовала [компанию «МТС»]."),
    ("lent", "[Россия] дала [Украине] кредит на два миллиарда долларов."),
    ("bought", "[Компания «Свет»] приобретена [холдингом «Тень»] за 3 млрд рублей."),
    ("bought", "[Компания «Свет»], купленная [холдингом «Тень»], растёт."),
    ("bought", "[Холдинг «Тень»], купивший [банк «Свет»], растёт."),
    ("bought", "[Газпром] планирует купить [компанию «Белтрансгаз»]."),
    ("fined", "[Компания «МТС»] оштрафована [ФАС] на 5 млн рублей."),
    ("laid_fine", "[ФАС] наложила на [компанию «МТС»] штраф в 5 млн рублей."),
    ("laid_fine", "[Комиссия ЕС] грозит наложить штраф в 2 млн долларов в сутки на [Microsoft]."),
    ("contracted", "[Минфин] заключил контракт на поставку бумаги с [компанией «Свет»]."),
    ("borrowed", "[Компания «Свет»] получила от [Сбербанка] кредит на 10 млн рублей."),
    ("borrowed", "[Узбекистан] получил кредит [Всемирного банка] на 500 млн долларов."),
    ("paid", "[Россия] выплатила [Парижскому клубу] 12 миллиардов долларов."),
    ("paid", "[Google] заплатит [Apple] 1 млрд долларов."),
    ("contracted", "[Компания «Свет»] заключила контракт с [холдингом «Тень»]."),
    ("supplied", "[Казахстан] поставляет в [Китай] пшеницу."),
    ("bought_by_noun", "[Компания «Свет»] объявила о покупке [банка «Тень»]."),
    ("bought_by_noun", "[Газпром] завершил сделку по приобретению 50 % акций [ОАО «Белтрансгаз»]."),
    ("bought_by_noun", "Покупка [компании «Свет»] [холдингом «Тень»] завершится в мае."),
    ("lent_by_noun", "[Всемирный банк] объявил о выделении [Узбекистану] гранта."),
    ("merged_by_noun", "[Sun Microsystems] и [Oracle] подписали соглашение о слиянии."),
    ("merged_by_noun", "Банк выступает против сделки по слиянию компаний [Oracle] и [Sun Microsystems]."),
    ("contract_between", "Сделка между [компанией «Свет»] и [холдингом «Тень»] закрыта."),
]
NOTHING = [
    "Газпром не купил акции компании «Белтрансгаз».",
    "Россия дала Украине слово.",
    "Иван Петров купил газету в Москве.",
    "Компания «Свет» вложила деньги с холдингом «Тень».",
    "Компания «Свет» сообщила о покупке банка «Тень» вчера.",
    "Покупка банка «Тень» откладывается.",
    "Контракты подтверждают матч между клубом «Свет» и клубом «Тень».",
    "Компания «Свет» получила премию Всемирного банка.",
    "Если компания «Свет» купит банк «Тень», цены вырастут.",
    "Компания «Свет» купила бы банк «Тень».",
    "ФАС запретила холдингу «Свет» покупать банк «Тень».",
]


def _deals(text: str) -> list[Fact]:
    return [fact for fact in extract(text).facts if fact.type == FactType.DEAL]


@pytest.mark.parametrize(("rule", "sentence"), SENTENCES)
def test_who_dealt_stands_where_the_sentence_marks_them(rule: str, sentence: str) -> None:
    (fact,) = _deals(_BRACKETS.sub("", sentence))
    parties = {slot.text for slot in fact.slots if slot.name == "participants"}
    assert (fact.rule, parties) == (rule, set(re.findall(r"\[([^\]]+)\]", sentence)))


@pytest.mark.parametrize("sentence", NOTHING)
def test_no_deal_is_none(sentence: str) -> None:
    assert not _deals(sentence)


def test_every_kind_of_deal_has_its_sentence() -> None:
    assert {deal.name for deal in (*DEALS, *NOUNS)} == {rule for rule, _ in SENTENCES}


def test_each_of_a_list_has_a_deal_of_its_own() -> None:
    others = [fact.slots[1].text for fact in _deals("ФАС оштрафовала МТС и «Мегафон» на 10 млн рублей.")]
    assert others == ["МТС", "«Мегафон»"]


def test_a_bare_word_of_kind_buys_as_the_body_named_before_it() -> None:
    (fact,) = _deals("Компания «Свет» растёт. В мае компания купила банк «Тень».")
    assert (fact.slots[0].text, fact.slots[0].value) == ("компания", "Компания «Свет»")


def test_a_deal_has_its_kind_and_its_date() -> None:
    (fact,) = _deals("В 2008 году Газпром купил компанию «Свет».")
    values = {slot.name: slot.value for slot in fact.slots}
    assert (values["kind"], values["date"]) == ("купля/продажа", "2008")
