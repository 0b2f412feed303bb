"""What a forked child finds of its parent's sessions."""

from __future__ import annotations

import gc
import os

import pytest
from clients import connected, port_of
from servers import Fixture, finish, opened, read_all

import swiftssh
from swiftssh.ssh2.exceptions import SSH2Error


@pytest.mark.behaviour("process.forked-child-is-refused")
def test_a_forked_child_is_refused_and_the_parent_goes_on(server: Fixture) -> None:
    session = server.logged_in()
    channel = opened(session)
    channel.execute("read line; echo got $line")
    child = os.fork()
    if child == 0:
        refused = 0
        for call in (session.open_session, channel.read, lambda: channel.write("child\n"), session.disconnect):
            try:
                call()
            except SSH2Error:
                refused += 1
        del channel, session, call
        gc.collect()
        os._exit(refused)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 4
    channel.write("parent\n")
    assert read_all(channel) == b"got parent\n"
    finish(channel)


@pytest.mark.behaviour("process.forked-child-is-refused")
def test_a_forked_child_is_told_so_by_the_client(server: Fixture) -> None:
    with port_of(server) as port, connected(server, port) as client, client.sftp() as sftp:
        child = os.fork()
        if child == 0:
            refused = 0
            for call in (lambda: client.run("true"), lambda: sftp.listdir("/"), client.sftp):
                try:
                    call()
                except swiftssh.Forked:
                    refused += 1
            os._exit(refused)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 3
        assert client.run("echo on").text == "on\n"
        assert sftp.exists("/")
