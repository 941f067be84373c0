"""What an address gave."""

from typing import NamedTuple
from urllib.parse import urlsplit

from tui.articles.formats.document import Refused


class Page(NamedTuple):
    """The bytes of a page; `address` is where redirects led, `content_type` and `charset` what the server says."""

    content: bytes
    content_type: str
    charset: str
    address: str

    @property
    def path(self) -> str:
        """The part of the address that may end as a file's name does."""
        return urlsplit(self.address).path


class NotFetched(Refused):
    """An address gave no page; `status` is what the server answered, 0 where none did."""

    def __init__(self, reason: str, status: int = 0) -> None:
        super().__init__(reason)
        self.status = status
