"""Everything a window shows, in one parcel: made once for the program, handed to each window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.pageview.renderer import PageRenderer
from desktop.settings import AUTHOR, MARKER, Settings
from desktop.state.beside import Beside
from desktop.state.card import CardPresenter
from desktop.state.citing import Citing
from desktop.state.decided import DecidedPresenter
from desktop.state.deciding import Deciding
from desktop.state.exporting import Exporting
from desktop.state.extracting import Extracting
from desktop.state.facets import FacetsPresenter
from desktop.state.fact_forms import FactForms
from desktop.state.facts import FactsPresenter
from desktop.state.filing import Filing
from desktop.state.find_here import FindHere
from desktop.state.gaps import GapsPresenter
from desktop.state.imports import Imports
from desktop.state.left_off import LeavingOff
from desktop.state.library import Library
from desktop.state.marking import Marking
from desktop.state.note_care import NoteCare
from desktop.state.notes import NotesPresenter
from desktop.state.places import Places
from desktop.state.reader import Reader
from desktop.state.recognition import RecognitionPresenter
from desktop.state.renaming import Renaming
from desktop.state.search import Search
from desktop.state.searches import SearchesPresenter
from desktop.state.study import Study
from desktop.state.tables import TablesPresenter
from desktop.state.taking import Taking
from index.keyring import Keyring
from index.model.annotation import HighlightColor

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from desktop.jobs import Jobs
    from index.archive import Archive


@dataclass(frozen=True, slots=True)
class Presenters:
    """What there is to show and to do."""

    settings: Settings
    jobs: Jobs
    reader: Reader
    leaving_off: LeavingOff
    finding: FindHere
    filing: Filing
    places: Places
    beside: Beside
    library: Library
    search: Search
    facets: FacetsPresenter
    searches: SearchesPresenter
    imports: Imports
    gaps: GapsPresenter
    recognition: RecognitionPresenter
    facts: FactsPresenter
    notes: NotesPresenter
    note_care: NoteCare
    card: CardPresenter
    deciding: Deciding
    decided: DecidedPresenter
    forms: FactForms
    tables: TablesPresenter
    study: Study
    exporting: Exporting
    extracting: Extracting
    renaming: Renaming
    marking: Marking
    citing: Citing
    taking: Taking
    renderer: PageRenderer
    keyring: Keyring


def make_presenters(archive: Archive, jobs: Jobs, settings: Settings, parent: QObject) -> Presenters:
    """Make all presenters over one archive."""
    reader, keyring = Reader(archive, jobs, parent), archive.keyring
    # First of all who listen to the reader: it asks where the pages are before they move.
    places = Places(reader, parent)
    written = settings.get(MARKER)
    color = (
        HighlightColor(written) if written in {one.value for one in HighlightColor} else HighlightColor.YELLOW
    )
    notes = NotesPresenter(archive, jobs, reader, color=color, author=settings.get(AUTHOR), parent=parent)
    notes.color_changed.connect(lambda pen: settings.set(MARKER, pen.value))
    filing = Filing(archive, notes, parent)
    library = Library(archive, jobs, settings, filing, parent)
    imports = Imports(archive, jobs, parent)
    study = Study(archive, jobs, reader, settings, parent)
    for changed in (imports.ended, imports.document_renewed):
        changed.connect(study.forget)
    search, facts = (
        Search(archive, jobs, reader, parent),
        FactsPresenter(archive, jobs, reader, parent=parent),
    )
    extracting = Extracting(archive, jobs, facts.background, parent)
    extracting.extended.connect(study.forget_facts)
    # Opened for the first time, or decided about: the views over the archive say it, too.
    facts.changed.connect(study.forget_facts)
    renaming = Renaming(archive, notes, parent)
    for decided in (renaming.renamed, renaming.taken_back):
        # The open document may name whoever is called otherwise now.
        decided.connect(facts.refresh)
        decided.connect(study.forget_facts)
    return Presenters(
        settings=settings,
        jobs=jobs,
        reader=reader,
        leaving_off=LeavingOff(archive, jobs, parent),
        finding=FindHere(archive, jobs, reader, parent),
        filing=filing,
        places=places,
        beside=Beside(archive, jobs, reader, search, parent),
        library=library,
        search=search,
        facets=FacetsPresenter(archive, jobs, search, settings, parent),
        searches=SearchesPresenter(archive, jobs, search, settings, parent),
        imports=imports,
        gaps=GapsPresenter(archive, jobs, imports, library, parent),
        recognition=RecognitionPresenter(archive, jobs, reader, settings, parent),
        facts=facts,
        notes=notes,
        note_care=NoteCare(archive, jobs, notes, reader, parent),
        card=CardPresenter(archive, jobs, notes, facts, reader, parent),
        deciding=Deciding(archive, notes, facts, reader, parent),
        decided=DecidedPresenter(archive, jobs, facts, reader, parent),
        forms=FactForms(jobs, facts, reader, parent),
        tables=TablesPresenter(archive, jobs, reader, parent),
        study=study,
        exporting=Exporting(archive, jobs, facts.background, parent),
        extracting=extracting,
        renaming=renaming,
        marking=Marking(archive, notes, parent),
        citing=Citing(archive, jobs, reader, library, settings, parent),
        taking=Taking(archive, notes, parent),
        renderer=PageRenderer(parent, (archive.paths.originals, archive.paths.editions), keyring=keyring),
        keyring=keyring,
    )
