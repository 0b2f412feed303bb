"""Clients for asyncio: connections to one host that check its key and log in by themselves."""

from __future__ import annotations

import asyncio
import functools
import warnings
from collections.abc import Callable, Mapping, Sequence

from .. import _abi, _session_facts
from .._arguments import LARGEST_SIZE, command_line, command_text, content, kept, milliseconds, number, port_number, words
from .._calls import call, owned
from .._handle import Handle
from .._library import function
from .._options import Configuration, ConnectOptions, Engine, HostKeys, Key, KnownHostsPlaces, Path, Profile, Purpose, engine_name, give_up, place, prepared
from .._progress import Progress
from .._questions import AnswersQuestion, PassphraseQuestion, PresentedHostKey
from .._sftp_paths import LocalPath, RemotePath
from .._sftp_transfer import TransferReport
from ..errors import TimedOut
from ..process import StandardError, Terminal, starting
from ..result import CommandResult, timed_out
from ._closing import Closing
from ._driver import Driver
from ._opening import Opening
from ._threads import CLOSING, CONNECTING
from .forward import Forward
from .process import RemoteProcess
from .sftp import SFTP

__all__ = ["Client", "connect"]

_DISCONNECT_BY_APPLICATION = 11
_GOODBYE = 0.5


class Client(Closing):
    """A connection to one host, which connect() makes. Tasks of its event loop use it side by side.

    name: the host as connect() was given it.
    host, port, user: whom it is connected to, which ssh_config may have said.

    As async context manager it is closed at the end.
    """

    def __init__(self, handle: Handle, name: str) -> None:
        """Takes over a handle of a client that is connected."""
        self._handle = handle
        self.name = name
        self.host, self.port, self.user = place(handle)
        made = call.make("swiftssh_client_session", _abi.swiftssh_session, handle.pointer)
        self._driver = Driver(owned(made, "swiftssh_session_free", handle))

    def __repr__(self) -> str:
        return f"<swiftssh.aio.Client {self.user}@{self.host}:{self.port}{' closed' if self.closed else ''}>"

    def __del__(self, warn: Callable[..., object] = warnings.warn) -> None:
        handle = getattr(self, "_handle", None)
        driver = getattr(self, "_driver", None)
        if handle is None or driver is None or handle.closed:
            return
        warn(f"unclosed {self!r}", ResourceWarning, source=self)
        if not driver.loop.is_closed():
            driver.loop.call_soon_threadsafe(driver.end, "the client was let go")

    @property
    def pointer(self) -> object:
        """What the library's functions take. Raises Closed after close()."""
        return self._handle.pointer

    @property
    def closed(self) -> bool:
        """Whether close() has been called."""
        return self._handle.closed

    @property
    def connected(self) -> bool:
        """Whether the connection has not ended, as far as is known without asking the server."""
        return not self.closed and function("swiftssh_client_is_connected")(self._handle.pointer) == 1

    @property
    def engine(self) -> Engine:
        """The engine that the connection runs on. Raises Closed after close()."""
        return engine_name(self._driver.session.pointer)

    @property
    def host_key(self) -> PresentedHostKey:
        """The key by which the host has shown that it is the one. Raises Closed after close()."""
        return _session_facts.host_key(self._driver.session, self.host, self.port)

    @property
    def banner(self) -> str:
        """What the server said to users before they were in, as in swiftssh.Client. Raises Closed after close()."""
        return _session_facts.banner(self._driver.session)

    @property
    def algorithms(self) -> dict[str, str]:
        """What was agreed on, as in swiftssh.Client. Raises Closed after close()."""
        return _session_facts.algorithms(self._driver.session)

    @property
    def timeout(self) -> float | None:
        """How long each call may take that has no time of its own, in seconds; None for no limit. As swiftssh.Client.timeout."""
        return _session_facts.timeout(self._driver.session)

    @timeout.setter
    def timeout(self, seconds: float | None) -> None:
        _session_facts.set_timeout(self._driver.session, seconds)
        self._driver.timeout = seconds

    async def run(
        self,
        command: str | bytes,
        *,
        input: str | bytes | None = None,
        env: Mapping[str, str] | None = None,
        terminal: Terminal | None = None,
        check: bool = False,
        timeout: float | None = None,
        limit: int | None = None,
    ) -> CommandResult:
        """Runs a command to its end. Arguments and errors as in swiftssh.Client.run(). A command whose run() is cancelled is ended, as by kill()."""
        # What cannot be used is refused before anything runs.
        given, _, _ = content(input), kept(limit), milliseconds(timeout)
        loop = asyncio.get_running_loop()
        end = None if timeout is None else loop.time() + timeout
        try:
            process = await self.start(command, env=env, terminal=terminal, timeout=timeout)
        except TimedOut as error:
            raise timed_out(command_text(command), error) from None
        async with process:
            left = None if end is None else max(0.0, end - loop.time())
            result = await process.communicate(given, timeout=left, limit=limit)
        return result.check() if check else result

    def start(
        self,
        command: str | bytes,
        *,
        env: Mapping[str, str] | None = None,
        terminal: Terminal | None = None,
        stderr: StandardError = "separate",
        timeout: float | None = None,
    ) -> Opening[RemoteProcess]:
        """Starts a command, and gives it running: `await` it, or enter it by `async with`.

        Arguments and errors as in swiftssh.Client.start().
        """
        return Opening(self._start(command_line(command), env, terminal, stderr, timeout))

    def shell(
        self,
        *,
        env: Mapping[str, str] | None = None,
        terminal: Terminal | None = Terminal(),
        stderr: StandardError = "separate",
        timeout: float | None = None,
    ) -> Opening[RemoteProcess]:
        """Starts the user's shell, an interactive one where it has a terminal. Arguments and errors as in start()."""
        return Opening(self._start(None, env, terminal, stderr, timeout))

    async def _start(
        self,
        command: bytes | None,
        env: Mapping[str, str] | None,
        terminal: Terminal | None,
        stderr: StandardError,
        timeout: float | None,
    ) -> RemoteProcess:
        made = await self._driver.make(
            "swiftssh_client_start_ex",
            _abi.swiftssh_process,
            self._handle.pointer,
            *starting(command, env, terminal, stderr),
            -1,
            timeout=timeout,
        )
        handle = owned(made, "swiftssh_process_free", self._handle)
        return RemoteProcess(self._driver, handle, "shell" if command is None else command_text(command), self, timeout)

    def sftp(self, *, bytes_in_flight: int = 0) -> Opening[SFTP]:
        """Starts the server's SFTP subsystem: `await` it, or enter it by `async with`. As swiftssh.Client.sftp()."""
        return Opening(self._sftp(bytes_in_flight))

    async def _sftp(self, bytes_in_flight: int) -> SFTP:
        session, most = self._driver.session, number(bytes_in_flight, LARGEST_SIZE, "bytes_in_flight")
        made = await self._driver.make("swiftssh_session_sftp_init_ex", _abi.swiftssh_sftp, session.pointer, most)
        return SFTP(self._driver, owned(made, "swiftssh_sftp_free", session), self)

    async def get(
        self,
        path: RemotePath,
        target: LocalPath,
        *,
        recursive: bool = False,
        resume: bool = False,
        progress: Progress | None = None,
        timeout: float | None = None,
        check: bool = True,
    ) -> TransferReport:
        """Copies a file from the server, or with recursive a directory with all that is in it, over SFTP of its own.

        target: where it goes, its own name included. Everything else is as in SFTP.get(), which knows more options.
        """
        async with self.sftp() as sftp:
            return await sftp.get(
                path, target, recursive=recursive, resume=resume, progress=progress, timeout=timeout, check=check
            )

    async def put(
        self,
        source: LocalPath,
        path: RemotePath,
        *,
        recursive: bool = False,
        resume: bool = False,
        progress: Progress | None = None,
        timeout: float | None = None,
        check: bool = True,
    ) -> TransferReport:
        """Copies a file to the server, or with recursive a directory with all that is in it, over SFTP of its own.

        path: where it goes, its own name included. Everything else is as in SFTP.put(), which knows more options.
        """
        async with self.sftp() as sftp:
            return await sftp.put(
                source, path, recursive=recursive, resume=resume, progress=progress, timeout=timeout, check=check
            )

    def forward_local(
        self, host: str, port: int, *, bind_host: str = "127.0.0.1", bind_port: int = 0
    ) -> Opening[Forward]:
        """Listens on a port of this machine and has the server connect to a host for each connection that comes.

        `await` it, or enter it by `async with`. Arguments and errors as in swiftssh.Client.forward_local().
        """
        places = (words(bind_host, "bind_host"), port_number(bind_port, "bind_port"), words(host, "host"), port_number(port))
        return Opening(self._forward("local", None, *places))

    def forward_remote(
        self,
        host: str,
        port: int,
        *,
        bind_host: str = "127.0.0.1",
        bind_port: int = 0,
        timeout: float | None = None,
    ) -> Opening[Forward]:
        """Has the server listen on a port of its own and connects to a host from here for each connection that comes.

        `await` it, or enter it by `async with`. Arguments and errors as in swiftssh.Client.forward_remote().
        """
        places = (words(bind_host, "bind_host"), port_number(bind_port, "bind_port"), words(host, "host"), port_number(port))
        return Opening(self._forward("remote", timeout, *places, -1))

    def socks(self, *, bind_host: str = "127.0.0.1", bind_port: int = 0) -> Opening[Forward]:
        """Serves SOCKS 4, 4a and 5 without authentication on a port of this machine: the server connects to whatever is asked for.

        `await` it, or enter it by `async with`. Arguments and errors as in swiftssh.Client.socks().
        """
        return Opening(self._forward("socks", None, words(bind_host, "bind_host"), port_number(bind_port, "bind_port")))

    async def _forward(self, kind: str, timeout: float | None, *arguments: object) -> Forward:
        made = await self._driver.make(
            "swiftssh_client_forward_" + kind,
            _abi.swiftssh_forward,
            self._handle.pointer,
            *arguments,
            timeout=timeout,
        )
        return Forward(owned(made, "swiftssh_forward_free", self._handle), self)

    async def close(self) -> None:
        """Says goodbye and ends the connection with everything that goes through it.

        Tasks that wait raise Cancelled. Takes at most half a second; a second call does nothing.
        """
        if self.closed:
            return
        driver, handle = self._driver, self._handle
        goodbye = (driver.session.pointer, _DISCONNECT_BY_APPLICATION, b"end", b"")
        driver.interrupt("the client was closed while the call waited")
        try:
            await driver.call("swiftssh_session_disconnect", *goodbye, timeout=_GOODBYE)
        finally:
            driver.end("the client was closed while the call waited")
            closing = CLOSING.start(functools.partial(_close, handle))
            await asyncio.wrap_future(closing)


def _close(handle: Handle) -> None:
    """Ends a client's connection and its threads."""
    if not handle.closed:
        call("swiftssh_client_close", handle.pointer)
        handle.close()


def connect(
    host: str,
    *,
    port: int | None = None,
    user: str | None = None,
    config: Configuration = True,
    host_keys: HostKeys | None = None,
    known_hosts: KnownHostsPlaces | None = None,
    agent: bool | Path | None = None,
    keys: Key | list[Key] | None = None,
    key_files: Path | Sequence[Path] | None = None,
    passphrase: str | bytes | PassphraseQuestion | None = None,
    password: str | bytes | None = None,
    answers: AnswersQuestion | None = None,
    attempts: int = 6,
    profile: Profile = "compatible",
    algorithms: Mapping[Purpose, Sequence[str]] | None = None,
    compression: bool | None = None,
    engine: Engine | None = None,
    via: Client | None = None,
    keepalive: float | None = None,
    keepalive_count: int | None = None,
    connection_attempts: int | None = None,
    forward_agent: bool | Path = False,
    forward_x11: bool | str = False,
    timeout: float | None = 60,
) -> Opening[Client]:
    """Connects to a host, checks its key and logs in: `await` it, or enter it by `async with`.

    Arguments and errors as in swiftssh.connect(). Functions are called in another thread, and are plain ones, not coroutines. A task that is
    cancelled gives up at once. At most 64 connections are made at a time; the time includes waiting for the others.
    """
    options = ConnectOptions(
        config=config,
        host_keys=host_keys,
        known_hosts=known_hosts,
        agent=agent,
        keys=keys,
        key_files=key_files,
        passphrase=passphrase,
        password=password,
        answers=answers,
        attempts=attempts,
        profile=profile,
        algorithms=algorithms,
        compression=compression,
        engine=engine,
        via=via,
        keepalive=keepalive,
        keepalive_count=keepalive_count,
        connection_attempts=connection_attempts,
        forward_agent=forward_agent,
        forward_x11=forward_x11,
    )
    return Opening(_connect(host, port, user, options, timeout))


async def _connect(
    host: str, port: int | None, user: str | None, options: ConnectOptions, timeout: float | None
) -> Client:
    milliseconds(timeout)
    handle, asking = prepared(host, port, user, options)
    loop = asyncio.get_running_loop()
    end = None if timeout is None else loop.time() + timeout

    def work() -> int:
        left = None if end is None else max(0.0, end - loop.time())
        return call("swiftssh_client_connect", handle.pointer, milliseconds(left))

    connecting = CONNECTING.start(work)
    waiting = asyncio.wrap_future(connecting)
    try:
        await asyncio.wait([waiting], timeout=timeout)
        if connecting.cancel():
            raise TimedOut(
                "other connections were being made until the deadline", code=_abi.SWIFTSSH_ERROR_TIMEOUT, host=host
            )
        await waiting
        return Client(handle, host)
    except asyncio.CancelledError:
        if not connecting.cancel():
            give_up(handle.pointer)
        waiting.cancel()
        raise
    except BaseException as error:
        handle.close()
        raised = asking.take_raised()
        if raised is not None and raised is not error:
            raise raised from None
        raise
