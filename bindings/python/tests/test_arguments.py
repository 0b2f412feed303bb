"""Arguments that do not fit are refused as they are given: ctypes would cut them."""

from __future__ import annotations

import asyncio
import io
import pathlib
from collections.abc import Callable
from typing import Any

import pytest
from clients import connected, port_of
from servers import Fixture

import swiftssh
import swiftssh.aio
from swiftssh import fleet
from swiftssh.ssh2.exceptions import FileError

REFUSED: list[Callable[[Any], object]] = [
    lambda client: client.run("echo cut\0; false"),
    lambda client: client.run(b"echo cut\0; false"),
    lambda client: client.run(bytearray(b"true")),
    lambda client: client.run(None),
    lambda client: client.run("cat", input=5),
    lambda client: client.run("cat", input=["line"]),
    lambda client: client.run("true", env={"SWIFTSSH_A": "x\0SWIFTSSH_B=y"}),
    lambda client: client.run("true", env={"SWIFTSSH_A=b": "c"}),
    lambda client: client.run("true", env={"": "c"}),
    lambda client: client.run("true", terminal=swiftssh.Terminal("vt\0")),
    lambda client: client.run("true", terminal=swiftssh.Terminal(columns=-1)),
    lambda client: client.run("true", terminal=True),
    lambda client: client.run("true", timeout=float("nan")),
    lambda client: client.run("true", timeout=-1),
    lambda client: client.run("true", timeout="10"),
    lambda client: client.run("true", limit=-1),
    lambda client: client.sftp(bytes_in_flight=-1),
    lambda client: client.forward_local("127.0.0.1", 65536 + 22),
    lambda client: client.forward_local("127.0.0.1", 22, bind_port=-1),
    lambda client: client.forward_local("127.0.0.1\0.example", 22),
    lambda client: client.forward_remote("127.0.0.1", "22"),
    lambda client: client.socks(bind_port=65536),
]


@pytest.mark.behaviour("python.arguments-are-not-cut")
def test_a_client_refuses_them(server: Fixture) -> None:
    with port_of(server) as port, connected(server, port) as client:
        for number, call in enumerate(REFUSED):
            with pytest.raises((TypeError, ValueError)):
                call(client)
                pytest.fail(f"call {number} was made")
        assert client.run("cat", input=memoryview(b"whole"), timeout=float("inf")).text == "whole"


@pytest.mark.behaviour("python.arguments-are-not-cut")
def test_so_does_a_client_for_asyncio(server: Fixture) -> None:
    async def work(port: int) -> None:
        arguments: dict[str, Any] = {"known_hosts": server["known_hosts"], "key_files": server["client_key"], "agent": False}
        async with swiftssh.aio.connect("127.0.0.1", port=port, user=server["user"], **arguments) as client:
            for number, call in enumerate(REFUSED):
                with pytest.raises((TypeError, ValueError)):
                    made: Any = call(client)
                    await made
                    pytest.fail(f"call {number} was made")
            async with client.start("cat") as process:
                with pytest.raises(TypeError):
                    await process.stdin.write(5)  # type: ignore[arg-type]

    with port_of(server) as port:
        asyncio.run(work(port))


SFTP_REFUSES: list[Callable[[Any, str], object]] = [
    lambda sftp, path: sftp.truncate(path, 2**64),
    lambda sftp, path: sftp.truncate(path, -1),
    lambda sftp, path: sftp.utime(path, (0, 2**32)),
    lambda sftp, path: sftp.utime(path, (-1, 0)),
    lambda sftp, path: sftp.chown(path, 2**32, 0),
    lambda sftp, path: sftp.chown(path, -1, 0),
]


@pytest.mark.behaviour("python.arguments-are-not-cut")
def test_attributes_of_files_are_not_cut(server: Fixture, tmp_path: pathlib.Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"kept")
    before = path.stat()

    async def work(port: int) -> None:
        arguments: dict[str, Any] = {"known_hosts": server["known_hosts"], "key_files": server["client_key"], "agent": False}
        async with swiftssh.aio.connect("127.0.0.1", port=port, user=server["user"], **arguments) as client:
            async with client.sftp() as sftp, sftp.open(str(path), "r+b") as file:
                for call in SFTP_REFUSES:
                    with pytest.raises(ValueError):
                        made: Any = call(sftp, str(path))
                        await made
                with pytest.raises(ValueError):
                    await file.truncate(2**64)
                with pytest.raises(ValueError):
                    await file.seek(2**64)

    with port_of(server) as port:
        with connected(server, port) as client, client.sftp() as sftp, sftp.open(path, "r+b", 0) as file:
            for call in SFTP_REFUSES:
                with pytest.raises(ValueError):
                    call(sftp, str(path))
            with pytest.raises(ValueError):
                file.truncate(2**64)
            with pytest.raises(ValueError):
                file.seek(2**64)
        asyncio.run(work(port))
    assert path.read_bytes() == b"kept" and path.stat().st_mtime == before.st_mtime


@pytest.mark.behaviour("python.arguments-are-not-cut")
@pytest.mark.parametrize(
    "arguments",
    [
        {"host": "127.0.0.1\0.example"},
        {"user": "root\0"},
        {"port": 65536 + 22},
        {"port": -1},
        {"port": "22"},
        {"port": 0},
        {"host_keys": 3},
        {"algorithms": {"ciphers": ["aes256-ctr"]}},
        {"timeout": float("nan")},
        {"timeout": -1},
        {"timeout": "10"},
        {"attempts": -1},
        {"attempts": "6"},
        {"known_hosts": False},
        {"known_hosts": 5},
        {"host": "ssh://server.example"},
    ],
)
def test_connect_refuses_them(loaded: None, arguments: dict[str, Any]) -> None:
    with pytest.raises((TypeError, ValueError)):
        swiftssh.connect(**{"host": "127.0.0.1", "port": 1, **arguments})  # type: ignore[arg-type]


NAMED: list[tuple[str, Any]] = [
    ("host", None),
    ("user", b"root"),
    ("port", "22"),
    ("port", -1),
    ("config", 5),
    ("config", b"/etc/ssh/ssh_config"),
    ("known_hosts", 5),
    ("known_hosts", b"/known_hosts"),
    ("key_files", 5),
    ("key_files", b"/key"),
    ("key_files", [b"/key"]),
    ("agent", 5),
    ("keys", 5),
    ("keys", "/home/me/.ssh/id_ed25519"),
    ("passphrase", 5),
    ("password", 5),
    ("answers", "yes"),
    ("attempts", "6"),
    ("algorithms", "aes128-ctr"),
    ("algorithms", {"cipher": [5]}),
    ("algorithms", {"cipher": None}),
    ("algorithms", {"cipher": b"aes128-ctr"}),
    ("via", "jump.example"),
    ("keepalive", -1),
    ("keepalive", "5"),
    ("keepalive_count", 1.5),
    ("connection_attempts", "3"),
    ("forward_x11", 5),
]


@pytest.mark.behaviour("python.arguments-are-named")
@pytest.mark.parametrize(("name", "value"), NAMED)
def test_what_connect_refuses_is_named(loaded: None, name: str, value: object) -> None:
    for connect in (swiftssh.connect, lambda **given: asyncio.run(awaited(**given))):
        with pytest.raises((TypeError, ValueError)) as raised:
            connect(**{"host": "127.0.0.1", "port": 1, name: value})
        assert str(raised.value).startswith(name)


@pytest.mark.behaviour("python.arguments-are-named")
@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("input", 5, "input: must be str or bytes, not int"),
        ("input", ["a line"], "input: must be str or bytes, not list"),
        ("limit", -1, "limit: -1 is not between"),
        ("timeout", "5", "a timeout must be a number of seconds"),
        ("timeout", -1, "a timeout must be a number of seconds"),
        ("env", {"LC_A": 5}, "env['LC_A']: must be str, not int"),
        ("env", {"LC_A": None}, "env['LC_A']: must be str, not NoneType"),
        ("env", {"LC_A": b"value"}, "env['LC_A']: must be str, not bytes"),
        ("env", {5: "value"}, "env: must be str, not int"),
        ("env", [("LC_A", "value")], "env: must be a mapping of str to str, not list"),
        ("terminal", swiftssh.Terminal(columns=-1), "columns: -1 is not between"),
    ],
)
def test_a_command_is_not_begun_with_what_is_refused(
    server: Fixture, tmp_path: pathlib.Path, name: str, value: object, said: str
) -> None:
    async def work(port: int) -> None:
        arguments: dict[str, Any] = {"known_hosts": server["known_hosts"], "key_files": server["client_key"], "agent": False}
        async with swiftssh.aio.connect("127.0.0.1", port=port, user=server["user"], **arguments) as client:
            with pytest.raises((TypeError, ValueError)) as raised:
                await client.run(f"touch {tmp_path}/ran", **{name: value})
            assert str(raised.value).startswith(said)
            await client.run("true")

    with port_of(server, "AcceptEnv LC_*") as port:
        with connected(server, port) as client:
            with pytest.raises((TypeError, ValueError)) as raised:
                client.run(f"touch {tmp_path}/ran", **{name: value})
            assert str(raised.value).startswith(said)
            client.run("true")
        asyncio.run(work(port))
    assert not (tmp_path / "ran").exists()


@pytest.mark.behaviour("python.arguments-are-named")
def test_what_files_refuse_is_named(server: Fixture, tmp_path: pathlib.Path) -> None:
    (tmp_path / "file").write_text("kept")
    with port_of(server) as port, connected(server, port) as client, client.sftp() as sftp:
        for count in ("4", 2**40):
            with pytest.raises((TypeError, ValueError), match="files_at_once"):
                sftp.get(tmp_path, tmp_path / "copy", recursive=True, files_at_once=count)  # type: ignore[arg-type]
        with pytest.raises(TypeError, match="text: must be str, not bytes"):
            sftp.write_text(tmp_path / "file", b"text")  # type: ignore[arg-type]
        with sftp.open(tmp_path / "file", "rb") as file, pytest.raises(io.UnsupportedOperation):
            file.truncate(0)
    assert (tmp_path / "file").read_text() == "kept"


@pytest.mark.parametrize("kind", [str, lambda text: [text], lambda text: [pathlib.Path(text)]])
def test_a_key_in_the_place_of_its_path_is_not_shown(server: Fixture, kind: Callable[[str], Any]) -> None:
    text = pathlib.Path(server["client_key"]).read_text()
    secret = text.splitlines()[2]
    connects: list[Callable[..., object]] = [swiftssh.connect, swiftssh.aio.connect, swiftssh.ConnectOptions]
    for connect in connects:
        host = () if connect is swiftssh.ConnectOptions else ("127.0.0.1",)
        for given in (text, text.replace("\n", ""), text.split("\n", 1)[1]):
            with pytest.raises(ValueError) as raised:
                connect(*host, key_files=kind(given))
            assert not isinstance(raised.value, OSError)
            assert secret not in str(raised.value) and raised.value.__context__ is None
    session = server.session()
    with pytest.raises(FileError) as refused:
        session.userauth_publickey_fromfile(server["user"], text)
    assert secret not in f"{refused.value} {refused.value.filename} {session.last_error()}"


@pytest.mark.parametrize(
    ("host", "hint"),
    [
        ("me@server", "write 'server', user='me'"),
        ("server:2222", "write 'server', port=2222"),
        ("me@server:22", "write 'server', user='me', port=22"),
        ("[::1]", "write '::1'"),
        ("me@[fe80::1%eth0]:22", "write 'fe80::1%eth0', user='me', port=22"),
    ],
)
def test_a_host_with_more_to_it_is_refused_with_what_to_write(loaded: None, host: str, hint: str) -> None:
    for call in (swiftssh.connect, lambda host: fleet.run([host], "true"), lambda host: asyncio.run(awaited(host))):
        with pytest.raises(ValueError) as raised:
            call(host)
        assert str(raised.value).endswith(hint)


async def awaited(host: str, **given: Any) -> None:
    await swiftssh.aio.connect(host, **given)


@pytest.mark.behaviour("python.arguments-are-not-cut")
def test_a_fleet_refuses_them(loaded: None) -> None:
    for host in (fleet.Host("a\0"), fleet.Host("a", 65536), fleet.Host("a", user="b\0")):
        with pytest.raises(ValueError):
            fleet.run([host], "true")
    one: Any
    for one in ("web1", b"web1", fleet.Host("web1")):
        with pytest.raises(TypeError, match="several"):
            fleet.run(one, "true")
    for one in (("web1", 22), b"web1", None, 5):
        with pytest.raises(TypeError, match="must be str or swiftssh.fleet.Host, not"):
            fleet.run([one], "true")
    with pytest.raises(TypeError):
        fleet.run(["127.0.0.1"], "true", input=5)  # type: ignore[arg-type]


@pytest.mark.behaviour("client.host-key-known")
def test_a_tilde_is_the_home_directory(server: Fixture, monkeypatch: pytest.MonkeyPatch) -> None:
    home, known_hosts = server["known_hosts"].rsplit("/", 1)
    monkeypatch.setenv("HOME", home)
    with port_of(server) as port:
        connected(server, port, known_hosts="~/" + known_hosts, key_files="~/keys/client_ed25519").close()
        connected(server, port, algorithms={"cipher": "aes256-ctr,aes128-ctr"}).close()


def test_a_tilde_is_the_home_directory_of_copies_too(
    server: Fixture, monkeypatch: pytest.MonkeyPatch, tmp_path: pathlib.Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "file").write_text("a file")
    with port_of(server) as port, connected(server, port) as client:
        client.put("~/file", tmp_path / "there")
        client.get(tmp_path / "there", pathlib.Path("~/back"))
    assert (tmp_path / "back").read_text() == "a file"
