"""parallel-ssh, as it is, on swiftssh: commands and copies on many hosts, through a jump host, and what happens when a download is cut.

usage: parallel_ssh.py USER KEY DIRECTORY CUT_PORT SLOW_PORT PORT PORT...
PORT: where a server listens on 127.0.0.1; each counts as a host. CUT_PORT: one that cuts the connection in the middle of a download.
SLOW_PORT: one whose answers take more than a second to come.
DIRECTORY: where the hosts keep their files, this machine too.
"""

import hashlib
import pathlib
import sys
import time

import swiftssh

swiftssh.install_as_ssh2()

import gevent
from pssh.clients import ParallelSSHClient, SSHClient
from pssh.config import HostConfig
from pssh.exceptions import Timeout

user, key, directory = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
cut_port, slow_port, *ports = map(int, sys.argv[4:])
hosts = ["127.0.0.1"] * len(ports)
common = {"user": user, "private_key": key, "num_retries": 1, "timeout": 30, "allow_agent": False, "identity_auth": False}


def everywhere() -> ParallelSSHClient:
    """Returns a client of all hosts."""
    return ParallelSSHClient(hosts, host_config=[HostConfig(port=port, **common) for port in ports], num_retries=1)


def one(port: int, **more: object) -> SSHClient:
    """Returns a client of one host."""
    return SSHClient("127.0.0.1", user, port=port, pkey=key, num_retries=1, timeout=30, allow_agent=False, identity_auth=False, **more)


def digest(path: pathlib.Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def commands() -> str:
    client = everywhere()
    output = client.run_command("echo out; echo err >&2; exit 3")
    client.join()
    lines = [(list(host.stdout), list(host.stderr), host.exit_code) for host in output]
    assert lines == [(["out"], ["err"], 3)] * len(ports), lines
    assert client.finished()
    return f"{len(output)} hosts, exit code 3"


def much_output() -> str:
    output = everywhere().run_command("seq 200000")
    counts = [sum(1 for _ in host.stdout) for host in output]
    assert counts == [200000] * len(ports), counts
    return f"{sum(counts)} lines"


def standard_input() -> str:
    client = everywhere()
    output = client.run_command("read line; echo got $line")
    for host in output:
        host.stdin.write("a line\n")
        host.stdin.flush()
    client.join()
    assert [list(host.stdout) for host in output] == [["got a line"]] * len(ports)
    return "answered"


def timeouts() -> str:
    client = everywhere()
    output = client.run_command("echo first; sleep 60", read_timeout=0.3)
    seen = []
    for host in output:
        try:
            for line in host.stdout:
                seen.append(line)
        except Timeout:
            seen.append("timeout")
    assert seen == ["first", "timeout"] * len(ports), seen
    try:
        client.join(output, timeout=0.3)
    except Timeout:
        assert not client.finished(output)
        return "told"
    raise AssertionError("join() did not time out")


def shells() -> str:
    client = everywhere()
    opened = client.open_shell()
    client.run_shell_commands(opened, ["cd /", "pwd", "exit 5"])
    client.join_shells(opened)
    assert [(list(shell.stdout), shell.exit_code) for shell in opened] == [(["/"], 5)] * len(ports)
    with one(ports[0]).open_shell() as shell:
        shell.run("echo interactive")
    assert list(shell.stdout) == ["interactive"] and shell.exit_code == 0
    return "opened and closed"


def tree(name: str) -> pathlib.Path:
    """Makes a directory with files to copy."""
    top = directory / name
    for number in range(20):
        path = top / f"sub{number % 3}" / f"file{number}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(bytes([number]) * (number * 10_000))
    return top


def same(one: pathlib.Path, other: pathlib.Path) -> bool:
    """Tells whether two directories hold the same."""
    found = [{path.relative_to(top): digest(path) for path in top.rglob("*") if path.is_file()} for top in (one, other)]
    return found[0] == found[1] != {}


def copies() -> str:
    source = directory / "source"
    source.write_bytes(bytes(range(256)) * 40_000)
    client = everywhere()
    arguments = [{"local_file": str(source), "remote_file": str(directory / f"sent{port}")} for port in ports]
    gevent.joinall(client.copy_file("%(local_file)s", "%(remote_file)s", copy_args=arguments), raise_error=True)
    assert {digest(directory / f"sent{port}") for port in ports} == {digest(source)}
    gevent.joinall(client.copy_remote_file(str(source), str(directory / "received")), raise_error=True)
    received = list(directory.glob("received_*"))
    assert {digest(path) for path in received} == {digest(source)}
    top = tree("tree")
    with_sftp = one(ports[0])
    with_sftp.copy_file(str(top), str(directory / "tree-sent"), recurse=True)
    with_sftp.copy_remote_file(str(top), str(directory / "tree-received"), recurse=True)
    assert same(top, directory / "tree-sent") and same(top, directory / "tree-received")
    return f"{source.stat().st_size} bytes, and trees"


def scp() -> str:
    source = directory / "source"
    client = everywhere()
    arguments = [{"local_file": str(source), "remote_file": str(directory / f"scp-sent{port}")} for port in ports]
    gevent.joinall(client.scp_send("%(local_file)s", "%(remote_file)s", copy_args=arguments), raise_error=True)
    assert {digest(directory / f"scp-sent{port}") for port in ports} == {digest(source)}
    gevent.joinall(client.scp_recv(str(source), str(directory / "scp-received")), raise_error=True)
    assert {digest(path) for path in directory.glob("scp-received_*")} == {digest(source)}
    top = tree("tree")
    alone = one(ports[0])
    alone.scp_send(str(top), str(directory / "scp-tree-sent"), recurse=True)
    alone.scp_recv(str(top), str(directory / "scp-tree-received"), recurse=True)
    assert same(top, directory / "scp-tree-sent") and same(top, directory / "scp-tree-received")
    return f"{source.stat().st_size} bytes, and trees"


def jump_host() -> str:
    client = one(ports[-1], proxy_host="127.0.0.1", proxy_port=ports[0], proxy_user=user, proxy_pkey=key)
    output = client.run_command("seq 50000")
    assert sum(1 for _ in output.stdout) == 50000
    client.copy_remote_file(str(directory / "source"), str(directory / "jumped"))
    assert digest(directory / "jumped") == digest(directory / "source")
    return "50000 lines and a file"


def cooperation() -> str:
    longest, running, last = 0.0, True, time.monotonic()

    def watch() -> None:
        nonlocal longest, last
        while running:
            gevent.sleep(0.005)
            now = time.monotonic()
            longest, last = max(longest, now - last), now

    watcher = gevent.spawn(watch)
    little = directory / "little/sub/file"
    little.parent.mkdir(parents=True)
    little.write_bytes(bytes(100_000))

    def work() -> None:
        host = one(slow_port)
        assert sum(1 for _ in host.run_command("seq 20000").stdout) == 20000
        with host.open_shell() as shell:
            shell.run("echo interactive")
        host.copy_file(str(little), str(directory / "slowly-sent"))
        host.copy_remote_file(str(directory / "little"), str(directory / "slowly-received"), recurse=True)
        host.scp_send(str(little), str(directory / "slowly-scp-sent"))
        host.scp_recv(str(directory / "little"), str(directory / "slowly-scp-received"), recurse=True)
        assert same(directory / "little", directory / "slowly-received")

    gevent.joinall([gevent.spawn(work), gevent.spawn(work_through_it)], raise_error=True)
    running = False
    watcher.join()
    assert longest < 1, f"others stood still for {longest:.1f} s"
    return "others ran all the time"


def work_through_it() -> None:
    """Runs a command through a jump host that is slow."""
    host = one(ports[0], proxy_host="127.0.0.1", proxy_port=slow_port, proxy_user=user, proxy_pkey=key)
    assert sum(1 for _ in host.run_command("seq 1000").stdout) == 1000


def cut() -> str:
    large = directory / "large"
    large.write_bytes(bytes(8_000_000))
    for name in ("copy_remote_file", "scp_recv"):
        client = one(cut_port)
        try:
            getattr(client, name)(str(large), str(directory / "part"))
        except Exception as error:
            assert str(error), "an error that says nothing"
        else:
            raise AssertionError(f"{name} said nothing of {8_000_000 - (directory / 'part').stat().st_size} missing bytes")
    return "an error"


for step in (commands, much_output, standard_input, timeouts, shells, copies, scp, jump_host, cooperation, cut):
    print(f"{step.__name__.replace('_', ' '):15}", step(), flush=True)
