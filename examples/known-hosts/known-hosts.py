"""Asks a list whether a key is that of two hosts."""

import base64

import swiftssh

LINE = "example.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8g"

hosts = swiftssh.KnownHosts()  # or KnownHosts(path)
hosts.add_line(LINE)
key = base64.b64decode(LINE.split()[2])  # that of a server: PresentedHostKey.blob


def verdict(host: str) -> str:
    try:
        entry = hosts.check(host, key)
    except swiftssh.HostKeyUnknown:
        return "not known"
    except swiftssh.HostKeyMismatch:
        return "known by another key: do not go on"
    except swiftssh.HostKeyRevoked:
        return "revoked: do not go on"
    return f"known as {entry.names}"


for host in ("example.com", "elsewhere"):
    print(f"{host:<12} {verdict(host)}")
