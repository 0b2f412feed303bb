"""An honest server of SFTP version 3 over the machine's own files, one answer for each request."""

from __future__ import annotations

import errno
import itertools
import os
import struct
from collections.abc import Callable, Iterator

import sftp_packets as packets
from sftp_packets import Request

POSIX_RENAME = b"posix-rename@openssh.com"
EXTENSIONS: dict[bytes, bytes] = {
    POSIX_RENAME: b"1", b"hardlink@openssh.com": b"1", b"fsync@openssh.com": b"1", b"limits@openssh.com": b"1",
}
LIMITS: tuple[int, ...] = (262144, 261120, 261120, 1000)
ENTRIES_AT_ONCE = 100
CODES = {errno.ENOENT: packets.NO_SUCH_FILE, errno.ENOTDIR: packets.NO_SUCH_FILE, errno.EBADF: packets.NO_SUCH_FILE,
         errno.EACCES: packets.PERMISSION_DENIED, errno.EPERM: packets.PERMISSION_DENIED}
Entry = tuple[bytes, int, bytes]


class Unsupported(Exception):
    """A request that this server does not know."""


class Files:
    """Answers requests as OpenSSH's server would. Relative names begin where the server runs."""

    def __init__(self) -> None:
        """Begins with no handles."""
        self.extensions = dict(EXTENSIONS)
        self.limits = LIMITS
        self.bare = False
        self.numbers = itertools.count()
        self.files: dict[bytes, int] = {}
        self.directories: dict[bytes, Iterator[Entry]] = {}

    def answer(self, request: Request) -> bytes:
        """Returns the content of the reply to a request."""
        answers: dict[str, Callable[[Request], bytes]] = {
            "open": self.open, "close": self.close, "read": self.read, "write": self.write, "lstat": self.lstat,
            "fstat": self.fstat, "setstat": self.setstat, "fsetstat": self.fsetstat, "opendir": self.opendir,
            "readdir": self.readdir, "remove": self.remove, "mkdir": self.mkdir, "rmdir": self.rmdir,
            "realpath": self.realpath, "stat": self.stat, "rename": self.rename, "readlink": self.readlink,
            "symlink": self.symlink, "extended": self.extended,
        }
        try:
            if request.kind not in answers:
                raise Unsupported
            return answers[request.kind](request)
        except OSError as problem:
            code = CODES.get(problem.errno or 0, packets.FAILURE)
            return packets.status(request.identifier, code, problem.strerror or "")
        except ValueError:
            return packets.status(request.identifier, packets.FAILURE, "Embedded null byte")
        except packets.Broken:
            return packets.status(request.identifier, packets.BAD_MESSAGE, "Bad message")
        except Unsupported:
            return packets.status(request.identifier, packets.OP_UNSUPPORTED, "Operation unsupported")

    def done(self, request: Request) -> bytes:
        """Returns the STATUS of success."""
        return packets.status(request.identifier, packets.OK, "Success")

    def handle(self, prefix: bytes) -> bytes:
        """Returns a new handle."""
        return prefix + str(next(self.numbers)).encode()

    def file(self, request: Request) -> int:
        """Takes a handle; returns its descriptor."""
        handle = request.string()
        if handle not in self.files:
            raise OSError(errno.EBADF, "No such handle")
        return self.files[handle]

    def open(self, request: Request) -> bytes:
        """OPEN."""
        path, asked = request.string(), request.uint32()
        mode = request.attributes().get(packets.PERMISSIONS, (0o666,))[0]
        flags = {1: os.O_RDONLY, 2: os.O_WRONLY, 3: os.O_RDWR}.get(asked & 3, os.O_RDONLY) | os.O_CLOEXEC
        for bit, flag in {4: os.O_APPEND, 8: os.O_CREAT, 16: os.O_TRUNC, 32: os.O_EXCL}.items():
            flags |= flag if asked & bit else 0
        handle = self.handle(b"file ")
        self.files[handle] = os.open(path or b".", flags, mode & 0o7777)
        return packets.reply(packets.HANDLE, request.identifier, packets.string(handle))

    def close(self, request: Request) -> bytes:
        """CLOSE."""
        handle = request.string()
        if handle in self.files:
            os.close(self.files.pop(handle))
        elif self.directories.pop(handle, None) is None:
            raise OSError(errno.EBADF, "No such handle")
        return self.done(request)

    def read(self, request: Request) -> bytes:
        """READ."""
        file, offset, count = self.file(request), request.uint64(), request.uint32()
        data = os.pread(file, min(count, LIMITS[1]), offset) if offset < 1 << 63 else b""
        if not data and count:
            return packets.status(request.identifier, packets.EOF, "End of file")
        return packets.reply(packets.DATA, request.identifier, packets.string(data))

    def write(self, request: Request) -> bytes:
        """WRITE."""
        file, offset, data = self.file(request), request.uint64(), request.string()
        os.pwrite(file, data, offset)
        return self.done(request)

    def stat(self, request: Request) -> bytes:
        """STAT."""
        found = os.stat(request.string() or b".")
        return packets.reply(packets.ATTRS, request.identifier, packets.attributes(found))

    def lstat(self, request: Request) -> bytes:
        """LSTAT."""
        found = os.lstat(request.string() or b".")
        return packets.reply(packets.ATTRS, request.identifier, packets.attributes(found))

    def fstat(self, request: Request) -> bytes:
        """FSTAT."""
        return packets.reply(packets.ATTRS, request.identifier, packets.attributes(os.fstat(self.file(request))))

    def setstat(self, request: Request) -> bytes:
        """SETSTAT."""
        return self.change(request, request.string())

    def fsetstat(self, request: Request) -> bytes:
        """FSETSTAT."""
        return self.change(request, self.file(request))

    def change(self, request: Request, target: bytes | int) -> bytes:
        """Takes attributes and sets them."""
        wanted = request.attributes()
        if packets.SIZE in wanted:
            os.truncate(target, *wanted[packets.SIZE])
        if packets.PERMISSIONS in wanted:
            os.chmod(target, wanted[packets.PERMISSIONS][0] & 0o7777)
        if packets.TIMES in wanted:
            os.utime(target, wanted[packets.TIMES])  # type: ignore[arg-type]
        if packets.OWNERS in wanted:
            os.chown(target, *wanted[packets.OWNERS])
        return self.done(request)

    def opendir(self, request: Request) -> bytes:
        """OPENDIR."""
        path = request.string() or b"."
        listed = [b".", b"..", *sorted(os.listdir(path))]
        return self.listing(request, ((name, found.st_mode, packets.attributes(found))
                                      for name in listed for found in [os.lstat(os.path.join(path, name))]))

    def listing(self, request: Request, entries: Iterator[Entry]) -> bytes:
        """Returns the handle of a directory with these entries."""
        handle = self.handle(b"directory ")
        self.directories[handle] = entries
        return packets.reply(packets.HANDLE, request.identifier, packets.string(handle))

    def readdir(self, request: Request) -> bytes:
        """READDIR."""
        handle = request.string()
        if handle not in self.directories:
            raise OSError(errno.EBADF, "No such handle")
        entries = list(itertools.islice(self.directories[handle], ENTRIES_AT_ONCE))
        if not entries:
            return packets.status(request.identifier, packets.EOF, "End of file")
        if self.bare:
            entries = [(name, mode, packets.uint32(0)) for name, mode, _ in entries]
        return packets.names(request.identifier, entries)

    def remove(self, request: Request) -> bytes:
        """REMOVE."""
        os.unlink(request.string())
        return self.done(request)

    def mkdir(self, request: Request) -> bytes:
        """MKDIR."""
        path = request.string()
        os.mkdir(path, request.attributes().get(packets.PERMISSIONS, (0o777,))[0] & 0o7777)
        return self.done(request)

    def rmdir(self, request: Request) -> bytes:
        """RMDIR."""
        os.rmdir(request.string())
        return self.done(request)

    def realpath(self, request: Request) -> bytes:
        """REALPATH."""
        return packets.names(request.identifier, [(os.path.realpath(request.string() or b"."), 0, packets.uint32(0))])

    def rename(self, request: Request) -> bytes:
        """RENAME: it does not replace."""
        source, target = request.string(), request.string()
        if os.path.lexists(target):
            raise OSError(errno.EEXIST, "File exists")
        os.rename(source, target)
        return self.done(request)

    def readlink(self, request: Request) -> bytes:
        """READLINK."""
        return packets.names(request.identifier, [(os.readlink(request.string()), 0, packets.uint32(0))])

    def symlink(self, request: Request) -> bytes:
        """SYMLINK, its names in OpenSSH's order."""
        os.symlink(request.string(), request.string())
        return self.done(request)

    def extended(self, request: Request) -> bytes:
        """EXTENDED."""
        name = request.string()
        if name not in self.extensions:
            raise Unsupported
        if name == b"limits@openssh.com":
            body = b"".join(struct.pack(">Q", limit) for limit in self.limits)
            return packets.reply(packets.EXTENDED_REPLY, request.identifier, body)
        if name == b"fsync@openssh.com":
            os.fsync(self.file(request))
        elif name == POSIX_RENAME:
            os.rename(request.string(), request.string())
        else:
            os.link(request.string(), request.string())
        return self.done(request)
