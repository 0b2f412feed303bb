"""Under gevent the other greenlets run while swiftssh waits, each call in a program of its own whose server has stopped."""

from __future__ import annotations

import pathlib

import pytest
from servers import Fixture
from test_install import run

pytest.importorskip("gevent")

PROGRAM = """
from gevent import monkey
monkey.patch_all()
import gevent, os, pathlib, signal, sys, tempfile

sys.path.insert(0, {tests!r})
import swiftssh
from agents import OpenSSHAgent
from clients import connected, port_of
from servers import Fixture, all_servers

signal.alarm(100)  # the end of whatever holds up the hub
fixture = Fixture.__new__(Fixture)
fixture.__dict__.update({state!r}, _running=[])
work = pathlib.Path({work!r})
running = []
(work / "file").write_bytes(bytes(range(256)) * 1000)
(work / "tree/below").mkdir(parents=True)
serving = port_of(fixture)
port = serving.__enter__()
client = connected(fixture, port)

def held(wait):
    "Makes a call while the servers stand still, until another greenlet has them go on."
    order = []

    def go_on():
        for _ in range(5):
            gevent.sleep(0.001)
        order.append("others ran")
        all_servers(signal.SIGCONT)

    all_servers(signal.SIGSTOP)
    other = gevent.spawn(go_on)
    value = wait()
    order.append("returned")
    other.join()
    assert order == ["others ran", "returned"], order
    return value

def ended(wait, end):
    "Has a greenlet make a call while the servers stand still, ends it, and returns what came out of it."
    all_servers(signal.SIGSTOP)
    waiting = gevent.spawn(outcome, wait)
    for _ in range(5):
        gevent.sleep(0.001)
    is_waiting = not waiting.dead
    end(waiting)
    waiting.join()
    all_servers(signal.SIGCONT)
    assert is_waiting
    return waiting.value

def outcome(wait):
    "Returns what a call returns, or what it raises."
    try:
        return wait()
    except BaseException as raised:
        return raised

def threads():
    return len(os.listdir("/proc/self/task"))

{body}
client.close()
for agent in running:
    agent.end()
serving.__exit__(None, None, None)
print("over")
"""


def program(server: Fixture, work: pathlib.Path, body: str) -> None:
    """Runs a program, which must end well and say nothing."""
    work.chmod(0o777)
    state = {"directory": str(server.directory), "facts": server.facts}
    done = run(PROGRAM.format(tests=str(pathlib.Path(__file__).parent), state=state, work=str(work), body=body))
    assert (done.returncode, done.stdout, done.stderr) == (0, "over\n", "")


PROCESS = "process = client.start('cat')"
SFTP = "sftp = client.sftp()"
READING = SFTP + "; file = sftp.open(work / 'file', 'rb', 0)"
WRITING = SFTP + "; file = sftp.open(work / 'new', 'wb', 0)"
WAITS = {
    "connect": ("", "connected(fixture, port).close()"),
    "connect via": ("", "connected(fixture, port, via=client).close()"),
    "run": ("", "client.run('true', check=True)"),
    "start": ("", "client.start('true').close()"),
    "shell": ("", "client.shell().close()"),
    "communicate": (PROCESS, "process.communicate(b'x' * 1000000)"),
    "wait": (PROCESS, "process.stdin.close(), process.wait()"),
    "stdout": (PROCESS, "process.stdin.write(b'x'), process.stdout.read(1)"),
    "lines": (PROCESS, "process.stdin.write(b'x\\n'), next(process.lines())"),
    "stdin": ("process = client.start('cat >/dev/null')", "process.stdin.write(bytes(1 << 24))"),
    "sftp": ("", "client.sftp().close()"),
    "stat": (SFTP, "sftp.stat('/')"),
    "listdir": (SFTP, "sftp.listdir('/')"),
    "walk": (SFTP, "list(sftp.walk(work))"),
    "glob": (SFTP, "sftp.glob(work / '*')"),
    "mkdir": (SFTP, "sftp.mkdir(work / 'tree', exist_ok=True)"),
    "remove_tree": (SFTP, "sftp.remove_tree(work / 'tree')"),
    "open": (SFTP, "sftp.open(work / 'file').close()"),
    "read": (READING, "file.readall()"),
    "write": (WRITING, "file.write(bytes(1 << 24))"),
    "close a file": (WRITING + "; file.write(b'x')", "file.close()"),
    "get": (SFTP, "sftp.get(work / 'file', work / 'got')"),
    "put": (SFTP, "sftp.put(work / 'file', work / 'put', progress=lambda *now: None)"),
    "forward_remote": ("", "client.forward_remote('127.0.0.1', port).close()"),
    "agent": (
        "running.append(OpenSSHAgent(pathlib.Path(tempfile.mkdtemp(dir=work)), fixture['client_key'])); "
        "agent = swiftssh.Agent(running[-1].path)",
        "agent.sign(agent.keys()[0], b'data')",
    ),
    "fleet": (
        "from swiftssh import fleet; hosts = [fleet.Host('127.0.0.1', port, fixture['user'])] * 3; "
        "options = swiftssh.ConnectOptions("
        "config=False, known_hosts=fixture['known_hosts'], agent=False, key_files=fixture['client_key'])",
        "[done.result.check() for done in fleet.run(hosts, 'true', options=options)]",
    ),
}


@pytest.mark.behaviour("python.gevent-client")
@pytest.mark.behaviour("python.gevent-client-kill")
@pytest.mark.parametrize("wait", WAITS)
def test_others_run_while_a_call_waits_and_may_end_it(server: Fixture, tmp_path: pathlib.Path, wait: str) -> None:
    setup, call = WAITS[wait]
    body = f"""
def make():
    return {call}

{setup}
killed = ended(make, gevent.Greenlet.kill)
assert isinstance(killed, gevent.GreenletExit), killed
assert held(lambda: client.run("echo on").text) == "on\\n"
{setup}
held(make)
"""
    program(server, tmp_path, body)


@pytest.mark.behaviour("python.gevent-client")
def test_two_clients_side_by_side(server: Fixture, tmp_path: pathlib.Path) -> None:
    body = """
order = []

def work(number, client):
    with client.start("cat") as process:
        for turn in range(5):
            process.stdin.write(b"x\\n")
            assert process.stdout.readline() == b"x\\n"
            order.append(number)
            # Neither goes on before the other has come as far.
            passed[number].put(turn)
            assert passed[1 - number].get() == turn

from gevent.queue import Queue
passed = [Queue(), Queue()]
with connected(fixture, port) as second:
    both = [gevent.spawn(work, number, one) for number, one in enumerate([client, second])]
    gevent.joinall(both, raise_error=True)
assert [set(order[turn * 2 : turn * 2 + 2]) for turn in range(5)] == [{0, 1}] * 5, order
"""
    program(server, tmp_path, body)


@pytest.mark.behaviour("python.gevent-client")
def test_many_commands_of_one_client_take_no_threads(server: Fixture, tmp_path: pathlib.Path) -> None:
    body = """
before = threads()
processes = [gevent.spawn(client.start, "read line; echo $line") for _ in range(50)]
gevent.joinall(processes, raise_error=True)
reading = [gevent.spawn(each.value.stdout.readline) for each in processes]
gevent.sleep(0)
assert threads() == before
for number, each in enumerate(processes):
    each.value.stdin.write(b"%d\\n" % number)
assert [each.get() for each in reading] == [b"%d\\n" % number for number in range(50)]
assert threads() == before
for each in processes:
    each.value.close()
"""
    program(server, tmp_path, body)


@pytest.mark.behaviour("python.gevent-client-kill")
def test_a_timeout_of_gevents_loses_nothing(server: Fixture, tmp_path: pathlib.Path) -> None:
    body = """
with client.start("read line; for i in $(seq 300); do echo $i; sleep 0.001; done") as process:
    got, timeouts = b"", 0
    while True:
        try:
            with gevent.Timeout(0.0005):
                more = process.stdout.raw.read(1000)
                if not more:
                    break
                got += more
        except gevent.Timeout:
            timeouts += 1
            if timeouts == 1:
                process.stdin.write(b"go on\\n")
    assert got == b"".join(b"%d\\n" % number for number in range(1, 301))

def stopped(wait):
    "Makes a call while the servers stand still."
    all_servers(signal.SIGSTOP)
    try:
        return outcome(wait)
    finally:
        all_servers(signal.SIGCONT)

def late():
    with gevent.Timeout(0.01):
        client.run("true")

assert isinstance(stopped(late), gevent.Timeout)
timeout, error = 0.25, None
# A server that is slow may not have started it by then.
while error is None or not error.stdout and timeout < 60:
    timeout *= 2
    error = outcome(lambda: client.run("echo some; sleep 100", timeout=timeout))
    assert isinstance(error, swiftssh.CommandTimedOut), error
assert error.stdout == b"some\\n"
sftp = client.sftp()
client.timeout = 0.1
assert isinstance(stopped(lambda: sftp.stat("/")), swiftssh.TimedOut)
client.timeout = None
assert sftp.stat("/").is_dir()
"""
    program(server, tmp_path, body)


@pytest.mark.behaviour("python.gevent-client-kill")
def test_what_waits_for_a_thread_is_killed_there(server: Fixture, tmp_path: pathlib.Path) -> None:
    body = """
from swiftssh import _greenlet_threads
_greenlet_threads._MOST = 1
sftp = client.sftp()
before = threads()

def copy():
    return sftp.get(work / "file", work / "got").files

all_servers(signal.SIGSTOP)
copying = [gevent.spawn(copy) for _ in range(3)]
gevent.sleep(0.01)
assert not any(each.dead for each in copying)
copying[1].kill()
all_servers(signal.SIGCONT)
gevent.joinall(copying, raise_error=True)
assert isinstance(copying[1].value, gevent.GreenletExit) and copying[0].get() == copying[2].get() == 1
assert threads() == before + 1
"""
    program(server, tmp_path, body)


@pytest.mark.behaviour("python.gevent-client-kill")
def test_ctrl_c_and_close_end_waits(server: Fixture, tmp_path: pathlib.Path) -> None:
    body = """
signal.signal(signal.SIGINT, signal.default_int_handler)
gevent.get_hub().exception_stream = None  # where it tells of Ctrl-C
# Not by a child of this process: Python drops what comes while it forks.
assert isinstance(outcome(lambda: client.run(f"kill -INT {os.getpid()}; sleep 100")), KeyboardInterrupt)
assert client.run("echo on").text == "on\\n"
process = client.start("cat")
waiting = [gevent.spawn(outcome, wait) for wait in (lambda: client.run("sleep 100"), lambda: process.stdout.read(1))]
gevent.sleep(0.01)
client.close()
gevent.joinall(waiting, raise_error=True)
assert all(isinstance(each.value, swiftssh.SSHError) for each in waiting), waiting
"""
    program(server, tmp_path, body)


@pytest.mark.behaviour("python.gevent-client-asks")
def test_functions_are_called_in_the_greenlet_that_waits(server: Fixture, tmp_path: pathlib.Path) -> None:
    body = """
import threading
asked = []

def accept(key):
    gevent.sleep(0.001)
    asked.append(gevent.getcurrent())
    return key.blob == client.host_key.blob

def refuse(key):
    raise LookupError(key.host)

def tell(done, total, name):
    gevent.sleep(0.001)
    assert client.run("echo on").text == "on\\n"
    asked.append(gevent.getcurrent())

def give_up(done, total, name):
    raise LookupError(done)

connecting = gevent.spawn(connected, fixture, port, host_keys=accept, known_hosts=None)
connecting.get().close()
assert asked == [connecting]
copying = gevent.spawn(client.put, work / "file", work / "put", progress=tell)
copying.get()
assert set(asked[1:]) == {copying}
for wrong in (lambda: connected(fixture, port, host_keys=refuse, known_hosts=None),
              lambda: client.get(work / "file", work / "got", progress=give_up)):
    assert isinstance(outcome(wrong), LookupError)

# Whoever is killed while it is asked takes the call along.
from gevent.event import Event

def wait(*asked):
    begun.set()
    gevent.sleep(100)

for asking in (lambda: connected(fixture, port, host_keys=wait, known_hosts=None),
               lambda: client.get(work / "file", work / "got", progress=wait)):
    begun = Event()
    one = gevent.spawn(asking)
    begun.wait()
    one.kill()
    assert isinstance(one.value, gevent.GreenletExit)
assert client.run("echo on").text == "on\\n"
"""
    program(server, tmp_path, body)


@pytest.mark.behaviour("python.gevent-client")
def test_threads_and_their_hubs_share_a_client(server: Fixture, tmp_path: pathlib.Path) -> None:
    body = """
from gevent.threadpool import ThreadPool
pool = ThreadPool(3)

def without_a_hub():
    return [client.run(f"echo {number}").text for number in range(20)]

def with_a_hub():
    gevent.sleep(0)
    greenlets = [gevent.spawn(client.run, f"echo {number}") for number in range(20)]
    gevent.joinall(greenlets, raise_error=True)
    return [each.value.text for each in greenlets]

waiting = [pool.spawn(work) for work in (without_a_hub, with_a_hub, with_a_hub)]
assert all(found == [f"{number}\\n" for number in range(20)] for found in [with_a_hub(), *[each.get() for each in waiting]])
"""
    program(server, tmp_path, body)
