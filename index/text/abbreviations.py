"""What is written short: each abbreviation and sign with the lemma of the word that it stands for.

A form of the text is found by the word too: `миллиард` finds «млрд», `статья 5` finds «ст. 5». The word is an
extra term, so that nothing here makes anything unfindable. What stands for several words as often (ч., т., с.,
кв., мин., гр.) is left out: each «в т. ч.» would be a часть. So is what is an ordinary word (рис, тел, им).
"""

from __future__ import annotations

from typing import Final

_LARGE: Final = {"тыс": "тысяча", "млн": "миллион", "млрд": "миллиард", "трлн": "триллион"}
_MONEY: Final = {"руб": "рубль", "коп": "копейка", "долл": "доллар"}
_MEASURES: Final = {"км": "километр", "кг": "килограмм", "га": "гектар", "чел": "человек"}
_TIMES: Final = {
    **{"г": "год", "гг": "год", "вв": "век"},
    **{"янв": "январь", "фев": "февраль", "февр": "февраль", "апр": "апрель", "авг": "август"},
    **{"сент": "сентябрь", "окт": "октябрь", "нояб": "ноябрь", "дек": "декабрь"},
}
_LAW: Final = {
    **{"ст": "статья", "п": "пункт", "пп": "пункт", "подп": "подпункт", "абз": "абзац", "гл": "глава"},
    **{"стр": "страница", "табл": "таблица", "№": "номер", "§": "параграф"},
}
_PLACES: Final = {"обл": "область", "ул": "улица"}
_TITLES: Final = {"проф": "профессор", "акад": "академик"}

WORDS: Final = {**_LARGE, **_MONEY, **_MEASURES, **_TIMES, **_LAW, **_PLACES, **_TITLES}
"""Abbreviation, as `surface` gives it without its point -> lemma."""

SIGNS: Final = {"n": "№"}
"""What is typed for a sign. It is found by the sign, but not by its word: not every N in a formula is a number."""
