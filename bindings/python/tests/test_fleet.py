"""Commands on many hosts."""

from __future__ import annotations

import contextlib
import pathlib
import pickle
import socket
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from servers import Fixture
from test_install import run

import swiftssh
from swiftssh import errors, fleet


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
    assert isinstance(done[2].error, swiftssh.ConnectRefused) and done[2].error.port == refused.port
    assert isinstance(done[4].error, swiftssh.AuthenticationError)
    assert list(fleet.run([], "true", options=options)) == []


@pytest.mark.behaviour("client.command-bytes")
@pytest.mark.parametrize("command", [b"printf %s \xff", "printf %s \udcff"])
def test_a_command_need_not_be_utf_8(server: Fixture, port: int, options: swiftssh.ConnectOptions, command: str | bytes) -> None:
    (done,) = fleet.run([fleet.Host("127.0.0.1", port, server["user"])], command, options=options)
    assert done.result is not None
    assert (done.result.stdout, done.result.command) == (b"\xff", "printf %s \udcff")


@pytest.mark.behaviour("fleet.bounded")
def test_no_more_than_asked_for_run_at_once(
    server: Fixture, port: int, options: swiftssh.ConnectOptions, tmp_path: pathlib.Path
) -> None:
    command = f"cd {tmp_path}; mkdir one 2>/dev/null || mkdir two || exit 9; rmdir two 2>/dev/null || rmdir one"
    hosts = [fleet.Host("127.0.0.1", port, server["user"])] * 8
    assert all(each.ok for each in fleet.run(hosts, command, options=options, concurrency=2))
    (late,) = fleet.run(hosts[:1], "sleep 600", options=options, timeout=2)
    assert isinstance(late.error, swiftssh.TimedOut)


@pytest.mark.behaviour("fleet.results")
def test_what_a_command_wrote_before_it_was_ended_is_in_the_error(
    server: Fixture, port: int, options: swiftssh.ConnectOptions
) -> None:
    hosts = [fleet.Host("127.0.0.1", port, server["user"])]
    (late,) = fleet.run(hosts, "echo out; echo error >&2; sleep 600", options=options, timeout=5)
    assert isinstance(late.error, swiftssh.CommandTimedOut) and "did not end in time" in str(late.error)
    assert (late.error.stdout, late.error.stderr) == (b"out\n", b"error\n")
    (much,) = fleet.run(hosts, "echo out; sleep 600", options=options, limit=3)
    assert isinstance(much.error, swiftssh.OutputLimitExceeded) and much.error.stdout == b"out"
    with scripted_silence() as silent:
        (silent_one,) = fleet.run([fleet.Host("127.0.0.1", silent)], "true", options=options, timeout=0.2)
        assert isinstance(silent_one.error, swiftssh.TimedOut) and not isinstance(silent_one.error, swiftssh.CommandTimedOut)
    wrong: Any = {"key_files": server["client_key"]}
    with pytest.raises(TypeError, match="options: must be ConnectOptions, not dict"):
        fleet.run(hosts, "true", options=wrong)


def test_what_a_function_raises_is_told(
    server: Fixture, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    monkeypatch.setattr(threading, "excepthook", lambda arguments: told.append(arguments.exc_value))

    def fail(key: swiftssh.PresentedHostKey) -> bool:
        raise LookupError("no such host in the inventory")

    failing = swiftssh.ConnectOptions(host_keys=fail, agent=False, key_files=server["client_key"])
    (done,) = fleet.run([fleet.Host("127.0.0.1", port, server["user"])], "true", options=failing)
    assert isinstance(done.error, swiftssh.HostKeyRefused)
    assert [str(error) for error in told] == ["no such host in the inventory"]


@contextlib.contextmanager
def scripted_silence() -> Iterator[int]:
    """A port that takes connections and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


@pytest.mark.behaviour("process.limit-of-open-files")
def test_a_fleet_stays_within_the_limit_of_open_files(server: Fixture, port: int) -> None:
    done = run(
        f"""
import resource, swiftssh, warnings
from swiftssh import fleet
resource.setrlimit(resource.RLIMIT_NOFILE, (64, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
options = swiftssh.ConnectOptions(known_hosts={server["known_hosts"]!r}, agent=False, key_files={server["client_key"]!r})
hosts = [fleet.Host("127.0.0.1", {port}, {server["user"]!r})] * 60
with warnings.catch_warnings(record=True) as warned:
    warnings.simplefilter("always")
    print(sum(each.ok for each in fleet.run(hosts, "true", options=options, concurrency=60)))
    print(len(list(fleet.run(hosts[:2], "true", options=options, concurrency=60))))
print([str(each.message) for each in warned])
connect, kept = swiftssh.connect, []
try:
    while True:
        kept.append(open("/dev/null"))
except OSError:
    pass
try:
    connect("127.0.0.1", port={port}, user="x", known_hosts=[], agent=False, key_files=[])
except swiftssh.SSHError as error:
    print(error.errno, error)
"""
    )
    lines = done.stdout.splitlines()
    assert lines[:2] == ["60", "2"], done.stderr
    assert "has room for" in lines[2] and "not for 60" in lines[2] and lines[2].count("room") == 1
    assert lines[3].startswith("24 ") and "may have 64 open" in lines[3] and "ulimit -n" in lines[3]


@pytest.mark.behaviour("fleet.cancel")
def test_an_iterator_that_is_let_go_ends_what_runs(
    server: Fixture, port: int, options: swiftssh.ConnectOptions
) -> None:
    hosts = [fleet.Host("127.0.0.1", 1, "x"), *[fleet.Host("127.0.0.1", port, server["user"])] * 4]
    running = fleet.run(hosts, "sleep 600", options=options, concurrency=2)
    assert isinstance(next(running).error, swiftssh.ConnectFailed)
    del running
    assert "password" not in repr(options)


@pytest.mark.behaviour("python.results-can-be-pickled")
def test_what_became_of_a_host_can_go_to_another_process() -> None:
    result = swiftssh.CommandResult("true", 0, None, b"out", b"")
    error = swiftssh.ConnectRefused("no server", code=-1004, phase="connecting", host="web1", port=2222, errno=111)
    for each in (fleet.HostResult(fleet.Host("web1"), 0, result, None), fleet.HostResult(fleet.Host("web1"), 1, None, error)):
        copy = pickle.loads(pickle.dumps(each))
        assert (copy.host, copy.index, copy.result) == (each.host, each.index, each.result)
        assert type(copy.error) is type(each.error) and str(copy.error) == str(each.error)
    assert (copy.error.code, copy.error.phase, copy.error.errno) == (-1004, "connecting", 111)
    assert (copy.error.host, copy.error.port) == ("web1", 2222)
    for name in errors.__all__:
        kind = getattr(errors, name)
        path = pickle.loads(pickle.dumps(kind("text", path="/a/file", server_text="no")))
        assert type(path) is kind and (path.args, path.path, path.server_text) == (("text",), "/a/file", "no")
        assert not isinstance(path, OSError) or path.filename == "/a/file"
