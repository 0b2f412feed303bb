"""One command on many hosts at once.

    for done in swiftssh.fleet.run(["web1", "web2"], "uptime", concurrency=50):
        print(done.host, done.result.text if done.result else done.error)

Each host is connected to, runs the command and is left, by threads of the library's own. What becomes of one host never
touches another, and no host's result is lost.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Union

from . import _abi, result
from ._arguments import LARGEST_WORD, command_line, command_text, content, host_name, kept, milliseconds, number, remote_port, variables, words
from ._calls import Caller, call, owned
from ._handle import Handle
from ._library import function
from ._options import ConnectOptions, prepared
from .errors import CLASSES, CommandTimedOut, SSHError, TimedOut
from .result import CommandResult

__all__ = ["Host", "HostResult", "run"]


@dataclass(frozen=True)
class Host:
    """A host that a command is to run on. Port and user None take what ssh_config says, and where it says nothing 22 and this process's user."""

    host: str
    port: int | None = None
    user: str | None = None


_MOST = 1024

_taking = Caller({**CLASSES, (_abi.SWIFTSSH_ERROR_TIMEOUT, 0): CommandTimedOut}, SSHError)

HostLike = Union[str, Host]
"""A host, or its name."""


@dataclass(frozen=True)
class HostResult:
    """What became of one host: either what its command did, or why it could not run to its end.

    host: the host as it was given.
    index: its number among those that were given.
    result: what the command did; None where it could not run to its end.
    error: why that is; None otherwise. CommandTimedOut, OutputLimitExceeded and ConnectionLost have what the command had written.
    """

    host: Host
    index: int
    result: CommandResult | None
    error: SSHError | None

    @property
    def ok(self) -> bool:
        """Whether the command exited by itself with the status 0."""
        return self.result is not None and self.result.ok


def run(
    hosts: Iterable[HostLike],
    command: str | bytes,
    *,
    options: ConnectOptions = ConnectOptions(),
    input: str | bytes | None = None,
    env: Mapping[str, str] | None = None,
    concurrency: int = 32,
    limit: int | None = 16 * 1024 * 1024,
    timeout: float | None = None,
) -> Iterator[HostResult]:
    """Runs a command on hosts, and gives what became of each as they are done.

    hosts: names, or Host for another port or user. One that is given twice runs the command twice.
    command, input, env: as in Client.run().
    options: how to connect to each; what ssh_config says of each is asked for the rest. Where they have no connection_attempts, a server that drops a connection
        before it has said who it is, as one does that has too many at once, is tried up to 6 times.
    concurrency: on how many hosts at most it runs at once; each takes a thread of the library's, not of Python's. Fewer, with a RuntimeWarning, where
        the process's limit of open files has no room for six for each: resource.setrlimit() and ulimit -n raise that.
    limit: how many bytes of output are kept for each host; None for no limit.
    timeout: the time for one host in seconds, connecting included; None for no limit, but for connecting a minute.

    It begins at once. An iterator that is let go ends what still runs. Functions in `options` are called in several threads;
    what one raises is told to threading.excepthook(), and is a refusal for the host that it was asked about.
    """
    started = begun(hosts, command, options, input, env, concurrency, limit, timeout)
    return results(*started, command)


def hosts_of(hosts: Iterable[HostLike]) -> list[Host]:
    """Returns hosts, those that are named too. Raises TypeError for one host in the place of several, and for what is none."""
    if isinstance(hosts, (str, bytes, Host)):
        raise TypeError(f"hosts: several are wanted, as [{hosts!r}], not one")
    chosen = list(hosts)
    for host in chosen:
        if not isinstance(host, (str, Host)):
            raise TypeError(f"hosts: must be str or swiftssh.fleet.Host, not {type(host).__name__}")
    return [Host(host) if isinstance(host, str) else host for host in chosen]


def begun(
    hosts: Iterable[HostLike],
    command: str | bytes,
    options: ConnectOptions,
    input: str | bytes | None,
    env: Mapping[str, str] | None,
    concurrency: int,
    limit: int | None,
    timeout: float | None,
) -> tuple[Handle, list[Host]]:
    """Begins what run() does. Returns the fleet and its hosts, for results()."""
    chosen = hosts_of(hosts)
    at_once = max(1, number(concurrency, LARGEST_WORD, "concurrency"))
    template, asking = prepared("fleet", None, None, options)
    asking.is_shared = True
    fleet = owned(
        call.make("swiftssh_fleet_new", _abi.swiftssh_fleet, template.pointer, at_once),
        "swiftssh_fleet_free",
        template,
    )
    for host in chosen:
        user = None if host.user is None else words(host.user, "user")
        call("swiftssh_fleet_add", fleet.pointer, host_name(host.host), remote_port(host.port), user)
    data, named = content(input), variables(env)
    arguments = (command_line(command), data, len(data), named, len(named), kept(limit), milliseconds(timeout))
    call("swiftssh_fleet_start", fleet.pointer, *arguments)
    room, wanted = function("swiftssh_fleet_concurrency")(fleet.pointer), min(concurrency, len(chosen))
    if 0 < room < min(wanted, _MOST):
        text = f"the limit of open files (ulimit -n) has room for {room} hosts at once, not for {wanted}"
        warnings.warn(text, RuntimeWarning, stacklevel=3)
    return fleet, chosen


def cancel(fleet: Handle) -> None:
    """Ends what runs: the error of hosts that are not done is Cancelled. Any thread may call it. Does not block."""
    call("swiftssh_fleet_cancel", fleet.pointer)


def results(fleet: Handle, hosts: list[Host], command: str | bytes) -> Iterator[HostResult]:
    """Gives what becomes of each host as they are done."""
    with fleet:
        while function("swiftssh_fleet_remaining")(fleet.pointer) > 0:
            index = call("swiftssh_fleet_next", fleet.pointer, -1)
            yield _result(fleet, hosts, index, command_text(command))


def _result(fleet: Handle, hosts: list[Host], index: int, command: str) -> HostResult:
    try:
        made = _taking.make("swiftssh_fleet_result", _abi.swiftssh_command_result, fleet.pointer, index)
    except CommandTimedOut as late:
        return HostResult(hosts[index], index, None, _timed_out(late, command))
    except SSHError as error:
        return HostResult(hosts[index], index, None, error)
    return HostResult(hosts[index], index, result.taken(made, command), None)


def _timed_out(late: CommandTimedOut, command: str) -> TimedOut:
    """Returns the error of a host whose time was over: the command's, with what it had written, where it had been begun."""
    if late.phase in ("channel", "command"):
        return result.timed_out(command, late)
    return TimedOut(*late.args, code=late.code, phase=late.phase, host=late.host, port=late.port)
