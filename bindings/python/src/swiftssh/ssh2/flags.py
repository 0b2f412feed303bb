"""ssh2.flags: the switches of a session, by the names that ssh2-python gives them after 1.2."""

from ._constants import LIBSSH2_FLAG_COMPRESS as FLAG_COMPRESS
from ._constants import LIBSSH2_FLAG_QUOTE_PATHS as FLAG_QUOTE_PATHS
from ._constants import LIBSSH2_FLAG_SIGPIPE as FLAG_SIGPIPE
from ._constants import LIBSSH2_FLAG_SK_PRESENCE_REQUIRED as FLAG_SK_PRESENCE_REQUIRED
from ._constants import LIBSSH2_FLAG_SK_VERIFICATION_REQUIRED as FLAG_SK_VERIFICATION_REQUIRED
from ._constants import FlagType

__all__ = [
    "FLAG_COMPRESS",
    "FLAG_QUOTE_PATHS",
    "FLAG_SIGPIPE",
    "FLAG_SK_PRESENCE_REQUIRED",
    "FLAG_SK_VERIFICATION_REQUIRED",
    "FlagType",
]
