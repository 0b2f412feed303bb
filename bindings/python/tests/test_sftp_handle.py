"""Files that are open, as ssh2-python's users have them."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Callable

import pytest
from servers import Fixture, Peer
from sftp_support import MAKING, directory_of, file_of, sftp_of

from swiftssh.ssh2.exceptions import BadUseError, BufferTooSmallError, SFTPProtocolError, SSH2Error
from swiftssh.ssh2.session import Session
from swiftssh.ssh2.sftp import LIBSSH2_FXF_READ, LIBSSH2_FXF_WRITE
from swiftssh.ssh2.sftp_handle import SFTPAttributes

CONTENT = os.urandom(1 << 20) * 6


@pytest.mark.behaviour("sftp.read")
@pytest.mark.parametrize("size", [0, 1, 32768, 6 << 20])
@pytest.mark.parametrize("block", [2097152, 30000])
def test_a_file_is_read(server: Fixture, tmp_path: pathlib.Path, size: int, block: int) -> None:
    (tmp_path / "file").write_bytes(CONTENT[:size])
    with file_of(sftp_of(server.logged_in()), tmp_path / "file", LIBSSH2_FXF_READ) as handle:
        data = b""
        while True:
            count, more = handle.read(block)
            assert count == len(more) <= block
            if count == 0:
                break
            data += more
        assert data == CONTENT[:size]
        assert handle.tell() == handle.tell64() == size
        assert handle.read(0) == (0, b"")
        handle.rewind()
        assert b"".join(part for _, part in handle) == data


@pytest.mark.behaviour("sftp.read")
def test_a_file_is_read_into_memory(server: Fixture, tmp_path: pathlib.Path) -> None:
    (tmp_path / "file").write_bytes(CONTENT)
    memory = bytearray(len(CONTENT) + 1)
    with file_of(sftp_of(server.logged_in()), tmp_path / "file") as handle:
        done = 0
        while count := handle.readinto(memoryview(memory)[done:]):
            done += count
        assert done == len(CONTENT) and memory[:done] == CONTENT
        assert handle.readinto(bytearray()) == 0
        with pytest.raises(TypeError):
            handle.readinto(b"not to be written")  # type: ignore[arg-type]


@pytest.mark.behaviour("sftp.write")
@pytest.mark.parametrize("size", [0, 1, 32768, 6 << 20])
def test_a_file_is_written(server: Fixture, tmp_path: pathlib.Path, size: int) -> None:
    with file_of(sftp_of(server.logged_in()), tmp_path / "file", MAKING, 0o640) as handle:
        rc, written = handle.write(CONTENT[:size])
        assert written == size and (rc > 0) == (size > 0)
        assert handle.write(b"") == (0, 0)
        assert handle.fsync() == 0
        assert handle.flush() == 0
    assert (tmp_path / "file").read_bytes() == CONTENT[:size]
    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o640
    for wrong in ("text", bytearray(b"x"), None):
        with pytest.raises(TypeError):
            handle.write(wrong)  # type: ignore[arg-type]


@pytest.mark.behaviour("sftp.beyond-4-gib")
def test_positions_beyond_4_gib(server: Fixture, tmp_path: pathlib.Path) -> None:
    far = 5_000_000_000
    sftp = sftp_of(server.logged_in())
    with file_of(sftp, tmp_path / "file", MAKING) as handle:
        assert handle.seek64(far) is None
        handle.write(b"end")
        assert handle.tell() == handle.tell64() == far + 3
    known = sftp.stat(str(tmp_path / "file"))
    assert isinstance(known, SFTPAttributes) and known.filesize == far + 3
    handle = file_of(sftp, tmp_path / "file")
    handle.seek(float(far))
    assert handle.read() == (3, b"end")
    with pytest.raises(OverflowError):
        handle.seek(-1)
    with pytest.raises(TypeError):
        handle.seek("1")  # type: ignore[arg-type]


@pytest.mark.behaviour("sftp.late-write-errors-are-told")
def test_a_write_that_fails_later_is_told(server: Fixture) -> None:
    sftp = sftp_of(server.logged_in())
    handle = file_of(sftp, "/dev/full", LIBSSH2_FXF_WRITE)
    handle.write(b"lost")
    with pytest.raises(SFTPProtocolError):
        handle.close()
    assert handle.closed
    assert handle.close() is None
    with pytest.raises(SFTPProtocolError), file_of(sftp, "/dev/full", LIBSSH2_FXF_WRITE) as handle:
        handle.write(b"lost")
    with pytest.raises(ZeroDivisionError), file_of(sftp, "/dev/full", LIBSSH2_FXF_WRITE) as handle:
        handle.write(b"lost")
        raise ZeroDivisionError


@pytest.mark.behaviour("sftp.closed-files-refuse")
def test_a_closed_file_refuses_everything(server: Fixture, tmp_path: pathlib.Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    handle = file_of(sftp_of(server.logged_in()), tmp_path / "file")
    assert handle.close() == 0
    calls: list[Callable[[], object]] = [handle.read, handle.fsync, handle.fstat, handle.__next__]
    calls.append(lambda: handle.write(b"x"))
    for call in calls:
        with pytest.raises(BadUseError):
            call()


@pytest.mark.behaviour("sftp.listing")
def test_a_directory_is_listed(server: Fixture, tmp_path: pathlib.Path) -> None:
    names = {b".", b"..", b"a b", b"\xff", b"new\nline", b"link", b"sub"}
    for name in (b"a b", b"\xff", b"new\nline"):
        pathlib.Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(b"123")
    (tmp_path / "link").symlink_to("nowhere")
    (tmp_path / "sub").mkdir()
    sftp = sftp_of(server.logged_in())
    rows = list(directory_of(sftp, tmp_path).readdir())
    assert {name for _, name, _ in rows} == names and len(rows) == len(names)
    assert all(count == len(name) for count, name, _ in rows)
    sizes = {name: attributes.filesize for _, name, attributes in rows}
    assert sizes[b"a b"] == sizes[b"\xff"] == 3
    longer = list(directory_of(sftp, tmp_path).readdir_ex())
    assert {name for _, name, _, _ in longer} == names
    assert all(name.split(b"\n")[0] in line for _, name, line, _ in longer)
    directory = directory_of(sftp, tmp_path)
    assert len(directory._readdir()) == 3 and len(directory._readdir_ex()) == 4
    while directory._readdir()[0]:
        pass
    count, name, attributes = directory._readdir()
    assert (count, name, attributes.flags) == (0, b"", 0)


@pytest.mark.behaviour("ssh2.sftp-short-buffers")
def test_a_name_without_room_is_an_error(server: Fixture, tmp_path: pathlib.Path) -> None:
    directory = directory_of(sftp_of(server.logged_in()), tmp_path)
    for room in (0, 1):
        with pytest.raises(BufferTooSmallError):
            list(directory.readdir(buffer_maxlen=room))
    with pytest.raises(BufferTooSmallError):
        list(directory.readdir_ex(longentry_maxlen=5))
    assert {name for _, name, _ in directory.readdir(3)} == {b".", b".."}


def attributes_with(**values: float) -> SFTPAttributes:
    """Returns attributes that are set."""
    attributes = SFTPAttributes()
    for name, value in values.items():
        setattr(attributes, name, value)
    return attributes


@pytest.mark.behaviour("sftp.attributes")
def test_attributes_are_told(server: Fixture, tmp_path: pathlib.Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"12345")
    path.chmod(0o400)
    os.utime(path, (1500000000, 1600000000))
    known = path.stat()
    sftp = sftp_of(server.logged_in())
    handle = file_of(sftp, path)
    filled = SFTPAttributes()
    assert handle.fstat_ex(filled, 0) == 0
    for told in (sftp.stat(str(path)), sftp.lstat(str(path).encode()), handle.fstat(), filled):
        assert isinstance(told, SFTPAttributes)
        assert told.flags == 15
        assert oct(told.permissions) == "0o100400"
        assert (told.filesize, told.uid, told.gid) == (5, known.st_uid, known.st_gid)
        assert (told.atime, told.mtime) == (1500000000, 1600000000)


@pytest.mark.behaviour("sftp.setting-attributes")
def test_only_what_is_named_is_set(server: Fixture, tmp_path: pathlib.Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"12345")
    sftp = sftp_of(server.logged_in())
    assert sftp.setstat(str(path), attributes_with(flags=4, permissions=0o600, filesize=1, mtime=5)) == 0
    assert path.stat().st_mode & 0o777 == 0o600 and path.stat().st_size == 5
    assert sftp.setstat(str(path), attributes_with(flags=8, atime=1500000000.9, mtime=1600000000.9)) == 0
    assert (path.stat().st_atime, path.stat().st_mtime) == (1500000000, 1600000000)
    handle = file_of(sftp, path, LIBSSH2_FXF_WRITE)
    assert handle.fsetstat(attributes_with(flags=1, filesize=2)) == 0
    assert handle.fstat_ex(attributes_with(flags=2, uid=os.getuid(), gid=os.getgid()), 1) == 0
    assert path.read_bytes() == b"12"
    (tmp_path / "link").symlink_to(path)
    assert sftp.lsetstat(str(tmp_path / "link"), attributes_with(flags=8, atime=1, mtime=2)) == 0
    assert (tmp_path / "link").lstat().st_mtime == 2 and path.stat().st_mtime > 2
    for wrong in (None, 5):
        with pytest.raises(TypeError):
            sftp.setstat(str(path), wrong)  # type: ignore[arg-type]
    with pytest.raises(OverflowError):
        sftp.setstat(str(path), attributes_with(flags=8, atime=1 << 32, mtime=0))


@pytest.mark.behaviour("ssh2.sftp-attributes")
def test_attributes_made_by_hand() -> None:
    attributes = SFTPAttributes()
    for name in ("flags", "filesize", "uid", "gid", "permissions", "atime", "mtime"):
        assert getattr(attributes, name) == 0
        setattr(attributes, name, 7.9)
        assert getattr(attributes, name) == 7
        with pytest.raises(OverflowError):
            setattr(attributes, name, -1)
        with pytest.raises(TypeError):
            setattr(attributes, name, "1")
        with pytest.raises(AttributeError):
            delattr(attributes, name)
    attributes.filesize = (1 << 64) - 1
    assert attributes.filesize == (1 << 64) - 1
    with pytest.raises(AttributeError):
        attributes.unknown = 1  # type: ignore[attr-defined]


@pytest.mark.behaviour("sftp.cut-download-is-an-error")
@pytest.mark.parametrize("place", ["300000", "2000000", "6100000"])
def test_a_download_that_is_cut_never_looks_whole(server: Fixture, tmp_path: pathlib.Path, place: str) -> None:
    (tmp_path / "file").write_bytes(CONTENT)
    with Peer("cut-fin", place, "--", server["sshd_inetd"]) as sock:
        session = Session()
        session.handshake(sock)
        session.userauth_publickey_fromfile(server["user"], server["client_key"])
        handle = file_of(sftp_of(session), tmp_path / "file")
        arrived = b""
        with pytest.raises(SSH2Error):
            for count, data in handle:
                assert count == len(data) > 0
                arrived += data
        assert len(arrived) < len(CONTENT) and CONTENT.startswith(arrived)
        with pytest.raises(SSH2Error):
            handle.read()
