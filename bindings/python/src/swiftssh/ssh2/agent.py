"""ssh2.agent: the program that holds a user's private keys and signs with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn, TypeVar

from .. import _abi
from .._calls import owned
from .._handle import Handle
from ._agent_errors import translated
from ._convert import Text, text
from ._errors import call
from .exceptions import (
    AgentAuthenticationError,
    AgentConnectionError,
    AgentError,
    AgentGetIdentityError,
    AgentListIdentitiesError,
)
from .pkey import PublicKey

if TYPE_CHECKING:
    from .session import Session

__all__ = [
    "Agent",
    "AgentAuthenticationError",
    "AgentConnectionError",
    "AgentGetIdentityError",
    "AgentListIdentitiesError",
    "PublicKey",
]

_Self = TypeVar("_Self", bound="Agent")


class Agent:
    """The user's agent, for a session that is kept alive. Made by Session.agent_init() too; connect() comes first.

    Any thread may call any method. Letting go of an agent ends its connection and never waits.
    """

    __slots__ = ("_handle", "_session", "__weakref__")

    _handle: Handle
    _session: Session

    def __new__(cls: type[_Self], session: Session) -> _Self:
        """Makes an agent that is not connected. Raises AgentError."""
        from .session import Session as SessionClass

        if not isinstance(session, SessionClass):
            raise TypeError(
                f"Argument 'session' has incorrect type (expected Session, got {type(session).__name__})"
            )
        self = object.__new__(cls)
        self._session = session
        with translated(AgentError):
            pointer = call.make("swiftssh_agent_new", _abi.swiftssh_agent, session._handle.pointer)
        self._handle = owned(pointer, "swiftssh_agent_free", session._handle)
        return self

    def connect(self) -> int:
        """Connects to the agent, at the path that was set or where $SSH_AUTH_SOCK says. Returns 0.

        Raises AgentConnectionError when there is none.
        """
        with translated(AgentConnectionError):
            return self._call("connect")

    def disconnect(self) -> int:
        """Ends the connection, also under calls of other threads, which fail. Returns 0, also when there is none."""
        return self._call("disconnect")

    def list_identities(self) -> None:
        """Does nothing: get_identities() asks by itself."""

    def get_identities(self) -> list[PublicKey]:
        """Returns the agent's keys, in its order.

        Waits for the agent in non-blocking mode too, at most for the session's timeout or ten seconds. Raises
        AgentListIdentitiesError.
        """
        with translated(AgentListIdentitiesError):
            count = self._call("list_identities")
        with translated(AgentGetIdentityError):
            return [
                PublicKey._listed(self._value("identity", index), self._value("identity_comment", index))
                for index in range(count)
            ]

    def userauth(self, username: Text, pkey: PublicKey) -> int:
        """Logs in with a key of the agent. Returns 0, or EAGAIN in non-blocking mode: then call again, also while
        the agent asks its user.

        Raises AgentAuthenticationError when the server refuses the key, the agent does not sign, or anything else
        goes wrong; its `code` and message tell what.
        """
        name = text(username, "username")
        blob = getattr(pkey, "blob", None)
        if not isinstance(pkey, PublicKey) or blob is None:
            raise TypeError(f"Argument 'pkey' must be a key of an agent, not {type(pkey).__name__}")
        with translated(AgentAuthenticationError):
            length = len(blob)
            return self._session._waiting(lambda: self._call("userauth", name, blob, length))

    def get_identity_path(self) -> bytes | None:
        """Returns the path that set_identity_path() set, None when it did not."""
        return self._value("identity_path") or None

    def set_identity_path(self, path: Text) -> None:
        """Sets the path of the agent's socket for the next connect(); an empty one is none."""
        self._call("set_identity_path", text(path, "path"))

    def _call(self, name: str, *arguments: object) -> int:
        """Calls swiftssh_agent_<name>; returns its result or EAGAIN, raises for an error."""
        return call("swiftssh_agent_" + name, self._handle.pointer, *arguments)

    def _value(self, name: str, *inputs: object) -> bytes:
        """Returns the value of swiftssh_agent_<name>; raises for an error."""
        return call.value("swiftssh_agent_" + name, self._handle.pointer, *inputs)

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"cannot pickle {type(self).__name__!r} object")
