"""Clients: connections to one host that check its key and log in by themselves."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Literal, TypeVar, Union

from . import _abi, _questions
from ._calls import call, owned
from ._handle import Handle
from ._library import function
from ._questions import AnswersQuestion, HostKeyQuestion, PassphraseQuestion, Path, encoded
from ._waiting import interruptible, milliseconds
from .forward import Forward
from .process import RemoteProcess, Terminal
from .result import CommandResult

__all__ = ["Client", "HostKeys", "connect"]

_Self = TypeVar("_Self", bound="Client")

HostKeys = Union[str, HostKeyQuestion]
"""Which host keys are accepted.

"strict": those that known_hosts lists for the host. "accept-new": also that of a host that it does not name, which is then added, one
line. "SHA256:...": the one key of this fingerprint. A function that is given a PresentedHostKey and returns whether it is
accepted. "insecure-accept-anything": every key; whoever is on the way to the server can then read and change everything.
"""

_POLICIES = {
    "strict": _abi.SWIFTSSH_HOST_KEYS_STRICT,
    "accept-new": _abi.SWIFTSSH_HOST_KEYS_ACCEPT_NEW,
    "insecure-accept-anything": _abi.SWIFTSSH_HOST_KEYS_INSECURE_ACCEPT_ANYTHING,
}

_PURPOSES = {
    "kex": (_abi.SWIFTSSH_METHOD_KEX,),
    "host_key": (_abi.SWIFTSSH_METHOD_HOSTKEY,),
    "cipher": (_abi.SWIFTSSH_METHOD_CRYPT_CS, _abi.SWIFTSSH_METHOD_CRYPT_SC),
    "mac": (_abi.SWIFTSSH_METHOD_MAC_CS, _abi.SWIFTSSH_METHOD_MAC_SC),
}

Purpose = Literal["kex", "host_key", "cipher", "mac"]
"""What algorithms are for; each is offered for both directions."""


class Client:
    """A connection to one host, which connect() makes. Any thread may use it.

    host, port, user: whom it is connected to; user is "" for this process's user.

    As context manager it is closed at the end.
    """

    def __init__(self, handle: Handle, host: str, port: int, user: str) -> None:
        """Takes over a handle."""
        self._handle = handle
        self.host = host
        self.port = port
        self.user = user

    def __repr__(self) -> str:
        at = f"{self.user}@" if self.user else ""
        return f"<swiftssh.Client {at}{self.host}:{self.port}{' closed' if self.closed else ''}>"

    @property
    def closed(self) -> bool:
        """Whether close() has been called."""
        return self._handle.closed

    @property
    def connected(self) -> bool:
        """Whether the connection has not ended, as far as is known without asking the server."""
        return not self.closed and function("swiftssh_client_is_connected")(self._handle.pointer) == 1

    def run(
        self,
        command: str,
        *,
        input: str | bytes | None = None,
        env: Mapping[str, str] | None = None,
        terminal: Terminal | None = None,
        check: bool = False,
        timeout: float | None = None,
        limit: int | None = None,
    ) -> CommandResult:
        """Runs a command to its end.

        command: the command line, as the user's shell on the server is to read it.
        input: what it reads from standard input, which then ends; a str is sent as UTF-8.
        env: variables to set; servers take only names that they are configured to take.
        terminal: a terminal for it; None for none.
        check: whether a command that does not exit with 0 raises CommandFailed.
        timeout: the time for all of it in seconds; None for no limit.
        limit: how many bytes are kept of both outputs together; None for no limit.

        Raises ChannelError when the server refuses; CommandTimedOut and OutputLimitExceeded, after which the command has
        been killed, both with what it wrote; ConnectionLost.
        """
        with self.start(command, env=env, terminal=terminal, timeout=timeout) as process:
            result = process.communicate(input, timeout=timeout, limit=limit)
        return result.check() if check else result

    def start(
        self,
        command: str,
        *,
        env: Mapping[str, str] | None = None,
        terminal: Terminal | None = None,
        timeout: float | None = None,
    ) -> RemoteProcess:
        """Starts a command, and returns it running.

        command, env, terminal: as in run().
        timeout: how long the start, and each later read or write, may take in seconds; None for no limit.

        Raises ChannelError when the server refuses; TimedOut; ConnectionLost.
        """
        return self._start(command, env, terminal, timeout)

    def shell(
        self,
        *,
        env: Mapping[str, str] | None = None,
        terminal: Terminal | None = Terminal(),
        timeout: float | None = None,
    ) -> RemoteProcess:
        """Starts the user's shell, an interactive one where it has a terminal. Arguments and errors as in start()."""
        return self._start(None, env, terminal, timeout)

    def _start(
        self,
        command: str | None,
        env: Mapping[str, str] | None,
        terminal: Terminal | None,
        timeout: float | None,
    ) -> RemoteProcess:
        variables = b"".join(f"{name}={value}".encode() + b"\0" for name, value in (env or {}).items())
        pointer = self._handle.pointer

        def work() -> RemoteProcess:
            made = call.make(
                "swiftssh_client_start",
                _abi.swiftssh_process,
                pointer,
                None if command is None else command.encode(),
                variables,
                len(variables),
                terminal.type.encode() if terminal else None,
                terminal.columns if terminal else 0,
                terminal.rows if terminal else 0,
                milliseconds(timeout),
            )
            handle = owned(made, "swiftssh_process_free", self._handle)
            return RemoteProcess(handle, "shell" if command is None else command, timeout)

        return interruptible(work, lambda: None)

    def forward_local(
        self, host: str, port: int, *, bind_host: str = "127.0.0.1", bind_port: int = 0
    ) -> Forward:
        """Listens on a port of this machine and has the server connect to a host for each connection that comes.

        host, port: what to connect to, as the server is to resolve it.
        bind_host, bind_port: what to listen on; port 0 lets the system choose.

        Raises AddressNotFound, and ConnectFailed when the port is not to be had.
        """
        return self._forward("local", bind_host.encode(), bind_port, host.encode(), port)

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
        arguments = (bind_host.encode(), bind_port, host.encode(), port, milliseconds(timeout))
        return interruptible(lambda: self._forward("remote", *arguments), lambda: None)

    def socks(self, *, bind_host: str = "127.0.0.1", bind_port: int = 0) -> Forward:
        """Serves SOCKS 4, 4a and 5 without authentication on a port of this machine: the server connects to whatever is asked for.

        bind_host: everybody who can connect to it can use what the server can reach.
        bind_port: the port; 0 lets the system choose.

        Raises AddressNotFound, and ConnectFailed when the port is not to be had.
        """
        return self._forward("socks", bind_host.encode(), bind_port)

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
        call("swiftssh_client_close", self._handle.pointer)
        self._handle.close()

    def __enter__(self: _Self) -> _Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def connect(
    host: str,
    *,
    port: int = 22,
    user: str | None = None,
    host_keys: HostKeys = "strict",
    known_hosts: Path | Sequence[Path] | None = None,
    agent: bool | Path = True,
    key_files: Path | Sequence[Path] | None = None,
    passphrase: str | bytes | PassphraseQuestion | None = None,
    password: str | bytes | None = None,
    answers: AnswersQuestion | None = None,
    attempts: int = 6,
    algorithms: Mapping[Purpose, Sequence[str]] | None = None,
    compression: bool = False,
    via: Client | None = None,
    timeout: float | None = 60,
) -> Client:
    """Connects to a host, checks its key and logs in.

    Credentials are tried in this order, as far as the server takes their kind, and several where it wants several: the
    agent's keys, key files, the password, the answers to the server's questions.

    host, port: a name or an address.
    user: the user's name on the server; None takes that of this process's user.
    host_keys: which host keys are accepted; see HostKeys.
    known_hosts: files in the place of ~/.ssh/known_hosts and /etc/ssh/ssh_known_hosts. New hosts go to the first.
    agent: whether the agent that $SSH_AUTH_SOCK names is used, or the path of another one's socket.
    key_files: private keys in the place of those of ~/.ssh/id_ed25519, id_ecdsa and id_rsa that exist.
    passphrase: that of encrypted key files, or a function that is given a path when the server takes that key.
    password: the user's password.
    answers: a function that answers the server's questions.
    attempts: the server's MaxAuthTries: keys are offered only as long as one is left for each of the others.
    algorithms: which algorithms are offered, favourite first, for "kex", "host_key", "cipher", "mac".
    compression: whether compression is offered.
    via: a client through whose host the connection goes.
    timeout: the time for all of it in seconds; None for no limit.

    Raises AddressNotFound, ConnectFailed, TimedOut, ProtocolError; HostKeyUnknown, HostKeyMismatch, HostKeyRevoked,
    HostKeyRefused; AuthenticationError, which says what was offered and what the server takes; PassphraseError;
    what the functions raise.
    """
    pointer = call.make(
        "swiftssh_client_new", _abi.swiftssh_client, host.encode(), port, None if user is None else user.encode()
    )
    handle = owned(pointer, "swiftssh_client_free")
    client = Client(handle, host, port, user or "")
    asking = _questions.Asking()

    def set_option(name: str, *arguments: object) -> None:
        call("swiftssh_client_" + name, handle.pointer, *arguments)

    def set_callback(name: str, callback: object) -> None:
        number = ctypes.c_void_p(_questions.register(asking))
        set_option(name, callback, number, _questions.FORGET)

    if callable(host_keys):
        asking.host_key = host_keys
        set_callback("set_host_key_callback", _questions.HOST_KEY)
    elif host_keys in _POLICIES:
        set_option("set_host_key_policy", _POLICIES[host_keys])
    elif host_keys.startswith("SHA256:"):
        set_option("set_fingerprint", host_keys.encode())
    else:
        raise ValueError(f"host_keys: {host_keys!r} is none of {', '.join(_POLICIES)}, SHA256:..., a function")
    for path in _paths(known_hosts):
        set_option("add_known_hosts_file", os.fsencode(path))
    if agent is not True:
        set_option("set_agent", 0 if agent is False else 1, None if agent is False else os.fsencode(agent))
    if key_files is not None:
        set_option("set_user_key_files", 0)
    for path in _paths(key_files):
        set_option("add_key_file", os.fsencode(path))
    if passphrase is not None:
        asking.passphrase = passphrase if callable(passphrase) else _always(passphrase)
        set_callback("set_passphrase_callback", _questions.PASSPHRASE)
    if password is not None:
        secret = encoded(password)
        set_option("set_password", secret, len(secret))
    if answers is not None:
        asking.answers = answers
        set_callback("set_keyboard_interactive_callback", _questions.ANSWERS)
    set_option("set_attempts", attempts)
    for purpose, names in (algorithms or {}).items():
        for number in _PURPOSES[purpose]:
            set_option("set_algorithms", number, ",".join(names).encode())
    if compression:
        set_option("set_compression", 1)
    if via is not None:
        set_option("set_jump_host", via._handle.pointer)
    try:
        interruptible(
            lambda: call("swiftssh_client_connect", handle.pointer, milliseconds(timeout)),
            lambda: call("swiftssh_client_close", handle.pointer),
        )
    except BaseException as error:
        handle.close()
        raised = asking.take_raised()
        if raised is not None and raised is not error:
            raise raised from None
        raise
    return client


def _paths(paths: Path | Sequence[Path] | None) -> Sequence[Path]:
    """Returns paths as a sequence, also a single one."""
    if paths is None:
        return ()
    return (paths,) if isinstance(paths, (str, os.PathLike)) else paths


def _always(passphrase: str | bytes) -> PassphraseQuestion:
    """Returns a function that gives the same passphrase for each file."""

    def answer(path: str) -> str | bytes:
        return passphrase

    return answer
