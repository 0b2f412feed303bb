"""Objects of every kind when their session has ended, when their parents have gone, and when they are ended twice."""

from __future__ import annotations

import gc
import itertools
import pathlib
import socket
from collections.abc import Callable, Iterator

import pytest
from agents import OpenSSHAgent
from servers import TOOLS, Fixture, started

from swiftssh.ssh2.agent import Agent
from swiftssh.ssh2.channel import Channel
from swiftssh.ssh2.exceptions import SSH2Error, Timeout
from swiftssh.ssh2.knownhost import LIBSSH2_KNOWNHOST_KEYENC_BASE64, LIBSSH2_KNOWNHOST_TYPE_PLAIN
from swiftssh.ssh2.listener import Listener
from swiftssh.ssh2.publickey import PublicKeySystem
from swiftssh.ssh2.session import Session

Call = Callable[[], object]
LINE = b"example.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8g"


class Objects:
    """One of each kind that a session hands out, in use."""

    def __init__(self, server: Fixture, directory: pathlib.Path, agent: OpenSSHAgent) -> None:
        subsystem = f"Subsystem publickey {TOOLS}/publickey_server honest {directory}/store"
        self.session = server.logged_in("-o", subsystem)
        self.channel = started(self.session, "cat")
        listener, _ = self.session.forward_listen_ex(2, "127.0.0.1", 0)
        assert isinstance(listener, Listener)
        self.listener = listener
        (directory / "file").write_bytes(b"content")
        received = self.session.scp_recv2(str(directory / "file"))
        assert isinstance(received, tuple)
        self.source = received[0]
        sink = self.session.scp_send64(str(directory / "copy"), 0o644, 7, 0, 0)
        assert isinstance(sink, Channel)
        self.sink = sink
        self.system = self.session.publickey_init()
        assert isinstance(self.system, PublicKeySystem)
        self.agent = self.session.agent_init()
        self.agent.set_identity_path(agent.path)
        self.agent.connect()
        self.key = self.agent.get_identities()[0]
        self.user = server["user"]

    def calls(self) -> dict[str, Call]:
        """Calls of every kind of object that need the connection."""
        return {
            "open a channel": self.session.open_session,
            "listen": lambda: self.session.forward_listen(0),
            "log in": lambda: self.session.userauth_password(self.user, "x"),
            "receive": lambda: self.session.scp_recv2("file"),
            "send": lambda: self.session.scp_send64("file", 0o644, 1, 0, 0),
            "start the subsystem": self.session.publickey_init,
            "read": self.channel.read,
            "write": lambda: self.channel.write("x"),
            "run": lambda: self.channel.execute("true"),
            "accept": self.listener.forward_accept,
            "write a file": lambda: self.sink.write("x"),
            "list keys": self.system.list_fetch,
            "remove a key": lambda: self.system.remove(b"ssh-ed25519", b"x"),
            "use the agent": lambda: self.agent.userauth(self.user, self.key),
        }

    def endings(self) -> dict[str, Call]:
        """What ends each object, which may be called again and again: it does nothing, or is an error."""
        return {
            "disconnect": self.session.disconnect,
            "close the channel": self.channel.close,
            "cancel": self.listener.forward_cancel,
            "close what receives": self.source.close,
            "close what sends": self.sink.close,
            "shut down": self.system.shutdown,
            "leave the agent": self.agent.disconnect,
        }


@pytest.fixture
def agent(server: Fixture, tmp_path: pathlib.Path) -> Iterator[OpenSSHAgent]:
    """An agent with a key."""
    process = OpenSSHAgent(tmp_path, server["client_key"])
    yield process
    process.end()


def lost(session: Session) -> None:
    """Ends the connection as a server does that goes."""
    assert isinstance(session.sock, socket.socket)
    session.sock.shutdown(socket.SHUT_RDWR)


@pytest.mark.behaviour("session.ended-for-all")
@pytest.mark.parametrize("end", [Session.disconnect, Session.close, lost])
def test_every_object_of_a_session_that_ended_fails_at_once(
    server: Fixture, tmp_path: pathlib.Path, agent: OpenSSHAgent, end: Callable[[Session], object]
) -> None:
    objects = Objects(server, tmp_path, agent)
    end(objects.session)
    for what, call in objects.calls().items():
        with pytest.raises(SSH2Error) as raised:
            call()
        assert not isinstance(raised.value, Timeout), what
        assert str(raised.value), what
    for _ in range(2):
        for call in objects.endings().values():
            try:
                assert call() in (0, None)
            except SSH2Error as error:
                assert not isinstance(error, Timeout)
    # The agent itself lives on: it is no part of the connection.
    objects.agent.connect()
    assert [key.blob for key in objects.agent.get_identities()] == [objects.key.blob]


@pytest.mark.behaviour("session.ended-twice")
def test_what_is_ended_is_ended_again_without_harm(server: Fixture, tmp_path: pathlib.Path, agent: OpenSSHAgent) -> None:
    objects = Objects(server, tmp_path, agent)
    objects.sink.write(b"content")
    assert objects.source.read() == (7, b"content")
    endings = objects.endings()
    del endings["disconnect"]
    for what, call in endings.items():
        assert call() == 0, what
        assert call() == 0, what
    after = objects.calls()
    for what in ("write", "run", "accept", "write a file", "list keys", "remove a key", "use the agent"):
        with pytest.raises(SSH2Error) as raised:
            after[what]()
        assert not isinstance(raised.value, Timeout), what
    assert (tmp_path / "copy").read_bytes() == b"content"
    assert started(objects.session, "echo goes on").read() == (8, b"goes on\n")


@pytest.mark.behaviour("abi.freed-in-any-order")
@pytest.mark.parametrize("order", [*itertools.permutations(range(4), 4)][::5])
def test_objects_outlive_their_session(
    server: Fixture, tmp_path: pathlib.Path, agent: OpenSSHAgent, order: tuple[int, ...]
) -> None:
    objects = Objects(server, tmp_path, agent)
    kept = [objects.channel, objects.listener, objects.system, objects.agent]
    del objects
    gc.collect()
    channel, listener, system, held = kept
    assert isinstance(channel, Channel) and isinstance(system, PublicKeySystem) and isinstance(held, Agent)
    channel.write("still")
    assert channel.read() == (5, b"still")
    assert system.list_fetch() == []
    assert len(held.get_identities()) == 1
    del channel, listener, system, held
    remaining: dict[int, object] = dict(enumerate(kept))
    del kept
    for number in order:
        del remaining[number]
        gc.collect()


@pytest.mark.behaviour("ssh2.knownhost-objects")
def test_known_hosts_need_no_session(loaded: None) -> None:
    session = Session()
    hosts = session.knownhost_init()
    session.close()
    del session
    hosts.readline(LINE)
    (entry,) = hosts.get()
    mask = LIBSSH2_KNOWNHOST_TYPE_PLAIN | LIBSSH2_KNOWNHOST_KEYENC_BASE64
    assert hosts.checkp(b"example.com", 22, LINE.split()[2], mask).key == entry.key
    hosts.delete(entry)
    for call in (hosts.delete, hosts.writeline):
        with pytest.raises(SSH2Error):
            call(entry)
    del hosts
    gc.collect()
    assert entry.name == b"example.com"


def test_objects_that_were_made_by_hand_refuse_everything(loaded: None) -> None:
    session = Session()
    listener, system, held = Listener(session), PublicKeySystem(session), Agent(session)
    calls: list[Call] = [
        listener.forward_accept,
        listener.forward_cancel,
        system.list_fetch,
        system.shutdown,
        lambda: system.remove(b"x", b"y"),
        held.get_identities,
    ]
    for call in calls:
        with pytest.raises(SSH2Error):
            call()
