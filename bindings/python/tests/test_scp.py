"""Files received and sent by SCP."""

from __future__ import annotations

import os
import pathlib
import select
from collections.abc import Callable
from typing import TypeVar

import pytest
from servers import Fixture

from swiftssh.ssh2.channel import Channel
from swiftssh.ssh2.error_codes import LIBSSH2_ERROR_EAGAIN
from swiftssh.ssh2.exceptions import BadUseError, InvalidRequestError, SCPProtocolError
from swiftssh.ssh2.fileinfo import FileInfo
from swiftssh.ssh2.session import Session
from swiftssh.ssh2.statinfo import StatInfo

CONTENT = os.urandom(1 << 20) * 5
_Value = TypeVar("_Value")


def received(session: Session, path: pathlib.Path | str) -> tuple[bytes, FileInfo]:
    """Returns a file as ssh2-python's users receive it: by as many bytes as were announced."""
    answer = session.scp_recv2(str(path))
    assert not isinstance(answer, int)
    channel, info = answer
    assert isinstance(info, FileInfo)
    data = b""
    while len(data) < info.st_size:
        count, more = channel.read(size=info.st_size - len(data))
        assert count == len(more) > 0
        data += more
    assert channel.close() == 0
    return data, info


def send(session: Session, path: pathlib.Path | str, data: bytes, mode: int = 0o644) -> None:
    """Sends a file as ssh2-python's users do."""
    channel = session.scp_send64(str(path), mode, len(data), 1500000000.9, 1600000000.9)
    assert isinstance(channel, Channel)
    channel.write(data)
    assert channel.flush() == 0
    assert channel.send_eof() == 0
    assert channel.wait_eof() == 0
    assert channel.wait_closed() == 0


def driven(session: Session, call: Callable[[], _Value]) -> _Value:
    """Makes a call of a session in non-blocking mode until it is done."""
    while True:
        value = call()
        first = value[0] if isinstance(value, tuple) else value
        if first != LIBSSH2_ERROR_EAGAIN:
            return value
        directions = session.block_directions()
        waited_for = [session.sock]
        assert select.select(waited_for, waited_for if directions & 2 else [], [], 60)


def attacked(server: Fixture, directory: pathlib.Path, script: str) -> Session:
    """Returns a session whose server runs a script, whatever it is asked to run."""
    attack = directory / "attack"
    attack.write_text(f"#!/bin/sh\n{script}\n")
    attack.chmod(0o700)
    return server.logged_in("-o", f"ForceCommand {attack}")


@pytest.mark.behaviour("scp.receive")
@pytest.mark.parametrize("size", [0, 1, 32768, 5_000_000])
def test_a_file_is_received(server: Fixture, tmp_path: pathlib.Path, size: int) -> None:
    path = tmp_path / "file"
    path.write_bytes(CONTENT[:size])
    path.chmod(0o751)
    os.utime(path, (1600000000, 1500000000))
    data, info = received(server.logged_in(), path)
    assert data == CONTENT[:size]
    assert (info.st_size, info.st_mode, info.st_mtime, info.st_atime) == (size, 0o751, 1500000000, 1600000000)
    assert [getattr(info, name) for name in ("st_uid", "st_ino", "st_ctime")] == [0, 0, 0]


@pytest.mark.behaviour("scp.receive")
def test_the_end_of_a_file_is_read_once_and_again(server: Fixture, tmp_path: pathlib.Path) -> None:
    (tmp_path / "file").write_bytes(b"content")
    answer = server.logged_in().scp_recv(bytes(tmp_path / "file"))
    assert not isinstance(answer, int)
    channel, info = answer
    assert isinstance(info, StatInfo) and info.st_size == 7
    assert channel.read() == (7, b"content")
    assert channel.read() == channel.read() == (0, b"")
    assert channel.send_eof() == channel.wait_eof() == channel.close() == channel.wait_closed() == 0
    assert channel.eof() is True


def started(session: Session, path: pathlib.Path, size: int) -> Channel:
    """Returns the channel of a file that is to be sent."""
    channel = session.scp_send(str(path), 0o644, size)
    assert isinstance(channel, Channel)
    return channel


@pytest.mark.behaviour("scp.send")
@pytest.mark.parametrize("size", [0, 1, 32768, 5_000_000])
def test_a_file_is_sent(server: Fixture, tmp_path: pathlib.Path, size: int) -> None:
    send(server.logged_in(), tmp_path / "file", CONTENT[:size], 0o604)
    status = (tmp_path / "file").stat()
    assert (tmp_path / "file").read_bytes() == CONTENT[:size]
    assert (status.st_mode & 0o7777, status.st_mtime) == (0o604, 1500000000)


@pytest.mark.behaviour("scp.send")
def test_the_older_scp_send_leaves_the_times_alone(server: Fixture, tmp_path: pathlib.Path) -> None:
    channel = server.logged_in().scp_send(str(tmp_path / "file"), 0o644, 3)
    assert isinstance(channel, Channel)
    assert channel.write("abc") == (3, 3)
    assert channel.close() == 0
    assert (tmp_path / "file").read_bytes() == b"abc"
    assert (tmp_path / "file").stat().st_mtime > 1600000000


@pytest.mark.behaviour("scp.send-only-what-was-announced")
def test_more_than_was_announced_is_refused(server: Fixture, tmp_path: pathlib.Path) -> None:
    channel = server.logged_in().scp_send(str(tmp_path / "file"), 0o644, 3)
    assert isinstance(channel, Channel)
    with pytest.raises(BadUseError):
        channel.write(b"abcd")


def test_a_file_that_its_sender_leaves_short_is_told(server: Fixture, tmp_path: pathlib.Path) -> None:
    channel = started(server.logged_in(), tmp_path / "file", 3)
    channel.write(b"ab")
    channel.send_eof()
    with pytest.raises(SCPProtocolError):
        channel.wait_eof()


def test_a_file_left_short_by_an_exception_does_not_hide_it(server: Fixture, tmp_path: pathlib.Path) -> None:
    channel = started(server.logged_in(), tmp_path / "file", 3)
    with pytest.raises(KeyError):
        try:
            channel.write(b"ab")
            raise KeyError("why the rest is missing")
        finally:
            assert (channel.send_eof(), channel.wait_eof(), channel.wait_closed(), channel.close()) == (0, 0, 0, 0)
    whole = started(server.logged_in(), pathlib.Path("/dev/full"), 3)
    try:
        raise KeyError("of something else")
    except KeyError:
        with pytest.raises(SCPProtocolError):
            whole.write(b"abc")
            whole.send_eof()
            whole.wait_eof()


@pytest.mark.behaviour("scp.missing-file-is-told")
def test_a_missing_file_is_told(server: Fixture, tmp_path: pathlib.Path) -> None:
    session = server.logged_in()
    with pytest.raises(SCPProtocolError) as raised:
        session.scp_recv2(str(tmp_path / "nope"))
    assert "No such file" in raised.value.server_text and raised.value.server_text in str(raised.value)
    assert raised.value.path == str(tmp_path / "nope")
    assert session.last_errno() == -28


@pytest.mark.behaviour("scp.refused-target-is-told")
def test_a_target_that_is_refused_is_told(server: Fixture, tmp_path: pathlib.Path) -> None:
    session = server.logged_in()
    with pytest.raises(SCPProtocolError):
        session.scp_send64("/cannot_write/file", 0o644, 1, 0, 0)
    with pytest.raises(InvalidRequestError):
        session.scp_send("..", 0o644, 1)


@pytest.mark.behaviour("ssh2.scp-and-publickey-arguments-are-checked")
def test_arguments_of_copies_are_converted(server: Fixture) -> None:
    session = server.logged_in()
    for wrong in (None, 1, bytearray(b"x")):
        with pytest.raises(TypeError):
            session.scp_recv2(wrong)  # type: ignore[arg-type]
    with pytest.raises(ValueError):
        session.scp_recv2("a\0b")
    with pytest.raises(TypeError):
        session.scp_send64("a", 0o644, 1)  # type: ignore[call-arg]
    with pytest.raises(OverflowError):
        session.scp_send64("a", 0o644, -1, 0, 0)


@pytest.mark.behaviour("scp.only-what-was-asked-for")
@pytest.mark.parametrize("header", ["C0644 5 other\\n", "C0644 5 ../wanted\\n", "D0777 0 wanted\\n", "C0644 -5 wanted\\n"])
def test_another_file_is_refused(server: Fixture, tmp_path: pathlib.Path, header: str) -> None:
    with pytest.raises(SCPProtocolError) as raised:
        attacked(server, tmp_path, f"printf '{header}'").scp_recv2("wanted")
    assert raised.value.server_text == header[:-2]


@pytest.mark.behaviour("scp.cut-file-is-an-error")
def test_a_file_that_is_cut_raises(server: Fixture, tmp_path: pathlib.Path) -> None:
    session = attacked(server, tmp_path, "printf 'C0644 1000 wanted\\n'; head -c 500 /dev/zero")
    with pytest.raises(SCPProtocolError):
        received(session, "wanted")


@pytest.mark.behaviour("scp.late-refusal-is-told")
def test_a_refusal_after_the_last_byte_raises(server: Fixture, tmp_path: pathlib.Path) -> None:
    greet = "printf '\\000'; read -r t; printf '\\000'; read -r c; printf '\\000'; head -c 4 >/dev/null"
    session = attacked(server, tmp_path, f"{greet}; printf '\\001scp: disk full\\n'; cat >/dev/null")
    with pytest.raises(SCPProtocolError) as raised:
        send(session, "file", b"abc")
    assert raised.value.server_text == "scp: disk full"


@pytest.mark.behaviour("scp.non-blocking")
def test_a_poll_loop_receives_and_sends(server: Fixture, tmp_path: pathlib.Path) -> None:
    (tmp_path / "file").write_bytes(CONTENT)
    session = server.logged_in()
    session.set_blocking(False)
    answer = driven(session, lambda: session.scp_recv2(str(tmp_path / "file")))
    assert not isinstance(answer, int)
    channel, info = answer
    data = b""
    while len(data) < info.st_size:
        data += driven(session, lambda: channel.read(info.st_size - len(data)))[1]
    assert data == CONTENT
    sent = driven(session, lambda: session.scp_send64(str(tmp_path / "copy"), 0o644, len(CONTENT), 1, 1))
    assert isinstance(sent, Channel)
    written = 0
    while written < len(CONTENT):
        code, count = sent.write(CONTENT[written:])
        written += count
        if code == LIBSSH2_ERROR_EAGAIN:
            select.select([session.sock], [session.sock] if session.block_directions() & 2 else [], [], 60)
    assert driven(session, sent.flush) == 0
    assert driven(session, sent.send_eof) == 0
    assert driven(session, sent.wait_eof) == 0
    assert driven(session, sent.wait_closed) == 0
    assert (tmp_path / "copy").read_bytes() == CONTENT
