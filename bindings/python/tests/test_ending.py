"""Programs that end with everything open, in every order and way, and children that have it from their parents."""

from __future__ import annotations

import itertools
import os
import pathlib

import pytest
import swiftssh
from clients import connected, port_of
from servers import Fixture
from test_install import run

OPEN = """
import atexit, contextlib, gc, os, sys, threading
import swiftssh
client = swiftssh.connect("127.0.0.1", port={port}, user={user!r}, known_hosts={hosts!r}, agent=False, key_files={key!r})
made = [
    client,
    client.start("cat"),
    client.sftp(),
    client.forward_local("127.0.0.1", {port}),
    swiftssh.connect("127.0.0.1", port={port}, user={user!r}, known_hosts={hosts!r}, agent=False, key_files={key!r}, via=client),
    swiftssh.fleet.run([swiftssh.fleet.Host("127.0.0.1", {port}, {user!r})] * 2, "sleep 600"),
]
made.append(made[2].open({path!r}, "wb"))
made[-1].write(b"kept")
made.append(made[2].scandir("/"))
next(made[-1])
client, process, sftp, forward, inner, fleet, file, names = made
file.flush()
file.raw.flush()
"""

ENDINGS = {
    "nothing": "",
    "exit": "sys.exit(0)",
    "closed": "for one in reversed(made): one.close()",
    "closed from the outside in": "for one in made:\n    try: one.close()\n    except swiftssh.SSHError: pass",
    "collected": "del client, process, sftp, forward, inner, fleet, file, names\nmade.clear()\ngc.collect()",
    "in a cycle": "made.append(made)\ndel client, process, sftp, forward, inner, fleet, file, names",
    "while a thread waits": "threading.Thread(target=process.stdout.read, daemon=True).start()",
    "while threads work": "for _ in range(4): threading.Thread(target=lambda: [client.run('true') for _ in iter(int, 1)], daemon=True).start()",
    "while hosts are connected to": "more = swiftssh.fleet.run([swiftssh.fleet.Host('127.0.0.1', {port})] * 32, 'true')",
    "in an exit function": "atexit.register(client.close)",
    "used in an exit function": "atexit.register(lambda: print(client.run('echo used').text, end=''))",
    "with": "with client, process, sftp, forward, inner: pass\ndel file",
    "kept by a module": "import builtins; builtins.kept = made",
}


def program(server: Fixture, port: int, path: pathlib.Path) -> str:
    return OPEN.format(
        port=port, user=server["user"], hosts=server["known_hosts"], key=server["client_key"], path=str(path)
    )


@pytest.mark.behaviour("python.interpreter-may-end-at-any-time")
@pytest.mark.parametrize("ending", ENDINGS)
def test_a_program_may_end_in_any_way(server: Fixture, tmp_path: pathlib.Path, ending: str) -> None:
    with port_of(server) as port:
        done = run(program(server, port, tmp_path / "file") + ENDINGS[ending].replace("{port}", str(port)))
    printed = "used\n" if ending.startswith("used") else ""
    assert (done.returncode, done.stdout, done.stderr) == (0, printed, "")
    assert (tmp_path / "file").read_bytes() == b"kept"


@pytest.mark.behaviour("python.interpreter-may-end-at-any-time")
def test_what_is_open_may_be_let_go_in_any_order(server: Fixture, tmp_path: pathlib.Path) -> None:
    orders = [list(order) for order in itertools.permutations(range(4))]
    let_go = f"""
del client, process, sftp, forward, inner, fleet, file, names, made
def opened():
    client = swiftssh.connect("127.0.0.1", port={{port}}, user={server['user']!r}, known_hosts={server['known_hosts']!r},
                              agent=False, key_files={server['client_key']!r})
    sftp = client.sftp()
    return [client, client.start("cat"), sftp, sftp.open("/etc/passwd", "rb")]
for order in {orders}:
    for end in (False, True):
        made = opened()
        for number in order:
            if end:
                with contextlib.suppress(swiftssh.SSHError):
                    made[number].close()
            made[number] = None
            gc.collect()
"""
    with port_of(server) as port:
        done = run(program(server, port, tmp_path / "file") + let_go.replace("{port}", str(port)))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.behaviour("process.forked-child-is-refused")
@pytest.mark.parametrize("end", ["os._exit(0)", "sys.exit(0)", "client.close(); sys.exit(0)"])
def test_a_forked_child_uses_nothing_of_its_parents(server: Fixture, tmp_path: pathlib.Path, end: str) -> None:
    forked = f"""
import warnings
warnings.simplefilter("ignore")
child = os.fork()
if child == 0:
    uses = [
        lambda: client.run("true"),
        lambda: client.sftp(),
        lambda: client.forward_remote("127.0.0.1", 9),
        lambda: process.stdout.read(1),
        lambda: process.stdin.write(b"child"),
        lambda: sftp.stat("/"),
        lambda: sftp.get("/etc/passwd", "/dev/null"),
        lambda: file.raw.write(b"child"),
        lambda: inner.run("true"),
    ]
    for use in uses:
        try:
            use()
            print("a child used what is its parent's", file=sys.stderr)
        except swiftssh.SSHError as error:
            if error.code != -1008:
                print(repr(error), error.code, file=sys.stderr)
    {end}
assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
assert client.run("echo parent").text == "parent\\n"
process.stdin.write(b"parent\\n")
assert process.stdout.readline() == b"parent\\n"
assert sftp.stat("/").is_dir() and forward.is_open
assert inner.run("echo inner").text == "inner\\n"
"""
    with port_of(server) as port:
        done = run(program(server, port, tmp_path / "file") + forked)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "file").read_bytes() == b"kept"


@pytest.mark.behaviour("process.forked-child-is-refused")
def test_a_forked_child_makes_connections_of_its_own(server: Fixture) -> None:
    with port_of(server) as port, connected(server, port) as client:
        child = os.fork()
        if child == 0:
            status = 1
            try:
                with connected(server, port) as own:
                    status = 0 if own.run("echo own").text == "own\n" else 2
            finally:
                os._exit(status)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        assert client.run("echo parent").text == "parent\n"
        assert isinstance(client, swiftssh.Client)
