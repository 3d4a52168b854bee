"""The cards of the annotated documents: what a careful reader says of each."""

import pytest

from index.facts.card import make_card
from index.model.card import CardField
from tests.helpers.shared import shared


@pytest.mark.parametrize(
    ("name", "date", "place", "kind"),
    [
        ("seed", "", "", "press_release"),
        ("dev1", "2024-05-20", "", "press_release"),
        ("dev2", "2019-04-08", "Усть-Каменогорск", "order"),
        ("dev3", "2022-10-17", "Костанай", "news"),
        ("dev4", "1966-10-12", "пос. Горное Гнездо", "transcript"),
    ],
)
def test_annotated_documents_have_their_cards(name: str, date: str, place: str, kind: str) -> None:
    text = shared(f"gold/{name}.txt").read_text(encoding="utf-8")
    card = make_card(text, text.split("\n")[0], {})
    told = {entry.field: entry.value for entry in card.entries}
    assert (told[CardField.DATE], told[CardField.PLACE], told[CardField.KIND]) == (date, place, kind)
    assert (told[CardField.LANGUAGE], bool(told[CardField.SOURCE])) == (
        "ru",
        name in {"seed", "dev1", "dev3"},
    )
