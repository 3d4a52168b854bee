"""Where an archive keeps its things, and the limits of the core, with their units."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from index.model.media import MediaType

APP_NAME: Final = "Chitalnya"
ARCHIVE_VARIABLE: Final = "CHITALNYA_ARCHIVE"


@dataclass(frozen=True, slots=True)
class ArchivePaths:
    """The folder of one archive. `search_index` and `editions` can be made again; everything else cannot."""

    root: Path

    def make(self) -> None:
        """Make the folders of files: processes that read are shown only what is there at their start.

        Raises:
            OSError: If they cannot be made.
        """
        self.originals.mkdir(parents=True, exist_ok=True)
        self.editions.mkdir(exist_ok=True)

    @property
    def database(self) -> Path:
        """The truth: documents, texts, facts, annotations."""
        return self.root / "archive.db"

    @property
    def originals(self) -> Path:
        """Copies of the files, named by the SHA-256 of their content."""
        return self.root / "originals"

    @property
    def editions(self) -> Path:
        """PDFs made of originals in other formats, named like these; they can be made again."""
        return self.root / "editions"

    @property
    def notes(self) -> Path:
        """Sidecar JSON, one file for each document with annotations."""
        return self.root / "notes"

    @property
    def search_index(self) -> Path:
        """The Whoosh index."""
        return self.root / "index"

    @property
    def backups(self) -> Path:
        """Copies of the database."""
        return self.root / "backups"

    def original(self, document_id: str, suffix: str = ".pdf") -> Path:
        """Return where the original of a document is kept.

        Args:
            document_id: SHA-256 of its content.
            suffix: Of its format (`index.model.media`).
        """
        return self.originals.joinpath(document_id[:2], f"{document_id}{suffix}")

    def edition(self, document_id: str, media: MediaType) -> Path:
        """Return where the PDF is kept that shows a document: its original if that is one."""
        folder = self.originals if media is MediaType.PDF else self.editions
        return folder / document_id[:2] / f"{document_id}.pdf"


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """What one file may cost. A file that needs more is refused or read in part, with a reason."""

    seconds_per_page: float = 30.0
    """Longest silence of the reader, which reports after every page."""
    seconds_per_file: float = 1800.0
    memory_bytes: int = 2 << 30
    """Address space of a worker on Linux, resident memory elsewhere."""
    pages: int = 20_000
    file_bytes: int = 4 << 30
    text_characters: int = 20_000_000
    """A text of so many takes some 600 MB of the program while it comes in; «War and Peace» has 3 million."""


@dataclass(frozen=True, slots=True)
class IndexConfig:
    """Everything about the core that can be chosen."""

    reader_count: int = field(default_factory=lambda: max(1, min(2, os.cpu_count() or 1)))
    read_limits: ReadLimits = field(default_factory=ReadLimits)
    recogniser_count: int = field(default_factory=lambda: max(1, min(2, os.cpu_count() or 1)))
    """Pages recognised at once; each keeps a core busy, at low priority."""
    lock_patience_s: float = 5.0
    """How long an import waits for another program, which may only be taking recognised pages in."""
    commit_documents: int = 32
    """Documents that are worth a commit of the search index."""
    commit_seconds: float = 1.0
    """Time for which an imported document waits for others before it is made searchable."""


def default_archive_root() -> Path:
    """Return the user's archive: $CHITALNYA_ARCHIVE, else a folder among the user's own data."""
    chosen = os.environ.get(ARCHIVE_VARIABLE)
    if chosen:
        return Path(chosen)
    import platformdirs

    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False)) / "archive"
