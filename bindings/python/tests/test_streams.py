"""Much data, in both directions."""

from __future__ import annotations

import hashlib
import threading

import pytest
from servers import Fixture, finish, read_all, started

from swiftssh import _buffers

SIZE = 24 * 1024 * 1024
PROGRAM = f"head -c {SIZE} /dev/zero | openssl enc -aes-128-ctr -K 00 -iv 00 2>/dev/null"


@pytest.mark.behaviour("channel.large-transfer")
@pytest.mark.parametrize("size", [1000, 65536, 1 << 21])
def test_a_large_output_arrives_whole(server: Fixture, size: int) -> None:
    session = server.logged_in()
    amount = SIZE if size > 1000 else SIZE // 8
    command = f"({PROGRAM}) | head -c {amount}"
    expected = read_all(started(session, f"{command} | sha256sum")).split()[0].decode()
    channel = started(session, command)
    digest, length = hashlib.sha256(), 0
    while True:
        count, data = channel.read(size)
        if count == 0:
            break
        assert len(data) == count <= size
        digest.update(data)
        length += count
    assert length == amount and digest.hexdigest() == expected
    finish(channel)
    assert channel.get_exit_status() == 0


@pytest.mark.behaviour("channel.large-transfer")
def test_a_large_input_arrives_whole(server: Fixture) -> None:
    channel = started(server.logged_in(), "sha256sum")
    data = bytes(range(256)) * (SIZE // 256)
    count, written = channel.write(data)
    assert count > 0 and written == SIZE
    channel.send_eof()
    assert read_all(channel).split()[0].decode() == hashlib.sha256(data).hexdigest()


@pytest.mark.behaviour("channel.large-transfer")
def test_two_threads_write_and_read_one_channel(server: Fixture) -> None:
    channel = started(server.logged_in(), "cat")
    data = bytes(range(251)) * 40_000

    def write() -> None:
        assert channel.write(data)[1] == len(data)
        channel.send_eof()

    writer = threading.Thread(target=write)
    writer.start()
    received = read_all(channel)
    writer.join()
    assert received == data


@pytest.mark.behaviour("channel.both-streams")
def test_a_large_standard_error_arrives_whole(server: Fixture) -> None:
    channel = started(server.logged_in(), "head -c 3000000 /dev/zero >&2")
    length = 0
    while True:
        count, _ = channel.read_stderr(65536)
        if count == 0:
            break
        length += count
    assert length == 3_000_000


def test_reads_of_any_size_leave_few_buffers_behind(server: Fixture) -> None:
    channel = started(server.logged_in(), "head -c 100000 /dev/zero")
    assert len(read_all(channel, 1 << 40)) == 100_000
    assert len(_buffers._spare) <= 8
