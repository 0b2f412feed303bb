"""Files of a client's host."""

from __future__ import annotations

import io
import pathlib
from collections.abc import Iterator

import pytest
from clients import connected, port_of
from servers import Fixture

import swiftssh


@pytest.fixture
def client(server: Fixture) -> Iterator[swiftssh.Client]:
    with port_of(server) as port, connected(server, port) as client:
        yield client


DATA = bytes(range(256)) * 4000


@pytest.mark.behaviour("python.client-copies")
def test_files_and_trees_are_copied(client: swiftssh.Client, tmp_path: pathlib.Path) -> None:
    tree = tmp_path / "tree"
    (tree / "deep").mkdir(parents=True)
    (tree / "one").write_bytes(DATA)
    (tree / "deep" / "two").write_text("2")
    told: list[tuple[int, int, str]] = []

    def tell(done: int, total: int, name: str) -> None:
        told.append((done, total, name))

    report = client.put(tree, tmp_path / "there", recursive=True, progress=tell)
    assert (report.files, report.directories, report.problems) == (2, 2, ())
    assert told[-1][:2] == (len(DATA) + 1, len(DATA) + 1)
    assert client.get(tmp_path / "there" / "one", tmp_path / "back").bytes == len(DATA)
    assert (tmp_path / "back").read_bytes() == DATA
    with pytest.raises(swiftssh.RemoteFileMissing):
        client.get(tmp_path / "missing", tmp_path / "back")
    with pytest.raises(swiftssh.SSHError, match="directory"):
        client.get(tree, tmp_path / "not-recursive")

    def give_up(done: int, total: int, name: str) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        client.get(tmp_path / "there" / "one", tmp_path / "ended", progress=give_up)
    assert not (tmp_path / "ended").exists()


@pytest.mark.behaviour("python.client-files")
def test_files_are_pythons_own(client: swiftssh.Client, tmp_path: pathlib.Path) -> None:
    path = tmp_path / "file"
    with client.sftp() as sftp:
        with sftp.open(path, "w") as file:
            assert isinstance(file, io.BufferedWriter)
            file.write(DATA)
        assert path.read_bytes() == DATA
        with sftp.open(path) as file:
            assert isinstance(file, io.BufferedReader)
            assert file.read(3) == DATA[:3]
            assert file.seek(-2, io.SEEK_END) == len(DATA) - 2
            assert file.read() == DATA[-2:]
            buffer = bytearray(500)
            file.seek(100)
            assert file.readinto(buffer) == 500 and buffer == DATA[100:600]
        with sftp.open(path, "r+") as file:
            file.seek(10)
            file.write(b"in between")
        with sftp.open(path, "a") as file:
            file.write(b"the end")
        assert path.read_bytes() == DATA[:10] + b"in between" + DATA[20:] + b"the end"
        with pytest.raises(swiftssh.SSHError):
            sftp.open(path, "x")
        with pytest.raises(FileNotFoundError):
            sftp.open(tmp_path / "missing")
        text = io.TextIOWrapper(sftp.open(path, "w"), encoding="utf-8")
        with text:
            text.write("grün\n")
        assert sftp.read_bytes(path) == "grün\n".encode()


@pytest.mark.behaviour("python.client-names")
def test_names_and_attributes(client: swiftssh.Client, tmp_path: pathlib.Path) -> None:
    with client.sftp() as sftp:
        folder = tmp_path / "folder"
        sftp.mkdir(folder)
        sftp.write_bytes(folder / "b", b"12345")
        sftp.symlink(folder / "link", "b")
        assert sorted(sftp.listdir(folder)) == ["b", "link"]
        assert dict(sftp.scandir(folder))["b"].size == 5
        assert sftp.stat(folder).is_directory
        assert sftp.stat(folder / "link").size == 5
        assert sftp.stat(folder / "link", follow_symlinks=False).is_link
        assert sftp.readlink(folder / "link") == "b"
        assert sftp.glob(folder / "*k") == [str(folder / "link")]
        sftp.rename(folder / "b", folder / "c")
        assert sftp.exists(folder / "c") and not sftp.exists(folder / "b")
        assert sftp.realpath(folder / ".." / "folder") == str(folder)
        sftp.remove(folder / "link")
        with pytest.raises(swiftssh.SFTPError):
            sftp.rmdir(folder)
        sftp.remove_tree(folder)
        assert not folder.exists()
        with pytest.raises(ValueError):
            sftp.stat("a\0b")
    with pytest.raises(swiftssh.Closed):
        sftp.listdir()
