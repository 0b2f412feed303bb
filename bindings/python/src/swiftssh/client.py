"""Clients: connections to one host that check its key and log in by themselves."""

from __future__ import annotations

import time
from collections.abc import Mapping

import swiftssh

from . import _abi, _session_facts
from ._arguments import LARGEST_SIZE, command_line, command_text, content, kept, milliseconds, number, port_number, words
from ._calls import call, owned
from ._closing import Closing
from ._handle import Handle
from ._library import function
from ._options import Engine, engine_name, place
from ._progress import Progress
from ._questions import PresentedHostKey
from ._sftp_paths import LocalPath, RemotePath
from ._sftp_transfer import TransferReport
from .errors import TimedOut
from .forward import Forward
from .process import RemoteProcess, StandardError, Terminal, starting
from .result import CommandResult, timed_out
from .sftp import SFTP

__all__ = ["Client"]


class Client(Closing):
    """A connection to one host, which connect() makes. Any thread may use it.

    name: the host as connect() was given it.
    host, port, user: whom it is connected to, which ssh_config may have said.

    As context manager it is closed at the end.
    """

    def __init__(self, handle: Handle, name: str) -> None:
        """Takes over a handle of a client that is connected."""
        self._handle = handle
        self.name = name
        self.host, self.port, self.user = place(handle)

    def __repr__(self) -> str:
        return f"<swiftssh.Client {self.user}@{self.host}:{self.port}{' closed' if self.closed else ''}>"

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
        with self._session() as session:
            return engine_name(session.pointer)

    def _session(self) -> Handle:
        made = call.make("swiftssh_client_session", _abi.swiftssh_session, self._handle.pointer)
        return owned(made, "swiftssh_session_free", self._handle)

    @property
    def session(self) -> swiftssh.Session:
        """The client's session, for what the client has no method for: channels, SCP, UNIX sockets, ssh2-python's SFTP.

        Its mode and its timeout are the client's too, so that it is to stay in blocking mode. Its disconnect() and its close() do nothing:
        it ends with the client, and keeps that connected while it is kept. Raises Closed after close().
        """
        from .ssh2._client_session import ClientSession

        return ClientSession.of(self._session())

    @property
    def host_key(self) -> PresentedHostKey:
        """The key by which the host has shown that it is the one. Raises Closed after close()."""
        with self._session() as session:
            return _session_facts.host_key(session, self.host, self.port)

    @property
    def banner(self) -> str:
        """What the server said to users before they were in, with LF between lines; what would drive a terminal is escaped.

        "" for nothing, and where the engine does not keep it: libssh2 before 1.11, and after that where it was not asked which ways of
        logging in the server takes. Raises Closed after close().
        """
        with self._session() as session:
            return _session_facts.banner(session)

    @property
    def algorithms(self) -> dict[str, str]:
        """What was agreed on: for "kex", "host_key", and "cipher", "mac" and "compression", each "_to_server" and "_from_server".

        Empty for the mac of a cipher that needs none. Raises Closed after close().
        """
        with self._session() as session:
            return _session_facts.algorithms(session)

    @property
    def timeout(self) -> float | None:
        """How long each call may take that has no time of its own, those of SFTP and of open files included, in seconds; None for no limit.

        Of a copy it is the time in which nothing may come. Raises Closed after close().
        """
        with self._session() as session:
            return _session_facts.timeout(session)

    @timeout.setter
    def timeout(self, seconds: float | None) -> None:
        with self._session() as session:
            _session_facts.set_timeout(session, seconds)

    def run(
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
        """Runs a command to its end.

        command: the command line, as the user's shell on the server is to read it. A str is sent as UTF-8, but for names that are not UTF-8 as SFTP
            gives them, which go back as they were. Without NUL.
        input: what it reads from standard input, which then ends; a str is sent as UTF-8.
        env: variables to set; servers take only names that they are configured to take.
        terminal: a terminal for it; None for none.
        check: whether a command that does not exit with 0 raises CommandFailed.
        timeout: the time for all of it in seconds; None for no limit.
        limit: how many bytes are kept of both outputs together; None for no limit.

        Raises ChannelError when the server refuses; CommandTimedOut and OutputLimitExceeded, which end the command as
        RemoteProcess.kill() does, and ConnectionLost, all with what it wrote.
        """
        # What cannot be used is refused before anything runs.
        given, _, _ = content(input), kept(limit), milliseconds(timeout)
        end = None if timeout is None else time.monotonic() + timeout
        try:
            process = self.start(command, env=env, terminal=terminal, timeout=timeout)
        except TimedOut as error:
            raise timed_out(command_text(command), error) from None
        with process:
            left = None if end is None else max(0.0, end - time.monotonic())
            result = process.communicate(given, timeout=left, limit=limit)
        return result.check() if check else result

    def start(
        self,
        command: str | bytes,
        *,
        env: Mapping[str, str] | None = None,
        terminal: Terminal | None = None,
        stderr: StandardError = "separate",
        timeout: float | None = None,
    ) -> RemoteProcess:
        """Starts a command, and returns it running.

        command, env, terminal: as in run().
        stderr: "separate" to read what it writes there apart, which must then be read: a process that has filled it waits; "merge" to have it come
            among its output; "discard" to drop it.
        timeout: how long the start, and each later read or write, may take in seconds; None for no limit.

        Raises ChannelError when the server refuses; SSHError for a command that is longer than the engine can send: about 35,000 bytes
        with libssh2, 256 KiB with the native one; TimedOut; ConnectionLost.
        """
        return self._start(command_line(command), env, terminal, stderr, timeout)

    def shell(
        self,
        *,
        env: Mapping[str, str] | None = None,
        terminal: Terminal | None = Terminal(),
        stderr: StandardError = "separate",
        timeout: float | None = None,
    ) -> RemoteProcess:
        """Starts the user's shell, an interactive one where it has a terminal. Arguments and errors as in start()."""
        return self._start(None, env, terminal, stderr, timeout)

    def _start(
        self,
        command: bytes | None,
        env: Mapping[str, str] | None,
        terminal: Terminal | None,
        stderr: StandardError,
        timeout: float | None,
    ) -> RemoteProcess:
        made = call.make(
            "swiftssh_client_start_ex",
            _abi.swiftssh_process,
            self._handle.pointer,
            *starting(command, env, terminal, stderr),
            milliseconds(timeout),
        )
        handle = owned(made, "swiftssh_process_free", self._handle)
        return RemoteProcess(handle, "shell" if command is None else command_text(command), timeout)

    def sftp(self, *, bytes_in_flight: int = 0) -> SFTP:
        """Starts the server's SFTP subsystem, for everything that is done with files.

        bytes_in_flight: how many bytes each file may have under way, 32 KiB to 256 MiB; 0 for 8 MiB.

        Raises ChannelError where the server has no SFTP; ConnectionLost.
        """
        session = self._session()
        started = call.make("swiftssh_session_sftp_init_ex", _abi.swiftssh_sftp, session.pointer, number(bytes_in_flight, LARGEST_SIZE, "bytes_in_flight"))
        return SFTP(owned(started, "swiftssh_sftp_free", session))

    def get(
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
        with self.sftp() as sftp:
            return sftp.get(path, target, recursive=recursive, resume=resume, progress=progress, timeout=timeout, check=check)

    def put(
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
        with self.sftp() as sftp:
            return sftp.put(source, path, recursive=recursive, resume=resume, progress=progress, timeout=timeout, check=check)

    @property
    def pointer(self) -> object:
        """What the library's functions take. Raises Closed after close()."""
        return self._handle.pointer

    def forward_local(
        self, host: str, port: int, *, bind_host: str = "127.0.0.1", bind_port: int = 0
    ) -> Forward:
        """Listens on a port of this machine and has the server connect to a host for each connection that comes.

        host, port: what to connect to, as the server is to resolve it.
        bind_host, bind_port: what to listen on; port 0 lets the system choose.

        Raises AddressNotFound, and ConnectFailed when the port is not to be had.
        """
        return self._forward("local", words(bind_host, "bind_host"), port_number(bind_port, "bind_port"), words(host, "host"), port_number(port))

    def forward_remote(
        self,
        host: str,
        port: int,
        *,
        bind_host: str = "127.0.0.1",
        bind_port: int = 0,
        timeout: float | None = None,
    ) -> Forward:
        """Has the server listen on a port of its own and connects to a host from here for each connection that comes.

        host, port: what to connect to, as this machine resolves it.
        bind_host, bind_port: what the server listens on; "" for all its addresses, port 0 lets it choose.
        timeout: the time for the server's answer in seconds; None for no limit.

        Raises SSHError when the server refuses; TimedOut; ConnectionLost.
        """
        places = (words(bind_host, "bind_host"), port_number(bind_port, "bind_port"), words(host, "host"), port_number(port))
        return self._forward("remote", *places, milliseconds(timeout))

    def socks(self, *, bind_host: str = "127.0.0.1", bind_port: int = 0) -> Forward:
        """Serves SOCKS 4, 4a and 5 without authentication on a port of this machine: the server connects to whatever is asked for.

        bind_host: everybody who can connect to it can use what the server can reach.
        bind_port: the port; 0 lets the system choose.

        Raises AddressNotFound, and ConnectFailed when the port is not to be had.
        """
        return self._forward("socks", words(bind_host, "bind_host"), port_number(bind_port, "bind_port"))

    def _forward(self, kind: str, *arguments: object) -> Forward:
        made = call.make(
            "swiftssh_client_forward_" + kind, _abi.swiftssh_forward, self._handle.pointer, *arguments
        )
        return Forward(owned(made, "swiftssh_forward_free", self._handle))

    def close(self) -> None:
        """Says goodbye and ends the connection with everything that goes through it.

        Calls of other threads that wait raise Cancelled. Takes at most half a second; a second call does nothing.
        """
        if self.closed:
            return
        try:
            call("swiftssh_client_close", self._handle.pointer)
        finally:
            self._handle.close()
