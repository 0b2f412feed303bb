"""What servers offer beyond version 3 of SFTP, for swiftssh and for asyncio."""

from __future__ import annotations

import os
import pathlib
from typing import Any

import pytest
from aio_clients import with_client
from servers import Fixture

import swiftssh
from swiftssh.aio import Client
from swiftssh.sftp import SFTP, FileSystemStat, SFTPLimits

UNUSED = 4_000_000_000
"""A number that nobody has."""


@pytest.fixture
def sftp(server: Fixture) -> SFTP:
    """SFTP on a session of its own."""
    return SFTP.over(server.logged_in())


def without_extensions(server: Fixture) -> SFTP:
    """SFTP with a server that offers nothing beyond version 3."""
    return SFTP.over(server.logged_in("--sftp", f"{server['sftp_server_scripted']} no-extensions"))


def agrees(found: FileSystemStat, path: pathlib.Path) -> bool:
    """Whether that is the file system of a path, in what does not change."""
    own = os.statvfs(path)
    return (found.f_frsize, found.f_blocks, found.f_namemax) == (own.f_frsize, own.f_blocks, own.f_namemax)


@pytest.mark.behaviour("sftp.start")
def test_what_the_server_offers_and_takes(server: Fixture, sftp: SFTP) -> None:
    assert sftp.extensions["statvfs@openssh.com"] == "2"
    assert isinstance(sftp.limits, SFTPLimits) and sftp.limits.read_length >= 32768
    bare = without_extensions(server)
    assert bare.extensions == {} and bare.limits == (0, 0, 0, 0)
    sftp.close()
    with pytest.raises(swiftssh.Closed):
        sftp.statvfs("/")


@pytest.mark.behaviour("sftp.file-systems")
def test_file_systems(sftp: SFTP, tmp_path: pathlib.Path) -> None:
    assert agrees(sftp.statvfs(tmp_path), tmp_path)
    with sftp.open(tmp_path / "file", "wb", 0) as file:
        assert agrees(file.statvfs(), tmp_path)
    with pytest.raises(ValueError):
        file.statvfs()
    with pytest.raises(FileNotFoundError):
        sftp.statvfs(tmp_path / "nope")


@pytest.mark.behaviour("sftp.paths")
def test_paths_are_expanded(sftp: SFTP) -> None:
    home = sftp.realpath()
    os.makedirs(os.fsencode(home) + b"/\xff\xfe", exist_ok=True)
    assert sftp.expand_path("~") == home
    odd = sftp.expand_path(b"~/\xff\xfe")
    assert odd == f"{home}/\udcff\udcfe" and sftp.stat(odd).is_dir()


@pytest.mark.behaviour("sftp.paths")
def test_the_home_of_a_user(server: Fixture, sftp: SFTP) -> None:
    if "home-directory" not in sftp.extensions:
        pytest.skip("the server does not offer it")
    assert sftp.home_directory(server["user"]) == sftp.realpath()


@pytest.mark.behaviour("sftp.users-and-groups")
def test_names_of_users_and_groups(server: Fixture, sftp: SFTP) -> None:
    if "users-groups-by-id@openssh.com" not in sftp.extensions:
        pytest.skip("the server does not offer it")
    assert sftp.users_groups_by_id([os.geteuid(), UNUSED], {0}) == ({os.geteuid(): server["user"]}, {0: "root"})
    assert sftp.users_groups_by_id() == ({}, {})
    for wrong in (-1, 1 << 32):
        with pytest.raises(ValueError):
            sftp.users_groups_by_id([wrong])


@pytest.mark.behaviour("sftp.copy-on-the-server")
@pytest.mark.parametrize("buffering", [-1, 0])
def test_bytes_are_copied_on_the_server(sftp: SFTP, tmp_path: pathlib.Path, buffering: int) -> None:
    if "copy-data" not in sftp.extensions:
        pytest.skip("the server does not offer it")
    with sftp.open(tmp_path / "from", "w+b", buffering) as source, sftp.open(tmp_path / "to", "wb", buffering) as target:
        source.write(b"0123456789")
        target.write(b"ab")
        sftp.copy_data(source, target, 3, source_offset=2, target_offset=2)
        assert (tmp_path / "to").read_bytes() == b"ab234"
        sftp.copy_data(source, target, 0)
        assert (tmp_path / "to").read_bytes() == b"ab234"
        sftp.copy_data(source, target)
        assert (tmp_path / "to").read_bytes() == b"0123456789"
        with pytest.raises(TypeError):
            sftp.copy_data(source, open(os.devnull, "wb"))
        with pytest.raises(ValueError):
            sftp.copy_data(source, target, -1)
    with pytest.raises(ValueError):
        sftp.copy_data(source, target)


@pytest.mark.behaviour("sftp.sync")
@pytest.mark.parametrize("mode", ["wb", "w+b", "w", "w+", "a"])
def test_what_was_synchronized_is_there(server: Fixture, sftp: SFTP, tmp_path: pathlib.Path, mode: str) -> None:
    opened: Any = sftp.open(tmp_path / "file", mode)
    with opened as file:
        file.write(b"x" * 100 if "b" in mode else "x" * 100)
        file.fsync()
        assert (tmp_path / "file").stat().st_size == 100
    with pytest.raises(ValueError):
        file.fsync()
    opened = without_extensions(server).open(tmp_path / "other", mode)
    with opened as other:
        with pytest.raises(swiftssh.NotSupported, match="fsync@openssh.com"):
            other.fsync()


@pytest.mark.behaviour("sftp.missing-extensions-are-named")
def test_what_is_not_offered_is_named(server: Fixture, tmp_path: pathlib.Path) -> None:
    bare = without_extensions(server)
    (tmp_path / "file").write_bytes(b"x")
    with bare.open(tmp_path / "file", "rb") as source, bare.open(tmp_path / "copy", "wb") as target:
        calls = {
            "statvfs@openssh.com": lambda: bare.statvfs("/"),
            "expand-path@openssh.com": lambda: bare.expand_path("~"),
            "home-directory": lambda: bare.home_directory("root"),
            "users-groups-by-id@openssh.com": lambda: bare.users_groups_by_id([0]),
            "copy-data": lambda: bare.copy_data(source, target),
            "hardlink@openssh.com": lambda: bare.hardlink("a", "b"),
            "lsetstat@openssh.com": lambda: bare.utime("a", (1, 2), follow_symlinks=False),
            "fstatvfs@openssh.com": lambda: target.raw.statvfs(),
        }
        for name, ask in calls.items():
            with pytest.raises(swiftssh.NotSupported, match=name):
                ask()


@pytest.mark.behaviour("python.aio-extensions")
def test_the_same_for_asyncio(server: Fixture, tmp_path: pathlib.Path) -> None:
    tmp_path.chmod(0o777)
    (tmp_path / "from").write_bytes(b"0123456789")

    async def work(client: Client) -> None:
        async with client.sftp() as sftp:
            assert sftp.extensions["statvfs@openssh.com"] == "2" and sftp.limits.read_length >= 32768
            assert agrees(await sftp.statvfs(tmp_path), tmp_path)
            assert await sftp.expand_path("~") == await sftp.realpath()
            async with sftp.open(tmp_path / "from", "rb") as source, sftp.open(tmp_path / "to", "wb") as target:
                await target.write(b"ab")
                await target.fsync()
                assert (tmp_path / "to").read_bytes() == b"ab"
                assert agrees(await target.statvfs(), tmp_path)
                if "copy-data" in sftp.extensions:
                    await sftp.copy_data(source, target, 3, source_offset=2, target_offset=2)
                    assert (tmp_path / "to").read_bytes() == b"ab234"
            with pytest.raises(ValueError):
                await sftp.copy_data(source, target)
            with pytest.raises(ValueError):
                await target.statvfs()
            if "home-directory" in sftp.extensions:
                assert await sftp.home_directory(server["user"]) == await sftp.realpath()
            if "users-groups-by-id@openssh.com" in sftp.extensions:
                assert await sftp.users_groups_by_id([os.geteuid(), UNUSED]) == ({os.geteuid(): server["user"]}, {})

    with_client(server, work)
