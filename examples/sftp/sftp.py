import base64
import hashlib
import pathlib
import socket
import sys

from swiftssh.errors import RemoteFileMissing
from swiftssh.sftp import SFTP
from swiftssh.ssh2.session import Session

host, port, user, key, fingerprint, remote, local = sys.argv[1:]
session = Session()
session.set_timeout(60_000)
session.handshake(socket.create_connection((host, int(port))))
digest = hashlib.sha256(session.hostkey()[0]).digest()
found = "SHA256:" + base64.b64encode(digest).decode().rstrip("=")
if found != fingerprint:
    sys.exit(f"another host key: {found}")
session.userauth_publickey_fromfile(user, key)

with SFTP.over(session) as sftp:
    # Python's own file objects. Reading asks ahead, so that small blocks cost little.
    with sftp.open(remote, "rb") as source:
        content = source.read()
    print(f"read       {len(content)} bytes")

    # What the server refuses to write is raised by a later write, at the latest by close.
    with sftp.open(remote + ".copy", "wb") as sink:
        sink.write(content)
    print(f"wrote      {sftp.stat(remote + '.copy').st_size} bytes")

    try:
        sftp.stat("/no/such/file")
    except RemoteFileMissing as error:
        print(f"refused    with {error.sftp_status}")

    # The whole of it at once, and under its name only when it is whole. progress= takes a bar of tqdm, or a function.
    report = sftp.get(remote + ".copy", local)
    print(f"copied     {report.files} file")

    directory = local + ".tree"
    sftp.mkdir(directory)
    sftp.write_bytes(directory + "/one", b"1")
    for path in sftp.glob(directory + "/o*"):
        print(f"found      {len(pathlib.PurePosixPath(path).name)} bytes of name")
    sftp.remove_tree(directory)
    print(f"removed    {str(not sftp.exists(directory)).lower()}")
session.disconnect()
