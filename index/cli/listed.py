"""What commands that study have in common: the query, and lists as files for other programs."""

from __future__ import annotations

from pathlib import Path

from index.cli.session import Session
from index.cli.tables import write_file
from index.tables.listing import Listing, listing_csv, listing_workbook


def query_of(session: Session) -> str:
    """Return the query of a command line."""
    return " ".join(session.arguments.query)


def writes_json(session: Session) -> bool:
    """Whether JSON is asked for."""
    return str(session.arguments.format or ("json" if session.output.is_json else "")) == "json"


def write_listings(session: Session, listings: tuple[Listing, ...], title: str) -> None:
    """Write lists as CSV or as a workbook, whichever is asked for."""
    chosen = session.arguments
    if chosen.format == "xlsx":
        out = chosen.out or Path(f"{listings[0].name}.xlsx")
        write_file(session.output, out, listing_workbook(listings, title))
        return
    content = "\r\n".join(listing_csv(listing, chosen.delimiter) for listing in listings)
    if chosen.out is None:
        session.output.exactly(content)
    else:
        write_file(session.output, chosen.out, content.encode())
