"""SFTP servers that are not OpenSSH's."""

from __future__ import annotations

import os
import pathlib

import pytest
from servers import Fixture, Peer

import swiftssh
from swiftssh.sftp import SFTP
from swiftssh.ssh2.session import Session

CONTENT = os.urandom(1 << 20) * 2


@pytest.mark.parametrize("program", ["asyncssh_server", "paramiko_server"])
def test_other_servers(server: Fixture, tmp_path: pathlib.Path, program: str) -> None:
    with Peer(str(server.directory), program=program) as sock:
        session = Session()
        session.set_timeout(20_000)
        session.handshake(sock)
        session.userauth_publickey_fromfile(server["user"], server["client_key"])
        sftp = SFTP.over(session)
        home = sftp.realpath(".")
        assert home.startswith("/")
        directory = f"{home.rstrip('/')}/{tmp_path.name}-{program}"
        sftp.mkdir(directory)
        with sftp.open(f"{directory}/file", "wb") as file:
            for begin in range(0, len(CONTENT), 30_000):
                file.write(CONTENT[begin : begin + 30_000])
        assert sftp.stat(f"{directory}/file").st_size == len(CONTENT)
        with sftp.open(f"{directory}/file", "rb") as file:
            assert file.read() == CONTENT
            file.seek(1_000_000)
            assert file.read(10) == CONTENT[1_000_000:1_000_010]
        (tmp_path / "local").write_bytes(CONTENT)
        sftp.put(tmp_path / "local", f"{directory}/sent")
        sftp.get(f"{directory}/sent", tmp_path / "back")
        assert (tmp_path / "back").read_bytes() == CONTENT
        sftp.symlink("file", f"{directory}/link")
        assert sftp.readlink(f"{directory}/link").endswith("file")
        assert sorted(sftp.listdir(directory)) == ["file", "link", "sent"]
        sftp.rename(f"{directory}/sent", f"{directory}/renamed")
        with pytest.raises(FileNotFoundError):
            sftp.stat(f"{directory}/sent")
        with pytest.raises(swiftssh.SFTPError):
            sftp.mkdir(directory)
        sftp.remove_tree(directory)
        assert not sftp.exists(directory)
        sftp.close()
        session.disconnect()
