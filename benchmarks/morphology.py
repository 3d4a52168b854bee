"""How well word forms are joined, and how fast: `python -m benchmarks.morphology`.

Ours is compared with the Russian analyzer of Whoosh (`whoosh.lang`) and with Snowball (PyStemmer), all on the
same forms, folded (case and ё aside):

- lexemes: the 5,000 most frequent of pymorphy3's dictionary, with all their forms. A lexeme is a dictionary
  form with its part of speech; how often its words are used says the vocabulary of the word vectors that name
  recognition is installed with (news, a billion words), each word counted for its likeliest lexeme. Sorted by
  that and by name, so that the choice is always the same.
- pairs joined: of all ordered pairs of different forms of one lexeme, how many meet: a query for the first
  reaches the second.
- falsely merged: a lexeme with a form whose query reaches a form of another one of the 5,000, though no word
  of the dictionary has both as its forms. What is spelt alike («стали») belongs to several and is no error.
  Abbreviations reach their words on purpose; they are counted all the same, and listed.
- names: a query in any case, as written, in capitals, in small letters or without ё, reaches every case.
- words a second: the 20,000 rarest words of that vocabulary, the first time and again.
"""

from __future__ import annotations

import csv
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.corpus import DATA, need_data
from index.text.lexicon import is_russian
from index.text.morphology import form_terms, query_terms, surface
from index.text.normalise import fold
from index.text.tokens import tokens

LEXEMES, TIMED = 5_000, 20_000
_VECTORS = "data/emb/navec_news_v1_1B_250K_300d_100q.tar"
_PARTS = {
    "NOUN": "nouns",
    "ADJF": "adjectives",
    "ADJS": "adjectives",
    "COMP": "adjectives",
    "INFN": "verbs",
    "VERB": "verbs",
    "PRTF": "verbs",
    "PRTS": "verbs",
    "GRND": "verbs",
}
_OTHER = "other"
_COLUMNS = ("nouns", "adjectives", "verbs", _OTHER, "all")

Lexeme = tuple[str, str]
"""Folded dictionary form and part of speech."""


@dataclass(frozen=True, slots=True)
class Analyzer:
    """One way of joining forms.

    Attributes:
        name: What the table calls it.
        terms: The terms of a folded form in the index.
        asked: The terms that a query for a word, as typed, looks for.
    """

    name: str
    terms: Callable[[str], Sequence[str]]
    asked: Callable[[str], Sequence[str]]

    def reaches(self, query: str, form: str) -> bool:
        """Whether a query for a word finds a word of the text."""
        return fold(query) == fold(form) or not set(self.asked(query)).isdisjoint(self.terms(surface(form)))


def analyzers() -> list[Analyzer]:
    """Return ours and what it is compared with."""
    import Stemmer
    from whoosh.lang import stemmer_for_language

    whoosh, snowball = stemmer_for_language("ru"), Stemmer.Stemmer("russian", 0).stemWord
    return [
        Analyzer("ours", form_terms, query_terms),
        Analyzer("Whoosh, ru", lambda form: (whoosh(form),), lambda word: (whoosh(fold(word)),)),
        Analyzer("Snowball, ru", lambda form: (snowball(form),), lambda word: (snowball(fold(word)),)),
    ]


class Dictionary:
    """Lexemes of pymorphy3, as the dictionary has them, whatever our terms make of it."""

    def __init__(self) -> None:
        import pymorphy3

        self._analyzer: Any = pymorphy3.MorphAnalyzer()
        self._of: dict[str, frozenset[Lexeme]] = {}

    def likeliest(self, word: str) -> Any:  # noqa: ANN401 - pymorphy3 has no types
        """Return the likeliest reading of a word; None when the dictionary lacks it."""
        return self._analyzer.parse(word)[0] if is_russian(word) and self._known(word) else None

    def lexemes_of(self, form: str) -> frozenset[Lexeme]:
        """Return the lexemes that have a form."""
        if form not in self._of:
            self._of[form] = frozenset(map(lexeme_of, self._analyzer.parse(form)))
        return self._of[form]

    def _known(self, word: str) -> bool:
        return bool(self._analyzer.word_is_known(word))


def lexeme_of(reading: Any) -> Lexeme:  # noqa: ANN401 - pymorphy3 has no types
    """Return the lexeme of a reading."""
    return fold(reading.normal_form), str(reading.normalized.tag.POS)


def frequent_words() -> list[tuple[str, int]]:
    """Return the words of the word vectors with their counts, the most frequent first."""
    from navec import Navec

    found = find_spec("natasha")
    assert found is not None
    assert found.origin is not None
    vocabulary = Navec.load(str(Path(found.origin).parent / _VECTORS)).vocab
    pairs = zip(vocabulary.words, map(int, vocabulary.counts), strict=True)
    return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))


def frequent_lexemes(words: Iterable[tuple[str, int]], dictionary: Dictionary) -> dict[Lexeme, set[str]]:
    """Return the most frequent lexemes with their folded forms."""
    counts: Counter[Lexeme] = Counter()
    forms: dict[Lexeme, set[str]] = defaultdict(set)
    for word, count in words:
        reading = dictionary.likeliest(word)
        if reading is None:
            continue
        lexeme = lexeme_of(reading)
        counts[lexeme] += count
        if lexeme not in forms:
            forms[lexeme].update(fold(form.word) for form in reading.lexeme)
    best = sorted(counts, key=lambda lexeme: (-counts[lexeme], lexeme))[:LEXEMES]
    return {lexeme: forms[lexeme] for lexeme in best}


def joined(forms: Iterable[str], analyzer: Analyzer) -> tuple[int, int]:
    """Return how many ordered pairs of different forms meet, and how many there are."""
    # Forms with the same terms do as one.
    kinds = Counter((frozenset(analyzer.asked(form)), frozenset(analyzer.terms(form))) for form in forms)
    size = sum(kinds.values())
    met = sum(
        first * (second - (one == other))
        for one, first in kinds.items()
        for other, second in kinds.items()
        if not one[0].isdisjoint(other[1])
    )
    return met, size * (size - 1)


def merged(
    lexemes: dict[Lexeme, set[str]], dictionary: Dictionary, analyzer: Analyzer
) -> dict[Lexeme, tuple[str, str]]:
    """Return the falsely merged lexemes, each with a query and the foreign form that it reaches."""
    under: dict[str, set[str]] = defaultdict(set)
    for form in set().union(*lexemes.values()):
        for term in analyzer.terms(form):
            under[term].add(form)
    found: dict[Lexeme, tuple[str, str]] = {}
    for lexeme, forms in lexemes.items():
        for query in sorted(forms):
            own = dictionary.lexemes_of(query)
            reached = set().union(*(under[term] for term in analyzer.asked(query) if term in under))
            foreign = [form for form in sorted(reached) if own.isdisjoint(dictionary.lexemes_of(form))]
            if foreign:
                found[lexeme] = query, foreign[0]
                break
    return found


def declined_names() -> list[set[str]]:
    """Return the cases of each name."""
    cases: dict[tuple[str, str], set[str]] = defaultdict(set)
    with (DATA / "names.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            cases[row["lemma"], row["gender"]].add(row["form"])
    return list(cases.values())


def name_checks(names: Iterable[set[str]], analyzer: Analyzer) -> Iterator[bool]:
    """Yield for each way of typing a case and each case whether the one finds the other."""
    for cases in names:
        for query in sorted(cases):
            for typed in dict.fromkeys((query, query.upper(), query.lower(), query.replace("ё", "е"))):
                asked = [token.text for token in tokens(typed)]
                for case in sorted(cases):
                    written = [token.text for token in tokens(case)]
                    yield all(analyzer.reaches(one, other) for one, other in zip(asked, written, strict=True))


def speed(words: Sequence[str], analyzer: Analyzer) -> tuple[float, float]:
    """Return the words a second, cold and again."""
    seconds = []
    for _ in range(2):
        began = time.perf_counter()
        for word in words:
            analyzer.terms(word)
        seconds.append(time.perf_counter() - began)
    return len(words) / seconds[0], len(words) / seconds[1]


def print_joined(lexemes: dict[Lexeme, set[str]], analyzer: Analyzer) -> None:
    """Print the row of joined pairs by part of speech."""
    met: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for (_, part), forms in lexemes.items():
        some, every = joined(forms, analyzer)
        for column in (_PARTS.get(part, _OTHER), "all"):
            met[column] += some
            total[column] += every
    cells = "".join(f"{met[column] / max(1, total[column]):12.4f}" for column in _COLUMNS)
    print(f"{analyzer.name:14}{cells}  of {total['all']:,} pairs")


def main() -> None:
    """Print the table, and what we merge falsely."""
    need_data()
    words = frequent_words()
    timed = [word for word, _ in words if is_russian(fold(word))][-TIMED:]
    timed = [fold(word) for word in timed]
    rows = analyzers()
    for row in rows:
        # Dictionaries are loaded by the first word, which is measured elsewhere (`benchmarks.startup`).
        row.terms("слово")
        row.terms("стали")
    speeds = {row.name: speed(timed, row) for row in rows}
    dictionary = Dictionary()
    lexemes = frequent_lexemes(words, dictionary)
    names = declined_names()
    print(f"{len(lexemes)} lexemes, {sum(map(len, lexemes.values()))} forms; {len(names)} names\n")
    print(f"{'pairs joined':14}" + "".join(f"{column:>12}" for column in _COLUMNS))
    for row in rows:
        print_joined(lexemes, row)
    print(f"\n{'':14}{'falsely merged':>16}{'names found':>22}{'words/s cold':>14}{'warm':>12}")
    ours: dict[Lexeme, tuple[str, str]] = {}
    for row in rows:
        wrong = merged(lexemes, dictionary, row)
        ours = ours or wrong
        checks = list(name_checks(names, row))
        found = f"{sum(checks)} of {len(checks)}"
        cold, warm = speeds[row.name]
        print(f"{row.name:14}{100 * len(wrong) / len(lexemes):14.2f} %{found:>22}{cold:14,.0f}{warm:12,.0f}")
    print("\nours, falsely merged: " + ", ".join(f"{query} → {form}" for query, form in ours.values()))


if __name__ == "__main__":
    main()
