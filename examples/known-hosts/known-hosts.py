"""Asks a list whether a key is that of two hosts."""

import base64

from swiftssh.ssh2.exceptions import KnownHostCheckError, KnownHostCheckMisMatchError, KnownHostCheckNotFoundError
from swiftssh.ssh2.knownhost import LIBSSH2_KNOWNHOST_KEYENC_RAW, LIBSSH2_KNOWNHOST_TYPE_PLAIN
from swiftssh.ssh2.session import Session

LINE = b"example.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8g"

hosts = Session().knownhost_init()
hosts.readline(LINE)  # or hosts.readfile(path)
key = base64.b64decode(LINE.split()[2])  # after the handshake: key, _ = session.hostkey()


def verdict(host: bytes) -> str:
    try:
        entry = hosts.checkp(host, 22, key, LIBSSH2_KNOWNHOST_TYPE_PLAIN | LIBSSH2_KNOWNHOST_KEYENC_RAW)
    except KnownHostCheckNotFoundError:
        return "not known"
    except KnownHostCheckMisMatchError:
        return "known by another key: do not go on"
    except KnownHostCheckError:
        return "revoked: do not go on"
    return f"known as {entry.name.decode()}"


for host in (b"example.com", b"elsewhere"):
    print(f"{host.decode():<12} {verdict(host)}")
