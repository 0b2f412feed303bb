"""How to connect, and a client of the library's that is told so."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, Union

from . import _abi, _log, _questions
from ._arguments import LARGEST_WORD, file_path, host_name, milliseconds, number, remote_port, words
from ._calls import call, owned, trying
from ._handle import Handle
from ._library import function, text
from ._questions import AnswersQuestion, Asking, HostKeyQuestion, PassphraseQuestion, encoded
from .errors import SSHError
from .known_hosts import KnownHosts

HostKeys = Union[str, HostKeyQuestion]
"""Which host keys are accepted.

"strict": those that known_hosts lists for the host. "accept-new": also that of a host that it does not name, which is then added, one
line. "SHA256:...": the one key of this fingerprint; where the server has several, `algorithms`
has it present that. A function that is given a PresentedHostKey and returns whether it is
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

_ENGINES: dict[str, int] = {
    "libssh2": _abi.SWIFTSSH_ENGINE_LIBSSH2,
    "native": _abi.SWIFTSSH_ENGINE_NATIVE,
}

Engine = Literal["libssh2", "native"]
"""What a connection's packets are made by; docs/engines.md tells where they differ."""

_PROFILES = {
    "modern": _abi.SWIFTSSH_ALGORITHM_PROFILE_MODERN,
    "compatible": _abi.SWIFTSSH_ALGORITHM_PROFILE_COMPATIBLE,
    "legacy": _abi.SWIFTSSH_ALGORITHM_PROFILE_LEGACY,
}

Profile = Literal["modern", "compatible", "legacy"]
"""How old a server may be, and so which algorithms are offered: nothing that rests on SHA-1; also that; also what is weak."""

Purpose = Literal["kex", "host_key", "cipher", "mac"]
"""What algorithms are for; each is offered for both directions."""

Path = Union[str, os.PathLike[str]]
"""The path of a local file; a `~` at its beginning is the home directory."""

Key = Union[str, bytes, tuple[Union[str, bytes], Union[str, bytes]]]
"""A private key in memory: what a key file would hold, alone or with the passphrase that it is encrypted with."""

Configuration = Union[bool, Path, Sequence[Path]]
"""Which ssh_config files are read: True for the user's, ~/.ssh/config, and /etc/ssh/ssh_config; False for none; or these, which must exist."""

KnownHostsPlaces = Union[Path, Sequence[Path], KnownHosts]
"""Where hosts' keys are known from: files, or a list."""


class JumpHost(Protocol):
    """A client through whose host a connection goes, of whichever kind."""

    @property
    def pointer(self) -> object: ...


@dataclass(frozen=True)
class ConnectOptions:
    """How to connect, and by what to log in: the arguments of connect() that are not about one host."""

    config: Configuration = True
    host_keys: HostKeys | None = None
    known_hosts: KnownHostsPlaces | None = None
    agent: bool | Path | None = None
    keys: Key | list[Key] | None = None
    key_files: Path | Sequence[Path] | None = None
    passphrase: str | bytes | PassphraseQuestion | None = None
    password: str | bytes | None = None
    answers: AnswersQuestion | None = None
    attempts: int = 6
    profile: Profile = "compatible"
    algorithms: Mapping[Purpose, Sequence[str]] | None = None
    compression: bool | None = None
    engine: Engine | None = None
    via: JumpHost | None = None
    keepalive: float | None = None
    keepalive_count: int | None = None
    connection_attempts: int | None = None
    forward_agent: bool | Path = False
    forward_x11: bool | str = False

    def __post_init__(self) -> None:
        """Refuses a key where the path of its file is wanted, before anything shows it."""
        paths(self.key_files, "key_files")

    def __repr__(self) -> str:
        """Says nothing of secrets."""
        return f"<swiftssh.ConnectOptions host_keys={self.host_keys!r} key_files={self.key_files!r}>"


def prepared(host: str, port: int | None, user: str | None, options: ConnectOptions) -> tuple[Handle, Asking]:
    """Returns a client that is not connected, and the functions that it will ask."""
    if not isinstance(options, ConnectOptions):
        raise TypeError(f"options: must be ConnectOptions, not {type(options).__name__}")
    _log.listen()
    name = None if user is None else words(user, "user")
    pointer = call.make("swiftssh_client_new", _abi.swiftssh_client, host_name(host), remote_port(port), name)
    handle = owned(pointer, "swiftssh_client_free")
    asking = Asking()

    def set_option(name: str, *arguments: object) -> None:
        call("swiftssh_client_" + name, handle.pointer, *arguments)

    def set_callback(name: str, callback: object) -> None:
        number = ctypes.c_void_p(_questions.register(asking))
        set_option(name, callback, number, _questions.FORGET)

    if options.config is False:
        set_option("set_user_configuration", 0)
    elif options.config is not True:
        for path in paths(options.config, "config"):
            set_option("add_configuration_file", os.fsencode(path))
    if options.host_keys is None:
        pass
    elif callable(options.host_keys):
        asking.host_key = options.host_keys
        set_callback("set_host_key_callback", _questions.HOST_KEY)
    elif options.host_keys in _POLICIES:
        set_option("set_host_key_policy", _POLICIES[options.host_keys])
    elif isinstance(options.host_keys, str) and options.host_keys.startswith("SHA256:"):
        set_option("set_fingerprint", words(options.host_keys, "host_keys"))
    else:
        known = ", ".join(_POLICIES)
        raise ValueError(f"host_keys: {options.host_keys!r} is none of {known}, SHA256:..., a function")
    if options.known_hosts is None or isinstance(options.known_hosts, (str, os.PathLike, Sequence)):
        for path in paths(options.known_hosts, "known_hosts"):
            set_option("add_known_hosts_file", os.fsencode(path))
    elif not isinstance(options.known_hosts, KnownHosts):
        raise TypeError(f"known_hosts: must be paths or KnownHosts, not {type(options.known_hosts).__name__}")
    elif options.host_keys in (None, "strict"):
        set_option("set_known_hosts", options.known_hosts.pointer)
    else:
        raise ValueError(f"known_hosts: a list goes with the host keys 'strict', not {options.host_keys!r}")
    if options.agent is False:
        set_option("set_agent", 0, None)
    elif options.agent is True:
        set_option("set_agent", 1, None)
    elif options.agent is not None:
        set_option("set_agent", 1, os.fsencode(paths([options.agent], "agent")[0]))
    for key, passphrase in _keys(options):
        set_option("add_key", key, len(key), passphrase, len(passphrase))
    if options.key_files is not None:
        set_option("set_user_key_files", 0)
    for path in paths(options.key_files, "key_files"):
        set_option("add_key_file", os.fsencode(path))
    if options.passphrase is not None:
        asking.passphrase = options.passphrase if callable(options.passphrase) else _always(options.passphrase)
        set_callback("set_passphrase_callback", _questions.PASSPHRASE)
    if options.password is not None:
        secret = encoded(options.password, "password")
        set_option("set_password", secret, len(secret))
    if options.answers is not None:
        if not callable(options.answers):
            raise TypeError(f"answers: must be a function, not {type(options.answers).__name__}")
        asking.answers = options.answers
        set_callback("set_keyboard_interactive_callback", _questions.ANSWERS)
    set_option("set_attempts", number(options.attempts, LARGEST_WORD, "attempts"))
    if options.profile not in _PROFILES:
        raise ValueError(f"profile: {options.profile!r} is none of {', '.join(_PROFILES)}")
    set_option("set_algorithm_profile", _PROFILES[options.profile])
    if options.algorithms is not None and not isinstance(options.algorithms, Mapping):
        raise TypeError(f"algorithms: must be a mapping of purposes to names, not {type(options.algorithms).__name__}")
    for purpose, names in (options.algorithms or {}).items():
        if purpose not in _PURPOSES:
            raise ValueError(f"algorithms: {purpose!r} is none of {', '.join(_PURPOSES)}")
        if not isinstance(names, (str, Sequence)) or not all(isinstance(name, str) for name in names):
            raise TypeError(f"algorithms: for {purpose!r} a sequence of names, or a str with commas, is wanted, not {names!r}")
        for method in _PURPOSES[purpose]:
            set_option("set_algorithms", method, words(names if isinstance(names, str) else ",".join(names), "algorithms"))
    if options.compression is not None:
        set_option("set_compression", 1 if options.compression else 0)
    if options.engine is not None:
        set_option("set_engine", engine_number(options.engine))
    if options.via is not None:
        if not hasattr(options.via, "pointer"):
            raise TypeError(f"via: must be a client that is connected, not {type(options.via).__name__}")
        set_option("set_jump_host", options.via.pointer)
    # None takes what ssh_config says, which is -1 and 0 here.
    count = number(options.keepalive_count or 0, LARGEST_WORD, "keepalive_count")
    set_option("set_keepalive", milliseconds(options.keepalive, "keepalive"), count)
    if options.connection_attempts is not None:
        if options.connection_attempts == 0:
            raise ValueError("connection_attempts: 1 is the least")
        set_option("set_connection_attempts", number(options.connection_attempts, LARGEST_WORD, "connection_attempts"))
    if options.forward_agent is not False:
        forwarded = options.agent if options.forward_agent is True else options.forward_agent
        named = forwarded if isinstance(forwarded, (str, os.PathLike)) else None
        set_option("set_agent_forwarding", 1, None if named is None else os.fsencode(file_path(named)))
    if options.forward_x11 is not False:
        set_option("set_x11_forwarding", 1, None if options.forward_x11 is True else words(options.forward_x11, "forward_x11"))
    return handle, asking


def place(handle: Handle) -> tuple[str, int, str]:
    """Returns the host, the port and the user of a client that has begun to connect."""
    pointer = handle.pointer
    user = text("swiftssh_client_username", pointer)
    return text("swiftssh_client_host", pointer), function("swiftssh_client_port")(pointer), user


def give_up(client: object) -> None:
    """Ends a connect() of a client that a thread is in, without waiting for that."""
    try:
        made = trying.make("swiftssh_client_session", _abi.swiftssh_session, client)
    except SSHError:
        # It has not begun, and will not.
        trying("swiftssh_client_close", client)
    else:
        with owned(made, "swiftssh_session_free") as session:
            trying("swiftssh_session_close", session.pointer)


def engine_number(engine: str | None) -> int:
    """Returns the library's number of an engine; None is the one that sessions have which name none."""
    if engine is None:
        return _abi.SWIFTSSH_ENGINE_DEFAULT
    if engine not in _ENGINES:
        raise ValueError(f"engine: {engine!r} is none of {', '.join(_ENGINES)}")
    return _ENGINES[engine]


def engine_name(session: object) -> Engine:
    """Returns the engine that a session runs on."""
    found = function("swiftssh_session_engine")(session)
    return "native" if found == _abi.SWIFTSSH_ENGINE_NATIVE else "libssh2"


def paths(paths: Path | Sequence[Path] | None, name: str) -> Sequence[Path]:
    """Returns paths as a sequence, also a single one, with the home directories that a `~` at the beginning means.

    name: what the caller calls them; errors tell it.
    """
    if paths is None:
        return ()
    several = (paths,) if isinstance(paths, (str, os.PathLike)) else paths
    wrong = several if isinstance(several, bytes) or not isinstance(several, Iterable) else None
    for path in several if wrong is None else (wrong,):
        if not isinstance(path, (str, os.PathLike)):
            raise TypeError(f"{name}: a path must be str or os.PathLike, not {type(path).__name__}")
    return [file_path(path) for path in several]


def _keys(options: ConnectOptions) -> list[tuple[bytes, bytes]]:
    """Returns keys in memory with their passphrases; one that has none of its own has that of the key files, where that is known."""
    keys = options.keys
    if keys is None:
        return []
    usual = b"" if options.passphrase is None or callable(options.passphrase) else encoded(options.passphrase, "passphrase")
    several = keys if isinstance(keys, list) else [keys]
    pairs = (key if isinstance(key, tuple) else (key, usual) for key in several)
    found = [(encoded(key, "keys"), encoded(passphrase, "passphrase")) for key, passphrase in pairs]
    if any(key.startswith((b"/", b"~", b".")) and b"\n" not in key for key, _ in found):
        raise ValueError("keys: what is in a key file is wanted; the path of one goes into key_files")
    return found


def _always(passphrase: str | bytes) -> PassphraseQuestion:
    """Returns a function that gives the same passphrase for each file."""
    given = encoded(passphrase, "passphrase")

    def answer(path: str) -> str | bytes:
        return given

    return answer
