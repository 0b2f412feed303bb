"""Files and trees that are copied between this machine and a server."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import pathlib
import pickle
import socket
import stat
from collections.abc import Callable

import pytest
from clients import connected, port_of
from servers import Fixture, Peer

import swiftssh
from swiftssh.sftp import SFTP, TransferReport
from swiftssh.ssh2.session import Session

CONTENT = os.urandom(1 << 20) * 3


@pytest.fixture
def sftp(server: Fixture) -> SFTP:
    """SFTP on a session of its own."""
    return SFTP.over(server.logged_in())


def scripted(server: Fixture, mode: str) -> SFTP:
    """Returns SFTP on a server that misbehaves."""
    return SFTP.over(server.logged_in("--sftp", f"{server['sftp_server_scripted']} {mode}"))


def tree_of(directory: pathlib.Path) -> dict[str, bytes | str | None]:
    """Returns what is in a tree: files, links as text, directories as None."""
    found: dict[str, bytes | str | None] = {}
    for path in directory.rglob("*"):
        name = str(path.relative_to(directory))
        if path.is_symlink():
            found[name] = os.readlink(path)
        else:
            found[name] = path.read_bytes() if path.is_file() else None
    return found


def open_by_anybody(directory: pathlib.Path) -> set[str]:
    """Returns what of a directory is open in any process that can be looked at."""
    found = set()
    for link in pathlib.Path("/proc").glob("[0-9]*/fd/*"):
        with contextlib.suppress(OSError):
            found.add(os.readlink(link))
    return {path for path in found if path.startswith(f"{directory}/")}


@pytest.fixture
def tree(tmp_path: pathlib.Path) -> pathlib.Path:
    """A directory with files, an empty one, a directory and a link in it."""
    (tmp_path / "tree/a/empty").mkdir(parents=True)
    (tmp_path / "tree/a/large").write_bytes(CONTENT)
    (tmp_path / "tree/nothing").write_bytes(b"")
    (tmp_path / "tree/link").symlink_to("a/large")
    return tmp_path / "tree"


@pytest.mark.behaviour("sftp.get")
@pytest.mark.behaviour("sftp.put")
@pytest.mark.parametrize("size", [0, 1, 3 << 20])
def test_a_file_goes_there_and_back(sftp: SFTP, tmp_path: pathlib.Path, size: int) -> None:
    (tmp_path / "from").write_bytes(CONTENT[:size])
    (tmp_path / "from").chmod(0o640)
    os.utime(tmp_path / "from", (1500000000, 1600000000))
    assert sftp.put(tmp_path / "from", str(tmp_path / "there")) == TransferReport(files=1, bytes=size)
    assert sftp.get(tmp_path / "there", os.fsencode(tmp_path / "back")) == TransferReport(files=1, bytes=size)
    for name in ("there", "back"):
        known = (tmp_path / name).stat()
        assert (tmp_path / name).read_bytes() == CONTENT[:size]
        assert (stat.S_IMODE(known.st_mode), known.st_mtime) == (0o640, 1600000000)
    assert sftp.get(tmp_path / "there", tmp_path / "back", resume=True) == TransferReport(unchanged_files=1)
    assert {path.name for path in tmp_path.iterdir()} == {"from", "there", "back"}


@pytest.mark.behaviour("sftp.get-tree")
@pytest.mark.behaviour("sftp.put-tree")
def test_a_tree_goes_there_and_back(sftp: SFTP, tree: pathlib.Path, tmp_path: pathlib.Path) -> None:
    report = sftp.put(tree, tmp_path / "there", recursive=True)
    assert (report.files, report.directories, report.links, report.problems) == (2, 3, 1, [])
    sftp.get(tmp_path / "there", tmp_path / "back", recursive=True)
    assert tree_of(tmp_path / "back") == tree_of(tree)
    with pytest.raises(swiftssh.FileUnreadable):
        sftp.get(tree, tmp_path / "not")
    assert not (tmp_path / "not").exists()


def test_what_could_not_be_copied_of_a_tree_raises_in_the_end(
    server: Fixture, sftp: SFTP, tree: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    for number in range(5):
        (tree / f"a/{number}.swiftssh.part").write_bytes(b"refused")
    copies: list[Callable[..., TransferReport]] = [sftp.get, sftp.put]
    for number, copy in enumerate(copies):
        with pytest.raises(swiftssh.TransferIncomplete, match="^5 of the names.*part.*and 2 more$") as raised:
            copy(tree, tmp_path / f"to{number}", recursive=True)
        report = pickle.loads(pickle.dumps(raised.value)).report
        assert isinstance(raised.value, swiftssh.SSHError) and (report.files, len(report.problems)) == (2, 5)
        assert (tmp_path / f"to{number}/a/large").read_bytes() == CONTENT
        report = copy(tree, tmp_path / f"told{number}", recursive=True, check=False)
        assert (report.files, len(report.problems)) == (2, 5)
    with port_of(server) as port, connected(server, port) as client:
        with pytest.raises(swiftssh.TransferIncomplete):
            client.get(tree, tmp_path / "by client", recursive=True)
        assert len(client.put(tree, tmp_path / "by client 2", recursive=True, check=False).problems) == 5


@pytest.mark.behaviour("sftp.tree-links")
def test_links_are_kept_followed_or_left_out(sftp: SFTP, tree: pathlib.Path, tmp_path: pathlib.Path) -> None:
    (tree / "a/loop").symlink_to("..")
    followed = sftp.get(tree, tmp_path / "followed", recursive=True, links="follow", check=False)
    assert (tmp_path / "followed/link").read_bytes() == CONTENT
    assert [problem.path for problem in followed.problems] == [str(tree / "a/loop")]
    assert sftp.put(tree, tmp_path / "skipped", recursive=True, links="skip").links == 0
    assert not (tmp_path / "skipped/link").exists()
    with pytest.raises(ValueError):
        sftp.get(tree, tmp_path / "x", links="some")  # type: ignore[arg-type]


@pytest.mark.behaviour("sftp.resume-after-faults")
@pytest.mark.parametrize("direction", [[], ["--upstream"]], ids=["get", "put"])
@pytest.mark.parametrize("mode", ["cut-fin", "cut-reset", "stall", "flip"])
def test_a_copy_that_failed_is_gone_on_with(
    server: Fixture, tmp_path: pathlib.Path, mode: str, direction: list[str]
) -> None:
    (tmp_path / "from").write_bytes(CONTENT)

    def copied(sock: socket.socket, timeout: int) -> TransferReport:
        session = Session()
        session.set_timeout(60_000)
        session.handshake(sock)
        session.userauth_publickey_fromfile(server["user"], server["client_key"])
        sftp = SFTP.over(session)
        session.set_timeout(timeout)
        return (sftp.put if direction else sftp.get)(tmp_path / "from", tmp_path / "to", resume=True)

    with Peer(*direction, "--faulty", "1", mode, "700001", "--", server["sshd_inetd"]) as faulty:
        address = faulty.getpeername()
        with pytest.raises((swiftssh.ConnectionLost, swiftssh.TimedOut, swiftssh.ProtocolError)):
            copied(faulty, 1000)
        assert not (tmp_path / "to").exists()
        with socket.create_connection(address) as sound:
            assert copied(sound, 60_000).files == 1
    assert hashlib.sha256((tmp_path / "to").read_bytes()).digest() == hashlib.sha256(CONTENT).digest()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["from", "to"]


@pytest.mark.behaviour("sftp.vanished-files")
def test_a_link_to_nothing_is_told_by_name(sftp: SFTP, tree: pathlib.Path, tmp_path: pathlib.Path) -> None:
    (tree / "a/dangling").symlink_to("nowhere")
    for copy in (sftp.get, sftp.put):
        report = copy(tree, tmp_path / copy.__name__, recursive=True, links="follow", check=False)
        assert [problem.path for problem in report.problems] == [str(tree / "a/dangling")]
        assert isinstance(report.problems[0], FileNotFoundError)
        assert (tmp_path / copy.__name__ / "link").read_bytes() == CONTENT


@pytest.mark.behaviour("sftp.hostile-trees")
@pytest.mark.parametrize("mode", ["hostile-names", "links-out", "trap", "lying-types"])
def test_nothing_is_written_outside(server: Fixture, tmp_path: pathlib.Path, mode: str) -> None:
    (tmp_path / "inner").mkdir()
    report = scripted(server, mode).get("/hostile", tmp_path / "inner/target", recursive=True, check=False)
    assert list(tmp_path.iterdir()) == [tmp_path / "inner"]
    assert list((tmp_path / "inner").iterdir()) == [tmp_path / "inner/target"]
    assert report.problems and all(problem.path for problem in report.problems)
    assert report.files + report.links > 0


@pytest.mark.behaviour("sftp.many-small-files")
def test_a_thousand_files_go_there_and_back(sftp: SFTP, tmp_path: pathlib.Path) -> None:
    (tmp_path / "from").mkdir()
    for number in range(1000):
        (tmp_path / f"from/{number}").write_text(f"file {number}")
    assert sftp.put(tmp_path / "from", tmp_path / "there", recursive=True).files == 1000
    assert sftp.get(tmp_path / "there", tmp_path / "back", recursive=True, files_at_once=16).files == 1000
    assert tree_of(tmp_path / "back") == tree_of(tmp_path / "from")


@pytest.mark.behaviour("sftp.transfer-of-sparse-files")
def test_holes_stay_holes(sftp: SFTP, tmp_path: pathlib.Path) -> None:
    with open(tmp_path / "from", "wb") as file:
        file.seek(50_000_000)
        file.write(b"end")
    sftp.put(tmp_path / "from", tmp_path / "there")
    sftp.get(tmp_path / "there", tmp_path / "back")
    for name in ("there", "back"):
        assert (tmp_path / name).stat().st_size == 50_000_003
        assert (tmp_path / name).read_bytes() == bytes(50_000_000) + b"end"
        assert (tmp_path / name).stat().st_blocks * 512 < 10_000_000


@pytest.mark.behaviour("sftp.files-without-a-size")
def test_a_file_without_a_size_is_read_to_its_end(sftp: SFTP, tmp_path: pathlib.Path) -> None:
    sftp.get("/proc/version", tmp_path / "version")
    assert (tmp_path / "version").read_bytes().startswith(b"Linux")


@pytest.mark.behaviour("sftp.shrinking-file-is-told")
def test_a_file_that_shrinks_is_an_error(server: Fixture, tmp_path: pathlib.Path) -> None:
    (tmp_path / "from").write_bytes(CONTENT)
    with pytest.raises(swiftssh.FileUnreadable, match="shrunk"):
        scripted(server, "early-eof --nth 2").get(tmp_path / "from", tmp_path / "to")
    assert list(tmp_path.iterdir()) == [tmp_path / "from"]


@pytest.mark.behaviour("sftp.odd-servers")
@pytest.mark.parametrize("mode", ["no-extensions", "shorter-data", "reordered", "no-text"])
def test_odd_servers(server: Fixture, tmp_path: pathlib.Path, mode: str) -> None:
    sftp = scripted(server, mode)
    (tmp_path / "from").write_bytes(CONTENT[:700_000])
    (tmp_path / "there").write_bytes(b"old")
    sftp.put(tmp_path / "from", tmp_path / "there")
    sftp.get(tmp_path / "there", tmp_path / "back")
    assert (tmp_path / "back").read_bytes() == CONTENT[:700_000]


@pytest.mark.behaviour("sftp.local-trouble")
def test_local_trouble_is_pythons_own(sftp: SFTP, tmp_path: pathlib.Path) -> None:
    (tmp_path / "from").write_bytes(b"x")
    with pytest.raises(FileNotFoundError):
        sftp.get(tmp_path / "from", tmp_path / "no/to")
    with pytest.raises(FileNotFoundError):
        sftp.put(tmp_path / "nope", tmp_path / "to")
    with pytest.raises(FileNotFoundError) as missing:
        sftp.get(tmp_path / "nope", tmp_path / "to")
    assert isinstance(missing.value, swiftssh.SFTPError) and missing.value.path == str(tmp_path / "nope")
    assert list(tmp_path.iterdir()) == [tmp_path / "from"]


@pytest.mark.behaviour("sftp.directory-in-the-way")
def test_a_directory_in_the_way_is_told_at_once(sftp: SFTP, tmp_path: pathlib.Path) -> None:
    (tmp_path / "from").write_bytes(bytes(3_000_000))
    (tmp_path / "directory").mkdir()
    moved: list[int] = []
    for copy in (sftp.get, sftp.put):
        with pytest.raises(swiftssh.FileUnreadable, match="directory"):
            copy(tmp_path / "from", tmp_path / "directory", progress=lambda done, total, name: moved.append(done))
    assert set(moved) <= {0}
    (tmp_path / "from").write_bytes(b"short")
    with pytest.raises(swiftssh.SFTPError, match="a directory has that name"):
        sftp.put(tmp_path / "from", tmp_path / "directory")
    assert sorted(tmp_path.iterdir()) == [tmp_path / "directory", tmp_path / "from"]


@pytest.mark.behaviour("sftp.no-size")
def test_a_file_of_the_kernels_is_not_copied_as_an_empty_one(sftp: SFTP, tmp_path: pathlib.Path) -> None:
    with pytest.raises(swiftssh.FileUnreadable, match="has no size.*/proc/self/status"):
        sftp.put("/proc/self/status", tmp_path / "status")
    assert not list(tmp_path.iterdir())


class Bar:
    """What tqdm's bars have."""

    def __init__(self) -> None:
        self.n: float = 0
        self.total: float | None = None

    def update(self, n: float) -> None:
        self.n += n


@pytest.mark.behaviour("sftp.progress")
def test_progress_is_told(sftp: SFTP, tmp_path: pathlib.Path) -> None:
    (tmp_path / "from").write_bytes(CONTENT * 5)
    told: list[tuple[int, int, str]] = []
    sftp.get(tmp_path / "from", tmp_path / "to", progress=lambda *now: told.append(now))
    assert told[-1] == (len(CONTENT) * 5, len(CONTENT) * 5, str(tmp_path / "from"))
    assert told == sorted(told)
    bar = Bar()
    sftp.put(tmp_path / "to", tmp_path / "there", progress=bar)
    assert bar.n == bar.total == len(CONTENT) * 5

    with pytest.raises(TypeError, match="progress.*not int"):
        sftp.put(tmp_path / "to", tmp_path / "there", progress=5)  # type: ignore[arg-type]

    def end(done: int, total: int, name: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sftp.get(tmp_path / "from", tmp_path / "ended", progress=end)
    assert not (tmp_path / "ended").exists()
    assert sftp.exists(tmp_path / "there")


def test_a_bar_of_tqdm_shows_a_transfer(sftp: SFTP, tmp_path: pathlib.Path) -> None:
    tqdm = pytest.importorskip("tqdm")
    (tmp_path / "from").write_bytes(CONTENT)
    with tqdm.tqdm(unit="B", file=io.StringIO()) as bar:
        sftp.get(tmp_path / "from", tmp_path / "to", progress=bar)
        assert bar.n == bar.total == len(CONTENT)


def test_bars_of_rich_show_transfers(sftp: SFTP, tmp_path: pathlib.Path) -> None:
    progress, console = pytest.importorskip("rich.progress"), pytest.importorskip("rich.console")
    (tmp_path / "[red]from").write_bytes(CONTENT)
    shown = io.StringIO()
    with progress.Progress(console=console.Console(file=shown, width=200)) as bars:
        task = bars.add_task("mine", total=None)
        sftp.get(tmp_path / "[red]from", tmp_path / "to", progress=(bars, task))
        assert [(each.description, each.completed, each.total) for each in bars.tasks] == [("mine", len(CONTENT), len(CONTENT))]
        sftp.put(tmp_path / "[red]from", tmp_path / "[red]there", progress=bars)
        sftp.put(tmp_path / "[red]from", tmp_path / "[red]again", progress=bars)
        assert all(each.finished for each in bars.tasks) and len(bars.tasks) == 3
    assert "[red]there" in shown.getvalue() and "[red]again" in shown.getvalue()


@pytest.mark.behaviour("sftp.resume")
@pytest.mark.behaviour("sftp.interrupted-trees")
def test_what_was_cut_is_gone_on_from(
    server: Fixture, sftp: SFTP, tree: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    with Peer("cut-fin", "2000000", "--", server["sshd_inetd"]) as sock:
        session = Session()
        session.handshake(sock)
        session.userauth_publickey_fromfile(server["user"], server["client_key"])
        with pytest.raises(swiftssh.SSHError):
            SFTP.over(session).get(tree, tmp_path / "to", recursive=True)
    assert not (tmp_path / "to/a/large").exists()
    report = sftp.get(tree, tmp_path / "to", recursive=True, resume=True)
    assert report.problems == [] and report.bytes < len(CONTENT)
    assert tree_of(tmp_path / "to") == tree_of(tree)


def test_a_time_for_all_of_it_passes(server: Fixture, tmp_path: pathlib.Path) -> None:
    (tmp_path / "from").write_bytes(CONTENT)
    with pytest.raises(TimeoutError):
        scripted(server, "missing").get(tmp_path / "from", tmp_path / "to", timeout=0.2)


@pytest.mark.behaviour("sftp.names-of-parts")
def test_a_file_with_the_name_of_a_part_is_refused(sftp: SFTP, tmp_path: pathlib.Path) -> None:
    (tmp_path / "from").mkdir()
    (tmp_path / "from/file").write_bytes(CONTENT)
    (tmp_path / "from/file.swiftssh.part").write_bytes(b"own")
    for report, target in [
        (sftp.get(tmp_path / "from", tmp_path / "got", recursive=True, check=False), tmp_path / "got"),
        (sftp.put(tmp_path / "from", tmp_path / "sent", recursive=True, check=False), tmp_path / "sent"),
    ]:
        assert tree_of(target) == {"file": CONTENT}
        assert [problem.path for problem in report.problems if problem.path] == [
            str((tmp_path / "from" if target.name == "got" else target) / "file.swiftssh.part")
        ]


@pytest.mark.behaviour("sftp.cancelled-transfers")
def test_a_cancelled_transfer_leaves_its_part_and_nothing_open(server: Fixture, tmp_path: pathlib.Path) -> None:
    os.mkfifo(tmp_path / "gate")
    sftp = scripted(server, f"late --on read --nth 3 --gate {tmp_path / 'gate'}")
    (tmp_path / "from").write_bytes(CONTENT)

    class Enough(Exception):
        """Ends the transfer."""

    def tell(done: int, total: int, name: str) -> None:
        if done >= 400_000:
            raise Enough

    with pytest.raises(Enough):
        sftp.get(tmp_path / "from", tmp_path / "to", progress=tell)
    assert CONTENT.startswith((tmp_path / "to.swiftssh.part").read_bytes())
    assert not (tmp_path / "to").exists()
    sftp.stat("/")
    assert open_by_anybody(tmp_path) - {f"{tmp_path}/gate"} == set()
    (tmp_path / "gate").write_bytes(b"")
    report = sftp.get(tmp_path / "from", tmp_path / "to", resume=True)
    assert (report.files, (tmp_path / "to").read_bytes()) == (1, CONTENT)
    assert 0 < report.bytes < len(CONTENT)
