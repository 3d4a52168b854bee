"""The language of a text: by the small words that every page has, and by letters that no other alphabet has.

A text is a handful of its words, taken from all over it. Each language gains a point for each of its small
words, and for each word with a letter of its own. Where no language wins (lists of names and prices have no
small words), letters decide: Cyrillic ones without any stranger among them are Russian. Neighbours that
readers must not be told to be one of ours («се», «und») take part without a code.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from index.text.normalise import fold, is_cyrillic, is_latin
from index.text.tokens import TOKEN

LONGEST_SAMPLE: Final = 750
"""Words that are looked at."""

_WINDOWS: Final = 5
"""Places of a long text from which they come: its beginning alone may be a title page in another language."""
_LONG_TEXT: Final = 20_000
"""Characters from which on a text is looked at in several places; they do not overlap then."""
_FEWEST_WORDS: Final = 3
_LEAST_SHARE: Final = 0.06
"""Of the words, that speak for a language. Running text of any of these languages has 0.15 at least."""
_LEAST_LEAD: Final = 1.15
"""Over the next language; closer ones are not told apart."""
_MOST_STRANGERS: Final = 0.02
"""Words with letters that Russian lacks, in a list that is still Russian: names keep their spelling."""
_RUSSIAN: Final = "ru"
_NOT_RUSSIAN: Final = frozenset("әғқңөұүһіїєґўҳӣӯҷћђљњќѓ")
"""Letters of other Cyrillic alphabets. Russian texts do spell names with them."""


@dataclass(frozen=True, slots=True)
class _Language:
    """What gives a language away.

    Attributes:
        code: ISO 639-1; empty for one that is only kept apart from the others.
        words: Its small words, folded.
        letters: Letters that neither Russian nor English has; a word with one of them counts.
        strange: Letters that it does not have: a word with one of them counts against it.
    """

    code: str
    words: frozenset[str]
    letters: frozenset[str] = frozenset()
    strange: frozenset[str] = frozenset()


def _language(code: str, words: str, letters: str = "", strange: str = "") -> _Language:
    return _Language(code, frozenset(map(fold, words.split())), frozenset(letters), frozenset(strange))


_LANGUAGES: Final = (
    _language(
        _RUSSIAN,
        "и в не на что с по как для из от к о за это или при у его до а но их бы же то также если был была"
        " было были все только ее они мы он она во со который которые которая может быть под после между без",
    ),
    _language(
        "uk",
        "і та що не на в у з до як для від це за про його або при є бути які який яка є але чи був була вони"
        " ми він вона під після між без щодо також",
        "іїєґ",
        "ыэъёәқңұүһўҳ",
    ),
    _language(
        "kk",
        "және мен бен пен үшін бұл деп бір бар емес болып болды осы ол оның туралы да де немесе сол кейін"
        " бойынша арқылы дейін қарай еді екен керек барлық",
        "әғқңөұүһі",
        "ўҳӣӯҷїєґ",
    ),
    _language(
        "uz",
        "ва билан учун бу бир ҳам эмас деб бўлган бўлиб эди унинг мен у шу ўз каби ёки бўйича орқали кейин"
        " тўғрисида керак барча бўлади эса",
        "ўқғҳ",
        "ыщәңөұүһіїєґӣӯҷ",
    ),
    _language(
        "uz",
        "va bilan uchun bu bir ham emas deb bo'lgan bo'lib edi uning shu o'z kabi yoki bo'yicha orqali keyin"
        " to'g'risida kerak barcha bo'ladi esa haqida mumkin",
    ),
    _language(
        "tg",
        "ва дар ба аз ки бо барои ин он ё низ аст буд шуд мебошад ҳам худ то бояд онҳо мо вай як ҳар пас"
        " байни тоҷикистон буданд шудааст",
        "ӣӯҷқғҳ",
        "ыщцәңөұүһіїєґў",
    ),
    _language(
        "en",
        "the of and to in a is that for it with as was on by be at this are from or an not which have has but"
        " were their its his they been we can will our you",
    ),
    _language(
        "",
        "жана менен үчүн бул деп бир бар эмес болуп болгон ошол анын тууралуу да же кийин боюнча аркылуу",
        "ңөү",
        "әғқұһі",
    ),
    _language(
        "", "һәм белән өчен бу бер да дә булып булган ул аның турында яки соң буенча әмма", "әөүһҗң", "қғұі"
    ),
    _language("", "се са да на и за от в с че не като до по си е ще бъде които беше при или", "", "ыэё"),
    _language("", "і ў не на што з да як для ад гэта за пра яго або быў была яны мы пры ці", "іў", "щи"),
    _language("", "и у на је се да за од са су као који није из до ће по али или", "ћђљњј", "ыэёйюящ"),
    _language("", "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch"),
    _language("", "de la le les et des en un une du que est dans pour qui par sur au ne pas avec"),
    _language("", "de la que el en y a los se del las un por con una su para es al lo como"),
    _language("", "di e il la che in a per un del con non una le i da si dei al come"),
    _language("", "ve bir bu için ile da de olarak olan daha gibi en çok kadar sonra değil var", "ışğ"),
    _language("", "w i na z do nie się że jest to o od za po jak przez dla są lub oraz", "ąęłżśćń"),
)

_TELLING: Final = _NOT_RUSSIAN.union(*(language.letters | language.strange for language in _LANGUAGES))
"""Letters that are asked for."""


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of the language that most of a text is in.

    One of ru, en, uz (both scripts), kk, uk, tg; empty if it is none of them or too short to tell. Looks at
    `LONGEST_SAMPLE` words at most, whatever the length of the text.
    """
    counts = Counter[str]()
    for word, count in Counter(_sample(text)).items():
        folded = fold(word)
        if _tells(folded):
            counts[folded] += count
    total = counts.total()
    if total < _FEWEST_WORDS:
        return ""
    having: dict[str, set[str]] = {}
    for word in counts:
        for letter in _TELLING.intersection(word):
            having.setdefault(letter, set()).add(word)
    first, second = sorted(
        ((_points(language, counts, having), language.code) for language in _LANGUAGES), reverse=True
    )[:2]
    is_clear = first[0] >= _LEAST_LEAD * second[0] or first[1] == second[1]
    if first[0] >= _LEAST_SHARE * total and is_clear:
        return first[1]
    return _by_letters(counts, having)


def _sample(text: str) -> Iterator[str]:
    """Yield words from all over a text, as written."""
    windows = _WINDOWS if len(text) > _LONG_TEXT else 1
    for window in range(windows):
        # From the next blank on: half a word may be one of another language.
        at = max(0, text.find(" ", len(text) * window // windows)) if window else 0
        for match in islice(TOKEN.finditer(text, at), LONGEST_SAMPLE // windows):
            word = match.group()
            # «З.» is an initial more often than a word.
            if len(word) > 1 or word.islower():
                yield word


def _tells(word: str) -> bool:
    """Whether a word may tell its language: no number, and no x or y of a formula."""
    return word[0].isalpha() and (len(word) > 1 or is_cyrillic(word))


def _points(language: _Language, counts: Counter[str], having: dict[str, set[str]]) -> int:
    strangers = _with_any(language.strange, having)
    own = (language.words & counts.keys() | _with_any(language.letters, having)) - strangers
    return sum(map(counts.__getitem__, own)) - sum(map(counts.__getitem__, strangers))


def _with_any(letters: frozenset[str], having: dict[str, set[str]]) -> set[str]:
    """Return the words that have any of the letters."""
    return set().union(*(having[letter] for letter in letters & having.keys()))


def _by_letters(counts: Counter[str], having: dict[str, set[str]]) -> str:
    """Return Russian for a text of Russian letters without small words: a list, a table, formulas."""
    words = {word: count for word, count in counts.items() if len(word) > 1}
    cyrillic = sum(count for word, count in words.items() if is_cyrillic(word) and not is_latin(word))
    strangers = sum(words.get(word, 0) for word in _with_any(_NOT_RUSSIAN, having))
    is_russian = cyrillic * 2 > sum(words.values()) and strangers <= _MOST_STRANGERS * cyrillic
    return _RUSSIAN if is_russian else ""
