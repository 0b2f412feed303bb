"""What callers give, as the library takes it. What does not fit raises ValueError or TypeError here: ctypes would cut it."""

from __future__ import annotations

import operator
import os
from collections.abc import Mapping

LARGEST_SIZE = 2**63 - 1
"""The most bytes of a file, and where one may be read and written."""

LARGEST_WORD = 2**32 - 1
"""The largest number on the wire but for sizes: of characters, of a user, of seconds since 1970."""


class Milliseconds(int):
    """A time as the library takes it, which is told from other numbers; -1 for no limit."""


def milliseconds(seconds: float | None, name: str = "a timeout") -> Milliseconds:
    """Returns a time as the library takes it: rounded up, -1 for no limit. Raises ValueError and TypeError for what is no number from 0 on.

    name: what the caller calls it, here and below; errors tell it.
    """
    if seconds is None or seconds == float("inf"):
        return Milliseconds(-1)
    if not hasattr(seconds, "__float__"):
        raise TypeError(f"{name} must be a number of seconds, or None, not {type(seconds).__name__}")
    if not seconds >= 0:
        raise ValueError(f"{name} must be a number of seconds from 0 on, or None, not {seconds}")
    return Milliseconds(min(int(-(-seconds * 1000 // 1)), 2**62))


def words(text: str, name: str) -> bytes:
    """Returns text that the library takes as NUL-terminated UTF-8."""
    if not isinstance(text, str):
        raise TypeError(f"{name}: must be str, not {type(text).__name__}")
    if "\0" in text:
        raise ValueError(f"{name}: embedded null character")
    return text.encode()


def command_line(command: str | bytes) -> bytes:
    """Returns a command as bytes; of a str lone surrogates become the bytes that they stand for, as in names of files that are not UTF-8."""
    if not isinstance(command, (str, bytes)):
        raise TypeError(f"a command must be str or bytes, not {type(command).__name__}")
    found = command.encode("utf-8", "surrogateescape") if isinstance(command, str) else command
    if b"\0" in found:
        raise ValueError("a command ends at a NUL: there must be none in it")
    return found


def command_text(command: str | bytes) -> str:
    """Returns a command as text; bytes that are not UTF-8 become lone surrogates."""
    return command if isinstance(command, str) else command.decode("utf-8", "surrogateescape")


def file_path(path: str | os.PathLike[str]) -> str:
    """Returns the path of a local file; a `~` at its beginning is the home directory.

    Raises ValueError, which does not show it, for what is a key and not the path of one: errors about files tell their paths.
    """
    found = os.fsdecode(os.path.expanduser(path))
    if "\n" in found or "PRIVATE KEY" in found:
        raise ValueError("the path of a file is wanted, not what is in it")
    return found


def host_name(host: str) -> bytes:
    """Returns a host's name or address as the library takes it. Raises ValueError, which tells what to write, for one with more to it."""
    found = words(host, "host")
    user, at, name = host.rpartition("@")
    name, port = _split_port(name)
    if "://" in host:
        raise ValueError(f"host: {host!r} is a URL; a name or an address is wanted")
    if host != name:
        more = (f", user={user!r}" if at else "") + (f", port={port}" if port else "")
        raise ValueError(f"host: {host!r} has more to it than a name or an address; write {name!r}{more}")
    return found


def _split_port(host: str) -> tuple[str, str]:
    """Returns a host as `host`, `host:port`, `[address]` or `[address]:port` have it, and the port, "" for none."""
    if host.startswith("["):
        name, _, port = host[1:].partition("]")
        return name, port[1:]
    name, _, port = host.partition(":")
    return (name, port) if name and port.isdigit() else (host, "")


def number(value: int, most: int, name: str) -> int:
    """Returns a number from 0 on."""
    if not hasattr(value, "__index__"):
        raise TypeError(f"{name}: must be an int, not {type(value).__name__}")
    found = operator.index(value)
    if not 0 <= found <= most:
        raise ValueError(f"{name}: {found} is not between 0 and {most}")
    return found


def port_number(port: int, name: str = "port") -> int:
    """Returns a port; what 0 means is said where it is taken."""
    return number(port, 65535, name)


def remote_port(port: int | None) -> int:
    """Returns the port of a host; 0, which the library takes for ssh_config's, for None. Raises ValueError for 0."""
    if port == 0:
        raise ValueError("there is no port 0")
    return 0 if port is None else port_number(port)


def signal_name(name: str) -> bytes:
    """Returns a signal's name as SSH has it. Raises ValueError for one that begins with SIG: servers ignore names that they do not know."""
    if isinstance(name, str) and name.startswith("SIG"):
        raise ValueError(f"name: a signal is named without SIG: {name[3:]!r}")
    return words(name, "name")


def size(columns: int, rows: int) -> tuple[int, int]:
    """Returns the size of a terminal."""
    return number(columns, LARGEST_WORD, "columns"), number(rows, LARGEST_WORD, "rows")


def kept(limit: int | None) -> int:
    """Returns how many bytes of output are kept; -1 for no limit."""
    return -1 if limit is None else number(limit, LARGEST_SIZE, "limit")


def octets(data: bytes | bytearray | memoryview) -> bytes:
    """Returns what is in memory of any kind. Raises TypeError for what is none: bytes() would make zeros of a number."""
    return data if isinstance(data, bytes) else memoryview(data).tobytes()


def content(data: str | bytes | bytearray | memoryview | None) -> bytes:
    """Returns what a command is to read: text as UTF-8, nothing for None."""
    if data is None or isinstance(data, (str, bytes)):
        return data.encode() if isinstance(data, str) else data or b""
    try:
        return octets(data)
    except TypeError:
        raise TypeError(f"input: must be str or bytes, not {type(data).__name__}") from None


def variables(env: Mapping[str, str] | None) -> bytes:
    """Returns variables one behind the other, each with a NUL after it."""
    if env is not None and not isinstance(env, Mapping):
        raise TypeError(f"env: must be a mapping of str to str, not {type(env).__name__}")
    pairs = []
    for name, value in (env or {}).items():
        written = words(name, "env") + b"=" + words(value, f"env[{name!r}]") + b"\0"
        if not name or "=" in name:
            raise ValueError(f"illegal environment variable name: {name!r}")
        pairs.append(written)
    return b"".join(pairs)
