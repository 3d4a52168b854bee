"""Whether a hyphen at the end of a line belongs to the word.

«офици-» / «альных» is one word, «Касым-» / «Жомарт» keeps its hyphen. The page does not say which; the
document's own vocabulary does, then the dictionary, then the ways Russian compounds are made.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

_COMPOUND = re.compile(r"\w+(?:-\w+)*")
_LAST_PART = re.compile(r"\w+\Z")
_FIRST_PART = re.compile(r"\w+")
_PARTICLES = frozenset({"то", "либо", "нибудь", "таки", "ка", "с", "де"})
_ADJECTIVE_ENDINGS = ("ый", "ий", "ой")
_ADJECTIVE = re.compile(
    r"(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ым|им|ых|их|ыми|ими|ую|юю|ом|ем|ей)\Z", re.IGNORECASE
)
# «кол-во», «изд-ва», «пр-т»: the middle of the word is left out.
_CONTRACTION = re.compile(r"(?:кол|изд|док|хоз|произ)-(?:во|ва|ву|вом|ве)|(?:пр|ин|ун|деп)-т[аеу]?")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*\Z")
_SHORTEST_HALF = 3
# An adjective whose end stands on yet another line.
_BEGUN_ADJECTIVE = re.compile(r"(?P<stem>\w+(?:н|ск))(?:и|ы|о|а|е|у)?\Z")
# Stand before a hyphen unless the whole is a word of its own («максимум», «бетатрон»).
_HYPHENATED_HEADS = frozenset(
    (
        *("альфа", "бета", "гамма", "дельта", "омега", "экс", "вице", "обер", "унтер", "штаб", "пресс"),
        *("интернет", "веб", "онлайн", "офлайн", "мини", "макси", "миди", "премьер", "генерал", "бизнес"),
    )
)
# Half of a people's name before the other one: «афро-американский».
_PEOPLES = frozenset(
    ("англо", "франко", "германо", "итало", "испано", "афро", "греко", "японо", "австро", "индо", "польско")
)
# Never stand before a hyphen although they are words or end like words that do.
_PREFIXES = frozenset(
    (
        *(
            "не",
            "без",
            "под",
            "над",
            "меж",
            "пост",
            "сверх",
            "после",
            "около",
            "через",
            "перед",
            "вне",
            "внутри",
        ),
        *(
            "супер",
            "ультра",
            "гипер",
            "интер",
            "транс",
            "контр",
            "анти",
            "авто",
            "аэро",
            "био",
            "видео",
            "гидро",
        ),
        *(
            "кино",
            "макро",
            "мета",
            "микро",
            "моно",
            "мото",
            "псевдо",
            "радио",
            "теле",
            "термо",
            "фото",
            "электро",
        ),
        *("много", "мало", "ново", "старо", "разно", "само", "одно", "двух", "трех", "пяти", "шести", "семи"),
        *(
            "восьми",
            "девяти",
            "десяти",
            "сто",
            "полу",
            "воздух",
            "древне",
            "ранне",
            "поздне",
            "обще",
            "средне",
        ),
    )
)
_LATIN, _CYRILLIC = re.compile(r"[A-Za-z]"), re.compile(r"[А-Яа-яЁё]")
_CAMEL = re.compile(r"[a-z]\w*\Z")
_LONG_HALF, _LONG_NOUN = 5, 8
_CONSONANTS = frozenset("бвгджзклмнпрстфхцчшщь")


def _fold(word: str) -> str:
    return word.lower().replace("ё", "е")


class Vocabulary:
    """The words of one document that stand undivided, and how often."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._counts: Counter[str] = Counter()
        for text in texts:
            self.add(text)

    def add(self, text: str) -> None:
        """Count the words of a text; compounds with hyphens count as a whole and by their parts."""
        words = _COMPOUND.findall(_fold(text))
        self._counts.update(words)
        for word in words:
            if "-" in word:
                self._counts.update(word.split("-"))

    def count(self, word: str) -> int:
        """Return how often a word stands in the document, in exactly this form; case and ё aside."""
        return self._counts[_fold(word)]


def keeps_hyphen(left: str, right: str, vocabulary: Vocabulary, is_known: Callable[[str], bool]) -> bool:
    """Decide whether a hyphen between two lines stays when they are joined.

    Args:
        left: Text that ends just before the hyphen.
        right: Text that begins the next line.
        vocabulary: Words of the document.
        is_known: Whether a word is in the dictionary.
    """
    first, second = _LAST_PART.search(left), _FIRST_PART.match(right)
    if first is None or second is None or _ADDRESS.search(left):
        return True
    head, tail = first.group(), second.group()
    if _is_camel(head, tail) or _differ(head, tail):
        return not _is_camel(head, tail)
    seen_joined, seen_parted = vocabulary.count(head + tail), vocabulary.count(f"{head}-{tail}")
    if seen_joined != seen_parted:
        return seen_parted > seen_joined
    if is_known(head + tail):
        # Where the dictionary has both spellings, a compound of equals was written, not set.
        return is_known(f"{head}-{tail}") and _are_equals(head, tail, is_known)
    is_chain = left[: first.start()].endswith("-")
    if is_chain and min(len(head), len(tail)) >= _LONG_HALF and vocabulary.count(head):
        # «гистидил-фенилаланил-» / «пролил»: the parts of a chain are words.
        return True
    return _is_compound(head, tail, vocabulary, is_known)


def _is_camel(head: str, tail: str) -> bool:
    """Whether a name of a program was broken: «indexWith» / «Max»."""
    return bool(_CAMEL.match(head) and _LATIN.match(tail) and tail[0].isupper())


def _differ(head: str, tail: str) -> bool:
    """Whether two halves are so unlike that a hyphen must stand between them, whatever they mean."""
    if any(letter.isdigit() for letter in head) or tail[0].isdigit():
        return True
    if tail[0].isupper() and not (head.isupper() and len(head) > 1 and tail.isupper()):
        return True
    is_mixed = bool(_LATIN.search(head)) != bool(_LATIN.search(tail)) and bool(_CYRILLIC.search(head + tail))
    # No syllable is a single capital: «Д-димер», «С-пептид».
    return is_mixed or (len(head) == 1 and head.isupper())


def _is_compound(head: str, tail: str, vocabulary: Vocabulary, is_known: Callable[[str], bool]) -> bool:
    """Whether two parts make a word that is written with a hyphen."""
    if _LATIN.match(head):
        return min(vocabulary.count(head), vocabulary.count(tail)) > 0
    is_name = head[0].isupper() and not head.isupper()
    head, tail = head.lower(), tail.lower()
    if is_known(f"{head}-{tail}") or _CONTRACTION.fullmatch(f"{head}-{tail}") or head in _HYPHENATED_HEADS:
        return True
    if head in _PREFIXES or tail in _PARTICLES:
        return head not in _PREFIXES and is_known(head)
    if head[-1:] in ("о", "е") and _is_adjective(tail, is_known):
        # Heads like «электро» are no adjectives. «Высоко», «широко» are words and stand without a hyphen.
        is_noun_stem = head in _PEOPLES or (head.endswith("ко") and not is_known(head))
        return is_noun_stem or any(is_known(head[:-1] + ending) for ending in _ADJECTIVE_ENDINGS)
    if _may_be_nouns(head, tail):
        return is_known(tail) or vocabulary.count(tail) > 0 or (len(head) >= _LONG_NOUN and is_known(head))
    # The halves of a name are words by chance: «Бен-» / «си».
    shortest = _LONG_HALF if is_name else _SHORTEST_HALF
    return len(head) >= shortest and len(tail) >= _SHORTEST_HALF and is_known(head) and is_known(tail)


def _are_equals(head: str, tail: str, is_known: Callable[[str], bool]) -> bool:
    """Whether two parts stand side by side: «торгово-экономический», «Нью-Йоркский»."""
    if head[0].isupper() or head in _HYPHENATED_HEADS or head.endswith("ко"):
        return True
    # The feminine: «геологий» is a form of a noun.
    is_stem = any(is_known(head[:-1] + ending) for ending in ("ая", "яя"))
    return head[-1] in "ое" and is_stem and bool(_ADJECTIVE.search(tail))


def _is_adjective(tail: str, is_known: Callable[[str], bool]) -> bool:
    if _ADJECTIVE.search(tail) and is_known(tail):
        return True
    # Cut off in its turn: «научно-» / «исследовательски» / «й».
    begun = _BEGUN_ADJECTIVE.match(tail)
    return begun is not None and any(is_known(begun["stem"] + ending) for ending in ("ый", "ий"))


def _may_be_nouns(head: str, tail: str) -> bool:
    """Whether two halves may be nouns: «гонадотропин-рилизинг». Combining forms end in a vowel."""
    if min(len(head), len(tail)) < _LONG_HALF or _ADJECTIVE.search(tail):
        return False
    return head[-1] in _CONSONANTS
