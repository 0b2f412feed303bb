"""What a server says to the native engine, for the targets that have its keys."""

from __future__ import annotations

import base64
import hashlib
import pathlib
import struct
import subprocess
from collections.abc import Callable

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa, utils

Seed = Callable[[str, str, bytes], None]

# RFC 3526, 3.
MODP_2048 = int(
    "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B"
    "302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7EDEE386BFB5A899FA5AE9F24117C4B1FE6"
    "49286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB9ED529077096966D"
    "670C354E4ABC9804F1746C08CA18217C32905E462E36CE3BE39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF695581718"
    "3995497CEA956AE515D2261898FA051015728E5A8AACAA68FFFFFFFFFFFFFFFF",
    16,
)


def number(value: int) -> bytes:
    """Returns a uint32."""
    return struct.pack(">I", value)


def string(content: bytes) -> bytes:
    """Returns a string of the wire format."""
    return number(len(content)) + content


def mpint(value: int) -> bytes:
    """Returns a number that is not negative."""
    return string(value.to_bytes(value.bit_length() // 8 + 1, "big"))


def told(*messages: bytes) -> bytes:
    """Returns messages as the targets take them, each behind its length in one byte."""
    return b"".join(bytes([len(message)]) + message for message in messages)


def confirmation(place: int) -> bytes:
    """Returns the word that a channel is open."""
    return b"\x5b" + number(place) + number(place) + number(1 << 20) + number(1 << 15)


def opening(kind: bytes, rest: bytes) -> bytes:
    """Returns a server's wish for a channel."""
    return b"\x5a" + string(kind) + number(9) + number(1 << 20) + number(1 << 15) + rest


def request(kind: bytes, wants_reply: bool, rest: bytes = b"") -> bytes:
    """Returns a request on the first channel."""
    return b"\x62" + number(0) + string(kind) + bytes([wants_reply]) + rest


SUCCESS = b"\x34"
REFUSAL = b"\x33" + string(b"publickey,password") + b"\1"
DATA = b"\x5e" + number(0) + string(b"output")
KEEPALIVE = b"\x50" + string(b"keepalive@openssh.com") + b"\1"
LOGIN = [
    b"\x06" + string(b"ssh-userauth"), b"\x07" + number(1) + string(b"server-sig-algs") + string(b"rsa-sha2-512,ssh-ed25519"),
    b"\x35" + string(b"Hello.") + string(b""),
    b"\x3c" + string(b"name") + string(b"say") + string(b"") + number(1) + string(b"Password: ") + b"\0", REFUSAL, SUCCESS,
]
CONNECTIONS: dict[str, list[bytes]] = {
    "channels": [
        confirmation(0), confirmation(1), b"\x63" + number(0), b"\x64" + number(0), DATA,
        b"\x5f" + number(0) + number(1) + string(b"error"), b"\x5d" + number(1) + number(1 << 16),
        request(b"exit-status", False, number(7)), b"\x60" + number(0), b"\x61" + number(0), b"\x61" + number(1),
    ],
    "signals": [
        confirmation(0), request(b"exit-signal", True, string(b"TERM") + b"\1" + string(b"text") + string(b"en")),
        request(b"keepalive@openssh.com", True),
    ],
    "refusals": [b"\x5c" + number(0) + number(1) + string(b"no \x1b[2J") + string(b""), b"\x52", b"\x52"],
    "listener": [
        b"\x51" + number(4022),
        opening(b"forwarded-tcpip", string(b"0.0.0.0") + number(4022) + string(b"10.0.0.1") + number(5000)),
        b"\x5e" + number(2) + string(b"data"), KEEPALIVE,
    ],
    "streamlocal": [
        b"\x51" + number(4022), b"\x51", b"\x51", opening(b"forwarded-streamlocal@openssh.com", string(b"\1") + string(b"")),
        b"\x5e" + number(2) + string(b"data"), b"\x60" + number(2), b"\x61" + number(2),
    ],
    "openings": [
        opening(kind, string(b"a") + number(1))
        for kind in (b"x11", b"auth-agent@openssh.com", b"session", b"forwarded-tcpip", b"direct-tcpip")
    ],
    "forwarded": [
        confirmation(0), b"\x63" + number(0), b"\x63" + number(0), b"\x63" + number(0), opening(b"auth-agent@openssh.com", b""),
        opening(b"x11", string(b"127.0.0.1") + number(6010)), opening(b"x11", string(b"")), b"\x5e" + number(2) + string(b"data"),
        b"\x61" + number(2),
    ],
    "requests": [
        confirmation(0), request(b"eow@openssh.com", False), request(b"xon-xoff", True), request(b"shell", True),
        b"\x50" + string(b"hostkeys-00@openssh.com") + b"\0" + string(b"key"), KEEPALIVE,
    ],
}


def messages(seed: Seed) -> None:
    """Makes what comes out of packets."""
    for name, parts in {**CONNECTIONS, "authentication": LOGIN}.items():
        seed("native-messages", name, told(*parts))


def connections(seed: Seed) -> None:
    """Makes what comes in packets: what was agreed on, the pieces, and the messages."""
    compressed, without_strict, by_password, by_key, by_nothing, by_host, served = 1, 2, 0x10, 0x20, 0x30, 0x40, 0x80

    def connection(name: str, choice: int, *parts: bytes) -> None:
        seed("native-connection", name, bytes([choice, 0x20 if choice & compressed else 0]) + told(*parts))

    for name, parts in CONNECTIONS.items():
        connection(name, served, SUCCESS, *parts)
        connection(f"{name}-compressed", served | compressed, SUCCESS, *parts)
    connection("authentication", 4, *LOGIN)
    connection("password", served | by_password, b"\x3c" + string(b"It has expired.") + string(b"en"), REFUSAL)
    first, second = (b"\x3c" + string(name) + string(string(b"ssh-rsa")) for name in (b"rsa-sha2-512", b"rsa-sha2-256"))
    connection("key", served | by_key | without_strict, first, SUCCESS)
    connection("key-refused", served | by_key, REFUSAL, second, REFUSAL)
    algorithms = b"\x07" + number(1) + string(b"server-sig-algs") + string(b"rsa-sha2-256")
    connection("key-algorithms", by_key, algorithms, LOGIN[0], second)
    connection("methods", served | by_nothing, REFUSAL)
    connection("host", served | by_host, SUCCESS, confirmation(0))
    connection("host-refused", served | by_host, REFUSAL)
    connection("host-answered", by_host, LOGIN[0], first)
    for cipher in range(4):
        for strict in (0, without_strict):
            connection(f"new-keys-{cipher}-{strict}", served | cipher << 2 | strict, SUCCESS, confirmation(0), DATA, b"\x14", DATA, b"\x14", DATA)
    connection("new-keys-by-client", served, SUCCESS, confirmation(0), b"\x14\0", b"\x52", b"\x5c" + number(1) + number(1) + string(b"") + string(b""), DATA)
    second = b"\x5e" + number(1) + string(bytes(150))
    connection("window", served, SUCCESS, confirmation(0), confirmation(1), second, second, second)
    connection("window-exceeded", served, SUCCESS, confirmation(0), confirmation(1), b"\x5e" + number(1) + string(bytes(240)), second, second)
    listening = [SUCCESS, confirmation(0), confirmation(1), b"\x51" + number(4022), b"\x51", b"\x51"]
    coming = opening(b"forwarded-streamlocal@openssh.com", string(b"\1") + string(b""))
    connection("let-go", served, *listening, coming, coming, coming, DATA, b"\x61" + number(0), b"\x51", b"\x52", coming)
    connection("transport", served, b"\x02" + string(b"x"), b"\x04\1" + string(b"debug") + string(b""), b"\x03" + number(1), b"\xc0",
               SUCCESS, b"\xc8", b"\x01" + number(11) + string(b"bye") + string(b""))


def plain_packet(payload: bytes) -> bytes:
    """Returns a packet as it stands before there are keys."""
    padding = 8 - (5 + len(payload)) % 8 + 8
    return number(1 + len(payload) + padding) + bytes([padding]) + payload + bytes(padding)


def handshakes(seed: Seed) -> None:
    """Makes the beginning of strict key exchanges that something comes between."""
    lists = [b"curve25519-sha256,kex-strict-s-v00@openssh.com", b"ssh-ed25519", *[b"aes128-ctr"] * 2, *[b"hmac-sha2-256"] * 2, *[b"none"] * 2, b"", b""]
    init = plain_packet(b"\x14" + bytes(16) + b"".join(map(string, lists)) + b"\0" + number(0))
    ignored = plain_packet(b"\2" + string(b""))
    hello = b"\0SSH-2.0-Test\r\n"
    seed("native-handshake", "strict-after-a-packet", hello + ignored + init)
    seed("native-handshake", "strict-before-a-packet", hello + init + ignored)


def key_exchanges(seed: Seed) -> None:
    """Makes key exchanges: the server's own messages stand as what the target makes them of."""
    init, reply, group_reply, last = b"\x14\1", b"\x1f\3", b"\x21\3", b"\x15"

    def exchange(name: str, method: int, *parts: bytes, host_key: int = 0) -> None:
        content = b"".join(struct.pack(">H", len(part)) + part for part in parts)
        seed("native-key-exchange", name, bytes([method, host_key]) + content)

    methods = {"curve25519": 0, "curve25519-libssh": 1, "nistp256": 2, "nistp384": 3, "nistp521": 4, "group14": 6}
    for name, method in methods.items():
        exchange(name, method, init, reply, last, b"\x14\0", reply, last)
        for part in range(3):
            exchange(f"{name}-changed-{part}", method, init, b"\x1f" + bytes([part]) + bytes(8) + b"\1", last)
    exchange("guess", 0, b"\x14\6", b"\x1f" + bytes(40), reply, last)
    group = b"\x1f" + mpint(MODP_2048) + mpint(2)
    exchange("group", 5, init, group, group_reply, last)
    exchange("group-changed", 5, init, group, b"\x21\1\1", last)
    exchange("hybrid", 0, init, b"\x20" + string(b"key") + string(bytes(1088 + 32)) + string(b""))
    exchange("another-kind-of-key", 0, init, reply, last, host_key=3)


def packets(seed: Seed) -> None:
    """Makes packets under every protection: padding, damage, blocks and content of each."""
    chosen = [(4, 0, 0), (11, 0, 2), (200, 0, 40), (4, 3, 1)]
    content = b"".join(bytes([*choice]) + bytes(range(40)) for choice in chosen)
    for protection in range(15):
        seed("native-packets", f"sealed-{protection}", bytes([protection, 0x20]) + content)
    seed("native-packets", "padding", bytes([0, 0, 255, 0, 0]))
    seed("native-packets", "unsealed", bytes([0x80, 0x20]) + number(16) + bytes(60))


def signature(path: pathlib.Path, data: bytes, name: str) -> bytes:
    """Returns a key's signature by an algorithm, without the algorithm's name."""
    key = serialization.load_ssh_private_key(path.read_bytes(), None)
    if isinstance(key, rsa.RSAPrivateKey):
        return key.sign(data, padding.PKCS1v15(), hashes.SHA512() if name.endswith("512") else hashes.SHA256())
    if isinstance(key, ec.EllipticCurvePrivateKey):
        digest = {256: hashes.SHA256(), 384: hashes.SHA384(), 521: hashes.SHA512()}[key.curve.key_size]
        return b"".join(map(mpint, utils.decode_dss_signature(key.sign(data, ec.ECDSA(digest)))))
    assert isinstance(key, ed25519.Ed25519PrivateKey)
    return key.sign(data)


def host_key_proofs(seed: Seed, directory: pathlib.Path) -> None:
    """Has each kind of host key sign a hash, plain and with a certificate."""
    kinds = {"ssh-ed25519": ["ed25519"], "ecdsa-sha2-nistp256": ["ecdsa", "-b", "256"], "ecdsa-sha2-nistp384": ["ecdsa", "-b", "384"],
             "ecdsa-sha2-nistp521": ["ecdsa", "-b", "521"], "rsa-sha2-512": ["rsa"], "rsa-sha2-256": ["rsa"],
             "sk-ssh-ed25519@openssh.com": ["ed25519"], "sk-ecdsa-sha2-nistp256@openssh.com": ["ecdsa", "-b", "256"]}
    digest = bytes(range(32))
    authority = directory / "proof-authority"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(authority)], check=True)
    for place, (name, words) in enumerate(kinds.items()):
        path = directory / f"proof-{place}"
        public = directory / f"proof-{place}.pub"
        subprocess.run(["ssh-keygen", "-q", "-t", *words, "-N", "", "-C", "me", "-f", str(path)], check=True)
        blob = base64.b64decode(public.read_text().split()[1])
        data, presence = digest, b""
        if name.startswith("sk-"):
            # What a security key says: whom it was made for, that somebody touched it, and a counter.
            blob = string(name.encode()) + blob[4 + struct.unpack(">I", blob[:4])[0]:] + string(b"ssh:")
            public.write_text(f"{name} {base64.b64encode(blob).decode()} me\n")
            presence = b"\1" + number(7)
            data = hashlib.sha256(b"ssh:").digest() + presence + hashlib.sha256(digest).digest()
        proof = string(string(name.encode()) + string(signature(path, data, name)) + presence)
        subprocess.run(["ssh-keygen", "-q", "-s", str(authority), "-h", "-I", "me", "-n", "example.org", str(public)], check=True)
        certificate = base64.b64decode((directory / f"proof-{place}-cert.pub").read_text().split()[1])
        short = name.split("@")[0]
        seed("host-key-proof", short, bytes([place]) + string(blob) + proof)
        seed("host-key-proof", f"{short}-certificate", bytes([len(kinds) + place]) + string(certificate) + proof)
