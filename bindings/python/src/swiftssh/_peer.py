"""What peers say, as a program can show it."""

from __future__ import annotations


def escaped(text: str, kept: str = "") -> str:
    """Returns text in which what would drive a terminal is escaped, but for the letters of `kept`."""
    return "".join(letter if letter in kept or letter.isprintable() else ascii(letter)[1:-1] for letter in text)


def key_type(blob: bytes) -> str:
    """Returns the type that a public key begins with (RFC 4253, 6.6), as "ssh-ed25519"; "" where there is none."""
    length = int.from_bytes(blob[:4], "big")
    return blob[4 : 4 + length].decode("utf-8", "backslashreplace")
