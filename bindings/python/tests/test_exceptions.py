"""The exceptions: which are which, and what they say."""

from __future__ import annotations

import inspect
import pickle
import socket

import pytest

from swiftssh import _abi, errors
from swiftssh.ssh2 import _errors, error_codes, exceptions
from swiftssh.ssh2.utils import handle_error_codes

TREE = """
SSH2Error: AgentError AuthenticationError SessionError ChannelError SFTPError PublicKeyError KnownHostError
SSH2Error: InvalidMACError KexFailureError AllocError SocketSendError SocketDisconnectError ProtocolError FileError
SSH2Error: MethodNoneError InvalidRequestError InvalidPollTypeError PublicKeyProtocolError BufferTooSmallError
SSH2Error: BadUseError OutOfBoundaryError AgentProtocolError SocketRecvError BadSocketError ChannelWindowFullError
SSH2Error: KeyfileAuthFailedError RandGenError MissingUserAuthBannerError AlgoUnsupportedError MacFailureError
SSH2Error: HashInitError HashCalcError UnknownError
AgentError: AgentConnectionError AgentListIdentitiesError AgentGetIdentityError
AuthenticationError: AgentAuthenticationError PasswordExpiredError PublickeyUnverifiedError
SessionError: SessionStartupError SessionHandshakeError SessionHostKeyError BannerRecvError BannerSendError
SessionError: KeyExchangeError Timeout HostkeyInitError HostkeySignError DecryptError SCPProtocolError ZlibError
SessionError: SocketTimeout RequestDeniedError MethodNotSupported CompressError EncryptError
ChannelError: ChannelOutOfOrderError ChannelFailure ChannelRequestDenied ChannelUnknownError ChannelWindowExceeded
ChannelError: ChannelPacketExceeded ChannelClosedError ChannelEOFSentError
SFTPError: SFTPProtocolError SFTPHandleError
PublicKeyError: PublicKeyInitError
KnownHostError: KnownHostAddError KnownHostDeleteError KnownHostReadLineError KnownHostReadFileError
KnownHostError: KnownHostWriteLineError KnownHostWriteFileError KnownHostGetError KnownHostCheckError
KnownHostCheckError: KnownHostCheckFailure KnownHostCheckNotFoundError KnownHostCheckMisMatchError
"""
OURS = {"SessionClosedError", "SessionCancelledError", "SessionCallbackError", "FileMissingError"}
OURS |= {"SFTPFileMissingError", "SFTPPermissionError"}
ALL = {name: kind for name, kind in vars(exceptions).items() if inspect.isclass(kind)}


@pytest.mark.behaviour("ssh2.exception-tree")
def test_the_tree_is_that_of_ssh2_python() -> None:
    expected = {"SSH2Error"}
    for line in TREE.strip().splitlines():
        parent, children = line.split(": ")
        for child in children.split():
            assert ALL[child].__bases__[0] is ALL[parent], child
            expected.add(child)
    assert set(ALL) == expected | OURS


@pytest.mark.behaviour("ssh2.exceptions-are-pythons-own")
@pytest.mark.parametrize(
    ("kind", "own"),
    [
        (exceptions.Timeout, TimeoutError),
        (exceptions.SocketTimeout, TimeoutError),
        (exceptions.AuthenticationError, PermissionError),
        (exceptions.SocketDisconnectError, ConnectionError),
        (exceptions.SocketSendError, ConnectionError),
        (exceptions.FileError, OSError),
        (exceptions.FileMissingError, FileNotFoundError),
        (exceptions.SFTPProtocolError, OSError),
        (exceptions.SFTPFileMissingError, FileNotFoundError),
        (exceptions.SFTPPermissionError, PermissionError),
        (exceptions.SessionClosedError, ValueError),
        (errors.TimedOut, TimeoutError),
        (errors.ConnectRefused, ConnectionRefusedError),
        (errors.AddressNotFound, socket.gaierror),
        (errors.AuthenticationError, PermissionError),
        (errors.FileMissing, FileNotFoundError),
        (errors.RemoteFileMissing, FileNotFoundError),
        (errors.RemoteFileExists, FileExistsError),
        (errors.RemotePermissionDenied, PermissionError),
        (errors.WouldBlock, BlockingIOError),
    ],
)
def test_an_exception_is_pythons_own_too(kind: type[errors.SSHError], own: type[Exception]) -> None:
    assert issubclass(kind, own)


@pytest.mark.behaviour("errors.text-is-the-message")
@pytest.mark.parametrize("kind", [*ALL.values(), *set(errors.CLASSES.values()), errors.SSHError])
def test_the_text_is_the_message_and_the_details_are_attributes(kind: type[errors.SSHError]) -> None:
    raised = kind("it went wrong", code=-9, phase="channel", host="h", port=2222, path="/p", errno=2, server_text="no")
    assert raised.args == ("it went wrong",)
    texts = {
        (False, False): "h:2222: it went wrong (the server says: no): '/p'",
        (True, False): "it went wrong",
        (True, True): "it went wrong (the server says: no)",
    }
    for error in (raised, pickle.loads(pickle.dumps(raised))):
        assert type(error) is kind
        assert str(error) == texts[isinstance(error, exceptions.SSH2Error), isinstance(error, exceptions.SCPProtocolError)]
        found = (error.code, error.phase, error.host, error.port, error.path, error.errno, error.server_text)
        assert found == (-9, "channel", "h", 2222, "/p", 2, "no")
        if isinstance(error, OSError):
            assert (error.strerror, error.filename) == ("it went wrong", "/p")


@pytest.mark.behaviour("errors.text-is-the-message")
def test_host_port_path_and_the_servers_words_are_in_the_text_once() -> None:
    assert str(errors.SSHError("no such file", server_text="No such file")) == "no such file"
    assert str(errors.SSHError("no way to h", host="h")) == "no way to h"
    assert str(errors.SSHError("no way to h", host="h", port=22)) == "no way to h"
    assert str(errors.SSHError("no way", host="h", port=22)) == "h: no way"
    assert str(errors.SSHError("no way", host="::1", port=2222)) == "[::1]:2222: no way"
    assert str(errors.SSHError("no way to port 2222", host="h", port=2222)) == "h: no way to port 2222"
    assert str(errors.SSHError("no way to h", host="h", port=2222)) == "h:2222: no way to h"
    assert errors.SSHError("no way", host="h").port is None
    assert str(errors.SSHError("no file /p", host="h", path="/p")) == "h: no file /p"
    assert str(errors.SSHError("no", path="/\x1b[1m")) == "no: '/\\x1b[1m'"


@pytest.mark.parametrize("kind", [*ALL.values(), *set(errors.CLASSES.values())])
def test_an_exception_made_by_hand_keeps_its_arguments(kind: type[errors.SSHError]) -> None:
    assert kind().args == () and str(kind()) == ""
    raised = kind("No identities match for user %s", b"user")
    assert raised.args == ("No identities match for user %s", b"user")
    assert str(raised) == str(raised.args)
    assert (raised.code, raised.errno, raised.path) == (0, 0, "")


def test_the_file_is_where_oserror_has_it() -> None:
    assert exceptions.FileError("no", path="/missing").filename == "/missing"


@pytest.mark.behaviour("ssh2.each-code-has-its-exception")
@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("BANNER_RECV", exceptions.BannerRecvError),
        ("TIMEOUT", exceptions.Timeout),
        ("AUTHENTICATION_FAILED", exceptions.AuthenticationError),
        ("PUBLICKEY_UNVERIFIED", exceptions.PublickeyUnverifiedError),
        ("CHANNEL_FAILURE", exceptions.ChannelFailure),
        ("INVAL", exceptions.InvalidRequestError),
        ("BAD_USE", exceptions.BadUseError),
        ("KNOWN_HOSTS", exceptions.KnownHostError),
        ("KEYFILE_AUTH_FAILED", exceptions.KeyfileAuthFailedError),
        ("HASH_CALC", exceptions.HashCalcError),
    ],
)
def test_a_code_raises_its_exception(name: str, kind: type[errors.SSHError]) -> None:
    code = getattr(error_codes, "LIBSSH2_ERROR_" + name)
    with pytest.raises(kind) as raised:
        handle_error_codes(code)
    assert type(raised.value) is kind
    assert raised.value.code == code


def test_every_negative_code_but_eagain_raises_one_of_ours() -> None:
    for name, code in vars(error_codes).items():
        if name.startswith("LIBSSH2") and code not in (0, error_codes.LIBSSH2_ERROR_EAGAIN):
            with pytest.raises(exceptions.SSH2Error) as raised:
                handle_error_codes(code)
            assert raised.type is not exceptions.UnknownError, name


def test_codes_that_are_no_error_are_returned() -> None:
    assert [handle_error_codes(code) for code in (0, 5, -37, 2.5)] == [0, 5, -37, 2]


def test_unknown_and_impossible_codes_say_so() -> None:
    with pytest.raises(exceptions.UnknownError) as raised:
        handle_error_codes(-4000)
    assert raised.value.args == ("Error code %s not known", -4000)
    with pytest.raises(OverflowError):
        handle_error_codes(2**40)


@pytest.mark.behaviour("ssh2.error-codes")
def test_the_numbers_are_those_of_the_library() -> None:
    for name, code in vars(error_codes).items():
        if name.startswith("LIBSSH2_ERROR_") and "UNRECOGNIZED" not in name:
            assert vars(_abi)["SWIFTSSH_ERROR_" + name[len("LIBSSH2_ERROR_") :]] == code
    assert error_codes.LIBSSH2CHANNEL_EAGAIN == error_codes.LIBSSH2_ERROR_EAGAIN == -37
    assert error_codes.LIBSSH2_ERROR_PUBLICKEY_UNRECOGNIZED == -18


def test_both_tables_agree_on_what_an_exception_means() -> None:
    for key, kind in errors.CLASSES.items():
        if key in _errors.CLASSES:
            assert issubclass(_errors.CLASSES[key], kind), key
