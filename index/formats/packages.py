"""DOCX and ODT are ZIP files of XML: taken apart within limits, so that no bomb goes off.

XML is parsed by libxml2 with its own limits on depth and size; no entity is expanded, no address loaded.
"""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from index.formats import refusals
from index.model.said import said

_MOST_XML_BYTES: Final = 150_000_000
_MOST_PICTURE_BYTES: Final = 60_000_000
_MOST_PICTURES_BYTES: Final = 300_000_000
_MOST_RATIO: Final = 400
"""XML of documents packs 5 to 30 times; of zeros, 1,000 times."""
_ANY_RATIO_BYTES: Final = 4_000_000
_MOST_MEMBERS: Final = 20_000


class Package:
    """The parts of one document.

    Args:
        path: The file.
        name: As the reader knows it.
        what: What it is, for messages: «документ DOCX».

    Raises:
        ImportFailed: If it is broken, encrypted or a bomb.
    """

    def __init__(self, path: Path, name: str, what: str) -> None:
        self._name, self._what = name, what
        self._pictures_bytes = 0
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
            raise refusals.damaged(name, what) from error
        if len(self._zip.namelist()) > _MOST_MEMBERS:
            self._zip.close()
            raise refusals.harmful(
                name, said("format.many_parts", "в нём больше {most} частей", most=_MOST_MEMBERS)
            )

    def __enter__(self) -> Package:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def xml(self, part: str) -> Any:  # noqa: ANN401 - lxml's root element
        """Return the root of a part.

        Raises:
            ImportFailed: If it is missing, broken, too deep or too large, or declares entities.
        """
        root = self.optional_xml(part)
        if root is None:
            raise refusals.damaged(self._name, self._what)
        return root

    def optional_xml(self, part: str) -> Any | None:  # noqa: ANN401 - lxml's root element
        """Return the root of a part; None if there is no such part.

        Raises:
            ImportFailed: If it is broken, too deep or too large, or declares entities.
        """
        from lxml import etree

        content = self._content(part, _MOST_XML_BYTES)
        if content is None:
            return None
        if b"<!DOCTYPE" in content[:4096] or b"<!ENTITY" in content[:65536]:
            # Neither format allows them.
            raise refusals.harmful(
                self._name, said("format.entities", "внутри него объявлены подстановки XML")
            )
        parser = etree.XMLParser(
            resolve_entities=False,
            load_dtd=False,
            no_network=True,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            return etree.fromstring(content, parser)
        except etree.XMLSyntaxError as error:
            if "depth" in str(error):
                raise refusals.harmful(
                    self._name, said("format.nested", "его части вложены друг в друга сотни раз")
                ) from error
            raise refusals.damaged(self._name, self._what) from error

    def picture(self, part: str) -> bytes | None:
        """Return a picture as it is in the file; None if it is missing, broken or too large."""
        from index.errors import ImportFailed

        if self._pictures_bytes > _MOST_PICTURES_BYTES:
            return None
        try:
            content = self._content(part, _MOST_PICTURE_BYTES)
        except ImportFailed:
            return None
        self._pictures_bytes += len(content or b"")
        return content

    def _content(self, part: str, most: int) -> bytes | None:
        """Return a part unpacked; what the file says of its size is not believed."""
        try:
            member = self._zip.getinfo(part)
        except KeyError:
            return None
        if member.flag_bits & 1:
            raise refusals.encrypted(self._name)
        limit = most
        if member.file_size > _ANY_RATIO_BYTES or member.compress_size < _ANY_RATIO_BYTES // _MOST_RATIO:
            limit = min(most, max(_ANY_RATIO_BYTES, member.compress_size * _MOST_RATIO))
        try:
            with self._zip.open(member) as file:
                content = file.read(limit + 1)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError) as error:
            raise refusals.damaged(self._name, self._what) from error
        if len(content) > limit:
            if limit < most:
                raise refusals.harmful(
                    self._name, said("format.swells", "при распаковке он вырастает в сотни раз")
                )
            raise refusals.too_large(
                self._name, said("format.large_part", "часть его больше {most} МБ", most=most // 1_000_000)
            )
        return content
