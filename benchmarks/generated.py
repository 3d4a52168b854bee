"""An archive that nobody wrote: as many pages as one likes, the same for everybody.

Three pages of 300 words make a document with a title, a date and names of people. The words are really
declined ones: the lemmas of the sample archive's texts, the most frequent first, and some thousands more
out of the dictionary, in all their forms, by Zipf's law. One word in thirty is of a long tail that never
ends, as names, misprints and terms are. The vocabulary grows as that of real archives does: 31,000
different words in 300,000, 111,000 in three million, 438,000 in thirty; the Russian files beside the
project have 23,000 in 300,000, and at their pace would have 112,000 in three million and 515,000 in thirty.

Only the standard library draws lots, so that a seed gives the same texts on every machine; the forms come
from the pinned dictionary.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Any, Final

from index.model.document import DocumentId
from index.search.requests import IndexDocument
from index.text.tokens import tokens

WORDS_A_PAGE: Final = 300
PAGES_A_DOCUMENT: Final = 3
SEED: Final = 20240917
FIRST_YEAR: Final = 2005
YEARS: Final = 20

_WRITTEN: Final = Path(__file__).resolve().parents[1] / "scripts" / "sample" / "texts"
_LEMMAS: Final = 6_000
_PREFIXES: Final = 150
_INFLECTED: Final = frozenset({"NOUN", "ADJF", "INFN"})
_SMALL: Final = frozenset({"PREP", "CONJ", "PRCL"})
_FLATTENING, _STEEPNESS = 2.7, 1.15  # of Zipf's law after Mandelbrot: 1 / (rank + 2.7) ** 1.15
_FORM_STEEPNESS: Final = 1.8
_TAIL_SHARE, _TAIL_STEEPNESS, _TAIL_FLATTENING = 1 / 30, 0.15, 20
_PAIR_SHARE, _PAIRS = 1 / 25, 3_000
_SHORTEST_SENTENCE, _LONGEST_SENTENCE = 6, 24
_SENTENCES_A_PARAGRAPH: Final = 4
_NAME_SHARE, _DATE_SHARE, _COMMA_SHARE = 0.12, 0.06, 0.1
_FIRST_NAMES: Final = [
    "Алексей",
    "Борис",
    "Виктор",
    "Георгий",
    "Дмитрий",
    "Игорь",
    "Кирилл",
    "Максим",
    "Олег",
    "Павел",
    "Роман",
    "Тимур",
]
_SURNAMES: Final = 2_000
_MONTHS: Final = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]
_SYLLABLES: Final = [consonant + vowel for consonant in "бвгдзклмнпрст" for vowel in "аоуи"]
_LAST_LETTERS: Final = "рстнкл"


def documents(pages: int, seed: int = SEED) -> Iterator[IndexDocument]:
    """Yield the documents of an archive; a larger one begins with those of the smaller."""
    words = _words(seed)
    for number in range(max(1, pages // PAGES_A_DOCUMENT)):
        # Each document has lots of its own: it does not depend on how many there are.
        yield _Writing(words, random.Random(seed * 1_000_003 + number)).document(number)  # noqa: S311 - a corpus, not a secret


def kept(folder: Path, pages: int) -> Path:
    """Return the file of an archive's documents, one JSON array a line; generated unless it is there."""
    path = folder / f"documents-{pages}.jsonl"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".new")
        with unfinished.open("w", encoding="utf-8") as file:
            for one in documents(pages):
                row = (one.id, one.title, one.file_name, one.date, one.text, one.number, one.page_starts)
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
        unfinished.replace(path)
    return path


def read_kept(path: Path) -> Iterator[IndexDocument]:
    """Yield the documents of a file that `kept` wrote."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            id_, title, file_name, date, text, number, page_starts = json.loads(line)
            yield IndexDocument(DocumentId(id_), title, file_name, date, text, number, tuple(page_starts))


@dataclass(frozen=True, slots=True)
class _Person:
    """The cases of a first name and of a surname."""

    first: Sequence[str]
    last: Sequence[str]


class _Words:
    """The vocabulary and its probabilities."""

    def __init__(self, chance: random.Random) -> None:
        import pymorphy3

        self._morphology = pymorphy3.MorphAnalyzer(probability_estimator_cls=None)
        lexemes = [self._lexeme(lemma, chance) for lemma in self._lemmas(chance)]
        self.forms: list[str] = []
        weights: list[float] = []
        for rank, lexeme in enumerate(lexemes):
            share = (rank + _FLATTENING) ** -_STEEPNESS
            parts = [(place + 1) ** -_FORM_STEEPNESS for place in range(len(lexeme))]
            self.forms += lexeme
            weights += [share * part / sum(parts) for part in parts]
        self.weights = list(accumulate(weights))
        # Set expressions, which no independent drawing of words would give.
        self.pairs = [
            " ".join(chance.choices(self.forms, cum_weights=self.weights, k=2)) for _ in range(_PAIRS)
        ]
        self.pair_weights = list(accumulate(1 / (rank + 5) for rank in range(_PAIRS)))
        self.people = self._people(chance)

    def _lemmas(self, chance: random.Random) -> list[str]:
        """Return the lemmas, the most frequent first."""
        written = " ".join(path.read_text("utf-8") for path in sorted(_WRITTEN.glob("*.txt")))
        counted: Counter[str] = Counter()
        for token in tokens(written):
            parse = self._morphology.parse(token.text.lower())[0]
            if parse.is_known and (len(token.text) > 1 or parse.tag.POS in _SMALL):
                counted[parse.normal_form] += 1
        found = dict.fromkeys(sorted(counted, key=lambda lemma: (-counted[lemma], lemma)))
        others: dict[str, None] = {}
        beginnings = sorted({lemma[:4] for lemma in found if len(lemma) > 4})
        for beginning in chance.sample(beginnings, min(_PREFIXES, len(beginnings))):
            for parse in self._morphology.iter_known_word_parses(beginning):
                if parse.tag.POS in _INFLECTED and parse.word == parse.normal_form and parse.word.isalpha():
                    others.setdefault(parse.word)
        drawn = sorted(others.keys() - found.keys())
        return [*found, *chance.sample(drawn, min(len(drawn), _LEMMAS - len(found)))]

    def _lexeme(self, lemma: str, chance: random.Random) -> list[str]:
        """Return the forms of a lemma, the most frequent first."""
        forms = sorted({form.word for form in self._morphology.parse(lemma)[0].lexeme} - {lemma})
        chance.shuffle(forms)
        return [lemma, *forms]

    def _people(self, chance: random.Random) -> list[_Person]:
        first_names = []
        for name in _FIRST_NAMES:
            [parse, *_] = (one for one in self._morphology.parse(name.lower()) if "Name" in one.tag)
            cases = [parse.inflect({case, "sing"}).word for case in ("nomn", "gent", "datv", "ablt", "loct")]
            first_names.append([case.capitalize() for case in cases])
        people = []
        for _ in range(_SURNAMES):
            stem = _invented(chance.randrange(5_000, 1_000_000)).capitalize() + "нов"
            people.append(
                _Person(chance.choice(first_names), [stem + end for end in ("", "а", "у", "ым", "е")])
            )
        return people


@lru_cache(maxsize=1)
def _words(seed: int) -> _Words:
    return _Words(random.Random(seed))  # noqa: S311 - a corpus, not a secret


class _Writing:
    """Writes one document."""

    def __init__(self, words: _Words, chance: random.Random) -> None:
        self._words, self._chance = words, chance

    def document(self, number: int) -> IndexDocument:
        """Return a document that knows its number."""
        chance = self._chance
        year, month, day = (
            FIRST_YEAR + chance.randrange(YEARS),
            chance.randrange(1, 13),
            chance.randrange(1, 29),
        )
        date = f"{year}-{month:02}-{day:02}"
        title = self._sentence(chance.randrange(4, 10))[:-1]
        pages = [title + "\n" + self._page(), *(self._page() for _ in range(PAGES_A_DOCUMENT - 1))]
        starts = accumulate((len(page) + 1 for page in pages[:-1]), initial=0)
        return IndexDocument(
            DocumentId(f"{number:064x}"),
            title,
            f"{date}-{number}.pdf",
            date,
            "\n".join(pages),
            number + 1,
            tuple(starts),
        )

    def _page(self) -> str:
        sentences, left = [], WORDS_A_PAGE
        while left > 0:
            size = min(left, self._chance.randint(_SHORTEST_SENTENCE, _LONGEST_SENTENCE))
            sentences.append(self._sentence(size))
            left -= size
        runs = range(0, len(sentences), _SENTENCES_A_PARAGRAPH)
        return "\n".join(" ".join(sentences[at : at + _SENTENCES_A_PARAGRAPH]) for at in runs)

    def _sentence(self, size: int) -> str:
        chance, vocabulary = self._chance, self._words
        words = chance.choices(vocabulary.forms, cum_weights=vocabulary.weights, k=size)
        for at in range(size):
            lot = chance.random()
            if lot < _TAIL_SHARE:
                words[at] = _invented(int(_TAIL_FLATTENING * chance.paretovariate(_TAIL_STEEPNESS)))
            elif lot < _TAIL_SHARE + _PAIR_SHARE and at + 1 < size:
                [pair] = chance.choices(vocabulary.pairs, cum_weights=vocabulary.pair_weights)
                words[at : at + 2] = pair.split()
        if size > 5 and chance.random() < _NAME_SHARE:
            person, case = chance.choice(vocabulary.people), chance.randrange(5)
            at = chance.randrange(size - 1)
            words[at : at + 2] = person.first[case], person.last[case]
        if size > 5 and chance.random() < _DATE_SHARE:
            year = FIRST_YEAR + chance.randrange(YEARS)
            words[-3:] = str(chance.randrange(1, 29)), chance.choice(_MONTHS), str(year)
        if size > 8 and chance.random() < _COMMA_SHARE:
            words[size // 2] += ","
        words[0] = words[0][:1].upper() + words[0][1:]
        return " ".join(words) + "."


def _invented(number: int) -> str:
    """Return the word of a number in the tail; no two numbers below a thousand million share one."""
    base = len(_SYLLABLES)
    number = number % base**5 + base
    syllables = []
    while number:
        number, digit = divmod(number, base)
        syllables.append(_SYLLABLES[digit])
    return "".join(syllables) + _LAST_LETTERS[len(syllables) % len(_LAST_LETTERS)]


def shape(path: Path) -> dict[str, Any]:
    """Return the numbers of documents, words and different words of a kept archive."""
    count, running, different = 0, 0, set[str]()
    for count, document in enumerate(read_kept(path), 1):  # noqa: B007 - counted to the end
        words = [token.text.lower() for token in tokens(document.text)]
        running += len(words)
        different.update(words)
    return {"documents": count, "words": running, "different": len(different)}
