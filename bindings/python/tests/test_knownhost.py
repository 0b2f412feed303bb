"""Known hosts."""

from __future__ import annotations

import base64
import gc
import hashlib
import hmac
import os
import pathlib
import pickle
import subprocess

import pytest
from servers import Fixture

from swiftssh.ssh2 import exceptions, knownhost
from swiftssh.ssh2.knownhost import KnownHost, KnownHostEntry
from swiftssh.ssh2.session import Session

RAW = knownhost.LIBSSH2_KNOWNHOST_TYPE_PLAIN | knownhost.LIBSSH2_KNOWNHOST_KEYENC_RAW
BASE64 = knownhost.LIBSSH2_KNOWNHOST_TYPE_PLAIN | knownhost.LIBSSH2_KNOWNHOST_KEYENC_BASE64
ED25519 = knownhost.LIBSSH2_KNOWNHOST_KEY_ED25519
RSA = knownhost.LIBSSH2_KNOWNHOST_KEY_SSHRSA


def key(number: int) -> bytes:
    """Returns an Ed25519 key that nobody has."""
    return b"\0\0\0\x0bssh-ed25519\0\0\0\x20" + number.to_bytes(32, "big")


def text(number: int) -> bytes:
    """Returns type and key as a line has them."""
    return b"ssh-ed25519 " + base64.b64encode(key(number))


def hashed(host: bytes, salt: bytes = b"s" * 20) -> bytes:
    """Returns a hashed name as a line has it."""
    digest = hmac.new(salt, host, hashlib.sha1).digest()
    return b"|1|" + base64.b64encode(salt) + b"|" + base64.b64encode(digest)


@pytest.fixture
def hosts(loaded: None) -> KnownHost:
    return Session().knownhost_init()


def refusal(hosts: KnownHost, host: bytes, port: int, presented: bytes, mask: int = RAW) -> type[Exception]:
    """Returns the class of the exception that a check raises."""
    with pytest.raises(exceptions.KnownHostError) as raised:
        hosts.checkp(host, port, presented, mask)
    assert raised.value.args[0].count("%s") == len(raised.value.args) - 1
    return raised.type


@pytest.mark.behaviour("knownhost.verdicts")
def test_a_key_matches_or_not(hosts: KnownHost, tmp_path: pathlib.Path) -> None:
    file = tmp_path / "known_hosts"
    file.write_bytes(b"# comment\nalpha " + text(1) + b"\n")
    assert hosts.readfile(str(file)) == 1
    entry = hosts.checkp(b"alpha", 22, key(1), RAW | ED25519)
    assert (entry.name, entry.key, entry.typemask) == (b"alpha", key(1), BASE64 | ED25519)
    assert str(entry) == repr(entry) == "Known host entry for host: b'alpha'"
    assert entry.magic == 0xDEADCAFE
    assert hosts.checkp(b"alpha", -1, base64.b64encode(key(1)), BASE64).key == key(1)
    with pytest.raises(exceptions.KnownHostCheckMisMatchError) as raised:
        hosts.checkp(b"alpha", 22, key(2), RAW)
    assert raised.value.args[1:3] == (b"alpha", 22)
    assert f"{file}:2, SHA256:" in raised.value.args[3]
    assert refusal(hosts, b"beta", 22, key(1)) is exceptions.KnownHostCheckNotFoundError
    assert refusal(hosts, b"alpha", 22, key(1), RAW | RSA) is exceptions.KnownHostCheckNotFoundError


@pytest.mark.behaviour("knownhost.ports")
def test_ports(hosts: KnownHost) -> None:
    hosts.readline(b"alpha " + text(1))
    hosts.readline(b"[alpha]:2222 " + text(2))
    assert hosts.checkp(b"alpha", 2222, key(2), RAW).name == b"[alpha]:2222"
    assert hosts.checkp(b"[alpha]:2222", -1, key(2), RAW).name == b"[alpha]:2222"
    assert hosts.checkp(b"alpha", 2223, key(1), RAW).name == b"alpha"
    # libssh2's word for it; OpenSSH and the Swift module call the host unknown on that port.
    assert refusal(hosts, b"alpha", 2223, key(2)) is exceptions.KnownHostCheckMisMatchError


@pytest.mark.behaviour("knownhost.patterns")
def test_patterns(hosts: KnownHost) -> None:
    hosts.readline(b"*.example.com,!bad.example.com,h?st " + text(1))
    for host in (b"a.example.com", b"HOST"):
        hosts.checkp(host, 22, key(1), RAW)
    for host in (b"bad.example.com", b"hst", b"example.com"):
        assert refusal(hosts, host, 22, key(1)) is exceptions.KnownHostCheckNotFoundError


@pytest.mark.behaviour("knownhost.hashed")
def test_hashed_names(hosts: KnownHost) -> None:
    hosts.readline(hashed(b"alpha") + b" " + text(1))
    entry = hosts.checkp(b"alpha", 22, key(1), RAW)
    assert entry.name is None
    assert entry.typemask == knownhost.LIBSSH2_KNOWNHOST_TYPE_SHA1 | knownhost.LIBSSH2_KNOWNHOST_KEYENC_BASE64 | ED25519
    assert refusal(hosts, b"beta", 22, key(1)) is exceptions.KnownHostCheckNotFoundError
    salt, digest = hashed(b"beta").split(b"|")[2:]
    sha1 = knownhost.LIBSSH2_KNOWNHOST_TYPE_SHA1 | knownhost.LIBSSH2_KNOWNHOST_KEYENC_RAW | ED25519
    hosts.addc(digest, key(2), sha1, salt)
    assert hosts.checkp(b"beta", 22, key(2), RAW).typemask == sha1
    for wrong in (None, b"x"):
        with pytest.raises(exceptions.KnownHostAddError):
            hosts.addc(digest, key(2), sha1, wrong)


@pytest.mark.behaviour("knownhost.revoked")
def test_a_revoked_key_is_refused(hosts: KnownHost) -> None:
    hosts.readline(b"alpha " + text(1))
    hosts.checkp(b"alpha", 22, key(1), RAW)
    hosts.readline(b"@revoked * " + text(1))
    assert refusal(hosts, b"alpha", 22, key(1)) is exceptions.KnownHostCheckError


@pytest.mark.behaviour("knownhost.cert-authority")
def test_an_authority_is_no_host(hosts: KnownHost) -> None:
    hosts.readline(b"@cert-authority * " + text(1))
    assert refusal(hosts, b"alpha", 22, key(1)) is exceptions.KnownHostCheckNotFoundError


@pytest.mark.behaviour("knownhost.certificate")
def test_a_certificate_of_a_listed_authority_matches(hosts: KnownHost, tmp_path: pathlib.Path) -> None:
    for name in ("authority", "host"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / name)], check=True)
    sign = ["ssh-keygen", "-q", "-s", str(tmp_path / "authority"), "-I", "x", "-h", "-n", "alpha"]
    subprocess.run([*sign, str(tmp_path / "host.pub")], check=True)
    certificate = base64.b64decode((tmp_path / "host-cert.pub").read_bytes().split()[1])
    hosts.readline(b"@cert-authority alpha,beta " + (tmp_path / "authority.pub").read_bytes())
    assert hosts.checkp(b"alpha", 22, certificate, RAW).name == b"alpha,beta"
    assert refusal(hosts, b"beta", 22, certificate) is exceptions.KnownHostCheckNotFoundError


@pytest.mark.behaviour("knownhost.bad-questions")
def test_bad_questions_are_refused(hosts: KnownHost) -> None:
    for host in (b"", b"a b", b"\xff"):
        assert refusal(hosts, host, 22, key(1)) is exceptions.KnownHostCheckFailure
    assert refusal(hosts, b"alpha", 65536, key(1)) is exceptions.KnownHostCheckFailure
    assert refusal(hosts, b"alpha", 22, b"%", BASE64) is exceptions.KnownHostCheckFailure
    sha1 = knownhost.LIBSSH2_KNOWNHOST_TYPE_SHA1
    assert refusal(hosts, b"alpha", 22, key(1), sha1) is exceptions.KnownHostCheckFailure


@pytest.mark.behaviour("knownhost.not-understood")
def test_lines_that_are_not_understood_are_kept(hosts: KnownHost, tmp_path: pathlib.Path) -> None:
    bad = [b"junk", b"@what alpha " + text(1), b"alpha ssh-ed25519 %%%", b"alpha ssh-rsa " + text(1)[12:]]
    content = b"\n".join([*bad, b"alpha " + text(1), b""])
    (tmp_path / "in").write_bytes(content)
    assert hosts.readfile(tmp_path.joinpath("in").as_posix()) == 1
    hosts.checkp(b"alpha", 22, key(1), RAW)
    hosts.writefile(os.fsencode(tmp_path / "out"))
    assert (tmp_path / "out").read_bytes() == content
    for line in bad:
        with pytest.raises(exceptions.KnownHostReadLineError) as raised:
            hosts.readline(line)
        assert raised.value.args[1] == line


@pytest.mark.behaviour("knownhost.odd-files")
def test_odd_files(hosts: KnownHost, tmp_path: pathlib.Path) -> None:
    many = b",".join(b"host%d" % number for number in range(20000))
    lines = [b"\xef\xbb\xbfa " + text(1) + b"\r", b"\r", many + b" " + text(2), b"last " + text(3)]
    (tmp_path / "in").write_bytes(b"\n".join(lines))
    assert hosts.readfile(str(tmp_path / "in")) == 3
    for host, number in ((b"a", 1), (b"host19999", 2), (b"last", 3)):
        hosts.checkp(host, 22, key(number), RAW)


@pytest.mark.behaviour("knownhost.lines")
def test_a_line_is_written_as_it_was_read(hosts: KnownHost) -> None:
    lines = [b"alpha,beta " + text(1) + b" a comment", hashed(b"x") + b" " + text(2), b"c " + text(3) + b" \xe9"]
    for line in lines:
        hosts.readline(line)
    hosts.readline(b"# comment")
    hosts.readline(b"")
    assert [hosts.writeline(entry, buf_len=1).strip() for entry in hosts.get()] == lines
    with pytest.raises(exceptions.KnownHostWriteLineError):
        hosts.writeline(hosts.get()[0], f_type=2)
    with pytest.raises(exceptions.KnownHostReadLineError):
        hosts.readline(lines[0], 2)


@pytest.mark.behaviour("knownhost.any-bytes")
def test_no_line_does_harm(hosts: KnownHost) -> None:
    line = b"@revoked " + hashed(b"alpha") + b" " + text(1) + b" comment"
    for index in range(len(line)):
        for damaged in (line[:index], line[:index] + b"\xff" + line[index + 1 :]):
            try:
                hosts.readline(damaged)
            except exceptions.KnownHostReadLineError:
                pass
    for entry in hosts.get():
        assert (entry.key or b"").startswith(b"\0\0\0\x0bssh-ed25519")


@pytest.mark.behaviour("knownhost.add")
def test_what_is_added_is_there(hosts: KnownHost) -> None:
    entry = hosts.addc(b"[alpha]:2222", key(1), RAW | ED25519, comment=b"a comment")
    assert hosts.writeline(entry) == b"[alpha]:2222 " + text(1) + b" a comment\n"
    assert entry.typemask == RAW | ED25519
    assert hosts.checkp(b"alpha", 2222, key(1), RAW | ED25519).typemask == RAW | ED25519
    # Programs are known to give the base64 of a key as its bytes.
    odd = base64.b64encode(key(2))
    assert hosts.addc(b"beta", odd, RAW | RSA).key == odd
    assert hosts.addc(b"beta", odd, BASE64 | ED25519).key == key(2)
    unknown = knownhost.LIBSSH2_KNOWNHOST_KEY_UNKNOWN
    assert hosts.writeline(hosts.addc(b"gamma", key(3), RAW | unknown)) == b"gamma " + text(3) + b"\n"
    for host, presented, mask in (
        (b"", key(1), RAW | ED25519),
        (b"a b", key(1), RAW | ED25519),
        (b"@revoked", key(1), RAW | ED25519),
        (b"#", key(1), RAW | ED25519),
        (b"a", b"", RAW | ED25519),
        (b"a", b"%", BASE64 | ED25519),
        (b"a", key(1), RAW),
        (b"a", b"x", RAW | unknown),
        (b"a", key(1), ED25519),
    ):
        with pytest.raises(exceptions.KnownHostAddError) as raised:
            hosts.addc(host, presented, mask)
        assert raised.value.args[1:3] == (host, presented)
    with pytest.raises(exceptions.KnownHostAddError):
        hosts.addc(b"a", key(1), RAW | ED25519, comment=b"a\nb " + text(2))
    assert len(hosts.get()) == 4


@pytest.mark.behaviour("knownhost.delete")
def test_an_entry_is_deleted_once(hosts: KnownHost) -> None:
    first, second = (hosts.addc(name, key(1), RAW | ED25519) for name in (b"a", b"b"))
    hosts.delete(first)
    with pytest.raises(exceptions.KnownHostDeleteError):
        hosts.delete(first)
    assert first.name == b"a"
    assert [entry.name for entry in hosts.get()] == [b"b"]
    assert [entry.name for entry in hosts.get(first)] == [b"b"]
    with pytest.raises(exceptions.KnownHostDeleteError):
        Session().knownhost_init().delete(second)


@pytest.mark.behaviour("knownhost.iterate")
def test_entries_are_told_in_their_order(hosts: KnownHost) -> None:
    assert hosts.get() == []
    for number in range(20):
        hosts.addc(b"h%d" % number, key(number), RAW | ED25519)
    entries = hosts.get()
    assert [entry.name for entry in entries] == [b"h%d" % number for number in range(20)]
    assert [entry.name for entry in hosts.get(entries[17])] == [b"h18", b"h19"]
    with pytest.raises(exceptions.KnownHostGetError):
        Session().knownhost_init().get(entries[0])


@pytest.mark.behaviour("knownhost.file-errors")
def test_a_file_that_cannot_be_used_is_told(hosts: KnownHost, tmp_path: pathlib.Path) -> None:
    missing = str(tmp_path / "missing" / "file")
    with pytest.raises(exceptions.KnownHostReadFileError) as raised:
        hosts.readfile(missing)
    assert (raised.value.path, raised.value.errno, raised.value.args[1]) == (missing, 2, missing)
    for path in (missing, str(tmp_path)):
        with pytest.raises(exceptions.KnownHostReadFileError):
            hosts.readfile(path)
        with pytest.raises(exceptions.KnownHostWriteFileError) as failed:
            hosts.writefile(path)
        assert failed.value.path == path
    with pytest.raises(exceptions.KnownHostReadFileError):
        hosts.readfile("/dev/null", 2)
    assert hosts.readfile("/dev/null") == 0


@pytest.mark.behaviour("knownhost.write-file")
def test_a_file_is_replaced(hosts: KnownHost, tmp_path: pathlib.Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"old")
    target.chmod(0o644)
    link.symlink_to("target")
    hosts.readline(b"# comment")
    hosts.readline(b"alpha " + text(1))
    hosts.writefile(str(link))
    assert link.is_symlink()
    assert target.read_bytes() == b"# comment\nalpha " + text(1) + b"\n"
    assert target.stat().st_mode & 0o777 == 0o644
    hosts.writefile(str(tmp_path / "new"))
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link", "new", "target"]


@pytest.mark.behaviour("knownhost.agrees-with-ssh-keygen")
def test_ssh_keygen_reads_what_is_written(hosts: KnownHost, tmp_path: pathlib.Path) -> None:
    file = tmp_path / "known_hosts"
    hosts.addc(b"alpha,[beta]:2222", key(1), RAW | ED25519, comment=b"c")
    hosts.readline(hashed(b"gamma") + b" " + text(2))
    hosts.writefile(str(file))
    for host in ("alpha", "[beta]:2222", "gamma"):
        subprocess.run(["ssh-keygen", "-F", host, "-f", str(file)], check=True, capture_output=True)
    subprocess.run(["ssh-keygen", "-H", "-f", str(file)], check=True, capture_output=True)
    again = Session().knownhost_init()
    assert again.readfile(str(file)) == 3
    again.checkp(b"beta", 2222, key(1), RAW)


@pytest.mark.behaviour("knownhost.many-hashed-lines")
def test_a_host_is_found_among_many(hosts: KnownHost, tmp_path: pathlib.Path) -> None:
    with open(tmp_path / "file", "wb") as file:
        for number in range(100_000):
            salt = number.to_bytes(20, "big")
            file.write(hashed(b"host%d" % number, salt) + b" " + text(number) + b"\n")
    assert hosts.readfile(str(tmp_path / "file")) == 100_000
    assert hosts.checkp(b"host99999", 22, key(99_999), RAW).key == key(99_999)
    assert refusal(hosts, b"host99999", 22, key(1)) is exceptions.KnownHostCheckMisMatchError
    assert refusal(hosts, b"nobody", 22, key(1)) is exceptions.KnownHostCheckNotFoundError


@pytest.mark.behaviour("knownhost.session")
def test_the_key_of_a_session_is_known(server: Fixture) -> None:
    session = server.session()
    presented, _ = session.hostkey()
    hosts = session.knownhost_init()
    assert refusal(hosts, b"127.0.0.1", 22, presented) is exceptions.KnownHostCheckNotFoundError
    hosts.addc(b"127.0.0.1", presented, RAW | ED25519)
    assert hosts.checkp(b"127.0.0.1", 22, presented, RAW | ED25519).key == presented


@pytest.mark.behaviour("ssh2.knownhost-objects")
def test_entries_keep_their_list_and_nothing_is_made_wrong(loaded: None) -> None:
    entry = Session().knownhost_init().addc(b"alpha", key(1), RAW | ED25519)
    gc.collect()
    assert entry.name == b"alpha"
    made = KnownHostEntry()
    assert (made.name, made.key, made.typemask) == (None, None, None)
    hosts = KnownHost(Session())
    with pytest.raises(exceptions.KnownHostDeleteError):
        hosts.delete(made)
    with pytest.raises(exceptions.KnownHostWriteLineError):
        hosts.writeline(made)
    with pytest.raises(TypeError):
        hosts.delete(None)  # type: ignore[arg-type]
    with pytest.raises(NotImplementedError):
        hosts.add(b"", b"", b"", 1)
    with pytest.raises(NotImplementedError):
        hosts.check(b"", b"", 1)
    for thing in (hosts, entry):
        with pytest.raises(TypeError):
            pickle.dumps(thing)
    with pytest.raises(TypeError):
        KnownHost(None)  # type: ignore[arg-type]


@pytest.mark.parametrize("wrong", ["alpha", None, bytearray(b"x"), 3])
def test_names_and_keys_are_bytes(hosts: KnownHost, wrong: bytes) -> None:
    with pytest.raises(TypeError):
        hosts.addc(wrong, key(1), RAW | ED25519)
    with pytest.raises(TypeError):
        hosts.checkp(b"alpha", 22, wrong, RAW)
    with pytest.raises(TypeError):
        hosts.readline(wrong)
