"""How the files of a server are opened, for asyncio."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, overload

from .. import _abi
from .._calls import owned
from .._handle import Handle
from .._sftp_attributes import Received
from .._sftp_file import flags_of, require_fitting
from .._sftp_paths import RemotePath, encoded
from ..errors import SFTPError, existing
from ._file import RemoteFile
from ._opening import Opening
from ._sftp_extensions import Extensions
from ._text import Form, RemoteText

if TYPE_CHECKING:
    from _typeshed import OpenBinaryMode, OpenTextMode


class Files(Extensions):
    """What is done with whole files, and opens them."""

    async def _opened(self, name: str, *arguments: object) -> Handle:
        made = await self._driver.make(
            "swiftssh_sftp_" + name, _abi.swiftssh_sftp_handle, self._handle.pointer, *arguments
        )
        return owned(made, "swiftssh_sftp_handle_free", self._handle)

    @overload
    def open(
        self,
        path: RemotePath,
        mode: OpenTextMode = "r",
        buffering: int = -1,
        encoding: str | None = None,
        errors: str | None = None,
        newline: str | None = None,
        *,
        permissions: int = 0o666,
    ) -> Opening[RemoteText]: ...
    @overload
    def open(
        self,
        path: RemotePath,
        mode: OpenBinaryMode,
        buffering: int = -1,
        encoding: None = None,
        errors: None = None,
        newline: None = None,
        *,
        permissions: int = 0o666,
    ) -> Opening[RemoteFile]: ...
    @overload
    def open(
        self,
        path: RemotePath,
        mode: str,
        buffering: int = -1,
        encoding: str | None = None,
        errors: str | None = None,
        newline: str | None = None,
        *,
        permissions: int = 0o666,
    ) -> Opening[RemoteFile] | Opening[RemoteText]: ...
    def open(
        self,
        path: RemotePath,
        mode: str = "r",
        buffering: int = -1,
        encoding: str | None = None,
        errors: str | None = None,
        newline: str | None = None,
        *,
        permissions: int = 0o666,
    ) -> Opening[RemoteFile] | Opening[RemoteText]:
        """Opens a file as the built-in open() does: `await` it, or enter it by `async with`. Text, or bytes where the mode has a `b`.

        buffering: there is no buffer of Python's, whatever it is; 0 is refused for text.
        Everything else, and what is raised, is as in swiftssh.SFTP.open().
        """
        flags_of(mode)
        require_fitting(mode, buffering, encoding, errors, newline)
        if "b" in mode:
            return Opening(self._open(path, mode, permissions))
        return Opening(self._open_text(path, mode, Form(encoding, errors, newline), permissions))

    async def _open_text(self, path: RemotePath, mode: str, form: Form, permissions: int) -> RemoteText:
        return RemoteText(await self._open(path, mode, permissions), mode, form)

    async def _open(self, path: RemotePath, mode: str, permissions: int) -> RemoteFile:
        name = encoded(path)
        try:
            handle = await self._opened("open", name, flags_of(mode), permissions)
        except SFTPError as error:
            if "x" in mode:
                await self._raise_if_there(path, error)
            raise
        file = RemoteFile(self._driver, handle, name, mode)
        if "a" in mode:
            await file.seek(0, os.SEEK_END)
        return file

    async def _raise_if_there(self, path: RemotePath, error: SFTPError) -> None:
        """Raises RemoteFileExists where that is what a failure means."""
        if error.sftp_status != _abi.SWIFTSSH_FX_FAILURE:
            return
        answer = Received()
        try:
            await self._call("lstat", encoded(path), answer.pointer)
        except SFTPError:
            return
        raise existing(error) from None

    async def read_bytes(self, path: RemotePath) -> bytes:
        """Returns all that a file holds."""
        async with self.open(path, "rb") as file:
            return await file.read()

    async def write_bytes(
        self, path: RemotePath, data: bytes | bytearray | memoryview, *, permissions: int = 0o666
    ) -> None:
        """Writes a whole file, in place of what it holds. After a failure it may hold a part; put() keeps a file whole."""
        async with self.open(path, "wb", permissions=permissions) as file:
            await file.write(data)

    async def read_text(self, path: RemotePath, encoding: str = "utf-8", errors: str = "strict") -> str:
        """Returns all that a file holds, as text."""
        return (await self.read_bytes(path)).decode(encoding, errors)

    async def write_text(
        self, path: RemotePath, text: str, encoding: str = "utf-8", errors: str = "strict"
    ) -> None:
        """Writes a whole file of text, in place of what it holds."""
        await self.write_bytes(path, text.encode(encoding, errors))
