"""Commands and shells that run on a client's host, for asyncio."""

from __future__ import annotations

import ctypes
from collections.abc import AsyncIterator

from .. import _abi, result
from .._arguments import content, kept, octets, signal_name, size
from .._calls import call, trying
from .._handle import Handle
from ..errors import TimedOut
from ..process import text_of
from ..result import CommandResult
from ._closing import Closing
from ._driver import Driver
from ._lines import Lines

__all__ = ["ProcessReader", "ProcessWriter", "RemoteProcess"]

_NO_LIMIT = -1


class _Core:
    """What a process and its streams share, so that neither keeps the other."""

    def __init__(self, driver: Driver, handle: Handle, owner: object, timeout: float | None) -> None:
        self.driver = driver
        self.handle = handle
        self.owner = owner
        self.timeout = timeout

    async def call(self, name: str, *arguments: object) -> int:
        """Calls swiftssh_process_<name>."""
        return await self.driver.call(
            "swiftssh_process_" + name, self.handle.pointer, *arguments, timeout=self.timeout
        )


class ProcessReader(Lines):
    """One of a process's outputs. One task at a time may read it; async iteration gives its lines, as bytes with their ends.

    Its methods raise TimedOut when one wait takes longer than the process's timeout, and ConnectionLost.
    """

    def __init__(self, core: _Core, stream: int) -> None:
        async def receive(size: int) -> bytes:
            return await core.driver.read(
                size, "swiftssh_process_read", core.handle.pointer, stream, _NO_LIMIT, timeout=core.timeout
            )

        super().__init__(receive)


class ProcessWriter:
    """A process's input."""

    def __init__(self, core: _Core) -> None:
        self._core = core
        self._is_closed = False

    async def write(self, data: bytes | bytearray | memoryview) -> None:
        """Writes all of the bytes, waiting until the process takes them. Of a write that was cancelled some may have been written.

        Raises ChannelError when the process has ended; ValueError after close(); TimedOut; ConnectionLost.
        """
        if self._is_closed:
            raise ValueError("write to closed file")
        core = self._core
        await core.driver.write(
            octets(data), "swiftssh_process_write", core.handle.pointer, after=(_NO_LIMIT,), timeout=core.timeout
        )

    async def close(self) -> None:
        """Ends the input; the process then reads the end of the file. A second call does nothing."""
        if self._is_closed or self._core.handle.closed:
            return
        await self._core.call("send_eof", _NO_LIMIT)
        self._is_closed = True


class RemoteProcess(Closing):
    """A command or a shell that runs on a client's host. Made by Client.start() and Client.shell().

    stdin: its input; closing that is the end of it.
    stdout, stderr: its outputs.
    command: what was started.

    As async context manager it is closed at the end. One task may write while others read.
    """

    def __init__(self, driver: Driver, handle: Handle, command: str, owner: object, timeout: float | None) -> None:
        """Takes over a handle; `owner` is kept alive."""
        self._core = _Core(driver, handle, owner, timeout)
        self.command = command
        self.stdin: ProcessWriter = ProcessWriter(self._core)
        self.stdout: ProcessReader = ProcessReader(self._core, 0)
        self.stderr: ProcessReader = ProcessReader(self._core, 1)

    def __repr__(self) -> str:
        return f"<swiftssh.aio.RemoteProcess {self.command!r}{' closed' if self.closed else ''}>"

    @property
    def timeout(self) -> float | None:
        """How long one wait may take, in seconds; None for no limit."""
        return self._core.timeout

    @timeout.setter
    def timeout(self, seconds: float | None) -> None:
        self._core.timeout = seconds

    @property
    def closed(self) -> bool:
        """Whether close() has been called."""
        return self._core.handle.closed

    async def lines(self, stream: ProcessReader | None = None) -> AsyncIterator[str]:
        """Gives the lines of standard output, or of `stream`, as they come, without their ends.

        Bytes that are not UTF-8 become U+FFFD. Raises TimedOut, and ConnectionLost when the connection ends.
        """
        async for line in stream or self.stdout:
            yield text_of(line)

    async def communicate(
        self, input: str | bytes | None = None, *, timeout: float | None = None, limit: int | None = None
    ) -> CommandResult:
        """Gives the process its input and the end of it, takes all that it writes, and waits for its end.

        Arguments and errors as in swiftssh.RemoteProcess.communicate(). A process whose communicate() is cancelled is ended, as by kill().
        """
        data = content(input)
        made = ctypes.POINTER(_abi.swiftssh_command_result)()
        pointer = self._core.handle.pointer
        arguments = (pointer, data, len(data), kept(limit), _NO_LIMIT, ctypes.byref(made))
        try:
            await self._core.driver.run(lambda: trying("swiftssh_process_communicate", *arguments), timeout)
        except result.CutShort as error:
            raised = result.cut_short(pointer, self.command, error)
            self.kill()
            raise raised from None
        except BaseException:
            self.kill()
            raise
        return result.taken(made, self.command)

    async def wait(self, timeout: float | None = None) -> CommandResult:
        """Waits for the end, and returns how it came, with no output. As swiftssh.RemoteProcess.wait()."""
        kind, status = ctypes.c_int32(), ctypes.c_int32()
        pointer = self._core.handle.pointer
        outputs = (ctypes.byref(kind), ctypes.byref(status))
        try:
            await self._core.driver.call("swiftssh_process_wait", pointer, _NO_LIMIT, *outputs, timeout=timeout)
        except TimedOut as error:
            raise result.not_ended(self.command, error) from None
        return result.ended(pointer, self.command, kind.value, status.value)

    async def resize(self, columns: int, rows: int) -> None:
        """Tells the process's terminal its new size in characters."""
        await self._core.call("resize_terminal", *size(columns, rows), _NO_LIMIT)

    async def send_signal(self, name: str) -> None:
        """Sends the process a signal, named without SIG. Raises NotSupported where the engine cannot."""
        await self._core.call("signal", signal_name(name), _NO_LIMIT)

    def kill(self) -> None:
        """Ends the process as far as that goes from here: by the signal KILL where the engine can, and by closing its channel.
        As swiftssh.RemoteProcess.kill().

        Tasks that wait for it raise Cancelled. Does nothing after close().
        """
        if not self.closed:
            call("swiftssh_process_kill", self._core.handle.pointer)

    async def close(self) -> None:
        """Closes the channel, which ends what runs in a terminal. A second call does nothing. Waits for nothing."""
        if self.closed:
            return
        self.kill()
        self._core.handle.close()
