"""Agents that lie."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from agents import Scripter, connected, key_list, public_blob, string
from servers import Fixture

from swiftssh.ssh2.exceptions import AgentAuthenticationError, AgentListIdentitiesError


LIES: dict[str, bytes | None] = {
    "closes": None,
    "no length": bytes(4),
    "huge length": b"\xff" * 4,
    "another type": string(b"\x63"),
    "refusal": string(b"\x05"),
    "huge count": string(b"\x0c" + b"\xff" * 4),
    "count too small": key_list(b"1", b"2", count=1),
    "key too long": string(b"\x0c\0\0\0\1" + b"\xff" * 4),
}


@pytest.mark.behaviour("agent.lies-are-errors")
@pytest.mark.parametrize("lie", LIES)
def test_a_lie_is_an_error(server: Fixture, scripted: Scripter, lie: str) -> None:
    scripted(lambda question: LIES[lie])
    session = server.session()
    agent = connected(session)
    calls: list[Callable[[], object]] = [agent.get_identities, lambda: session.agent_auth(server["user"])]
    for call in calls:
        with pytest.raises(AgentListIdentitiesError) as raised:
            call()
        assert raised.value.code == -42
        assert str(raised.value)


@pytest.mark.behaviour("agent.lying-one-does-not-spoil-the-session")
@pytest.mark.parametrize(
    "lie", [None, bytes(4), b"\xff" * 4, string(b"\x05"), string(b"\x0e"), string(b"\x0e" + b"\xff" * 4)]
)
@pytest.mark.behaviour("agent.signing-costs-no-attempt")
def test_a_lie_in_a_login_leaves_the_session(
    server: Fixture, scripted: Scripter, lie: bytes | None
) -> None:
    blob = public_blob(server, "client_ed25519")
    scripted(lambda question: key_list(blob) if question[0] == 11 else lie)
    session = server.session("-o", "MaxAuthTries 1")
    agent = connected(session)
    with pytest.raises(AgentAuthenticationError) as raised:
        agent.userauth(server["user"], agent.get_identities()[0])
    assert raised.value.code == -42
    with pytest.raises(AgentAuthenticationError):
        session.agent_auth(server["user"])
    assert session.userauth_password(server["user"], server["password"]) == 0
