from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop.panels.one_bar import DeskBar, OneBar


def test_only_the_most_pressing_of_the_bars_is_seen(qtbot: QtBot) -> None:
    locked, offer, remark = bars = [DeskBar(name) for name in ("locked", "offer", "remark")]
    place = OneBar(*bars)
    qtbot.addWidget(place)

    def seen() -> list[DeskBar]:
        return [bar for bar in bars if not bar.isHidden() and not place.isHidden()]

    assert place.isHidden()
    remark.want(wanted=True)
    assert seen() == [remark]
    locked.want(wanted=True)
    assert seen() == [locked]
    offer.want(wanted=True)
    assert seen() == [locked]
    locked.want(wanted=False)
    assert seen() == [offer]
    assert remark.is_wanted
    offer.want(wanted=False)
    remark.want(wanted=False)
    assert seen() == []
