"""The throw-away sshd, and the proxy that makes it seem far away. Both live on the loopback interface only."""

from __future__ import annotations

import contextlib
import os
import pathlib
import pwd
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

from .paths import BUILD

HOST = "127.0.0.1"
CIPHER = "aes128-ctr"
MAC = "hmac-sha2-256"
USUAL = "usual"
"""Stands for the ciphers and MACs that an sshd takes by itself, so that everybody uses what it prefers."""
CONFIGURATION = """\
KexAlgorithms curve25519-sha256,curve25519-sha256@libssh.org
HostKeyAlgorithms ssh-ed25519
Compression no
PermitRootLogin yes
PubkeyAuthentication yes
PasswordAuthentication no
KbdInteractiveAuthentication no
StrictModes no
UsePAM no
UseDNS no
PidFile none
PrintMotd no
PrintLastLog no
X11Forwarding no
MaxSessions 1000
MaxStartups 1000
LogLevel ERROR
Subsystem sftp internal-sftp
"""


def _children(process: int) -> list[int]:
    """Returns the children of a process, the oldest first."""
    return list(map(int, pathlib.Path(f"/proc/{process}/task/{process}/children").read_text().split()))


def _seconds_of_children(process: int) -> float:
    """Returns the processor time of the children of a process that have ended."""
    fields = pathlib.Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[13]) + int(fields[14])) / os.sysconf("SC_CLK_TCK")


class Server:
    """An sshd that lets one key in; ended by close()."""

    def __init__(self, directory: pathlib.Path, cipher: str = CIPHER) -> None:
        """Starts it.

        cipher: what it takes first, or USUAL; CIPHER is for those who have none of that name.
        """
        self.cipher = cipher
        self.user = pwd.getpwuid(os.getuid()).pw_name
        self.key = directory / "client_key"
        self.known_hosts = directory / "known_hosts"
        self.log = directory / "sshd.log"
        self._configuration = directory / "sshd_config"
        self._sshd = shutil.which("sshd", path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin") or sys.exit("no sshd")
        host_key = directory / "host_key"
        for path in (host_key, self.key):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(path)], check=True)
        public = host_key.with_suffix(".pub").read_text().split()[:2]
        self.known_hosts.write_text(f"*,[*]:* {' '.join(public)}\n")
        if os.getuid() == 0:
            pathlib.Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
        self._configuration.write_text(
            CONFIGURATION
            + ("" if cipher == USUAL else f"MACs {MAC}\nCiphers {','.join(dict.fromkeys((cipher, CIPHER)))}\n")
            + f"HostKey {host_key}\nAuthorizedKeysFile {self.key.with_suffix('.pub')}\n"
            # So that a shell reads none of the user's own files, which may take longer than all that is measured.
            + f"SetEnv HOME={directory}\n"
        )
        self.port, self._process = self._start()

    def _start(self) -> tuple[int, subprocess.Popen[bytes]]:
        """Starts sshd on a free port: another one where somebody else was faster."""
        for _ in range(20):
            with socket.create_server((HOST, 0)) as probe:
                port = probe.getsockname()[1]
            reaper = [sys.executable, str(pathlib.Path(__file__).with_name("reaper.py"))]
            command = [*reaper, self._sshd, "-D", "-e", "-f", str(self._configuration), "-p", str(port)]
            command += ["-o", f"ListenAddress {HOST}"]
            with self.log.open("ab") as log:
                process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
            while process.poll() is None:
                with contextlib.suppress(OSError), socket.create_connection((HOST, port), timeout=5):
                    return port, process
                time.sleep(0.02)
        sys.exit(f"sshd does not start:\n{self.log.read_text()}")

    def version(self) -> str:
        """Returns what the server says it is."""
        with socket.create_connection((HOST, self.port), timeout=60) as connection:
            return connection.recv(256).decode(errors="replace").strip().removeprefix("SSH-2.0-")

    def processor_seconds(self) -> float:
        """Returns the processor time of all connections that have ended; waits a little for those that are ending."""
        listener = _children(self._process.pid)[0]
        deadline = time.monotonic() + 10
        while (_children(listener) or len(_children(self._process.pid)) > 1) and time.monotonic() < deadline:
            time.sleep(0.01)
        return sum(map(_seconds_of_children, (self._process.pid, listener)))

    def close(self) -> None:
        """Ends the server; connections that are still open go on until their clients end them."""
        self._process.terminate()
        self._process.wait()


@contextlib.contextmanager
def proxied(port: int, milliseconds: float) -> Iterator[int]:
    """Gives a port behind which the server of another port is, so far away in each direction."""
    command = [str(BUILD / "delaying_proxy"), str(port), str(milliseconds)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as proxy:
        assert proxy.stdin and proxy.stdout
        yield int(proxy.stdout.readline().split()[1])
        proxy.stdin.close()
