"""The files of a server as Python's own file objects."""

from __future__ import annotations

import copy
import csv
import gzip
import io
import os
import pathlib
import pickle
import shutil
import zipfile
from typing import Any

import pytest
from clients import connected, port_of
from servers import Fixture

import swiftssh
from swiftssh.sftp import SFTP, RemoteFile

CONTENT = os.urandom(1 << 20) * 3


@pytest.fixture
def sftp(server: Fixture) -> SFTP:
    """SFTP on a session of its own."""
    return SFTP.over(server.logged_in())


@pytest.mark.behaviour("python.files-are-pythons-own")
def test_bytes_are_written_and_read(sftp: SFTP, tmp_path: pathlib.Path) -> None:
    path = tmp_path / "file"
    with sftp.open(path, "wb", permissions=0o600) as file:
        assert isinstance(file, io.BufferedWriter)
        assert file.write(CONTENT[:10]) == 10
        file.write(memoryview(CONTENT)[10:500_000])
        file.write(bytearray(CONTENT[500_000:]))
    assert path.read_bytes() == CONTENT
    assert path.stat().st_mode & 0o777 == 0o600
    with sftp.open(path, "rb") as file:
        assert isinstance(file, io.BufferedReader)
        assert file.read(10) == CONTENT[:10]
        memory = bytearray(1_000_000)
        assert file.readinto(memory) == len(memory)
        assert memory == CONTENT[10:1_000_010]
        assert file.seek(-5, os.SEEK_END) == len(CONTENT) - 5
        assert file.read() == CONTENT[-5:]
        assert file.seek(5) == 5
        assert file.read() == CONTENT[5:]
        assert file.tell() == len(CONTENT)
    assert file.closed
    with pytest.raises(ValueError):
        file.read()


@pytest.mark.behaviour("python.files-are-pythons-own")
def test_files_without_a_buffer(sftp: SFTP, tmp_path: pathlib.Path) -> None:
    path = tmp_path / "file"
    with sftp.open(path, "w+b", 0) as file:
        assert isinstance(file, RemoteFile)
        assert (file.readable(), file.writable(), file.seekable()) == (True, True, True)
        assert file.write(b"0123456789") == 10
        assert file.stat().st_size == 10
        file.seek(2)
        assert file.read(3) == b"234"
        assert file.seek(1, os.SEEK_CUR) == 6
        assert file.truncate() == 6
        assert file.read() == b""
        file.fsync()
        with pytest.raises(ValueError):
            file.seek(-1)
        with pytest.raises(ValueError):
            file.seek(0, 9)
        assert file.name == str(path)
    file.close()
    assert path.read_bytes() == b"012345"
    with sftp.open(path, "rb", 0) as file:
        assert file.readall() == b"012345"
        with pytest.raises(io.UnsupportedOperation):
            file.write(b"x")
    with sftp.open(path, "ab", 0) as file:
        assert file.tell() == 6
        file.write(b"67")
    assert path.read_bytes() == b"01234567"
    for call in (file.tell, file.stat, file.flush, lambda: file.readinto(bytearray(1))):
        with pytest.raises((ValueError, io.UnsupportedOperation)):
            call()


@pytest.mark.behaviour("python.files-are-pythons-own")
def test_text_is_written_and_read(sftp: SFTP, tmp_path: pathlib.Path) -> None:
    with sftp.open(tmp_path / "file", "w") as file:
        print("first", file=file)
        file.write("zweite Zeile: ä\n")
    with sftp.open(tmp_path / "file") as file:
        assert list(file) == ["first\n", "zweite Zeile: ä\n"]
    with sftp.open(tmp_path / "file", "a", encoding="latin-1", newline="\r\n") as file:
        file.write("ö\n")
    assert (tmp_path / "file").read_bytes() == "first\nzweite Zeile: ä\n".encode() + b"\xf6\r\n"
    with sftp.open(tmp_path / "file", "r+b") as file:
        assert file.readline() == b"first\n"
        file.seek(0)
        file.write(b"FIRST")
    assert (tmp_path / "file").read_bytes().startswith(b"FIRST\n")
    for wrong in ("", "b", "rw", "rr", "rbt", "z", "r+w"):
        with pytest.raises(ValueError):
            sftp.open(tmp_path / "file", wrong)
    with pytest.raises(ValueError):
        sftp.open(tmp_path / "file", "r", 0)


@pytest.mark.behaviour("python.files-are-pythons-own")
def test_standard_tools_work_on_them(sftp: SFTP, tmp_path: pathlib.Path) -> None:
    (tmp_path / "from").write_bytes(CONTENT)
    with sftp.open(tmp_path / "from", "rb") as source, sftp.open(tmp_path / "to", "xb") as target:
        shutil.copyfileobj(source, target)
    assert (tmp_path / "to").read_bytes() == CONTENT
    with pytest.raises(FileExistsError) as raised:
        sftp.open(tmp_path / "to", "xb")
    assert raised.value.filename == str(tmp_path / "to")
    with sftp.open(tmp_path / "table", "w", newline="") as table:
        csv.writer(table).writerows([["a", "b"], ["x\ny", "ü"]])
    with sftp.open(tmp_path / "table", newline="") as table:
        assert list(csv.reader(table)) == [["a", "b"], ["x\ny", "ü"]]
    with sftp.open(tmp_path / "zip", "w+b") as file:
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("one", CONTENT)
        with zipfile.ZipFile(file, "a") as archive:
            archive.writestr("two", "2")
        assert zipfile.ZipFile(file).testzip() is None
    with sftp.open(tmp_path / "gz", "wb") as file, gzip.open(file, "wb") as packed:
        packed.write(CONTENT)
    with sftp.open(tmp_path / "gz", "rb") as file, gzip.open(file) as packed:
        assert packed.read() == CONTENT


@pytest.mark.behaviour("python.files-are-pythons-own")
def test_they_say_no_as_files_do(sftp: SFTP, tmp_path: pathlib.Path) -> None:
    with sftp.open(tmp_path / "file", "w") as text:
        assert text.mode == "w" and "mode='w'" in repr(text)
    for arguments in ({"encoding": "utf-8"}, {"errors": "strict"}, {"newline": ""}):
        with pytest.raises(ValueError, match="binary mode"):
            sftp.open(tmp_path / "file", "rb", **arguments)  # type: ignore[call-overload]
    with pytest.raises(LookupError):
        sftp.open(tmp_path / "other", "w", encoding="none of that name")
    assert not (tmp_path / "other").exists()
    with sftp.open(tmp_path / "file", "rb", 0) as file:
        with pytest.raises(TypeError):
            file.seek(1.5)  # type: ignore[arg-type]
        for copied in (copy.copy, copy.deepcopy, pickle.dumps):
            with pytest.raises(TypeError, match="pickle"):
                copied(file)
            with pytest.raises(TypeError, match="pickle"):
                copied(sftp)
        assert file.read() == b""


@pytest.mark.behaviour("python.flush-waits-for-the-server")
@pytest.mark.parametrize("mode", ["w", "wb", "w+", "w+b", "a"])
def test_what_was_flushed_is_there(sftp: SFTP, tmp_path: pathlib.Path, mode: str) -> None:
    data = "x" * 3_000_000
    with open_dynamically(sftp, tmp_path / "file", mode) as file:
        file.write(data if "b" not in mode else data.encode())
        file.flush()
        assert (tmp_path / "file").stat().st_size == len(data)
    with sftp.open(tmp_path / "lines", "w", 1) as lines:
        lines.write("first\n")
        assert (tmp_path / "lines").read_bytes() == b"first\n"


@pytest.mark.behaviour("python.flush-waits-for-the-server")
@pytest.mark.parametrize("mode", ["w", "wb", "r+", "r+b"])
def test_what_the_server_refuses_is_told_by_flush(sftp: SFTP, mode: str) -> None:
    with open_dynamically(sftp, "/dev/full", mode) as file:
        file.write("lost" if "b" not in mode else b"lost")
        with pytest.raises(swiftssh.SFTPError):
            file.flush()


def open_dynamically(sftp: SFTP, path: str | pathlib.Path, mode: str) -> Any:
    return sftp.open(path, mode)


@pytest.mark.behaviour("sftp.whole-files")
def test_whole_files(sftp: SFTP, tmp_path: pathlib.Path) -> None:
    path = str(tmp_path / "file")
    assert not sftp.exists(path)
    sftp.write_bytes(path, CONTENT)
    assert sftp.exists(path)
    assert sftp.read_bytes(path) == CONTENT == (tmp_path / "file").read_bytes()
    sftp.write_text(path, "ä")
    assert sftp.read_text(path) == "ä"
    assert sftp.read_bytes("/proc/version").startswith(b"Linux")
    sftp.write_bytes(path, b"")
    assert sftp.read_bytes(path) == b""


@pytest.mark.behaviour("sftp.late-write-errors-are-told")
def test_a_write_that_fails_later_is_told(sftp: SFTP) -> None:
    with pytest.raises(swiftssh.SFTPError), sftp.open("/dev/full", "wb") as file:
        file.write(b"lost")
    assert file.raw.closed
    with pytest.raises(swiftssh.SFTPError), sftp.open("/dev/full", "wb", 0) as file:
        file.write(b"lost")
    assert file.closed


@pytest.mark.behaviour("sftp.refusals-are-told")
def test_refusals_are_pythons_own(server: Fixture, sftp: SFTP, tmp_path: pathlib.Path) -> None:
    with pytest.raises(FileNotFoundError) as missing:
        sftp.open(tmp_path / "nope")
    assert missing.value.filename == str(tmp_path / "nope")
    assert isinstance(missing.value, swiftssh.RemoteFileMissing)
    denied = SFTP.over(server.logged_in("--sftp", f"{server['sftp_server_scripted']} status --on open --value 3"))
    with pytest.raises(PermissionError):
        denied.open("/etc/passwd")


@pytest.mark.behaviour("sftp.shutdown")
def test_it_is_ended(server: Fixture) -> None:
    with SFTP.over(server.logged_in(), bytes_in_flight=1 << 20) as sftp:
        assert sftp.listdir("/")
    assert sftp.closed
    with pytest.raises(swiftssh.Closed):
        sftp.listdir("/")
    sftp.close()


def test_it_is_closed_behind_its_client(server: Fixture) -> None:
    with port_of(server) as port:
        with connected(server, port) as client:
            sftp = client.sftp()
            assert sftp.listdir("/")
        sftp.close()
        assert sftp.closed
        with connected(server, port) as client, client.sftp() as sftp:
            client.close()
