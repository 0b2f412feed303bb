"""Commands on many hosts."""

from __future__ import annotations

import pathlib
import socket
from collections.abc import Iterator

import pytest
from clients import port_of
from servers import Fixture

import swiftssh
from swiftssh import fleet


@pytest.fixture
def port(server: Fixture) -> Iterator[int]:
    with port_of(server) as port:
        yield port


@pytest.fixture
def options(server: Fixture) -> swiftssh.ConnectOptions:
    return swiftssh.ConnectOptions(
        known_hosts=server["known_hosts"], agent=False, key_files=server["client_key"]
    )


@pytest.mark.behaviour("fleet.results")
def test_every_host_has_its_result(server: Fixture, port: int, options: swiftssh.ConnectOptions) -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        good = fleet.Host("127.0.0.1", port, server["user"])
        refused = fleet.Host("127.0.0.1", holder.getsockname()[1], "x")
        stranger = fleet.Host("127.0.0.1", port, "nobody-there")
        hosts = [good, good, refused, good, stranger]
        done = {each.index: each for each in fleet.run(hosts, "cat; exit 3", options=options, input="in", concurrency=3)}
    assert sorted(done) == [0, 1, 2, 3, 4]
    assert all(done[index].host is host for index, host in enumerate(hosts))
    for index in (0, 1, 3):
        result = done[index].result
        assert result is not None and (result.text, result.exit_status) == ("in", 3)
        assert done[index].error is None and not done[index].ok
    assert isinstance(done[2].error, swiftssh.ConnectRefused)
    assert isinstance(done[4].error, swiftssh.AuthenticationError)
    assert list(fleet.run([], "true", options=options)) == []


@pytest.mark.behaviour("fleet.bounded")
def test_no_more_than_asked_for_run_at_once(
    server: Fixture, port: int, options: swiftssh.ConnectOptions, tmp_path: pathlib.Path
) -> None:
    command = f"cd {tmp_path}; mkdir one 2>/dev/null || mkdir two || exit 9; rmdir two 2>/dev/null || rmdir one"
    hosts = [fleet.Host("127.0.0.1", port, server["user"])] * 8
    assert all(each.ok for each in fleet.run(hosts, command, options=options, concurrency=2))
    (late,) = fleet.run(hosts[:1], "sleep 600", options=options, timeout=2)
    assert isinstance(late.error, swiftssh.TimedOut)


@pytest.mark.behaviour("fleet.cancel")
def test_an_iterator_that_is_let_go_ends_what_runs(
    server: Fixture, port: int, options: swiftssh.ConnectOptions
) -> None:
    hosts = [fleet.Host("127.0.0.1", 1, "x"), *[fleet.Host("127.0.0.1", port, server["user"])] * 4]
    running = fleet.run(hosts, "sleep 600", options=options, concurrency=2)
    assert isinstance(next(running).error, swiftssh.ConnectFailed)
    del running
    assert "password" not in repr(options)
