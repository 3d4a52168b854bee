import pytest
from hypothesis import given

from index.search.chips import chips
from index.search.query import parse
from index.search.tree import And, Node, Or, write
from tests.index.search.trees import TREES, can_be_typed


@given(TREES.filter(lambda tree: can_be_typed(write(tree))))
def test_without_a_part_the_others_are_left(tree: Node) -> None:
    query = parse(write(tree))
    parts = tree.parts if isinstance(tree, And | Or) else (tree,)
    made = chips(query)
    assert len(made) in {0, len(parts)}
    for at, chip in enumerate(made):
        rest = (*parts[:at], *parts[at + 1 :])
        left = rest[0] if len(rest) == 1 else type(tree)(rest) if rest else None  # type: ignore[call-arg]  # And or Or
        assert parse(chip.without).root == left


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("вода", [("вода", "word", False, "")]),
        ("вода -мост", [("вода", "word", False, "НЕ мост"), ("мост", "word", True, "вода")]),
        ("снег ИЛИ дождь", [("снег", "group", False, "дождь"), ("ИЛИ дождь", "group", False, "снег")]),
        (
            "вода (снег ИЛИ дождь) дата:2021",
            [
                ("вода", "word", False, "(снег ИЛИ дождь) И дата:2021"),
                ("снег ИЛИ дождь", "group", False, "вода И дата:2021"),
                ("дата:2021", "date", False, "вода И (снег ИЛИ дождь)"),
            ],
        ),
        ("...", []),
    ],
)
def test_a_query_is_shown_as_its_parts(query: str, expected: list[tuple[str, str, bool, str]]) -> None:
    made = chips(parse(query))
    assert [(chip.text, chip.kind, chip.is_negative, chip.without) for chip in made] == expected
