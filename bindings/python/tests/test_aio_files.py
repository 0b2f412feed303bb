"""Files of a server with asyncio."""

from __future__ import annotations

import asyncio
import os
import pathlib
import signal

import pytest
from aio_clients import cancelled, connecting, in_loop, threads, with_client
from clients import port_of
from servers import Fixture

import swiftssh
from swiftssh.aio import Client

HUGE = 1 << 33


@pytest.fixture
def folder(tmp_path: pathlib.Path) -> pathlib.Path:
    """A directory that the server's user may write to."""
    tmp_path.chmod(0o777)
    return tmp_path


@pytest.mark.behaviour("python.aio-files")
def test_files_are_read_and_written(server: Fixture, folder: pathlib.Path) -> None:
    name = str(folder / "file")

    async def work(client: Client) -> None:
        async with client.sftp() as sftp:
            data = os.urandom(3_000_000)
            await sftp.write_bytes(name, data)
            assert await sftp.read_bytes(name) == data
            async with sftp.open(name, "wb") as file:
                assert await file.write(b"one\ntwo\n") == 8
                await file.write(b"three")
                await file.flush()
                assert file.tell() == 13
                assert (file.readable(), file.writable(), file.seekable()) == (False, True, True)
                with pytest.raises(OSError, match="not readable"):
                    await file.read(1)
            async with sftp.open(name, "r+b") as file:
                assert await file.readline() == b"one\n"
                assert file.tell() == 4
                assert await file.write(b"TWO") == 3
                assert [line async for line in file] == [b"\n", b"three"]
                assert await file.seek(-5, os.SEEK_END) == 8
                assert await file.read(2) == b"th"
                assert await file.read() == b"ree"
                assert await file.read() == b""
                await file.seek(0)
                memory = bytearray(b"........")
                assert await file.readinto(memoryview(memory)[2:5]) == 3 and memory == b"..one..."
                assert await file.readinto(bytearray()) == 0
                assert await file.readall() == b"\nTWO\nthree"
                assert await file.readinto(memory) == 0
                assert await file.truncate(7) == 7
                assert (await file.stat()).st_size == 7
            async with sftp.open(name, "ab") as file:
                await file.write(b"\nend")
            assert await sftp.read_text(name) == "one\nTWO\nend"
            with pytest.raises(ValueError, match="closed"):
                await file.write(b"x")
            with pytest.raises(swiftssh.RemoteFileMissing):
                await sftp.open(str(folder / "none"), "rb")
            await sftp.write_text(str(folder / "there"), "")
            with pytest.raises(FileExistsError):
                await sftp.open(str(folder / "there"), "xb")

    with_client(server, work)


@pytest.mark.behaviour("python.aio-names")
def test_names_are_listed_and_changed(server: Fixture, folder: pathlib.Path) -> None:
    async def work(client: Client) -> None:
        async with client.sftp() as sftp:
            top = folder / "top"
            await sftp.mkdir(str(top / "a/b"), parents=True)
            await sftp.mkdir(str(top / "a"), exist_ok=True)
            with pytest.raises(FileExistsError):
                await sftp.mkdir(str(top / "a"))
            await asyncio.gather(*[sftp.write_text(str(top / f"a/{number}"), "x") for number in range(50)])
            names = {str(number) for number in range(50)} | {"b"}
            assert set(await sftp.listdir(str(top / "a"))) == names
            assert {entry.name async for entry in sftp.walk(str(top))} == names | {"a"}
            walk = sftp.walk(str(top))
            async for entry in walk:
                assert entry.name == "a"
                walk.skip_directory()
            assert await sftp.glob(str(top / "a/4?")) == [str(top / f"a/{number}") for number in range(40, 50)]
            sizes = await asyncio.gather(*[sftp.stat(str(top / f"a/{number}")) for number in range(50)])
            assert {size.st_size for size in sizes} == {1}
            await sftp.rename(str(top / "a/0"), str(top / "zero"))
            await sftp.rename(str(top / "a/1"), str(top / "zero"), overwrite=True)
            await sftp.symlink("zero", str(top / "link"))
            assert await sftp.readlink(str(top / "link")) == "zero"
            assert (await sftp.lstat(str(top / "link"))).is_symlink()
            await sftp.hardlink(str(top / "zero"), str(top / "second"))
            await sftp.chmod(str(top / "zero"), 0o640)
            await sftp.utime(str(top / "zero"), (1000, 2000))
            await sftp.truncate(str(top / "zero"), 5)
            state = await sftp.stat(str(top / "second"))
            assert ((state.st_mode or 0) & 0o777, state.st_mtime is not None, state.st_size) == (0o640, True, 5)
            assert await sftp.realpath(str(top / "a/..")) == str(top)
            assert await sftp.exists(str(top / "zero")) and not await sftp.exists(str(top / "none"))
            await sftp.remove(str(top / "zero"))
            await sftp.rmdir(str(top / "a/b"))
            await sftp.remove_tree(str(top))
            assert not top.exists()
        with pytest.raises(swiftssh.Closed):
            await sftp.stat(".")

    with_client(server, work)


@pytest.mark.behaviour("python.aio-copies")
def test_copies_tell_how_far_they_are(server: Fixture, folder: pathlib.Path) -> None:
    class Bar:
        n: float = 0
        total: float | None = None

        def update(self, n: float) -> None:
            self.n += n

    async def work(client: Client) -> None:
        tree = folder / "tree"
        (tree / "below").mkdir(parents=True)
        for number in range(20):
            (tree / f"below/{number}").write_bytes(os.urandom(10_000))
        told: list[tuple[int, int, str]] = []
        loop = asyncio.get_running_loop()

        def tell(done: int, total: int, name: str) -> None:
            assert asyncio.get_running_loop() is loop
            told.append((done, total, name))

        report = await client.put(tree, str(folder / "there"), recursive=True, progress=tell)
        assert (report.files, report.bytes, report.problems) == (20, 200_000, [])
        (tree / "below/x.swiftssh.part").write_bytes(b"refused")
        with pytest.raises(swiftssh.TransferIncomplete):
            await client.put(tree, str(folder / "incomplete"), recursive=True)
        report = await client.get(tree, folder / "incomplete2", recursive=True, check=False)
        assert (report.files, len(report.problems)) == (20, 1)
        (tree / "below/x.swiftssh.part").unlink()
        assert told[-1][:2] == (200_000, 200_000)
        bar = Bar()
        assert (await client.get(str(folder / "there"), folder / "back", recursive=True, progress=bar)).files == 20
        assert (bar.n, bar.total) == (200_000, 200_000)
        for number in range(20):
            assert (folder / f"back/below/{number}").read_bytes() == (tree / f"below/{number}").read_bytes()

        def give_up(done: int, total: int, name: str) -> None:
            raise LookupError("no more")

        with pytest.raises(LookupError, match="no more"):
            await client.get(str(folder / "there"), folder / "never", recursive=True, progress=give_up)
        with pytest.raises(swiftssh.RemoteFileMissing):
            await client.get(str(folder / "none"), folder / "never")
        with pytest.raises(swiftssh.FileMissing):
            await client.put(folder / "none", str(folder / "never"))

    with_client(server, work)


@pytest.mark.behaviour("python.aio-cancel-files")
def test_cancelling_leaves_the_files_of_others(server: Fixture, folder: pathlib.Path) -> None:
    with open(folder / "huge", "wb") as huge:
        huge.truncate(HUGE)
    (folder / "small").write_text("small")

    async def work(client: Client) -> None:
        async with client.sftp() as sftp:
            async with sftp.open(str(folder / "huge"), "rb") as file:
                assert await file.read(10) == bytes(10)
                reading = asyncio.ensure_future(file.read())
                assert await sftp.read_text(str(folder / "small")) == "small"
                assert await cancelled(reading)
                assert await file.seek(HUGE - 5) == HUGE - 5
                assert await file.read() == bytes(5)
            begun = asyncio.Event()
            copying = asyncio.ensure_future(
                sftp.get(str(folder / "huge"), folder / "copy", progress=lambda *_: begun.set())
            )
            await begun.wait()
            before = threads()
            opens = [asyncio.ensure_future(sftp.open(str(folder / "small"))) for _ in range(20)]
            await asyncio.sleep(0)
            for opening in opens:
                opening.cancel()
            assert await cancelled(copying)
            assert not (folder / "copy").exists()
            assert threads() == before
            assert await sftp.read_text(str(folder / "small")) == "small"
            await sftp.get(str(folder / "small"), folder / "copy")
            assert (folder / "copy").read_text() == "small"

    with_client(server, work)


def test_sftp_is_closed_behind_its_client(server: Fixture) -> None:
    async def work(client: Client) -> None:
        async with client.sftp() as sftp:
            assert await sftp.listdir("/")
            await client.close()
        assert sftp.closed

    with_client(server, work)


@pytest.mark.behaviour("python.aio-copies-leave-room")
def test_copies_that_stand_hold_up_no_other_client(server: Fixture, folder: pathlib.Path) -> None:
    (folder / "small").write_bytes(b"small")

    async def work(port: int) -> None:
        async with connecting(server, port) as standing, connecting(server, port) as client:
            sftp = await standing.sftp()
            stopped = int((await standing.run("echo $PPID")).text)
            os.kill(stopped, signal.SIGSTOP)
            try:
                copies = [asyncio.ensure_future(sftp.get(folder / "small", folder / f"never{n}")) for n in range(100)]
                assert (await client.get(folder / "small", folder / "there")).files == 1
                assert not any(copy.done() for copy in copies)
            finally:
                os.kill(stopped, signal.SIGKILL)
            for copy in copies:
                with pytest.raises(swiftssh.ConnectionLost):
                    await copy

    with port_of(server) as port:
        in_loop(work(port))
