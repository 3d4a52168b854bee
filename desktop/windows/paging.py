"""How pages lie in the window: under one another, singly or in pairs, turned, on the whole screen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from desktop.pageview.layout import Spread, Zoom
from desktop.settings import SPREAD
from desktop.windows.full_screen import FullScreen
from desktop.windows.main import MainWindow


def paging_commands(window: MainWindow) -> dict[str, Callable[[], object]]:
    """Return what each command on how pages lie does, and show how its switches stand."""
    columns, actions = window.columns, window.actions_table
    places = (columns.pages, columns.beside.pages)
    settings, full_screen = window.presenters.settings, FullScreen(window)

    def lie(spread: Spread) -> None:
        for pages in places:
            pages.set_spread(spread)
        settings.set(SPREAD, spread.value)

    def fit(zoom: Zoom) -> None:
        columns.focused.set_zoom(zoom)
        show_fit(window)

    def take_hand() -> None:
        for pages in places:
            pages.hand.set_tool(on=actions["hand"].isChecked())

    chosen = settings.get(SPREAD)
    spread = Spread(chosen) if chosen in {one.value for one in Spread} else Spread.CONTINUOUS
    for pages in places:
        pages.set_spread(spread)
    actions.check(f"spread_{spread}")
    return {
        **{f"spread_{one}": partial(lie, one) for one in Spread},
        **{one.value: partial(fit, one) for one in Zoom},
        "turn_right": lambda: columns.focused.turn(1),
        "turn_left": lambda: columns.focused.turn(3),
        "hand": take_hand,
        "full_screen": full_screen.toggle,
    }


def show_fit(window: MainWindow) -> None:
    """Show in the switches whether the size of the pages depends on the window."""
    for zoom in Zoom:
        window.actions_table.check(zoom.value, on=window.columns.pages.zoom is zoom)
