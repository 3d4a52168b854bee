from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import HarmfulFile
from index.formats.content import Content, Heading, Paragraph, Table
from index.formats.hypertext import read_html


def content_of(folder: Path, html: str) -> Content:
    path = folder / "page.html"
    path.write_text(html, "utf-8")
    return read_html(path, path.name)


def test_structure_is_read(tmp_path: Path) -> None:
    html = """<!DOCTYPE html><html><head><title>Сад</title><meta name=author content="Карасёв">
    <meta name=date content="2021-05-03"></head><body><h1>О саде</h1><p>Сад <b>боль</b>шой,<br>старый.
    <ul><li>груша<li>слива<ol start=3><li>ранняя<li>поздняя</ol></ul>
    <blockquote>Пословица.</blockquote><a href="http://example.org/">Ссылка</a> и <img alt="снимок" src=x>
    <table><caption>Счёт</caption><tr><th>Что<th>Сколько<tr><td>груша<td>2</table></body></html>"""
    content = content_of(tmp_path, html)
    assert content.blocks == (
        Heading("О саде", 1),
        Paragraph("Сад большой, старый."),
        Paragraph("• груша", "•", 0),
        Paragraph("• слива", "•", 0),
        Paragraph("3. ранняя", "3.", 1),
        Paragraph("4. поздняя", "4.", 1),
        Paragraph("Пословица.", "", 1),
        Paragraph("Ссылка и снимок"),
        Table((("Счёт",), ("Что", "Сколько"), ("груша", "2"))),
    )
    assert (content.title, content.author, content.created) == ("Сад", "Карасёв", "2021-05-03")


def test_what_is_not_text_is_left_out(tmp_path: Path) -> None:
    html = """<head><style>ЗЛО</style><script>ЗЛО</script></head><body onload="x()">Добро
    <script>document.write("ЗЛО")</script><iframe src="http://example.org">ЗЛО</iframe><svg><text>ЗЛО</text>
    </svg><object data=x>ЗЛО</object><p hidden>ЗЛО<p style="display: none">ЗЛО</p><!-- ЗЛО --><noscript>ЗЛО"""
    assert content_of(tmp_path, html).paragraphs() == ["Добро"]


def test_no_file_or_address_is_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("ТАЙНА")
    html = f"""<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]><p>&x;
    <img src="{secret.as_uri()}" alt="снимок"><object data="{secret.as_uri()}"></object>"""
    assert "ТАЙНА" not in "".join(content_of(tmp_path, html).paragraphs())


def test_a_table_that_arranges_the_page_is_none(tmp_path: Path) -> None:
    html = "<table><tr><td><h1>Сад</h1><p>Груша.<td><table><tr><td>а<td>б</table></table>"
    assert content_of(tmp_path, html).blocks == (Heading("Сад", 1), Paragraph("Груша."), Table((("а", "б"),)))


def test_deep_pages_are_read_and_bottomless_ones_refused(tmp_path: Path) -> None:
    assert content_of(tmp_path, "<div>" * 900 + "дно").paragraphs() == ["дно"]
    with pytest.raises(HarmfulFile, match="вложены"):
        content_of(tmp_path, "<div>" * 100_000 + "дно")
