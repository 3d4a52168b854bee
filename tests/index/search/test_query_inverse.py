"""What is written is read back, and whatever is typed is read."""

from hypothesis import assume, given
from hypothesis import strategies as st

from index.errors import QueryError
from index.search.query import parse
from index.search.query_fields import FIELDS
from index.search.tree import Node, write
from tests.index.search.trees import TREES, can_be_typed

_PIECES = st.sampled_from(
    [
        *(
            '"',
            "'",
            "«",
            "»",
            "“",
            "‹",
            "(",
            ")",
            "-",
            "=",
            "+",
            "|",
            "&",
            " ",
            "  ",
            "\n",
            "*",
            "?",
            "~1",
            "++",
        ),
        *(
            "И",
            " И ",
            " ИЛИ ",
            " НЕ ",
            " NEAR ",
            " НЕПОДАЛЁКУ/3 ",
            "слово",
            "аб",
            "1",
            "12.05.2021",
            "ʻ",
            "ё",
        ),
        *(">", "..", ",", ";", " млн ", " мая ", "2021", "pdf", "ru", *(f"{name}:" for name in FIELDS)),
    ]
)


@given(
    st.text("абИЛНЕ ()-\"«»“”=*?~:.1файлдатаназвание\n'ʻё", max_size=60)
    | st.text(max_size=60)
    | st.lists(_PIECES, max_size=20).map("".join)
)
def test_the_reading_of_anything_reads_as_itself(typed: str) -> None:
    try:
        query = parse(typed)
    except QueryError:
        return
    again = parse(query.read_as)
    assert again.root == query.root
    assert again.problems == ()


@given(TREES)
def test_a_written_tree_is_read_back(tree: Node) -> None:
    written = write(tree)
    assume(can_be_typed(written))
    assert parse(written).root == tree
