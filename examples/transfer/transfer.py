"""Copies a file or a directory to a server and back: transfer.py HOST PORT USER KEY FINGERPRINT LOCAL REMOTE BACK"""

import base64
import hashlib
import socket
import sys

from swiftssh.sftp import SFTP, TransferReport
from swiftssh.ssh2.session import Session

host, port, user, key, fingerprint, local, remote, back = sys.argv[1:]


def tell(what: str, report: TransferReport) -> None:
    print(f"{what:<11} files: {report.files}, bytes: {report.bytes}")


session = Session()
session.set_timeout(10_000)
session.handshake(socket.create_connection((host, int(port)), timeout=10))
digest = hashlib.sha256(session.hostkey()[0]).digest()
found = "SHA256:" + base64.b64encode(digest).decode().rstrip("=")
if found != fingerprint:
    sys.exit(f"another host key: {found}")
session.userauth_publickey_fromfile(user, key)

# There and back, a directory with all that is in it. A file has its name only when it is whole; what cannot be copied raises.
with SFTP.over(session) as sftp:
    tell("sent", sftp.put(local, remote, recursive=True))
    tell("received", sftp.get(remote, back, recursive=True))

session.disconnect()
