"""What is written short: each abbreviation and sign with the lemma of the word that it stands for.

A form of the text is found by the word too: `миллиард` finds «млрд», `статья 5` finds «ст. 5». The word is an
extra term, so that nothing here makes anything unfindable. Left out is what stands for several words as often
(ч., т., с., кв., мин., гр.: each «в т. ч.» would be a часть), and what is an ordinary word (рис, тел, им).
"""

from __future__ import annotations

from typing import Final

_WRITTEN: Final = (
    "год г гг; век вв; январь янв; февраль фев февр; апрель апр; август авг; сентябрь сент; октябрь окт;"
    "ноябрь нояб; декабрь дек; тысяча тыс; миллион млн; миллиард млрд; триллион трлн;"
    "рубль руб; копейка коп; доллар долл; километр км; килограмм кг; гектар га;"
    "статья ст; пункт п пп; подпункт подп; абзац абз; глава гл; страница стр; таблица табл;"
    "номер №; параграф §; область обл; улица ул; профессор проф; академик акад"
)

WORDS: Final = {short: word for word, *shorts in map(str.split, _WRITTEN.split(";")) for short in shorts}
"""Abbreviation, as `surface` gives it without its point -> lemma."""

TYPED: Final = {"n": "№"}
"""What is typed for a sign -> the sign. The sign finds it, its word does not: N in a formula is no number."""
