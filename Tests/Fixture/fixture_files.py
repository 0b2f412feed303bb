"""The key files and the configuration texts that make_fixture writes."""

import os
import pathlib
import shutil
import subprocess

PASSPHRASE = "correct horse"
HOST_KEYS = {"ed25519": ("ed25519", None), "ecdsa": ("ecdsa", "256"), "rsa": ("rsa", "3072")}
CLIENT_KEYS = {
    "ed25519": ("ed25519", None),
    "ecdsa_256": ("ecdsa", "256"),
    "ecdsa_384": ("ecdsa", "384"),
    "ecdsa_521": ("ecdsa", "521"),
    "rsa": ("rsa", "3072"),
}
HOST_KEY_ALGORITHMS = {
    "ed25519": "ssh-ed25519",
    "ecdsa": "ecdsa-sha2-nistp256",
    "rsa": "rsa-sha2-512,rsa-sha2-256",
    "rsa-sha1": "ssh-rsa",
}
HOST_PATTERNS = "swiftssh-fixture,localhost,127.0.0.1,::1,[localhost]:*,[127.0.0.*]:*,[::1]:*"


def run(*command: str) -> None:
    """Runs a command quietly. Raises CalledProcessError with its output when it fails."""
    result = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if result.returncode != 0:
        raise SystemExit(f"{command[0]} failed ({result.returncode}): {result.stdout}{result.stderr}")


def generate_key(path: pathlib.Path, kind: str, bits: str | None) -> None:
    """Makes a new key in OpenSSH's format at `path`, its public half at `path`.pub."""
    size = ["-b", bits] if bits else []
    run("ssh-keygen", "-q", "-t", kind, *size, "-N", "", "-C", path.name, "-f", str(path))


def derive_key(source: pathlib.Path, target: pathlib.Path, file_format: str | None, encrypted: bool) -> None:
    """Writes `source` again as `target`: in another file format (None: OpenSSH's), encrypted or not."""
    shutil.copyfile(source, target)
    target.chmod(0o600)
    shutil.copyfile(f"{source}.pub", f"{target}.pub")
    if not file_format and not encrypted:
        return
    form = ["-m", file_format] if file_format else []
    run("ssh-keygen", "-q", "-p", "-P", "", "-N", PASSPHRASE if encrypted else "", *form, "-f", str(target))


def make_keys(directory: pathlib.Path) -> None:
    """Makes every host key and client key of a fixture, in every format, in `directory`."""
    directory.mkdir()
    for name, (kind, bits) in HOST_KEYS.items():
        generate_key(directory / f"host_{name}", kind, bits)
    for name, (kind, bits) in CLIENT_KEYS.items():
        plain = directory / f"client_{name}"
        generate_key(plain, kind, bits)
        derive_key(plain, directory / f"client_{name}_encrypted", None, True)
        if kind == "ed25519":
            continue
        for file_format in ("PEM", "PKCS8"):
            suffix = file_format.lower()
            derive_key(plain, directory / f"client_{name}.{suffix}", file_format, False)
            derive_key(plain, directory / f"client_{name}_encrypted.{suffix}", file_format, True)
    generate_key(directory / "stranger_ed25519", "ed25519", None)
    generate_key(directory / "other_host_ed25519", "ed25519", None)
    dropbearconvert = shutil.which("dropbearconvert")
    if dropbearconvert:
        for name in HOST_KEYS:
            run(dropbearconvert, "openssh", "dropbear", str(directory / f"host_{name}"),
                str(directory / f"host_{name}.dropbear"))


def public_line(private: pathlib.Path) -> str:
    """Returns the line of the key's .pub file."""
    return pathlib.Path(f"{private}.pub").read_text(encoding="ascii").strip()


def authorized_keys(keys: pathlib.Path) -> str:
    """Returns the text of an authorized_keys file that lets every client key in, and no stranger."""
    return "".join(public_line(keys / f"client_{name}") + "\n" for name in CLIENT_KEYS)


def known_hosts(keys: pathlib.Path, name_of_key: str | None = None) -> str:
    """Returns a known_hosts text for the fixture's names and any port.

    `name_of_key`: a key in `keys` to list as the only one; None lists every host key of the fixture.
    """
    names = [name_of_key] if name_of_key else [f"host_{name}" for name in HOST_KEYS]
    lines = [" ".join(public_line(keys / name).split()[:2]) for name in names]
    return "".join(f"{HOST_PATTERNS} {line}\n" for line in lines)


def sshd_config(directory: pathlib.Path, host_key: str, extra: list[str]) -> str:
    """Returns the text of the sshd_config. The lines in `extra` come first, so they win."""
    lines = list(extra)
    lines += [f"HostKey {directory}/keys/host_{name}" for name in HOST_KEYS]
    lines += [
        f"HostKeyAlgorithms {HOST_KEY_ALGORITHMS[host_key]}",
        f"AuthorizedKeysFile {directory}/authorized_keys",
        "PermitRootLogin yes",
        "StrictModes no",
        "UsePAM no",
        "PubkeyAuthentication yes",
        "PasswordAuthentication yes",
        "KbdInteractiveAuthentication no",
        "UseDNS no",
        "PidFile none",
        "PrintMotd no",
        "PrintLastLog no",
        "X11Forwarding no",
        "AcceptEnv LANG SWIFTSSH_*",
        "MaxSessions 100",
        "LogLevel DEBUG1",
    ]
    return "\n".join(lines) + "\n"


def pam_stacks(directory: pathlib.Path, module_directory: pathlib.Path) -> dict[str, str]:
    """Returns the PAM stacks by name. `module_directory` holds pam_matrix.so."""
    matrix = module_directory / "pam_matrix.so"
    password = f"auth required {matrix} passdb={directory}/pam/passwords\n"
    token = f"auth required {matrix} passdb={directory}/pam/tokens echo\n"
    rest = "session required pam_permit.so\n"
    allowed = "account required pam_permit.so\n" + rest
    expired = "account required pam_debug.so acct=new_authtok_reqd\n" + rest
    change = f"password required {matrix} passdb={directory}/pam/passwords\n"
    return {"password": password + allowed, "two": password + token + allowed, "expired": password + expired + change}


def sshd_script(directory: pathlib.Path, name_wrapper: str | None, pam_wrapper: str | None) -> str:
    """Returns the text of sshd-inetd.

    `name_wrapper`, `pam_wrapper`: libraries to preload, None where the machine lacks them.
    """
    sshd = shutil.which("sshd", path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
    if not sshd:
        raise SystemExit("sshd is not installed (Debian's package openssh-server)")
    preload = f"NSS_WRAPPER_PASSWD='{directory}/passwd' NSS_WRAPPER_GROUP='{directory}/group'" if name_wrapper else ""
    return f"""#!/bin/sh
# Serves one connection on file descriptors 0 and 1 (a socket, or two pipes).
# usage: sshd-inetd [--pam password|two|expired] [--sftp COMMAND] [--port N] [-o "Keyword value"]...
# With --port it serves that port of 127.0.0.1, until it is ended.
# SWIFTSSH_FIXTURE_LOG: another file for the log.
log="${{SWIFTSSH_FIXTURE_LOG:-{directory}/sshd.log}}"
preload='{name_wrapper or ""}'
sftp=internal-sftp
mode=-i
if [ "$1" = --pam ]; then
    if [ ! -f "{directory}/pam/$2/sshd" ]; then echo "sshd-inetd: no PAM stack $2" >&2; exit 2; fi
    pam="$2"; shift 2
    preload="$preload:{pam_wrapper or ""}"
    set -- -o "UsePAM yes" -o "KbdInteractiveAuthentication yes" "$@"
elif [ "$1" = --sftp ]; then
    sftp="$2"; shift 2
elif [ "$1" = --port ]; then
    mode="-D -p $2 -o ListenAddress=127.0.0.1"; shift 2
fi
exec 2>>"$log"
exec env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin ${{preload:+LD_PRELOAD="$preload"}} \\
    {preload} ${{pam:+FIXTURE_PAM_DIRECTORY="{directory}/pam/$pam"}} \\
    '{sshd}' $mode -E "$log" -f '{directory}/sshd_config' -o "Subsystem sftp $sftp" "$@"
"""


def dropbear_script(directory: pathlib.Path, name_wrapper: str | None) -> str | None:
    """Returns the text of dropbear-inetd, or None where dropbear or the name wrapper is not installed."""
    dropbear = shutil.which("dropbear", path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
    if not dropbear or not name_wrapper:
        return None
    return f"""#!/bin/sh
# Serves one connection on file descriptors 0 and 1: a socket, no pipe. It logs to syslog or nowhere.
# usage: dropbear-inetd [ed25519|ecdsa|rsa] [DROPBEAR OPTIONS]...
key=ed25519
case "$1" in ed25519|ecdsa|rsa) key="$1"; shift ;; esac
exec 2>>"{directory}/dropbear.log"
exec env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LD_PRELOAD='{name_wrapper}' \\
    NSS_WRAPPER_PASSWD='{directory}/passwd' NSS_WRAPPER_GROUP='{directory}/group' \\
    '{dropbear}' -i -F -m -r "{directory}/keys/host_$key.dropbear" "$@"
"""
