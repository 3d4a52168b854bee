"""An archive in which it is known what the documents state."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from index.model.document import DocumentId
from index.model.fact import DocumentFacts, Entity, EntityType, Fact, FactType, Slot, Value
from index.model.span import Span
from index.store.columns import ProfileStore
from index.store.facts import FactStore
from index.study.overview import Overview
from tests.index.study.samples import Studied, studied

_TYPES = {"АО": EntityType.ORG, "Комитет": EntityType.ORG, "Казахстан": EntityType.COUNTRY}


@dataclass
class Text:
    """A text that is written down statement by statement.

    Attributes:
        words: The text so far.
        facts: What it states.
        people: Whom it names, by name.
    """

    words: str = ""
    facts: list[Fact] = field(default_factory=list)
    people: dict[str, Entity] = field(default_factory=dict)

    def say(self, sentence: str) -> Span:
        """Write a sentence; return its place."""
        start = len(self.words)
        self.words += f"{sentence} "
        return Span(start, start + len(sentence))

    def state(
        self, type_: FactType, sentence: str, *slots: tuple[str, str, Value], status: str = "actual"
    ) -> None:
        """Write a sentence that states something.

        Args:
            type_: What kind of statement.
            sentence: Its words.
            slots: Name of a part, its words in the sentence, and its value; None where the words are it. A
                name that `people` know is the part's entity. Words that are not in the sentence have no
                place.
            status: Of the statement.
        """
        place = self.say(sentence)
        made = []
        for name, said, value in slots:
            at = sentence.find(said)
            span = None if at < 0 else Span(place.start + at, place.start + at + len(said))
            entity = self.people.get(str(value))
            made.append(Slot(name, said, span, value, "" if entity is None else entity.id))
        self.facts.append(Fact(f"f{len(self.facts)}", type_, tuple(made), place, status, rule="by_hand"))

    def name(self, name: str, *said: str) -> None:
        """Let the text name somebody, once for every wording, at the end of what is written."""
        spans = [self.say(words) for words in said or (name,)]
        known = self.people.get(name)
        type_ = _TYPES.get(name.split(maxsplit=1)[0], EntityType.PERSON)
        id_, before = (known.id, known.mentions) if known else (f"e{len(self.people)}", ())
        self.people[name] = Entity(id_, type_, name, (*before, *spans))

    @property
    def stated(self) -> DocumentFacts:
        """Everything it states."""
        entities = {entity.name: entity for entity in self.people.values()}
        return DocumentFacts(tuple(entities.values()), tuple(self.facts), "1")


class Stating:
    """An archive of such texts.

    Attributes:
        archive: Its documents and index.
        overview: Asks it.
    """

    def __init__(self, folder: Path) -> None:
        self.archive: Studied = studied(folder)
        self.profiles = ProfileStore(self.archive.database)
        self.overview = Overview(self.archive.asking, self.profiles)

    def add(self, name: str, text: Text, date: str = "") -> DocumentId:
        """Take a text in, and what it states."""
        made = self.archive.add(name, text.words, date)
        FactStore(self.archive.database).put(made, text.words, text.stated)
        return made


def dated(*dates: tuple[str, str]) -> Text:
    """Return a text with a sentence for every date: its words and its value."""
    text = Text()
    for said, value in dates:
        text.state(FactType.DATE, f"Это было {said}.", ("date", said, value))
    return text


def met(*meetings: Iterable[str]) -> Text:
    """Return a text that tells of meetings."""
    text = Text()
    for people in meetings:
        for person in people:
            text.name(person)
        text.state(
            FactType.MEETING,
            f"Встретились {', '.join(people)}.",
            *(("participants", person, person) for person in people),
        )
    return text
