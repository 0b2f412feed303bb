"""Connecting to a host."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ._arguments import milliseconds
from ._calls import call
from ._options import Configuration, ConnectOptions, Engine, HostKeys, Key, KnownHostsPlaces, Path, Profile, Purpose, place, prepared
from ._questions import AnswersQuestion, PassphraseQuestion
from .client import Client

__all__ = ["connect"]


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
) -> Client:
    """Connects to a host, checks its key and logs in.

    Credentials are tried in this order, as far as the server takes their kind, and several where it wants several: keys in memory, the
    agent's keys, key files, the password, the answers to the server's questions.

    What is given here goes before what the ssh_config files say of the host, which are asked for the rest: HostName, Port, User, IdentityFile,
    ProxyJump and so on.

    host: a name, an alias of ssh_config's, or an address.
    port: None takes what ssh_config says, 22 where it says nothing.
    user: the user's name on the server; None takes what ssh_config says, and where it says nothing that of this process's user.
    config: which ssh_config files are read; see Configuration.
    host_keys: which host keys are accepted; see HostKeys. None takes "accept-new" where StrictHostKeyChecking is `accept-new` or `no` and no
        known_hosts are given, otherwise "strict".
    known_hosts: files in the place of those that ssh_config names, of ~/.ssh/known_hosts and of /etc/ssh/ssh_known_hosts, new hosts going
        to the first; or KnownHosts.
    agent: whether the agent that $SSH_AUTH_SOCK names is used, or the path of another one's socket; None takes what ssh_config says, True
        where it says nothing.
    keys: private keys in memory: the text that a key file would hold, or a pair of that and a passphrase; one, or a list.
    key_files: private keys in the place of those that ssh_config names, and of those of ~/.ssh/id_ed25519, id_ecdsa and id_rsa that exist, of which
        none are tried where there are `keys`. A file of this user's that others may use is refused.
    passphrase: that of encrypted keys, or a function that is given a path when the server takes that key.
    password: the user's password.
    answers: a function that answers the server's questions.
    attempts: the server's MaxAuthTries: keys are offered only as long as one is left for each of the others.
    profile: "modern", "compatible" or "legacy": how old the server may be. "legacy" offers weak algorithms; keep it for the one host that has no others.
    algorithms: which algorithms are offered instead, favourite first, for "kex", "host_key", "cipher", "mac": a sequence of names, or a str with commas.
    compression: whether compression is offered; None takes what ssh_config says, False where it says nothing.
    engine: "libssh2" or "native"; None takes what $SWIFTSSH_ENGINE names, or libssh2.
    via: a client through whose host the connection goes; None takes the hosts of ProxyJump, or ProxyCommand.
    keepalive: how many seconds nothing may come from the server before it is asked whether it still answers; 0 for never, None for what
        ssh_config says (ServerAliveInterval), 30 where it says nothing.
    keepalive_count: how many such times it may leave that unanswered: the connection then ends, and calls that wait raise ConnectionLost. None
        takes what ssh_config says (ServerAliveCountMax), 3 where it says nothing.
    connection_attempts: how often the server is tried at most where it cannot be connected to, or drops the connection before it has said who it is,
        as one does that has too many at once; with a random wait in between that grows, within `timeout`. None takes what ssh_config says
        (ConnectionAttempts), 1 where it says nothing.
    forward_agent: whether what runs on the host may use the agent that `agent` or else $SSH_AUTH_SOCK names, or the path of another
        one's socket. Whoever controls the host may then use it too, as long as the connection lasts.
    forward_x11: whether what runs on the host may use the display that $DISPLAY names, or the name of another one. Whoever controls the
        host may then see and do whatever goes on there, as long as the connection lasts.
    timeout: the time for all of it in seconds; None for no limit.

    Functions are called in the thread that connects.

    Raises FileUnreadable for an ssh_config file that is not understood; AddressNotFound, ConnectFailed, TimedOut, ProtocolError; HostKeyUnknown, HostKeyMismatch, HostKeyRevoked,
    HostKeyRefused; AuthenticationError, which says what was offered and what the server takes; PassphraseError;
    NotSupported where the engine cannot forward an agent; SSHError where there is none to forward; what the functions raise.
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
    handle, asking = prepared(host, port, user, options)
    try:
        call("swiftssh_client_connect", handle.pointer, milliseconds(timeout))
    except BaseException as error:
        handle.close()
        raised = asking.take_raised()
        if raised is not None and raised is not error:
            raise raised from None
        raise
    return Client(handle, host)
