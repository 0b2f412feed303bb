"""ssh2.fileinfo: what scp_recv2 says about a file."""

from ._stat import Stat


class FileInfo(Stat):
    """Facts about a file, as Stat describes them."""

    __slots__ = ()
