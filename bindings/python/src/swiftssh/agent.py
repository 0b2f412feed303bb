"""The user's authentication agent (ssh-agent): a program that holds private keys and signs with them.

    with swiftssh.Agent() as agent:
        for key in agent.keys():
            print(key.type, key.fingerprint, key.comment)

A login with the agent's keys needs none of this: `connect()` asks the agent by itself.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Union

from . import _abi
from ._arguments import octets, words
from ._calls import call, owned
from ._closing import Closing
from ._peer import key_type

__all__ = ["Agent", "AgentKey"]

_Path = Union[str, os.PathLike[str]]


@dataclass(frozen=True)
class AgentKey:
    """A key that an agent holds.

    blob: its public half, or its certificate, as the wire has it (RFC 4253, 6.6).
    comment: what its owner calls it, often a path.
    """

    blob: bytes
    comment: str

    @property
    def type(self) -> str:
        """The key's type, as "ssh-ed25519"; "" where the agent gave none."""
        return key_type(self.blob)

    @property
    def fingerprint(self) -> str:
        """The fingerprint as `ssh-add -l` shows it: "SHA256:" and base64."""
        import base64
        import hashlib

        return "SHA256:" + base64.b64encode(hashlib.sha256(self.blob).digest()).decode().rstrip("=")


class Agent(Closing):
    """A connection to an agent, whose keys it lists and signs with. Any thread may use it.

    As context manager it is closed at the end.
    """

    def __init__(self, path: _Path | None = None) -> None:
        """Connects.

        path: the path of the agent's socket; None takes the environment's SSH_AUTH_SOCK.

        Raises SSHError with path and errno where there is no agent; TimedOut after ten seconds.
        """
        self._handle = owned(call.make("swiftssh_agent_new_without_session", _abi.swiftssh_agent), "swiftssh_agent_free")
        if path is not None:
            call("swiftssh_agent_set_identity_path", self._handle.pointer, os.fsencode(os.path.expanduser(path)))
        call("swiftssh_agent_connect", self._handle.pointer)

    def keys(self) -> list[AgentKey]:
        """Returns the keys that the agent holds, in its order.

        Raises SSHError where the agent breaks its protocol; TimedOut after ten seconds; Closed.
        """
        count = call("swiftssh_agent_list_identities", self._handle.pointer)
        return [AgentKey(self._told("", index), self._told("_comment", index).decode("utf-8", "replace")) for index in range(count)]

    def __iter__(self) -> Iterator[AgentKey]:
        return iter(self.keys())

    def sign(self, key: AgentKey, data: bytes | bytearray | memoryview, *, algorithm: str | None = None) -> bytes:
        """Has the agent sign, which may ask its user first and takes as long as that.

        key: one of keys(). data: what to sign, which the agent does not see hashed.
        algorithm: the signature algorithm, as "rsa-sha2-256"; None takes the key's best.

        Returns the signature as the wire has it: the algorithm's name as a string, and the rest (RFC 4253, 6.6).
        Raises NotSupported where the key does not sign with the algorithm; SSHError where the agent does not sign; Closed.
        """
        blob, signed = key.blob, octets(data)
        name = None if algorithm is None else words(algorithm, "algorithm")
        arguments = (self._handle.pointer, blob, len(blob), signed, len(signed), name)
        return call.value("swiftssh_agent_sign", *arguments, capacity=4096)

    def _told(self, what: str, index: int) -> bytes:
        return call.value("swiftssh_agent_identity" + what, self._handle.pointer, index)

    @property
    def closed(self) -> bool:
        """Whether close() has been called."""
        return self._handle.closed

    def close(self) -> None:
        """Ends the connection; a sign() of another thread raises. A second call does nothing. Does not block."""
        if self.closed:
            return
        call("swiftssh_agent_disconnect", self._handle.pointer)
        self._handle.close()
