"""The checks of the SFTP servers: OpenSSH's sftp and a plain client by hand."""

import os
import pathlib
import struct
import subprocess
from collections.abc import Callable

import sftp_packets as packets
from check_support import LIMIT, TOOLS, Bench, run
from sftp_packets import string, uint32, uint64

SCRIPTED = str(TOOLS / "sftp_server_scripted")
BLOCK = 4096


class Client:
    """Speaks with a scripted server over its standard input and output."""

    def __init__(self, *words: str) -> None:
        """Starts the server. `words`: its command line."""
        self.process = subprocess.Popen([SCRIPTED, *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self.process.stdin and self.process.stdout
        self.input, self.output = self.process.stdin, self.process.stdout
        self.number = 0
        self.write(bytes([1]) + uint32(3))

    def write(self, *contents: bytes) -> None:
        """Sends packets at once."""
        self.input.write(b"".join(map(string, contents)))
        self.input.flush()

    def request(self, kind: str, body: bytes) -> bytes:
        """Returns the content of a request."""
        self.number += 1
        number = next(number for number, name in packets.REQUESTS.items() if name == kind)
        return bytes([number]) + uint32(self.number) + body

    def receive(self) -> bytes:
        """Returns the content of the next packet, what came of it where the server ends."""
        head = self.output.read(4)
        return self.output.read(struct.unpack(">I", head)[0]) if len(head) == 4 else head

    def ask(self, kind: str, body: bytes) -> bytes:
        """Sends a request and returns what comes next."""
        self.write(self.request(kind, body))
        return self.receive()

    def end(self) -> None:
        """Ends the server."""
        self.input.close()
        self.output.close()
        self.process.wait(timeout=LIMIT)


def checks(bench: Bench) -> dict[str, Callable[[], None]]:
    """Returns the checks by name."""
    found: dict[str, Callable[[], None]] = {}
    facts = bench.facts
    source = bench.directory / "home/sftp-source"
    text = b"".join(b"line %d\n" % number for number in range(40_000))
    source.write_bytes(text)

    def both_ways(name: str, port: int = 0, via: list[str] | None = None) -> None:
        copy, back = source.with_name(f"{name}-copy"), source.with_name(f"{name}-back")
        commands = [f"get {source} {copy}", f"put {copy} {back}", f"ls {source.parent}", f"rename {back} {back}2"]
        result = bench.sftp("\n".join(commands), port, via)
        assert result.returncode == 0 and source.name in result.stdout, result
        assert copy.read_bytes() == text == pathlib.Path(f"{back}2").read_bytes()

    for mode in ("honest", "no-extensions", "no-posix-rename", "limits-huge", "shorter-data", "reordered", "no-text",
                 "extended-attributes"):
        def allowed(mode: str = mode) -> None:
            both_ways(mode, via=[facts["sshd_inetd"], "--sftp", f"{SCRIPTED} {mode}"])
        found[f"sftp_server_scripted {mode}, by OpenSSH's sftp"] = allowed

    for mode in ("long-field", "unknown-id", "wrong-type", "empty-packet", "longer-data", "version-text", "cut",
                 "ended"):
        def refused(mode: str = mode) -> None:
            via = [facts["sshd_inetd"], "--sftp", f"{SCRIPTED} {mode}"]
            result = bench.sftp(f"get {source} {source}-{mode}", via=via)
            assert result.returncode != 0, result
        found[f"sftp_server_scripted {mode}, by OpenSSH's sftp"] = refused

    def served(tool: str) -> Callable[[], None]:
        def check() -> None:
            with bench.served(tool, str(bench.directory)) as server:
                both_ways(tool, server.port)
        return check

    for tool in ("asyncssh_server", "paramiko_server"):
        found[f"{tool}: sftp, by OpenSSH's"] = served(tool)

    def by_hand(title: str, *words: str) -> Callable[[Callable[[Client, bytes], None]], None]:
        def keep(function: Callable[[Client, bytes], None]) -> None:
            def check() -> None:
                client = Client(*words)
                assert client.receive()[:5] == bytes([2]) + uint32(3)
                opened = client.ask("open", string(str(source)) + uint32(1) + uint32(0))
                function(client, opened[5:])
                client.end()
            found[f"sftp_server_scripted {title}, by hand"] = check
        return keep

    def read(client: Client, handle: bytes, offset: int = 0) -> bytes:
        return client.request("read", handle + uint64(offset) + uint32(BLOCK))

    def expect(title: str, reply: Callable[[bytes], bytes], *words: str) -> None:
        @by_hand(title, *words)
        def _(client: Client, handle: bytes) -> None:
            client.write(read(client, handle))
            expected = reply(bytes([packets.DATA]) + uint32(client.number) + string(text[:BLOCK]))
            received = client.receive()
            assert received == expected, (received[:40], expected[:40])

    expect("truncated", lambda whole: whole[:7], "truncated", "--value", "7")
    expect("empty-packet", lambda whole: b"", "empty-packet")
    expect("long-field", lambda whole: whole[:5] + uint32(0xFFFFFFF0) + whole[9:], "long-field")
    expect("trailing", lambda whole: whole + b"more", "trailing")
    expect("announced", lambda whole: whole + bytes((16 << 20) - len(whole)), "announced")
    expect("previous-id", lambda whole: whole[:1] + uint32(1) + whole[5:], "previous-id")
    expect("longer-data", lambda whole: whole[:5] + string(text[:BLOCK] + b"!"), "longer-data")
    expect("empty-data", lambda whole: whole[:5] + string(b""), "empty-data")
    expect("--nth 2", lambda whole: whole, "empty-packet", "--nth", "2")
    expect("--on write", lambda whole: whole, "empty-packet", "--on", "write")

    @by_hand("duplicate", "duplicate")
    def _(client: Client, handle: bytes) -> None:
        assert client.ask("read", handle + uint64(0) + uint32(9)) == client.receive()

    log = bench.directory / "sftp-log"

    @by_hand("reordered", "reordered", "--log", str(log))
    def _(client: Client, handle: bytes) -> None:
        client.write(*(read(client, handle, number * BLOCK) for number in range(16)))
        replies = [client.receive() for _ in range(16)]
        numbers = [struct.unpack(">I", reply[1:5])[0] for reply in replies]
        assert sorted(numbers) == list(range(2, 18)) != numbers, numbers
        for number, reply in zip(numbers, replies):
            assert reply[9:] == text[(number - 2) * BLOCK:(number - 1) * BLOCK]
        assert log.read_text().startswith("REORDERED"), log.read_text()

    gate = bench.directory / "sftp-gate"
    os.mkfifo(gate)

    @by_hand("late", "late", "--gate", str(gate))
    def _(client: Client, handle: bytes) -> None:
        client.write(read(client, handle), read(client, handle, BLOCK))
        assert client.receive()[1:5] == uint32(3)
        gate.write_bytes(b"")
        assert client.receive()[1:5] == uint32(2)

    @by_hand("missing", "missing")
    def _(client: Client, handle: bytes) -> None:
        client.write(read(client, handle), read(client, handle, BLOCK))
        assert client.receive()[1:5] == uint32(3)

    @by_hand("hostile-names", "hostile-names")
    def _(client: Client, handle: bytes) -> None:
        directory = client.ask("opendir", string("/hostile"))[5:]
        names = client.ask("readdir", directory)
        assert names[5:9] == uint32(18) and string("../up") in names and string(b"n" * 100_000) in names
        opened = client.ask("open", string("/hostile/../up") + uint32(1) + uint32(0))
        assert client.ask("read", opened[5:] + uint64(0) + uint32(99))[9:] == b"hostile\n"
        assert client.ask("readdir", directory)[:1] == bytes([packets.STATUS])

    @by_hand("endless-directory, bottomless", "endless-directory")
    def _(client: Client, handle: bytes) -> None:
        directory = client.ask("opendir", string("/hostile"))[5:]
        for _ in range(20):
            assert client.ask("readdir", directory)[5:9] == uint32(100)
        deep = Client("bottomless")
        deep.receive()
        assert deep.ask("stat", string("/hostile" + "/again" * 50))[0] == packets.ATTRS
        deep.end()

    def announces_nothing() -> None:
        client = Client("no-extensions")
        assert client.receive() == bytes([2]) + uint32(3)
        client.end()

    found["sftp_server_scripted no-extensions, by hand"] = announces_nothing

    def dies() -> None:
        client = Client("killed", "--on", "stat")
        client.receive()
        assert client.ask("stat", string(".")) == b""
        assert client.process.wait(timeout=LIMIT) == -9
        client.end()

    found["sftp_server_scripted killed, by hand"] = dies
    found["sftp_server_scripted --help"] = lambda: assert_help(run([SCRIPTED, "--help"]).stdout)
    return found


def assert_help(text: str) -> None:
    """Asserts that the help names every mode."""
    import sftp_faults
    import sftp_trees
    for mode in [*sftp_faults.FAULTS, *sftp_faults.LIMITS, *sftp_trees.TREES]:
        assert mode in text, mode
    for greeting in sftp_faults.GREETINGS:
        assert greeting.removeprefix("version") in text, greeting
