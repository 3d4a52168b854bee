"""The document made of what was read, by whichever reader."""

from __future__ import annotations

from collections.abc import Sequence

from index.model.document import Document, OutlineEntry
from index.pdf import notices
from index.pdf.builder import PageText, build_text
from index.pdf.request import ReadRequest
from index.pdf.titles import choose_title


def assemble(
    request: ReadRequest,
    pages: Sequence[PageText],
    metadata: dict[str, str],
    outline: tuple[OutlineEntry, ...] = (),
    unread: tuple[str, ...] = (),
) -> Document:
    """Make the document.

    Args:
        request: What was asked for.
        pages: The pages, in order.
        metadata: What the file says of itself.
        outline: The file's own table of contents.
        unread: Notices about pages that are not among `pages`.
    """
    from index.text.morphology import is_known

    built = build_text(pages, is_known)
    return Document(
        request.document_id,
        choose_title(built.opening, metadata.get("title", ""), request.file_name),
        request.file_name,
        request.source_path,
        built.text,
        built.text_map,
        built.pages,
        outline,
        metadata,
        notices.page_notices(built.pages, (page.engine for page in request.recognised)) + unread,
    )
