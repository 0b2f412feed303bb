"""The names of a server's files."""

from __future__ import annotations

import itertools
import os
import pathlib
import stat

import pytest
from servers import Fixture

import swiftssh
from swiftssh.sftp import SFTP


@pytest.fixture
def sftp(server: Fixture) -> SFTP:
    """SFTP on a session of its own."""
    return SFTP.over(server.logged_in())


@pytest.fixture
def tree(tmp_path: pathlib.Path) -> pathlib.Path:
    """A directory with files and directories in it."""
    (tmp_path / "tree/a/b").mkdir(parents=True)
    for name in ("a/b/c.txt", "a/d.txt", "e.txt", "a/.hidden"):
        (tmp_path / "tree" / name).write_bytes(name.encode())
    (tmp_path / "tree/link").symlink_to("a")
    return tmp_path / "tree"


@pytest.mark.behaviour("sftp.listing")
def test_directories_are_listed(sftp: SFTP, tree: pathlib.Path) -> None:
    assert sorted(sftp.listdir(tree)) == ["a", "e.txt", "link"]
    entries = {entry.name: entry for entry in sftp.scandir(str(tree))}
    assert entries["a"].is_dir() and entries["e.txt"].is_file() and entries["link"].is_symlink()
    assert entries["e.txt"].path == str(tree / "e.txt")
    assert entries["e.txt"].stat.st_size == 5
    with pytest.raises(FileNotFoundError):
        sftp.listdir(tree / "nope")
    long = "x" * 200
    (tree / long).mkdir()
    assert long in sftp.listdir(tree)


@pytest.mark.behaviour("sftp.names-are-bytes")
def test_names_come_back_as_they_went(sftp: SFTP, tmp_path: pathlib.Path) -> None:
    odd = os.fsencode(tmp_path) + b"/\xff\xe4 \n"
    sftp.write_bytes(odd, b"x")
    [name] = sftp.listdir(tmp_path)
    assert name == "\udcff\udce4 \n"
    assert sftp.read_bytes(f"{tmp_path}/{name}") == b"x"
    assert sftp.realpath(odd) == f"{tmp_path}/{name}"
    sftp.remove(f"{tmp_path}/{name}")
    with pytest.raises(ValueError):
        sftp.stat("a\0b")
    with pytest.raises(TypeError):
        sftp.stat(5)  # type: ignore[arg-type]


@pytest.mark.behaviour("sftp.walk")
def test_a_walk_comes_to_everything(sftp: SFTP, tree: pathlib.Path) -> None:
    entries = list(sftp.walk(tree))
    paths = [os.path.relpath(entry.path, tree) for entry in entries]
    assert sorted(paths) == ["a", "a/.hidden", "a/b", "a/b/c.txt", "a/d.txt", "e.txt", "link"]
    assert paths.index("a") < paths.index("a/b") < paths.index("a/b/c.txt")
    assert {path: entry.depth for path, entry in zip(paths, entries)}["a/b/c.txt"] == 3
    walk, seen = sftp.walk(tree), []
    for entry in walk:
        seen.append(entry.name)
        if entry.is_dir():
            walk.skip_directory()
    assert sorted(seen) == ["a", "e.txt", "link"]


@pytest.mark.behaviour("sftp.walk-refuses-hostile-names")
def test_a_walk_refuses_hostile_names(server: Fixture) -> None:
    sftp = SFTP.over(server.logged_in("--sftp", f"{server['sftp_server_scripted']} hostile-names"))
    walk, seen, refused = sftp.walk("/hostile"), 0, 0
    while True:
        try:
            entry = next(walk)
        except StopIteration:
            break
        except swiftssh.SFTPError:
            refused += 1
        else:
            seen += 1
            assert "/" not in entry.name and entry.name not in (".", "..")
    assert seen > 0 and refused > 0


@pytest.mark.behaviour("sftp.listings-without-kinds")
def test_the_server_is_asked_where_a_listing_does_not_say_what_a_name_is(server: Fixture) -> None:
    sftp = SFTP.over(server.logged_in("--sftp", f"{server['sftp_server_scripted']} no-attributes"))
    kinds = {entry.path: (entry.is_dir(), entry.is_file()) for entry in sftp.walk("/hostile")}
    assert kinds == {
        "/hostile/good": (False, True), "/hostile/inner": (True, False), "/hostile/inner/good": (False, True),
        "/hostile/inside": (False, False),
    }  # fmt: skip
    assert sftp.glob("/hostile/**/good") == ["/hostile/good", "/hostile/inner/good"]


@pytest.mark.behaviour("sftp.endless-trees")
def test_a_walk_has_a_bottom(server: Fixture) -> None:
    sftp = SFTP.over(server.logged_in("--sftp", f"{server['sftp_server_scripted']} bottomless"))
    walk, deepest = sftp.walk("/hostile"), 0
    with pytest.raises(swiftssh.SFTPError, match="within more than 256 directories"):
        for entry in itertools.islice(walk, 2000):
            deepest = entry.depth
    assert deepest == 257
    assert [entry.depth for entry in walk if entry.is_dir()] == [], "nothing below is gone into"


@pytest.mark.behaviour("sftp.glob")
def test_a_pattern_finds_paths(sftp: SFTP, tree: pathlib.Path) -> None:
    found = [os.path.relpath(path, tree) for path in sftp.glob(f"{tree}/**/*.txt")]
    assert found == ["a/b/c.txt", "a/d.txt", "e.txt"]
    assert sftp.glob(f"{tree}/[x-z]*") == []


@pytest.mark.behaviour("sftp.remove-tree")
def test_a_tree_is_removed(sftp: SFTP, tree: pathlib.Path) -> None:
    outside = tree.parent / "outside"
    outside.write_bytes(b"kept")
    (tree / "out").symlink_to(outside)
    sftp.remove_tree(tree)
    assert not tree.exists() and outside.read_bytes() == b"kept"
    with pytest.raises(FileNotFoundError):
        sftp.remove_tree(tree)
    with pytest.raises(swiftssh.SSHError):
        sftp.remove_tree("")


@pytest.mark.behaviour("sftp.making-and-removing")
def test_directories_are_made_and_removed(sftp: SFTP, tmp_path: pathlib.Path) -> None:
    sftp.mkdir(tmp_path / "new", 0o750)
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o750
    with pytest.raises(OSError):
        sftp.mkdir(tmp_path / "new")
    with pytest.raises(FileExistsError):
        sftp.mkdir(tmp_path / "new", parents=True)
    sftp.mkdir(tmp_path / "new", exist_ok=True)
    with pytest.raises(FileNotFoundError):
        sftp.mkdir(tmp_path / "a/b/c")
    sftp.mkdir(tmp_path / "a/b/c", parents=True)
    assert (tmp_path / "a/b/c").is_dir()
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OSError):
        sftp.mkdir(tmp_path / "file", exist_ok=True)
    sftp.rmdir(tmp_path / "new")
    sftp.remove(tmp_path / "file")
    assert sftp.listdir(tmp_path) == ["a"]


@pytest.mark.behaviour("sftp.renaming")
def test_files_are_renamed(sftp: SFTP, tmp_path: pathlib.Path) -> None:
    for name in "ab":
        (tmp_path / name).write_text(name)
    with pytest.raises(swiftssh.SFTPError):
        sftp.rename(tmp_path / "a", tmp_path / "b")
    sftp.rename(tmp_path / "a", tmp_path / "b", overwrite=True)
    assert (tmp_path / "b").read_text() == "a"
    sftp.rename(tmp_path / "b", tmp_path / "c")
    assert sftp.listdir(tmp_path) == ["c"]


@pytest.mark.behaviour("sftp.links")
def test_links(sftp: SFTP, tmp_path: pathlib.Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    sftp.symlink("file", tmp_path / "link")
    assert os.readlink(tmp_path / "link") == "file" == sftp.readlink(tmp_path / "link")
    sftp.hardlink(tmp_path / "file", tmp_path / "second")
    assert (tmp_path / "file").stat().st_nlink == 2
    assert sftp.lstat(tmp_path / "link").is_symlink() and sftp.stat(tmp_path / "link").is_file()


@pytest.mark.behaviour("sftp.setting-attributes")
def test_attributes(sftp: SFTP, tmp_path: pathlib.Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"12345")
    sftp.chmod(path, stat.S_IFREG | 0o640)
    sftp.utime(path, (1500000000.5, 1600000000.5))
    sftp.chown(path, os.getuid(), os.getgid())
    told = sftp.stat(path)
    assert (told.st_size, told.st_mode, told.st_atime, told.st_mtime) == (5, 0o100640, 1500000000, 1600000000)
    assert (told.st_uid, told.st_gid) == (os.getuid(), os.getgid())
    sftp.truncate(path, 2)
    assert path.read_bytes() == b"12"
    (tmp_path / "link").symlink_to("file")
    sftp.utime(tmp_path / "link", (1, 2), follow_symlinks=False)
    assert (tmp_path / "link").lstat().st_mtime == 2 and path.stat().st_mtime != 2
