"""Documents that are zipped folders, unpacked within bounds."""

import io
import zipfile
from xml.etree import ElementTree as ET

from tui.articles.formats.document import Refused

UNPACKED = 200_000_000
"""Bytes that all files of one document may have together."""


class Archive:
    """A zipped folder.

    Raises:
        Refused: The bytes are no such folder, are encrypted, or unpack to more than `UNPACKED` bytes.
    """

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except zipfile.BadZipFile:
            raise Refused("damaged, cannot be unpacked") from None
        if any(entry.flag_bits & 1 for entry in self._zip.infolist()):
            raise Refused("encrypted, cannot be read")
        if sum(entry.file_size for entry in self._zip.infolist()) > UNPACKED:
            raise Refused(f"too large when unpacked (more than {UNPACKED // 1_000_000} MB)")

    def file(self, name: str) -> bytes | None:
        """The bytes of a file, None where there is none of that name."""
        try:
            with self._zip.open(name) as file:
                return file.read(UNPACKED)
        except KeyError:
            return None
        except zipfile.BadZipFile:
            raise Refused("damaged, cannot be unpacked") from None

    def xml(self, name: str) -> ET.Element | None:
        """A file of XML, parsed; None where there is none of that name. Entities of its own are refused."""
        content = self.file(name)
        if content is None:
            return None
        if b"<!ENTITY" in content:
            raise Refused("its XML defines entities")
        try:
            return ET.fromstring(content)  # noqa: S314 (entities are refused, and time and memory bounded)
        except ET.ParseError:
            raise Refused("damaged, its XML cannot be parsed") from None
