"""Files of text with asyncio, beside what Python's own make of the same bytes."""

from __future__ import annotations

import asyncio
import io
import os
import pathlib
from collections.abc import Awaitable, Callable

import pytest
import swiftssh
from aio_clients import cancelled, with_client
from servers import Fixture
from swiftssh.aio import SFTP, Client, RemoteText

LINES = "one\r\ntwo\rthree\n\nfünf €\r\n\rsix"
CONTENTS = [LINES, LINES + "\r", "", "no end", "\r\n" * 3, ("x" * 70_000 + "\r\n") * 5, "ab\n" * 100_000, "🙂\r\n" * 50_000]
NEWLINES = [None, "", "\n", "\r", "\r\n"]
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-32-le"]


@pytest.fixture
def folder(tmp_path: pathlib.Path) -> pathlib.Path:
    """A directory that the server's user may write to."""
    tmp_path.chmod(0o777)
    return tmp_path


def with_sftp(server: Fixture, work: Callable[[SFTP], Awaitable[None]]) -> None:
    """Runs a coroutine with the files of a server."""

    async def whole(client: Client) -> None:
        async with client.sftp() as sftp:
            await work(sftp)

    with_client(server, whole)


async def all_of(file: RemoteText, read: Callable[[RemoteText], Awaitable[str]]) -> list[str]:
    """Reads piece by piece to the end."""
    found = []
    while piece := await read(file):
        found.append(piece)
    return found


@pytest.mark.behaviour("python.aio-text")
@pytest.mark.parametrize("newline", NEWLINES, ids=map(repr, NEWLINES))
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_text_is_read_and_written_as_pythons_own(
    server: Fixture, folder: pathlib.Path, encoding: str, newline: str | None
) -> None:
    path, local = folder / "remote", folder / "local"

    async def work(sftp: SFTP) -> None:
        for content in CONTENTS:
            path.write_bytes(content.encode(encoding))
            with open(path, encoding=encoding, newline=newline) as own:
                expected = list(own)
            whole = "".join(expected)
            async with sftp.open(path, "r", encoding=encoding, newline=newline) as file:
                assert [line async for line in file] == expected
                assert await file.seek(0) == 0
                assert await file.read() == whole and await file.read() == ""
                await file.seek(0)
                assert await all_of(file, lambda file: file.read(50_001)) == [
                    whole[at : at + 50_001] for at in range(0, len(whole), 50_001)
                ]
                await file.seek(0)
                with open(path, encoding=encoding, newline=newline) as own:
                    expected = list(iter(lambda: own.readline(7) if len(whole) < 100 else own.readline(), ""))
                assert await all_of(file, lambda file: file.readline(7 if len(whole) < 100 else -1)) == expected
            with open(local, "w", encoding=encoding, newline=newline) as own:
                own.write("first\n")
                own.write(content)
            with open(local, "a", encoding=encoding, newline=newline) as own:
                own.write("last\n")
            async with sftp.open(path, "w", encoding=encoding, newline=newline) as file:
                assert await file.write("first\n") == 6
                assert await file.write(content) == len(content)
            async with sftp.open(path, "a", encoding=encoding, newline=newline) as file:
                await file.write("last\n")
            assert path.read_bytes() == local.read_bytes()

    with_sftp(server, work)


@pytest.mark.behaviour("python.aio-text")
def test_what_does_not_fit_is_refused_as_by_the_other_open(server: Fixture, folder: pathlib.Path) -> None:
    (folder / "file").write_bytes(b"good\n\xff\xfebad\n")

    async def work(sftp: SFTP) -> None:
        path = folder / "file"
        async with sftp.open(path) as file:
            assert (file.name, file.mode, file.encoding, file.errors) == (str(path), "r", "utf-8", "strict")
            assert file.readable() and not file.writable()
            with pytest.raises(UnicodeDecodeError):
                await file.readline()
            with pytest.raises(io.UnsupportedOperation):
                await file.write("x")
            with pytest.raises(io.UnsupportedOperation):
                await file.seek(3)
        assert file.closed
        with pytest.raises(ValueError, match="closed"):
            await file.read()
        async with sftp.open(path, errors="replace") as file:
            assert await file.read() == "good\n\ufffd\ufffdbad\n"
        async with sftp.open(path, "w", encoding="ascii", errors="backslashreplace") as file:
            await file.write("é")
            with pytest.raises(TypeError):
                await file.write(b"x")  # type: ignore[arg-type]
            await file.flush()
            assert path.read_bytes() == b"\\xe9"
            await file.fsync()
        async with sftp.open(path, "r+") as file:
            assert await file.read() == "\\xe9"
            await file.write("\nmore")
            assert await file.seek(0, os.SEEK_END) == 9
            await file.seek(0)
            assert [line async for line in file] == ["\\xe9\n", "more"]
        for arguments in (("r", 0), ("r", -1, None, None, "x"), ("rb", -1, "utf-8"), ("rb", -1, None, "strict"), ("q",)):
            with pytest.raises(ValueError):
                sftp.open(path, *arguments)  # type: ignore[call-overload]
        for encoding, errors in (("none such", None), ("hex", None), (None, "none such")):
            with pytest.raises(LookupError):
                sftp.open(path, encoding=encoding, errors=errors)
        with pytest.raises(FileExistsError):
            await sftp.open(path, "x")
        with pytest.raises(swiftssh.RemoteFileMissing):
            await sftp.open(folder / "none")

    with_sftp(server, work)


@pytest.mark.behaviour("python.aio-text")
def test_a_read_that_is_cancelled_loses_nothing(server: Fixture, folder: pathlib.Path) -> None:
    text = "".join(f"line {number}\n" for number in range(200_000))
    (folder / "file").write_text(text)

    async def work(sftp: SFTP) -> None:
        async with sftp.open(folder / "file") as file:
            found = await file.readline()
            while len(found) < len(text):
                reading = asyncio.ensure_future(file.read(300_000))
                await asyncio.sleep(0)
                found += "" if await cancelled(reading) else reading.result()
                found += await file.readline()
            assert found == text

    with_sftp(server, work)
