"""The machine's own files, for paramiko's SFTP server."""

import os

import paramiko
from paramiko import SFTPAttributes, SFTPServer


def guarded(function: object) -> object:
    """Returns a function that gives an error of the system as a status of SFTP."""
    def call(*words: object) -> object:
        try:
            return function(*words)  # type: ignore[operator]
        except OSError as problem:
            return SFTPServer.convert_errno(problem.errno)
    return call


def change(target: str | int, attributes: SFTPAttributes) -> int:
    """Changes attributes. paramiko's own way to set a size empties the file first."""
    if attributes.st_size is not None:
        os.truncate(target, attributes.st_size)
    if attributes.st_mode is not None:
        os.chmod(target, attributes.st_mode & 0o7777)
    if attributes.st_mtime is not None:
        os.utime(target, (attributes.st_atime, attributes.st_mtime))
    if attributes.st_uid is not None:
        os.chown(target, attributes.st_uid, attributes.st_gid)
    return paramiko.SFTP_OK


class Handle(paramiko.SFTPHandle):
    """An open file. paramiko's own keeps a position that it and the file may disagree about."""

    def __init__(self, file: int, flags: int) -> None:
        """`file`: a descriptor, closed by `close`."""
        super().__init__(flags)
        self.file = file

    def close(self) -> None:
        """Closes the file."""
        os.close(self.file)

    @guarded
    def read(self, offset: int, length: int) -> bytes:
        """Returns bytes of the file; none is its end."""
        return os.pread(self.file, length, offset)

    @guarded
    def write(self, offset: int, data: bytes) -> int:
        """Writes bytes."""
        os.pwrite(self.file, data, offset)
        return paramiko.SFTP_OK

    @guarded
    def stat(self) -> SFTPAttributes:
        """Returns the file's attributes."""
        return SFTPAttributes.from_stat(os.fstat(self.file))

    @guarded
    def chattr(self, attributes: SFTPAttributes) -> int:
        """Changes the file's attributes."""
        return change(self.file, attributes)


class Files(paramiko.SFTPServerInterface):
    """Names are the machine's; relative ones begin where the server runs."""

    def canonicalize(self, path: str) -> str:
        """Returns the absolute path."""
        return os.path.realpath(path)

    @guarded
    def open(self, path: str, flags: int, attributes: SFTPAttributes) -> Handle:
        """Opens a file."""
        mode = attributes.st_mode
        return Handle(os.open(path, flags | os.O_CLOEXEC, 0o666 if mode is None else mode & 0o7777), flags)

    @guarded
    def list_folder(self, path: str) -> list[SFTPAttributes]:
        """Returns what is in a directory."""
        return [SFTPAttributes.from_stat(entry.stat(follow_symlinks=False), entry.name) for entry in os.scandir(path)]

    @guarded
    def stat(self, path: str) -> SFTPAttributes:
        """Returns attributes; a link's are its target's."""
        return SFTPAttributes.from_stat(os.stat(path))

    @guarded
    def lstat(self, path: str) -> SFTPAttributes:
        """Returns attributes; a link's are its own."""
        return SFTPAttributes.from_stat(os.lstat(path))

    @guarded
    def chattr(self, path: str, attributes: SFTPAttributes) -> int:
        """Changes attributes."""
        return change(path, attributes)

    @guarded
    def remove(self, path: str) -> int:
        """Removes a file."""
        os.unlink(path)
        return paramiko.SFTP_OK

    @guarded
    def rename(self, source: str, target: str) -> int:
        """Renames and does not replace."""
        if os.path.lexists(target):
            return paramiko.SFTP_FAILURE
        os.rename(source, target)
        return paramiko.SFTP_OK

    @guarded
    def posix_rename(self, source: str, target: str) -> int:
        """Renames and replaces."""
        os.rename(source, target)
        return paramiko.SFTP_OK

    @guarded
    def mkdir(self, path: str, attributes: SFTPAttributes) -> int:
        """Makes a directory."""
        mode = attributes.st_mode
        os.mkdir(path, 0o777 if mode is None else mode & 0o7777)
        return paramiko.SFTP_OK

    @guarded
    def rmdir(self, path: str) -> int:
        """Removes an empty directory."""
        os.rmdir(path)
        return paramiko.SFTP_OK

    @guarded
    def readlink(self, path: str) -> str:
        """Returns where a link leads."""
        return os.readlink(path)

    @guarded
    def symlink(self, target: str, path: str) -> int:
        """Makes a link."""
        os.symlink(target, path)
        return paramiko.SFTP_OK
