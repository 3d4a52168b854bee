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
        for word in _COMPOUND.findall(_fold(text)):
            self._counts[word] += 1
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
    if tail[0].isdigit() or head[-1].isdigit():
        return True
    if tail[0].isupper() and not (head.isupper() and len(head) > 1 and tail.isupper()):
        return True
    joined, parted = head + tail, f"{head}-{tail}"
    seen_joined, seen_parted = vocabulary.count(joined), vocabulary.count(parted)
    if seen_joined != seen_parted:
        return seen_parted > seen_joined
    if is_known(joined):
        return False
    return _is_compound(head, tail, is_known)


def _is_compound(head: str, tail: str, is_known: Callable[[str], bool]) -> bool:
    """Whether two parts make a word that is written with a hyphen."""
    head, tail = head.lower(), tail.lower()
    if is_known(f"{head}-{tail}") or _CONTRACTION.fullmatch(f"{head}-{tail}"):
        return True
    if tail in _PARTICLES and is_known(head):
        return True
    if head[-1:] in ("о", "е") and _ADJECTIVE.search(tail) and is_known(tail):
        # «торгово-экономический»: the head is an adjective's stem. Heads like «электро» are no adjectives.
        return any(is_known(head[:-1] + ending) for ending in _ADJECTIVE_ENDINGS)
    return min(len(head), len(tail)) >= _SHORTEST_HALF and is_known(head) and is_known(tail)
