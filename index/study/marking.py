"""All matches of a query, turned into annotations."""

from __future__ import annotations

from collections.abc import Iterable

from index.model.annotation import Annotation, Pen
from index.notes.notebook import Notebook
from index.study.asking import Asking
from index.tasks import Task


def mark(
    asking: Asking,
    notebook: Notebook,
    query: str,
    pen: Pen,
    task: Task | None = None,
    numbers: Iterable[int] | None = None,
) -> tuple[Annotation, ...]:
    """Annotate every match of a query; return what was made, to be taken back by `Notebook.delete_all`.

    A passage that is marked already, from its first to its last character, is left as it is. Blocks: one
    transaction for each document. When cancelled, or when the disk refuses, what was made is taken back.

    Args:
        asking: The archive.
        notebook: Where annotations go.
        query: In the query language.
        pen: How they are marked.
        task: Cancels, and is told of the progress by documents.
        numbers: The archive's numbers of the documents in which to mark; all by default.

    Raises:
        QueryError: If the query cannot be answered.
        SearchIndexError: If the index cannot be used.
        StoreError: If an annotation cannot be written.
        Cancelled: If `task` was.
    """
    task = task or Task()
    found = [one for one in asking.occurrences(asking.tree(query), task, numbers) if one.spans]
    made: list[Annotation] = []
    try:
        for done, one in enumerate(found):
            task.checkpoint(done, len(found))
            if asking.text(one.document_id):
                made += notebook.annotate_all(one.document_id, one.spans, Pen(pen.color, pen.note, pen.tags))
    except BaseException:
        notebook.delete_all(made)
        raise
    return tuple(made)
