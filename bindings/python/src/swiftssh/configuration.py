"""What ssh_config files say of a host, for who only wants to know: connect() reads them by itself."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from . import _abi
from ._arguments import milliseconds, remote_port, words
from ._calls import call, owned
from ._library import function, text
from ._options import Configuration, paths

__all__ = ["HostConfiguration"]


@dataclass(frozen=True)
class HostConfiguration:
    """How a host is to be connected to, as ssh_config files say it, with tokens and home directories replaced.

    name: the host as it was asked for.
    hostname, port, user: HostName, Port and User, or what OpenSSH takes where no file says.
    address_family, bind_address: AddressFamily, which is "any", "inet" or "inet6", and BindAddress.
    proxy_jump: the hosts of ProxyJump, each as [user@]host[:port], the first to be connected to first.
    proxy_command: ProxyCommand; None for none.
    connect_timeout: ConnectTimeout in seconds; None for none.
    connection_attempts: ConnectionAttempts.
    server_alive_interval, server_alive_count_max: ServerAliveInterval in seconds, 0 for never and where no file says, and ServerAliveCountMax.
    strict_host_key_checking: StrictHostKeyChecking as `ssh -G` shows it: "true", "ask", "accept-new" or "false".
    user_known_hosts_files, global_known_hosts_files: UserKnownHostsFile and GlobalKnownHostsFile.
    host_key_alias: HostKeyAlias in small letters; None for none.
    hash_known_hosts: HashKnownHosts.
    identity_files: the paths of IdentityFile; empty where no file says.
    identities_only: IdentitiesOnly.
    identity_agent: IdentityAgent: a path, "none" or "SSH_AUTH_SOCK"; None where no file says.
    certificate_files: the paths of CertificateFile.
    compression: Compression.
    values: all values by their keyword in small letters, as `ssh -G` shows them.
    """

    name: str
    hostname: str
    port: int
    user: str
    address_family: str
    bind_address: str | None
    proxy_jump: tuple[str, ...]
    proxy_command: str | None
    connect_timeout: float | None
    connection_attempts: int
    server_alive_interval: int
    server_alive_count_max: int
    strict_host_key_checking: str
    user_known_hosts_files: tuple[str, ...]
    global_known_hosts_files: tuple[str, ...]
    host_key_alias: str | None
    hash_known_hosts: bool
    identity_files: tuple[str, ...]
    identities_only: bool
    identity_agent: str | None
    certificate_files: tuple[str, ...]
    compression: bool
    values: Mapping[str, tuple[str, ...]]

    @staticmethod
    def lookup(
        host: str,
        *,
        config: Configuration = True,
        port: int | None = None,
        user: str | None = None,
        timeout: float | None = None,
    ) -> HostConfiguration:
        """Reads what files say of a host.

        host: the host as a user names it, which may be an alias.
        config: which files are read, as in connect(); False for none.
        port, user: where they are not for the files to say.
        timeout: the time that commands of `Match exec` may take in seconds; None for no limit.

        Raises FileMissing and FileUnreadable for a file that cannot be read, does not belong to its user, or has a line that is not
        understood; TimedOut.
        """
        files = None if config is True else b"" if config is False else b"".join(os.fsencode(path) + b"\0" for path in paths(config, "config"))
        name = None if user is None else words(user, "user")
        arguments = (words(host, "host"), remote_port(port), name, files, len(files or b""), milliseconds(timeout))
        made = call.make("swiftssh_host_configuration_new", _abi.swiftssh_host_configuration, *arguments)
        with owned(made, "swiftssh_host_configuration_free") as handle:
            return _described(_values(handle.pointer))


def _values(pointer: object) -> dict[str, tuple[str, ...]]:
    count = function("swiftssh_host_configuration_count")
    found: dict[str, tuple[str, ...]] = {}
    while keyword := text("swiftssh_host_configuration_keyword", pointer, len(found)):
        name = keyword.encode()
        indices = range(count(pointer, name))
        found[keyword] = tuple(text("swiftssh_host_configuration_value", pointer, name, index) for index in indices)
    return found


def _described(values: dict[str, tuple[str, ...]]) -> HostConfiguration:
    def one(keyword: str) -> str | None:
        return values[keyword][0] if keyword in values else None

    def certain(keyword: str) -> str:
        return one(keyword) or ""

    timeout = certain("connecttimeout")
    return HostConfiguration(
        name=certain("host"),
        hostname=certain("hostname"),
        port=int(certain("port")),
        user=certain("user"),
        address_family=certain("addressfamily"),
        bind_address=one("bindaddress"),
        proxy_jump=tuple(hop for hop in certain("proxyjump").split(",") if hop),
        proxy_command=one("proxycommand"),
        connect_timeout=None if timeout == "none" else float(timeout),
        connection_attempts=int(certain("connectionattempts")),
        server_alive_interval=int(certain("serveraliveinterval")),
        server_alive_count_max=int(certain("serveralivecountmax")),
        strict_host_key_checking=certain("stricthostkeychecking"),
        user_known_hosts_files=values.get("userknownhostsfile", ()),
        global_known_hosts_files=values.get("globalknownhostsfile", ()),
        host_key_alias=one("hostkeyalias"),
        hash_known_hosts=one("hashknownhosts") == "yes",
        identity_files=values.get("identityfile", ()),
        identities_only=one("identitiesonly") == "yes",
        identity_agent=one("identityagent"),
        certificate_files=values.get("certificatefile", ()),
        compression=one("compression") == "yes",
        values=values,
    )
