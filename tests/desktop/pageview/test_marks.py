from desktop.pageview.layout import Place
from desktop.pageview.lights import SELECTION, Lights, line_role
from desktop.pageview.marks import Layer, LitLayer, Mark, PageQuads
from index.model.annotation import AnnotationKind
from index.model.span import Span
from tests.desktop.pageview.papers import LEFT_PT, LETTER_PT, TOP_PT, paper, span_of

DOCUMENT = paper(["один два три", "четыре пять"], ["шесть семь"], [], ["восемь"])


def place(column: float, row: int = 0, page_index: int = 0) -> Place:
    return Place(page_index, LEFT_PT + LETTER_PT * (column + 0.5), TOP_PT + 20 * row + 6)


def test_a_passage_over_a_page_break_is_lit_on_both_pages() -> None:
    quads = PageQuads(DOCUMENT.text_map)
    span = span_of(DOCUMENT, "пять шесть")
    assert list(quads.pages(span)) == [0, 1]
    assert [len(quads.quads(span, page_index)) for page_index in range(4)] == [1, 1, 0, 0]


def test_the_quads_of_the_pages_are_the_quads_of_the_whole() -> None:
    quads, everything = PageQuads(DOCUMENT.text_map), Span(0, len(DOCUMENT.text))
    by_page = [quad for page_index in range(4) for quad in quads.quads(everything, page_index)]
    assert by_page == list(DOCUMENT.text_map.quads(everything))


def test_a_mark_is_found_by_a_point_between_its_words_too() -> None:
    lights = Lights(DOCUMENT.text_map)
    mark = Mark(span_of(DOCUMENT, "два три"), id="a")
    lights.set_marks(Layer.HITS, [mark])
    assert lights.mark_at(place(5)) == (Layer.HITS, mark)
    assert lights.mark_at(place(8)) == (Layer.HITS, mark)
    assert lights.mark_at(place(1)) is None
    assert lights.mark_at(place(5, row=1)) is None
    assert lights.mark_at(place(5, page_index=1)) is None


def test_a_note_lies_above_a_fact_and_a_fact_above_a_hit() -> None:
    lights = Lights(DOCUMENT.text_map)
    for layer in (Layer.NOTES, Layer.HITS, Layer.FACT):
        lights.set_marks(layer, [Mark(span_of(DOCUMENT, "два"), id=layer.value)])
    assert lights.mark_at(place(5))[0] is Layer.NOTES
    lights.set_marks(Layer.NOTES, [])
    assert lights.mark_at(place(5))[0] is Layer.FACT


def test_of_overlapping_notes_the_shorter_one_is_meant() -> None:
    lights = Lights(DOCUMENT.text_map)
    inner, outer = Mark(span_of(DOCUMENT, "два"), id="in"), Mark(span_of(DOCUMENT, "один два три"), id="out")
    lights.set_marks(Layer.NOTES, [outer, inner])
    assert lights.mark_at(place(5)) == (Layer.NOTES, inner)
    assert lights.mark_at(place(1)) == (Layer.NOTES, outer)


def test_marks_of_one_colour_are_one_stroke_and_the_selection_lies_on_top() -> None:
    lights = Lights(DOCUMENT.text_map)
    lights.set_marks(
        Layer.NOTES,
        [
            Mark(span_of(DOCUMENT, "один"), role="blue"),
            Mark(span_of(DOCUMENT, "два"), role="blue"),
            Mark(span_of(DOCUMENT, "пять"), role="pink"),
        ],
    )
    lights.set_marks(Layer.HITS, [Mark(span_of(DOCUMENT, "три"))])
    lights.selection = span_of(DOCUMENT, "пять шесть")
    assert [role for role, _ in lights.on_page(0)] == ["hits", "blue", "pink", SELECTION]
    assert [role for role, _ in lights.on_page(1)] == [SELECTION]


def test_an_empty_mark_lights_nothing() -> None:
    lights = Lights(DOCUMENT.text_map)
    lights.set_marks(Layer.HITS, [Mark(Span(3, 3))])
    assert list(lights.on_page(0)) == []
    assert lights.frame(Span(3, 3), 0).isEmpty()


def test_of_too_many_marks_some_of_each_page_are_taken() -> None:
    layer = LitLayer(
        PageQuads(DOCUMENT.text_map),
        [Mark(span_of(DOCUMENT, "восемь"))]
        + [Mark(span_of(DOCUMENT, word)) for word in ["один", "два", "три", "четыре", "пять"] * 20],
    )
    assert len(list(layer.sample(1000))) == 101
    few = list(layer.sample(10))
    assert 5 <= len(few) <= 12
    assert Mark(span_of(DOCUMENT, "восемь")) in few


def test_lines_are_drawn_thin_and_in_a_role_of_their_own() -> None:
    lights = Lights(DOCUMENT.text_map)
    kinds = AnnotationKind.HIGHLIGHT, AnnotationKind.UNDERLINE, AnnotationKind.STRIKE
    heights = {}
    for kind in kinds:
        lights.set_marks(Layer.NOTES, [Mark(span_of(DOCUMENT, "два"), "blue", kind=kind)])
        [(role, outline)] = lights.on_page(0)
        assert role == ("blue" if kind is AnnotationKind.HIGHLIGHT else line_role("blue"))
        heights[kind] = outline.boundingRect()
    full, under, through = (heights[kind] for kind in kinds)
    assert under.height() < full.height() / 4
    assert full.center().y() < under.center().y() < full.bottom()
    assert abs(through.center().y() - full.center().y()) < full.height() / 6


def test_a_sign_is_found_at_its_point_before_the_words_below_it() -> None:
    lights = Lights(DOCUMENT.text_map)
    words = Mark(span_of(DOCUMENT, "два"), "blue", "words")
    sign = Mark(span_of(DOCUMENT, "три"), "blue", "sign", kind=AnnotationKind.NOTE, point=place(5))
    lights.set_marks(Layer.NOTES, [words, sign])
    assert lights.mark_at(place(5)) == (Layer.NOTES, sign)
    assert lights.mark_at(place(5, page_index=1)) is None
    assert list(lights.signs(0)) == [sign]
    assert list(lights.signs(1)) == []
    assert [role for role, _outline in lights.on_page(0)] == ["blue"]


def test_a_sign_needs_no_words() -> None:
    lights = Lights(DOCUMENT.text_map)
    sign = Mark(Span(0, 0), "blue", "sign", kind=AnnotationKind.NOTE, point=Place(2, 100, 100))
    lights.set_marks(Layer.NOTES, [sign])
    assert lights.mark_at(Place(2, 104, 97)) == (Layer.NOTES, sign)
    assert lights.mark_at(Place(2, 120, 97)) is None
