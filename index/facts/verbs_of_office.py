"""Verbs that give, take or tell an office: a table of what they govern."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

POSTS: Final = frozenset({"пост", "должность", "место", "кресло", "обязанность"})
INSTRUMENTAL: Final = "instrumental"
UNDECLINED: Final = frozenset({"врио", "и"})
"""Beginnings of «врио» and «и. о.», which have one form for all cases."""
OF_THE_OWN: Final = frozenset({"уволить", "увольнять", "отстранить"})
"""Verbs that speak of the office beside the name when they name none: «уволить кладовщика Лыткина»."""

WORKING: Final = frozenset({"работать", "служить", "трудиться", "выступать"})
"""Verbs that name the body apart from the office: «работает в компании «Свет» инженером»."""
ACTING: Final = frozenset({"исполнять", "возложить", "возлагать"})
"""Verbs of duties that somebody has for another."""
ORDERS: Final = frozenset(
    {"указ", "приказ", "распоряжение", "постановление", "решение", "объявить", "сообщить", "известить"}
)


@dataclass(frozen=True, slots=True)
class Verb:
    """Verbs that govern offices alike.

    Attributes:
        name: What they say of the person; the name of the rule.
        lemmas: Their dictionary forms.
        governs: The prepositions before «пост», '' for none, and "instrumental" for an office without it.
        action: appointed or dismissed; '' for verbs that say who holds an office.
        of_object: Whether the active voice speaks of its object («назначили Иванова»).
        person_behind: The preposition before the person («возложить на Иванова»); '' for a subject or object.
        is_noun: Whether they are nouns of what an order is about: «указ о назначении Иванова».
    """

    name: str
    lemmas: frozenset[str]
    governs: frozenset[str]
    action: str = ""
    of_object: bool = False
    person_behind: str = ""
    is_noun: bool = False


VERBS: Sequence[Verb] = (
    Verb(
        "is_by_verb",
        frozenset(
            {"стать", "становиться", "являться", "быть", "остаться", "оставаться", "работать", "служить"}
        ),
        frozenset({INSTRUMENTAL}),
    ),
    Verb(
        "takes_post",
        frozenset({"занять", "занимать", "получить", "сохранить", "исполнять"}),
        frozenset({""}),
    ),
    Verb(
        "enters_post", frozenset({"вступить", "вступать", "приступить", "приступать"}), frozenset({"в", "к"})
    ),
    Verb(
        "hired",
        frozenset({"принять", "принимать", "нанять", "пригласить", "приглашать"}),
        frozenset({"на"}),
        "appointed",
        of_object=True,
    ),
    Verb(
        "appointed",
        frozenset({"назначить", "назначать", "избрать", "избирать", "переизбрать", "выбрать"})
        | {"утвердить", "утверждать", "перевести", "переводить"},
        frozenset({INSTRUMENTAL, "на", "в"}),
        "appointed",
        of_object=True,
    ),
    Verb("appointed", frozenset({"назначаться", "избираться"}), frozenset({INSTRUMENTAL, "на"}), "appointed"),
    Verb("acting", ACTING - {"исполнять"}, frozenset({""}), "appointed", person_behind="на"),
    Verb("replaced", frozenset({"сменить", "сменять", "заменить"}), frozenset({"на"}), "appointed"),
    Verb(
        "dismissed",
        frozenset({"освободить", "освобождать", "уволить", "увольнять", "снять", "снимать", "отстранить"}),
        frozenset({"с", "со", "от"}),
        "dismissed",
        of_object=True,
    ),
    Verb(
        "leaves_post",
        frozenset({"покинуть", "покидать", "оставить", "оставлять", "уйти", "уходить", "уволиться"})
        | {"подать", "подавать"},
        frozenset({"", "с", "со"}),
        "dismissed",
    ),
    Verb(
        "dismissed",
        frozenset({"отправить", "отправлять"}),
        frozenset({"с", "со"}),
        "dismissed",
        of_object=True,
    ),
    Verb(
        "appointed_by_order",
        frozenset({"назначение", "избрание", "утверждение"}),
        frozenset({INSTRUMENTAL, "на"}),
        "appointed",
        is_noun=True,
    ),
    Verb(
        "dismissed_by_order",
        frozenset({"освобождение", "увольнение", "отстранение"}),
        frozenset({"с", "со", "от"}),
        "dismissed",
        is_noun=True,
    ),
)
"""The first that knows a verb speaks."""
