"""ssh2.statinfo: what scp_recv says about a file."""

from ._stat import Stat


class StatInfo(Stat):
    """Facts about a file, as Stat describes them."""

    __slots__ = ()
