"""OpenSSH's `sftp` and `ssh`, driven by their standard input and output, so that the clock begins after they have logged in."""

from __future__ import annotations

import os
import pathlib
import select
import subprocess
import tempfile

import contender
from contender import Job, peak_kibibytes


def options(job: Job) -> list[str]:
    """Returns the options that sftp and ssh need to log in, and to take nothing from the user's own settings."""
    values = (
        f"User={job.user}", f"IdentityFile={job.key}", "IdentitiesOnly=yes", "IdentityAgent=none", "BatchMode=yes",
        f"UserKnownHostsFile={job.known_hosts}", "GlobalKnownHostsFile=none", "LogLevel=ERROR", f"Port={job.port}",
        *(() if job.cipher == "usual" else (f"Ciphers=^{job.cipher}",)),
    )
    return ["-F", "none", *(argument for value in values for argument in ("-o", value))]


def family(process: int) -> list[int]:
    """Returns a process and its children, and theirs."""
    children = pathlib.Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return [process, *(descendant for child in children for descendant in family(int(child)))]


def processor_seconds(processes: list[int]) -> float:
    """Returns the processor time of processes that are running."""
    total = 0
    for process in processes:
        fields = pathlib.Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        total += int(fields[11]) + int(fields[12])
    return total / os.sysconf("SC_CLK_TCK")


class Programs:
    """Programs that are running already when the clock starts; what they use is counted from there on."""

    def __init__(self, job: Job, process: int) -> None:
        self._job = job
        self._processes = family(process)
        self._cpu = processor_seconds(self._processes)
        job.start_clock()

    def stop_clock(self) -> None:
        """Stops the clock, before they end."""
        self._job.extra_cpu = processor_seconds(self._processes) - self._cpu
        # What this module itself takes is not OpenSSH's.
        self._job.extra_peak = sum(map(peak_kibibytes, self._processes))
        self._job.stop_clock(own_peak=False)


def sftp(job: Job, *work: str) -> None:
    """Lets sftp do the work: its own commands. `pwd` before and after tells when it is ready."""
    command = ["sftp", "-q", "-b", "-", *options(job), job.host]
    with tempfile.TemporaryFile() as errors, subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors
    ) as process:
        assert process.stdin and process.stdout

        def do(command: str = "", output=None) -> None:
            process.stdin.write(f"{command}\npwd\n".encode())
            process.stdin.flush()
            for line in process.stdout:
                if line.startswith(b"Remote working directory: "):
                    return
                if output and not line.startswith(b"sftp> "):
                    output.write(line)
            errors.seek(0)
            raise OSError(errors.read().decode())

        do()
        programs = Programs(job, process.pid)
        for command in work:
            if command.startswith("ls"):
                with job.local.open("wb") as output:
                    do(command, output)
            else:
                do(command)
        programs.stop_clock()
        process.stdin.close()


def read(job: Job) -> None:
    with job.local.open("wb") as output:
        # Tells by its standard error stream that it is there, and waits for a line.
        command = ["ssh", *options(job), job.host, f"echo ready >&2; read line; cat {job.remote}"]
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=output, stderr=subprocess.PIPE
        ) as process:
            assert process.stdin and process.stderr
            if process.stderr.readline() != b"ready\n":
                raise OSError("ssh did not start")
            processes = family(process.pid)
            before = processor_seconds(processes)
            job.start_clock()
            process.stdin.write(b"go\n")
            process.stdin.close()
            ended = os.pidfd_open(process.pid)
            while not select.select([ended], [], [], 0.05)[0]:
                job.extra_peak = peak_kibibytes(process.pid)
            job.extra_cpu = processor_seconds(processes) - before
            job.stop_clock(own_peak=False)
    if process.returncode != 0:
        raise OSError("ssh failed")


def write(job: Job) -> None:
    with job.local.open("rb") as content:
        # The clock starts when the command does; up to a window may be on its way by then.
        command = ["ssh", *options(job), job.host, f"echo ready >&2; exec cat > {job.remote}"]
        with subprocess.Popen(command, stdin=content, stderr=subprocess.PIPE) as process:
            assert process.stderr
            processes = family(process.pid)
            before = processor_seconds(processes)
            if process.stderr.readline() != b"ready\n":
                raise OSError("ssh did not start")
            job.start_clock()
            ended = os.pidfd_open(process.pid)
            while not select.select([ended], [], [], 0.05)[0]:
                job.extra_peak = peak_kibibytes(process.pid)
            job.extra_cpu = processor_seconds(processes) - before
            job.stop_clock(own_peak=False)
    if process.returncode != 0:
        raise OSError("ssh failed")


def commands(job: Job) -> None:
    """One process for each command, over the connection of another one (ControlMaster)."""
    with tempfile.TemporaryDirectory() as directory:
        shared = ["-o", f"ControlPath={directory}/control"]
        master = subprocess.Popen(["ssh", *options(job), *shared, "-M", "-N", job.host], stdin=subprocess.DEVNULL)
        while subprocess.run(["ssh", *options(job), *shared, "-O", "check", job.host], capture_output=True).returncode:
            if master.poll() is not None:
                raise OSError("ssh did not start")
        programs = Programs(job, master.pid)
        with job.local.open("wb", buffering=0) as output:
            for index in range(job.count):
                command = ["ssh", *options(job), *shared, job.host, f"echo {index}"]
                subprocess.run(command, stdin=subprocess.DEVNULL, stdout=output, check=True)
        programs.stop_clock()
        # Not terminate(): ssh forgets a signal that comes right before it waits.
        master.kill()
        master.wait()


def logins(job: Job) -> None:
    """A whole process and one command for each login: ssh does not log in for nothing."""
    job.start_clock()
    for _ in range(job.count):
        subprocess.run(["ssh", *options(job), job.host, "true"], stdin=subprocess.DEVNULL, check=True)
    job.stop_clock(own_peak=False)


def version() -> str:
    return subprocess.run(["ssh", "-V"], capture_output=True, text=True).stderr.split(",")[0].strip()


contender.run(
    version,
    {
        "download": lambda job: sftp(job, f"get {job.remote} {job.local}"),
        "upload": lambda job: sftp(job, f"put {job.local} {job.remote}"),
        "read": read,
        "write": write,
        "commands": commands,
        "logins": logins,
        "list": lambda job: sftp(job, f"ls -1f {job.remote}"),
        "get-tree": lambda job: sftp(job, f"get -r {job.remote} {job.local}"),
        "put-tree": lambda job: sftp(job, f"put -r {job.local} {job.remote}"),
    },
)
