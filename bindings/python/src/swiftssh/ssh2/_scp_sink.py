"""A file that the server takes by SCP."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._handle import Handle
from ._convert import Integer, Text
from .channel import Channel
from .exceptions import SCPProtocolError

if TYPE_CHECKING:
    from .session import Session


class Sink(Channel):
    """A channel that takes the bytes of a file.

    A file that ends before all of the announced bytes were written is refused by the server, and wait_eof() or close()
    raises that: unless another exception is on its way, which says why the file was not written to its end and which
    the server's refusal would hide.
    """

    __slots__ = ("_missing",)
    _missing: int

    @classmethod
    def _expecting(cls, session: Session, handle: Handle, size: int) -> Sink:
        sink = cls._adopted(session, handle)
        sink._missing = size
        return sink

    def write_ex(self, stream_id: Integer, buf: Text) -> tuple[int, int]:
        """Writes bytes of the file, as Channel.write_ex() does.

        In blocking mode the last one waits for the server's word, as send_eof() and wait_eof() do: a program may end after it, and
        what is on its way to a server that still sends something would be lost with the connection.
        """
        count, written = super().write_ex(stream_id, buf)
        self._missing -= written
        if written and self._missing == 0 and self._session.get_blocking():
            self.send_eof()
            self._ended("wait_eof")
        return count, written

    def wait_eof(self) -> int:
        """Waits until the server has said what became of the file. Returns 0 or EAGAIN. Raises SCPProtocolError for a refusal."""
        return self._ended("wait_eof")

    def close(self) -> int:
        """Closes the channel, once the server has said what became of the file. Returns 0 or EAGAIN. Raises SCPProtocolError for a refusal."""
        return self._ended("close")

    def _ended(self, name: str) -> int:
        try:
            return self._call(name)
        except SCPProtocolError as refusal:
            if self._missing <= 0 or refusal.__context__ is None:
                raise
            return 0
