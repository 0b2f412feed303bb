"""Logging in with an agent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._agent_errors import raised_as
from ._authentication import Authentication
from ._convert import ENCODING, Text, text
from ._errors import EAGAIN
from .exceptions import (
    AgentAuthenticationError,
    AgentConnectionError,
    AgentListIdentitiesError,
    SSH2Error,
)

if TYPE_CHECKING:
    from .agent import Agent


class AgentAuthentication(Authentication):
    """The methods of a session that log in with an agent."""

    __slots__ = ()

    def agent_init(self) -> Agent:
        """Returns an agent for this session, which is not connected yet. Raises AgentError."""
        from .agent import Agent as AgentClass
        from .session import Session

        assert isinstance(self, Session)
        return AgentClass(self)

    def agent_auth(self, username: Text) -> int | None:
        """Logs in with whichever key of the user's agent the server takes first.

        Returns None when that is done, and EAGAIN in non-blocking mode: then it is to be called again. (ssh2-python
        raises there.) Over a socket of gevent's it is done in that mode too, while other greenlets run.
        Raises AgentConnectionError without an agent, AgentListIdentitiesError when the agent does not list its keys, and
        AgentAuthenticationError when no key was accepted or the log-in failed otherwise.
        """
        name = text(username, "username")
        try:
            result = self._waiting(lambda: self._call("userauth_agent", name, None), in_both_modes=True)
        except SSH2Error as error:
            if error.phase == "connecting":
                raise raised_as(error, AgentConnectionError) from None
            if error.phase == "agent":
                raise raised_as(error, AgentListIdentitiesError) from None
            message = f"No identities match for user {name.decode(ENCODING, 'replace')}: {error}"
            raise raised_as(error, AgentAuthenticationError, message) from None
        return EAGAIN if result == EAGAIN else None
