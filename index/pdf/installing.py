"""How to get Tesseract, in the words of each system. Pure: nothing is downloaded or started."""

from __future__ import annotations

import platform
import sys
from dataclasses import dataclass
from typing import Final

from index.errors import RecogniserMissing


@dataclass(frozen=True, slots=True)
class Installing:
    """One way to install the program with its Russian and English data.

    Attributes:
        system: For whom it is.
        command: What to type in a terminal.
    """

    system: str
    command: str


_DEBIAN: Final = Installing("Debian, Ubuntu", "sudo apt install tesseract-ocr tesseract-ocr-rus")
_FEDORA: Final = Installing("Fedora", "sudo dnf install tesseract tesseract-langpack-rus")
_SUSE: Final = Installing("openSUSE", "sudo zypper install tesseract-ocr tesseract-ocr-traineddata-russian")
_ARCH: Final = Installing("Arch Linux", "sudo pacman -S tesseract tesseract-data-rus tesseract-data-eng")
_WINDOWS: Final = Installing("Windows", "winget install --id UB-Mannheim.TesseractOCR")
_MACOS: Final = Installing("macOS", "brew install tesseract tesseract-lang")
_LINUX: Final = {"debian": _DEBIAN, "ubuntu": _DEBIAN, "fedora": _FEDORA, "suse": _SUSE, "arch": _ARCH}


def ways_to_install() -> tuple[Installing, ...]:
    """Return what fits this computer; several when its system is not known."""
    if sys.platform == "win32":
        return (_WINDOWS,)
    if sys.platform == "darwin":
        return (_MACOS,)
    try:
        told = platform.freedesktop_os_release()
    except OSError:
        told = {}
    names = f"{told.get('ID', '')} {told.get('ID_LIKE', '')}"
    found = next((way for name, way in _LINUX.items() if name in names), None)
    return (found,) if found is not None else (_DEBIAN, _FEDORA)


def install_hint() -> str:
    """Return one Russian sentence that says how to install the program here."""
    ways = "; ".join(f"{way.system}: {way.command}" for way in ways_to_install())
    russian = (
        " В установщике отметьте русский язык (Additional language data)." if sys.platform == "win32" else ""
    )
    return f"Установите Tesseract, свободную программу распознавания ({ways}), и повторите.{russian}"


def missing() -> RecogniserMissing:
    """Return the error that says that the program is not there."""
    return RecogniserMissing(
        "Распознать страницы нечем: программа Tesseract не установлена. Документы целы, смотреть их можно.",
        install_hint(),
    )


def language_missing(codes: tuple[str, ...], installed: tuple[str, ...]) -> RecogniserMissing:
    """Return the error that says that the program lacks languages."""
    return RecogniserMissing(
        f"У Tesseract нет данных языков: {', '.join(codes)}. Есть: {', '.join(installed) or 'никаких'}. "
        "Ничего не изменено.",
        "Установите данные языка (для Debian и Ubuntu пакет tesseract-ocr-КОД, например tesseract-ocr-rus) "
        "или укажите другие языки ключом --languages.",
    )
