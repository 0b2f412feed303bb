"""The cases: what is measured, with how much."""

from __future__ import annotations

import dataclasses

KIB = 1024
MIB = 1024 * KIB


@dataclasses.dataclass(frozen=True)
class Case:
    """One thing that every contender does.

    name: how it is chosen on the command line.
    title: what the report calls it.
    operation: what the contender is asked for.
    unit: what `amount` counts: "MB" for bytes (shown as MB/s), or things.
    amount: how many bytes or things.
    short: the same in the short form.
    block: the size of the caller's buffer in bytes.
    is_far: whether the server is 50 ms away.
    rounds: the most rounds that are worth their time.
    is_dropped: whether what arrives is thrown away, so that no time goes into a file; it is not checked then.
    """

    name: str
    title: str
    operation: str
    unit: str
    amount: int
    short: int
    block: int = 64 * KIB
    is_far: bool = False
    rounds: int = 100
    is_dropped: bool = False


def _transfer(operation: str, block: int, is_far: bool) -> Case:
    distance = "far-" if is_far else ""
    return Case(
        name=f"{distance}{operation}-{block // KIB}k",
        title=f"SFTP {operation}, blocks of {block // KIB} KiB, {50 if is_far else 0} ms",
        operation=operation,
        unit="MB",
        amount=(100 if is_far else 256) * MIB,
        short=(1 if is_far else 4) * MIB,
        block=block,
        is_far=is_far,
        rounds=3 if is_far else 100,
    )


CASES = (
    _transfer("download", 256 * KIB, False),
    _transfer("download", 32 * KIB, False),
    _transfer("upload", 256 * KIB, False),
    _transfer("upload", 32 * KIB, False),
    _transfer("download", 64 * KIB, True),
    _transfer("upload", 64 * KIB, True),
    _transfer("download", 256 * KIB, True),
    _transfer("upload", 256 * KIB, True),
    _transfer("download", 32 * KIB, True),
    _transfer("upload", 32 * KIB, True),
    Case("channel-read", "Output of a command", "read", "MB", 256 * MIB, 4 * MIB),
    Case("channel-write", "Input of a command", "write", "MB", 256 * MIB, 4 * MIB),
    Case("dropped-read", "Output of a command, thrown away", "read", "MB", 1024 * MIB, 4 * MIB, is_dropped=True),
    Case("dropped-write", "Input of a command, thrown away", "write", "MB", 1024 * MIB, 4 * MIB, is_dropped=True),
    Case("commands", "Commands on one session", "commands", "commands", 500, 20),
    Case("side-by-side", "Commands on one session, ten at a time", "commands-side-by-side", "commands", 500, 20),
    Case("logins", "Logins", "logins", "logins", 50, 3),
    Case("small-get", "Many files of 4 KiB, get", "get-tree", "files", 10_000, 100),
    Case("small-put", "Many files of 4 KiB, put", "put-tree", "files", 10_000, 100),
    Case("list", "Names of a directory", "list", "names", 100_000, 1000),
)
SHORT = (
    "download-32k", "upload-32k", "far-download-64k", "channel-read", "channel-write", "commands", "side-by-side", "logins",
    "small-get", "small-put", "list",
)
SMALL_FILE = 4 * KIB
