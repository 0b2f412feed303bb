"""The files that are transferred, and the check of what came of them."""

from __future__ import annotations

import hashlib
import os
import pathlib
import shutil

from .cases import SMALL_FILE, Case


class Material:
    """Files in a directory that is held in memory, each made when it is first needed.

    Where a contender's work goes (`local` when it receives, `remote` when it sends) is made anew for each measurement.
    """

    def __init__(self, directory: pathlib.Path, seed: bytes = b"SwiftSSH") -> None:
        self._directory = directory
        self._seed = seed
        self._digests: dict[pathlib.Path, str] = {}

    def places(self, case: Case, amount: int) -> tuple[pathlib.Path, pathlib.Path]:
        """Makes what one measurement needs. Returns its `local` and its `remote` path."""
        result = pathlib.Path(os.devnull) if case.is_dropped else self._directory / "result"
        self.clear()
        match case.operation:
            case "download" | "read":
                return result, self._file(amount)
            case "upload" | "write":
                return self._file(amount), result
            case "get-tree":
                return result, self._tree(amount)
            case "put-tree":
                return self._tree(amount), result
            case "list":
                return result, self._names(amount)
        return result, self._directory

    def clear(self) -> None:
        """Removes what the last measurement left."""
        result = self._directory / "result"
        if result.is_dir():
            shutil.rmtree(result)
        result.unlink(missing_ok=True)

    def problem(self, case: Case, amount: int) -> str | None:
        """Checks what a measurement left. Returns what is wrong with it, or None."""
        result = self._directory / "result"
        if case.operation == "logins" or case.is_dropped:
            return None
        if not result.exists():
            return "there is no result"
        match case.operation:
            case "commands":
                found, wanted = result.read_text(), "".join(f"{index}\n" for index in range(amount))
                return None if found == wanted else "the commands' output differs"
            case "commands-side-by-side":
                numbers = sorted(map(int, result.read_text().split()))
                return None if numbers == list(range(amount)) else "the commands' output differs"
            case "list":
                return self._problem_of_names(result, amount)
            case "get-tree" | "put-tree":
                right = _digest_of_tree(result) == self._known(self._tree(amount), _digest_of_tree)
                return None if right else "the SHA-256 of the files differs"
        right = _digest_of_file(result) == self._known(self._file(amount), _digest_of_file)
        return None if right else f"the SHA-256 differs; {result.stat().st_size} of {amount} bytes"

    def _known(self, path: pathlib.Path, digest) -> str:
        if path not in self._digests:
            self._digests[path] = digest(path)
        return self._digests[path]

    def _problem_of_names(self, result: pathlib.Path, amount: int) -> str | None:
        names = [line.rpartition("/")[2] for line in result.read_text().splitlines()]
        wanted = {path.name for path in self._names(amount).iterdir()}
        found = {name for name in names if name not in (".", "..")}
        if found == wanted and len(names) <= len(wanted) + 2:
            return None
        return f"{len(names)} names instead of {len(wanted)}, {len(found ^ wanted)} differ"

    def _file(self, size: int) -> pathlib.Path:
        path = self._directory / f"file-{size}"
        if not path.exists():
            with path.open("wb") as output:
                for offset in range(0, size, 1 << 20):
                    piece = hashlib.shake_128(self._seed + offset.to_bytes(8, "big")).digest(min(1 << 20, size - offset))
                    output.write(piece)
        return path

    def _tree(self, count: int) -> pathlib.Path:
        path = self._directory / f"tree-{count}"
        if not path.exists():
            path.mkdir()
            for index in range(count):
                content = hashlib.shake_128(self._seed + index.to_bytes(8, "little")).digest(SMALL_FILE)
                (path / f"file-{index:06}").write_bytes(content)
        return path

    def _names(self, count: int) -> pathlib.Path:
        path = self._directory / f"names-{count}"
        if not path.exists():
            path.mkdir()
            for index in range(count):
                (path / f"name-{index:06}").touch()
        return path


def _digest_of_file(path: pathlib.Path) -> str:
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _digest_of_tree(path: pathlib.Path) -> str:
    digest = hashlib.sha256()
    for file in sorted(path.iterdir()):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()
