"""The files of a server for fsspec."""

from __future__ import annotations

import os
import pathlib
import pickle
from collections.abc import Iterator
from typing import Any

import pytest
from clients import port_of
from servers import Fixture

pytest.importorskip("fsspec", reason="fsspec is not installed")

import fsspec
from fsspec.callbacks import Callback

import swiftssh
from swiftssh.fsspec import SwiftSSHFileSystem
from swiftssh.sftp import RemoteFile

CONTENT = bytes(range(256)) * 4000


@pytest.mark.behaviour("python.fsspec-urls-and-pickles")
def test_importing_it_makes_the_protocols_known() -> None:
    for name in ("swiftssh", "swiftssh+sftp"):
        assert fsspec.get_filesystem_class(name) is SwiftSSHFileSystem


@pytest.fixture
def options(server: Fixture) -> Iterator[dict[str, Any]]:
    """The storage options of a server."""
    with port_of(server) as port:
        yield {
            "host": "127.0.0.1",
            "port": port,
            "user": server["user"],
            "known_hosts": server["known_hosts"],
            "key_files": server["client_key"],
            "agent": False,
        }


@pytest.fixture
def files(options: dict[str, Any]) -> Iterator[SwiftSSHFileSystem]:
    """A server's files."""
    made = SwiftSSHFileSystem(**options)
    yield made
    made.close()


@pytest.mark.behaviour("python.fsspec-ranges")
def test_ranges_are_read(files: SwiftSSHFileSystem, tmp_path: pathlib.Path) -> None:
    path = str(tmp_path / "file")
    files.pipe_file(path, CONTENT)
    assert files.cat_file(path) == CONTENT
    for start, end in ((0, 10), (1000, 500_000), (-10, None), (None, -1000), (5, 5), (CONTENT_END := len(CONTENT), None)):
        assert files.cat_file(path, start, end) == CONTENT[start:end], (start, end)
    assert files.cat_ranges([path, path], [0, CONTENT_END - 3], [4, CONTENT_END]) == [CONTENT[:4], CONTENT[-3:]]
    with files.open(path, "rb") as file:
        file.seek(700_000)
        assert file.read(100) == CONTENT[700_000:700_100]
    assert files.head(path, 5) == CONTENT[:5] and files.tail(path, 5) == CONTENT[-5:]


@pytest.mark.behaviour("python.fsspec-trees")
def test_trees_are_found_copied_and_removed(files: SwiftSSHFileSystem, tmp_path: pathlib.Path) -> None:
    top = tmp_path / "top"
    for name in ("a/one.csv", "a/two.txt", "b/c/three.csv"):
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_text(name)
    (top / "link").symlink_to("a/one.csv")
    assert [name[len(str(top)) :] for name in files.find(str(top))] == ["/a/one.csv", "/a/two.txt", "/b/c/three.csv", "/link"]
    assert files.glob(f"{top}/**/*.csv") == [f"{top}/a/one.csv", f"{top}/b/c/three.csv"]
    assert files.ls(str(top)) == [f"{top}/a", f"{top}/b", f"{top}/link"]
    described = files.info(f"{top}/link")
    assert (described["type"], described["islink"], described["size"]) == ("file", True, 9)
    files.get(str(top), str(tmp_path / "got"), recursive=True)
    assert (tmp_path / "got/b/c/three.csv").read_text() == "b/c/three.csv"
    files.put(str(tmp_path / "got"), str(tmp_path / "put"), recursive=True)
    assert (tmp_path / "put/a/two.txt").read_text() == "a/two.txt"
    files.cp_file(f"{top}/a/two.txt", f"{top}/copy")
    files.mv(f"{top}/copy", f"{top}/moved")
    assert (top / "moved").read_text() == "a/two.txt" and not files.exists(f"{top}/copy")
    files.rm(str(tmp_path / "put"), recursive=True)
    assert not (tmp_path / "put").exists()
    with pytest.raises(FileNotFoundError):
        files.info(f"{top}/nothing")
    with pytest.raises(FileExistsError):
        files.mkdir(str(top))


@pytest.mark.parametrize("way", ["get", "put"])
@pytest.mark.parametrize(
    ("source", "target", "is_there", "copied"),
    [
        ("tree", "to", False, "to"),
        ("tree", "to", True, "to/tree"),
        ("tree/", "to", True, "to"),
        ("tree", "to/", False, "to/tree"),
        ("tree/", "to/", False, "to"),
        ("tree", "on/the/way", False, "on/the/way"),
    ],
)
def test_trees_go_where_fsspec_says(
    files: SwiftSSHFileSystem, tmp_path: pathlib.Path, way: str, source: str, target: str, is_there: bool, copied: str
) -> None:
    for name in ("tree/file", "tree/empty/deep/file"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    (tmp_path / "tree/link").symlink_to("file")
    (tmp_path / "tree/none").mkdir()
    if is_there:
        (tmp_path / target).mkdir()
    getattr(files, way)(f"{tmp_path}/{source}", f"{tmp_path}/{target}", recursive=True)
    found = {str(path.relative_to(tmp_path / copied)) for path in (tmp_path / copied).rglob("*")}
    assert found == {"file", "empty", "empty/deep", "empty/deep/file", "link", "none"}
    assert (tmp_path / copied / "link").read_text() == "tree/file" and not (tmp_path / copied / "link").is_symlink()


def test_trees_tell_their_bytes_and_what_is_missing(files: SwiftSSHFileSystem, tmp_path: pathlib.Path) -> None:
    (tmp_path / "tree").mkdir()
    for number in range(10):
        (tmp_path / f"tree/{number}").write_bytes(bytes(1000))
    for copy in (files.get, files.put):
        seen = Seen()
        copy(str(tmp_path / "tree"), str(tmp_path / f"{copy.__name__}-to"), recursive=True, callback=seen)
        assert seen.last == (10_000, 10_000)
    (tmp_path / "tree/x.swiftssh.part").write_text("refused")
    for copy in (files.get, files.put):
        with pytest.raises(swiftssh.TransferIncomplete, match="x.swiftssh.part"):
            copy(str(tmp_path / "tree"), str(tmp_path / f"{copy.__name__}-missing"), recursive=True)


@pytest.mark.parametrize("refuses", [False, True])
def test_the_server_copies_by_itself_where_it_can(
    server: Fixture, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, refuses: bool
) -> None:
    (tmp_path / "file").write_bytes(CONTENT)
    script = ("--sftp", f"{server['sftp_server_scripted']} no-extensions") if refuses else ()
    with port_of(server, script=script) as port:
        made = SwiftSSHFileSystem(
            "127.0.0.1", port, server["user"], known_hosts=server["known_hosts"], key_files=server["client_key"], agent=False
        )
        through: list[int] = []
        readinto = RemoteFile.readinto
        monkeypatch.setattr(RemoteFile, "readinto", lambda file, memory: (through.append(1), readinto(file, memory))[1])
        made.cp_file(str(tmp_path / "file"), str(tmp_path / "copy"))
        assert (tmp_path / "copy").read_bytes() == CONTENT
        assert bool(through) == refuses
        made.close()


class Seen(Callback):  # type: ignore[misc]
    """Keeps what it is told."""

    def call(self, *ignored: object, **also_ignored: object) -> None:
        self.last = (self.value, self.size)


@pytest.mark.behaviour("python.fsspec-callbacks")
def test_callbacks_are_told(files: SwiftSSHFileSystem, tmp_path: pathlib.Path) -> None:
    (tmp_path / "file").write_bytes(CONTENT)
    for copy in (files.get_file, files.put_file):
        seen = Seen()
        copy(str(tmp_path / "file"), str(tmp_path / "copy"), callback=seen)
        assert seen.last == (len(CONTENT), len(CONTENT))
        assert (tmp_path / "copy").read_bytes() == CONTENT


@pytest.mark.behaviour("python.fsspec-urls-and-pickles")
def test_urls_open_and_files_are_pickled(options: dict[str, Any], tmp_path: pathlib.Path) -> None:
    (tmp_path / "text").write_text("one\ntwo\n")
    options.pop("host")
    port, user = options.pop("port"), options.pop("user")
    for protocol in SwiftSSHFileSystem.protocol:
        with fsspec.open(f"{protocol}://{user}@127.0.0.1:{port}{tmp_path}/text", "rt", **options) as file:
            assert file.read() == "one\ntwo\n"
    made, path = fsspec.core.url_to_fs(f"swiftssh://{user}@127.0.0.1:{port}{tmp_path}/text", **options)
    again = pickle.loads(pickle.dumps(made))
    assert again == made and again.cat(path) == b"one\ntwo\n"
    made.close()
    assert made.cat(path) == b"one\ntwo\n"


@pytest.mark.behaviour("python.fsspec-lost-connection")
def test_a_lost_connection_is_made_anew(files: SwiftSSHFileSystem, tmp_path: pathlib.Path) -> None:
    path = str(tmp_path / "file")
    files.pipe_file(path, b"before")
    first = files.sftp
    assert files._client is not None
    with pytest.raises(Exception, match="."):
        files._client.run("kill -9 $PPID", check=True)
    assert files.cat_file(path) == b"before"
    assert files.sftp is not first


@pytest.mark.behaviour("python.fsspec-transactions")
def test_a_transaction_shows_its_files_at_its_end(files: SwiftSSHFileSystem, tmp_path: pathlib.Path) -> None:
    with files.transaction:
        with files.open(str(tmp_path / "file"), "wb") as file:
            file.write(b"whole")
        assert not (tmp_path / "file").exists()
    assert os.listdir(tmp_path) == ["file"] and (tmp_path / "file").read_bytes() == b"whole"
