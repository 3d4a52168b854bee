"""The sample archive: eight documents of our own composition, and the small press that prints them.

    texts/*.txt      what is written, in a light markup
    composition.py   the markup read into blocks; the text that a reader of the PDF should get
    breaking.py      Russian typography and line breaking
    looks.py         how each document looks
    blocks.py        blocks as things that can be laid on a page
    press.py         pages, running headers, page numbers, outline

People, bodies, countries and events are invented. `python -m scripts.sample` writes resources/sample/*.pdf;
the same texts and fonts always give the same bytes.
"""
