"""The files of a server, as ssh2-python's users have them."""

from __future__ import annotations

import gc
import os
import pathlib
import stat

import pytest
from servers import Fixture
from sftp_support import MAKING, directory_of, file_of, sftp_of

from swiftssh.ssh2.channel import Channel
from swiftssh.ssh2.exceptions import (
    BadUseError,
    BufferTooSmallError,
    InvalidRequestError,
    MethodNotSupported,
    SFTPFileMissingError,
    SFTPProtocolError,
)
from swiftssh.ssh2.session import Session
from swiftssh.ssh2.sftp import LIBSSH2_FXF_CREAT, LIBSSH2_FXF_READ, LIBSSH2_FXF_WRITE, SFTP
from swiftssh.ssh2.sftp_handle import SFTPAttributes, SFTPHandle, SFTPStatVFS


@pytest.mark.behaviour("sftp.needs-login")
def test_sftp_needs_a_login(server: Fixture) -> None:
    session = server.session()
    with pytest.raises(InvalidRequestError):
        session.sftp_init()


@pytest.mark.behaviour("sftp.open-flags")
def test_flags_of_0_read(server: Fixture, tmp_path: pathlib.Path) -> None:
    (tmp_path / "file").write_bytes(b"content")
    sftp = sftp_of(server.logged_in())
    with file_of(sftp, tmp_path / "file", 0, 0) as handle:
        assert handle.read() == (7, b"content")
        assert handle.close() == 0
        assert handle.closed is True
    assert handle.closed is True
    assert handle.close() is None


@pytest.mark.behaviour("sftp.refusals-are-told")
def test_refusals_are_told(server: Fixture, tmp_path: pathlib.Path) -> None:
    sftp = sftp_of(server.logged_in())
    assert sftp.last_error() == 0
    with pytest.raises(SFTPProtocolError) as missing:
        sftp.open(str(tmp_path / "nope"), LIBSSH2_FXF_READ, 0)
    assert sftp.last_error() == missing.value.sftp_status == 2
    assert missing.value.path == str(tmp_path / "nope")
    assert missing.value.server_text == "No such file"
    assert isinstance(missing.value, (SFTPFileMissingError, FileNotFoundError))
    for call in (sftp.opendir, sftp.stat, sftp.lstat, sftp.unlink, sftp.rmdir):
        with pytest.raises(SFTPProtocolError):
            call(str(tmp_path / "nope"))
    with pytest.raises(SFTPProtocolError):
        sftp.mkdir(str(tmp_path), 0o700)
    assert sftp.last_error() == 4
    assert sftp.mkdir(tmp_path.joinpath("new").as_posix().encode(), float(0o700)) == 0
    assert sftp.last_error() == 4


@pytest.mark.behaviour("ssh2.sftp-open-ex")
def test_lengths_of_names_are_honoured(server: Fixture, tmp_path: pathlib.Path) -> None:
    path = str(tmp_path / "file").encode()
    sftp = sftp_of(server.logged_in())
    handle = sftp.open_ex(path + b"and more", len(path), LIBSSH2_FXF_CREAT | LIBSSH2_FXF_WRITE, 0o600, 0)
    assert isinstance(handle, SFTPHandle) and handle.close() == 0
    assert (tmp_path / "file").exists()
    directory = sftp.open_ex(bytearray(str(tmp_path).encode()), len(str(tmp_path)), 0, 0, 1)
    assert isinstance(directory, SFTPHandle)
    assert {name for _, name, _ in directory.readdir()} == {b".", b"..", b"file"}
    other = str(tmp_path / "other").encode()
    assert sftp.rename_ex(path + b"x", len(path), other + b"yz", len(other), 7) == 0
    assert (tmp_path / "other").exists()
    for wrong in ("text", None, 5):
        with pytest.raises(TypeError):
            sftp.open_ex(wrong, 4, 0, 0, 0)  # type: ignore[arg-type]
    for nothing in (None, 5, bytearray(b"x")):
        with pytest.raises(TypeError):
            sftp.open(nothing, 0, 0)  # type: ignore[arg-type]
    with pytest.raises(ValueError):
        sftp.open("a\0b", 0, 0)


@pytest.mark.behaviour("sftp.renaming")
def test_a_rename_keeps_what_is_there(server: Fixture, tmp_path: pathlib.Path) -> None:
    (tmp_path / "a").write_bytes(b"a")
    (tmp_path / "b").write_bytes(b"b")
    sftp = sftp_of(server.logged_in())
    with pytest.raises(SFTPProtocolError):
        sftp.rename(str(tmp_path / "a"), str(tmp_path / "b"))
    assert sftp.posix_rename(str(tmp_path / "a"), str(tmp_path / "b")) == 0
    assert (tmp_path / "b").read_bytes() == b"a"
    assert sftp.rename(str(tmp_path / "b"), str(tmp_path / "c")) == 0
    assert sftp.unlink(str(tmp_path / "c")) == 0
    assert sftp.mkdir(str(tmp_path / "d"), 0o755) == 0
    assert sftp.rmdir(str(tmp_path / "d")) == 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.behaviour("sftp.links")
def test_links(server: Fixture, tmp_path: pathlib.Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    sftp = sftp_of(server.logged_in())
    assert sftp.symlink(str(tmp_path / "file"), str(tmp_path / "link")) == 0
    assert os.readlink(tmp_path / "link") == str(tmp_path / "file")
    assert sftp.readlink(str(tmp_path / "link")) == str(tmp_path / "file").encode()
    known = sftp.lstat(str(tmp_path / "link"))
    assert isinstance(known, SFTPAttributes) and stat.S_ISLNK(known.permissions)
    assert sftp.hardlink(str(tmp_path / "file"), str(tmp_path / "second")) == 0
    assert (tmp_path / "file").stat().st_nlink == 2


@pytest.mark.behaviour("ssh2.sftp-realpath")
def test_a_path_is_told_if_there_is_room_for_it(server: Fixture, tmp_path: pathlib.Path) -> None:
    sftp = sftp_of(server.logged_in())
    assert sftp.realpath(f"{tmp_path}/./../{tmp_path.name}") == str(tmp_path)
    assert sftp.realpath(str(tmp_path), max_len=len(str(tmp_path)) + 1) == str(tmp_path)
    for room in (len(str(tmp_path)), 1, 0):
        with pytest.raises(BufferTooSmallError):
            sftp.realpath(str(tmp_path), max_len=room)
    with pytest.raises(BufferTooSmallError):
        sftp.realpath("/", max_len=0)
    odd = os.fsencode(tmp_path) + b"/\xff"
    os.mkdir(odd)
    with pytest.raises(UnicodeDecodeError):
        sftp.realpath(odd)


@pytest.mark.behaviour("sftp.file-systems")
def test_file_systems(server: Fixture, tmp_path: pathlib.Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    sftp = sftp_of(server.logged_in())
    known = os.statvfs(tmp_path)
    for told in (sftp.statvfs(str(tmp_path)), file_of(sftp, tmp_path / "file").fstatvfs()):
        assert isinstance(told, SFTPStatVFS)
        assert (told.f_bsize, told.f_frsize, told.f_blocks) == (known.f_bsize, known.f_frsize, known.f_blocks)
        assert (told.f_files, told.f_namemax) == (known.f_files, known.f_namemax)
        assert told.f_bavail <= told.f_bfree <= told.f_blocks and told.f_favail <= told.f_ffree <= told.f_files
        assert isinstance(told.f_fsid, int) and isinstance(told.f_flag, int)
        with pytest.raises(AttributeError):
            told.f_bsize = 1
    assert SFTPStatVFS(sftp).f_bsize == 0


@pytest.mark.behaviour("ssh2.sftp-made-by-hand")
def test_objects_made_by_hand(server: Fixture) -> None:
    session = Session()
    sftp = SFTP(session)
    assert sftp.session == session
    with pytest.raises(BadUseError):
        sftp.stat("x")
    handle = SFTPHandle(sftp)
    assert handle.closed is False
    assert handle.read() == (-39, b"")
    with pytest.raises(BadUseError):
        handle.write(b"x")
    with pytest.raises(BadUseError):
        next(handle)
    with pytest.raises(BadUseError):
        list(handle.readdir())
    assert handle.close() == -39
    assert handle.closed is True
    for wrong in (None, 5, session):
        with pytest.raises(TypeError):
            SFTPHandle(wrong)
        if wrong is not session:
            with pytest.raises(TypeError):
                SFTP(wrong)
    del sftp, handle
    gc.collect()


@pytest.mark.behaviour("sftp.channel")
def test_the_channel(server: Fixture) -> None:
    sftp = sftp_of(server.logged_in())
    channel = sftp.get_channel()
    assert isinstance(channel, Channel)
    assert channel.session is sftp.session
    assert channel.window_read() > 0
    del channel
    gc.collect()
    assert isinstance(sftp.stat("/"), SFTPAttributes)


@pytest.mark.behaviour("sftp.start")
def test_what_the_server_offers(server: Fixture, tmp_path: pathlib.Path) -> None:
    session = server.logged_in()
    sftp = session.sftp_init(bytes_in_flight=1 << 20)
    assert isinstance(sftp, SFTP)
    assert sftp.extensions[b"statvfs@openssh.com"] == b"2"
    assert sftp.limits.read_length >= 32768
    assert sftp.bytes_in_flight == 1 << 20
    sftp.bytes_in_flight = 1 << 16
    assert sftp.bytes_in_flight == 1 << 16
    if b"expand-path@openssh.com" in sftp.extensions:
        home = pathlib.Path(str(sftp.realpath(".")))
        odd = os.fsencode(home) + b"/\xff\xfe"
        os.makedirs(odd, exist_ok=True)
        assert sftp.expand_path("~") == os.fsencode(home)
        assert sftp.expand_path(b"~/\xff\xfe") == odd
    if b"home-directory" in sftp.extensions:
        assert sftp.home_directory(server["user"]) == str(sftp.realpath(".")).encode()
    if b"users-groups-by-id@openssh.com" in sftp.extensions:
        assert sftp.users_groups_by_id([os.geteuid(), 4000000000], [0]) == ([server["user"].encode(), b""], [b"root"])
    if b"copy-data" in sftp.extensions:
        (tmp_path / "file").write_bytes(b"0123456789")
        with file_of(sftp, tmp_path / "file") as source, file_of(sftp, tmp_path / "copy", MAKING) as target:
            assert sftp.copy_data(source, target, 2, 3) == 0
        assert (tmp_path / "copy").read_bytes() == b"234"


@pytest.mark.behaviour("sftp.missing-extensions-are-named")
def test_what_is_not_offered_is_named(server: Fixture) -> None:
    sftp = sftp_of(server.logged_in("--sftp", f"{server['sftp_server_scripted']} no-extensions"))
    assert sftp.extensions == {}
    with pytest.raises(MethodNotSupported, match="statvfs@openssh.com"):
        sftp.statvfs("/")


@pytest.mark.behaviour("sftp.shutdown")
def test_it_is_ended(server: Fixture) -> None:
    session = server.logged_in()
    sftp = sftp_of(session)
    directory = directory_of(sftp, "/")
    assert sftp.shutdown() == 0
    assert sftp.shutdown() == 0
    with pytest.raises(BadUseError):
        sftp.stat("/")
    with pytest.raises(BadUseError):
        list(directory.readdir())
    assert isinstance(sftp_of(session).stat("/"), SFTPAttributes)


@pytest.mark.behaviour("abi.freed-in-any-order")
def test_a_file_keeps_what_it_is_of(server: Fixture, tmp_path: pathlib.Path) -> None:
    (tmp_path / "file").write_bytes(b"kept")
    handle = file_of(sftp_of(server.logged_in()), tmp_path / "file")
    gc.collect()
    assert handle.read() == (4, b"kept")


def test_what_is_let_go_after_the_socket_was_closed_does_no_harm(server: Fixture) -> None:
    session = server.logged_in()
    sftp = sftp_of(session)
    handle = directory_of(sftp, "/")
    session.set_blocking(False)
    session.disconnect()
    assert session.sock is not None and not isinstance(session.sock, int)
    session.sock.close()  # type: ignore[attr-defined]
    del session, sftp, handle
    gc.collect()
